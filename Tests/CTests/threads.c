/* One translator and one exchange in many threads at once; each has its own result and stream. */
#include <pthread.h>

#include "check.h"

enum { THREADS = 8, TURNS = 50 };

static twinspeak_translator *translator;
static twinspeak_exchange *exchange;

static const char translated[] = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}";

static void *work(void *unused) {
    (void)unused;
    twinspeak_result *result = twinspeak_result_new();
    for (int turn = 0; turn < TURNS; turn++) {
        const char *body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"logit_bias\":{}}";
        CHECK(twinspeak_request(translator, BYTES(body), NULL, 0, result) == TWINSPEAK_DONE);
        CHECK(says(twinspeak_result_body, result, translated));
        twinspeak_stream *stream = NULL;
        CHECK(twinspeak_stream_new(translator, exchange, NULL, 0, 0, &stream, result) == TWINSPEAK_DONE);
        const char *event = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hello\"}]}}]}\n\n";
        CHECK(twinspeak_stream_push(stream, BYTES(event), result) == TWINSPEAK_DONE);
        CHECK(body_holds(result, "\"content\":\"Hello\""));
        CHECK(twinspeak_stream_finish(stream, result) == TWINSPEAK_CUT_OFF);
        twinspeak_free(stream);
    }
    twinspeak_free(result);
    return NULL;
}

int main(void) {
    twinspeak_result *result = twinspeak_result_new();
    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, NULL, 0, &translator, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_exchange_new((const uint8_t *)"{}", 2, &exchange, result) == TWINSPEAK_DONE);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < THREADS; i++) CHECK(pthread_join(threads[i], NULL) == 0);
    twinspeak_free(exchange);
    twinspeak_free(translator);
    twinspeak_free(result);
    return 0;
}
