/* Counts what a process asks its allocator for. Linked into benchmarks only: it takes the place of malloc. */
#ifndef MALLOC_COUNTER_H
#define MALLOC_COUNTER_H

#include <stdbool.h>
#include <stddef.h>

/* False where the allocator cannot be replaced by name; then the count stays zero. */
bool malloc_counter_works(void);

/* Calls of malloc, calloc, realloc, posix_memalign and aligned_alloc so far, on all threads. */
size_t malloc_counter_count(void);

#endif
