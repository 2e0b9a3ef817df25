#include "malloc_counter.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_size_t count;

size_t malloc_counter_count(void) { return atomic_load_explicit(&count, memory_order_relaxed); }

#ifdef __GLIBC__

/* glibc's own names for its allocator: unlike dlsym(RTLD_NEXT), they allocate nothing before they can be called. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t items, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static void add(void) { atomic_fetch_add_explicit(&count, 1, memory_order_relaxed); }

bool malloc_counter_works(void) { return true; }

void *malloc(size_t size) {
    add();
    return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
    add();
    return __libc_calloc(items, size);
}

void *realloc(void *block, size_t size) {
    add();
    return __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    add();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
    add();
    void *memory = __libc_memalign(alignment, size);
    if (memory == NULL) return ENOMEM;
    *block = memory;
    return 0;
}

#else

bool malloc_counter_works(void) { return false; }

#endif
