/* What the tests in C share. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <twinspeak.h>

#define CHECK(condition)                                                             \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: expected %s\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                                 \
        }                                                                            \
    } while (0)

#define BYTES(text) (const uint8_t *)(text), strlen(text)

typedef const uint8_t *lender(const twinspeak_result *result, size_t *count);

/* Whether the library lends exactly `text`. */
static inline int says(lender *lend, const twinspeak_result *result, const char *text) {
    size_t count = 0;
    const uint8_t *bytes = lend(result, &count);
    if (count == strlen(text) && memcmp(bytes, text, count) == 0) return 1;
    fprintf(stderr, "found %.*s\n", (int)count, (const char *)bytes);
    return 0;
}

/* Whether `text` stands somewhere in the bytes. */
static inline int holds(const uint8_t *bytes, size_t count, const char *text) {
    size_t length = strlen(text);
    for (size_t start = 0; start + length <= count; start++)
        if (memcmp(bytes + start, text, length) == 0) return 1;
    fprintf(stderr, "found %.*s\n", (int)count, (const char *)bytes);
    return 0;
}

static inline int envelope_holds(const twinspeak_result *result, const char *text) {
    size_t count = 0;
    const uint8_t *bytes = twinspeak_result_envelope(result, &count);
    return holds(bytes, count, text);
}

static inline int body_holds(const twinspeak_result *result, const char *text) {
    size_t count = 0;
    const uint8_t *bytes = twinspeak_result_body(result, &count);
    return holds(bytes, count, text);
}

#endif
