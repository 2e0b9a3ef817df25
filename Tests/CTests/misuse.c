/* Arguments that cannot be used: each is answered with TWINSPEAK_USAGE, and leaves an empty result. */
#include "check.h"

#define ABOVE ((size_t)TWINSPEAK_MAX_COUNT + 1)

static const uint8_t byte = '{';
static twinspeak_result *result;
static twinspeak_translator *translator;
static twinspeak_exchange *exchange;
static twinspeak_stream *stream;

/* Fills the result, so that what empties it shows. */
static void fill(void) {
    CHECK(twinspeak_request(translator, &byte, 1, NULL, 0, result) == TWINSPEAK_NOT_JSON);
    CHECK(twinspeak_result_http_status(result) == 400);
}

static int has_no_segments(void) {
    size_t count = 1;
    return twinspeak_result_segments(result, &count) != NULL && count == 0;
}

static int is_refused(twinspeak_status status) {
    return status == TWINSPEAK_USAGE && says(twinspeak_result_body, result, "")
           && says(twinspeak_result_headers, result, "") && says(twinspeak_result_target, result, "")
           && says(twinspeak_result_envelope, result, "{\"diagnostics\":[]}")
           && has_no_segments() && twinspeak_result_http_status(result) == 0
           && twinspeak_result_exchange(result) == NULL;
}

#define REFUSED(call)            \
    do {                         \
        fill();                  \
        CHECK(is_refused(call)); \
    } while (0)

/* Every pointer with its count, the others being what they should be. */
#define REFUSED_BYTES(call)      \
    REFUSED(call(NULL, 1));      \
    REFUSED(call(&byte, ABOVE)); \
    REFUSED(call(&byte, SIZE_MAX))

#define OPTIONS(bytes, count) \
    twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, bytes, count, &made_translator, result)
#define BODY(bytes, count) twinspeak_request(translator, bytes, count, NULL, 0, result)
#define TARGET(bytes, count) twinspeak_request(translator, &byte, 1, bytes, count, result)
#define SEGMENTS(bytes, count) twinspeak_request_segments(translator, bytes, count, NULL, 0, result)
#define SEGMENTS_TARGET(bytes, count) twinspeak_request_segments(translator, &byte, 1, bytes, count, result)
#define ANSWER(bytes, count) \
    twinspeak_response(translator, bytes, count, 200, NULL, 0, exchange, NULL, 0, 0, result)
#define HEADERS(bytes, count) \
    twinspeak_response(translator, &byte, 1, 200, bytes, count, exchange, NULL, 0, 0, result)
#define ID(bytes, count) \
    twinspeak_response(translator, &byte, 1, 200, NULL, 0, exchange, bytes, count, 0, result)
#define ANSWER_SEGMENTS(bytes, count) \
    twinspeak_response_segments(translator, bytes, count, 200, NULL, 0, exchange, NULL, 0, 0, result)
#define HEADERS_SEGMENTS(bytes, count) \
    twinspeak_response_segments(translator, &byte, 1, 200, bytes, count, exchange, NULL, 0, 0, result)
#define ID_SEGMENTS(bytes, count) \
    twinspeak_response_segments(translator, &byte, 1, 200, NULL, 0, exchange, bytes, count, 0, result)
#define PRICED(bytes, count) twinspeak_usage(translator, bytes, count, result)
#define SCHEMA(bytes, count) twinspeak_schema(translator, bytes, count, result)
#define VALIDATED(bytes, count) \
    twinspeak_validate(translator, TWINSPEAK_OPENAI, TWINSPEAK_REQUEST, bytes, count, result)
#define NAME "xiexus-gemini"
#define CONTRACT(bytes, count) \
    twinspeak_validate_contract(translator, bytes, count, TWINSPEAK_REQUEST, &byte, 1, result)
#define HELD(bytes, count) \
    twinspeak_validate_contract(translator, BYTES(NAME), TWINSPEAK_REQUEST, bytes, count, result)
#define EXCHANGE(bytes, count) twinspeak_exchange_new(bytes, count, &made_exchange, result)
#define STREAM_ID(bytes, count) \
    twinspeak_stream_new(translator, exchange, bytes, count, 0, &made_stream, result)
#define CHUNK(bytes, count) twinspeak_stream_push(stream, bytes, count, result)

static void bytes_that_are_none(void) {
    twinspeak_translator *made_translator = translator;
    twinspeak_exchange *made_exchange = exchange;
    twinspeak_stream *made_stream = stream;
    REFUSED_BYTES(OPTIONS);
    REFUSED_BYTES(BODY);
    REFUSED_BYTES(TARGET);
    REFUSED_BYTES(SEGMENTS);
    REFUSED_BYTES(SEGMENTS_TARGET);
    REFUSED_BYTES(ANSWER);
    REFUSED_BYTES(HEADERS);
    REFUSED_BYTES(ID);
    REFUSED_BYTES(ANSWER_SEGMENTS);
    REFUSED_BYTES(HEADERS_SEGMENTS);
    REFUSED_BYTES(ID_SEGMENTS);
    REFUSED_BYTES(PRICED);
    REFUSED_BYTES(SCHEMA);
    REFUSED_BYTES(VALIDATED);
    REFUSED_BYTES(CONTRACT);
    REFUSED_BYTES(HELD);
    REFUSED_BYTES(EXCHANGE);
    REFUSED_BYTES(STREAM_ID);
    REFUSED_BYTES(CHUNK);
    CHECK(made_translator == NULL && made_exchange == NULL && made_stream == NULL);
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_OPEN);
}

static void handles_that_are_none(void) {
    REFUSED(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, NULL, 0, NULL, result));
    REFUSED(twinspeak_request(NULL, &byte, 1, NULL, 0, result));
    REFUSED(twinspeak_request_segments(NULL, &byte, 1, NULL, 0, result));
    REFUSED(twinspeak_response(NULL, &byte, 1, 200, NULL, 0, NULL, NULL, 0, 0, result));
    REFUSED(twinspeak_response_segments(NULL, &byte, 1, 200, NULL, 0, NULL, NULL, 0, 0, result));
    REFUSED(twinspeak_usage(NULL, &byte, 1, result));
    REFUSED(twinspeak_schema(NULL, &byte, 1, result));
    REFUSED(twinspeak_validate(NULL, TWINSPEAK_OPENAI, TWINSPEAK_REQUEST, &byte, 1, result));
    REFUSED(twinspeak_validate_contract(NULL, BYTES(NAME), TWINSPEAK_REQUEST, &byte, 1, result));
    REFUSED(twinspeak_validate_contract(translator, BYTES(NAME), 0, &byte, 1, result));
    REFUSED(twinspeak_exchange_new((const uint8_t *)"{}", 2, NULL, result));
    REFUSED(twinspeak_exchange_json(NULL, result));
    CHECK(twinspeak_exchange_stream(NULL) == 0);
    REFUSED(twinspeak_stream_new(translator, NULL, NULL, 0, 0, NULL, result));
    REFUSED(twinspeak_stream_new(NULL, NULL, NULL, 0, 0, &stream, result));
    CHECK(stream == NULL);
    REFUSED(twinspeak_stream_push(NULL, &byte, 1, result));
    REFUSED(twinspeak_stream_finish(NULL, result));
    CHECK(twinspeak_stream_state(NULL) == TWINSPEAK_STREAM_MISUSED);
}

static void results_that_are_none(void) {
    twinspeak_translator *made = translator;
    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, NULL, 0, &made, NULL) == TWINSPEAK_USAGE);
    CHECK(made == NULL);
    CHECK(twinspeak_request(translator, &byte, 1, NULL, 0, NULL) == TWINSPEAK_USAGE);
    size_t count = 1;
    CHECK(twinspeak_result_body(NULL, &count) == NULL && count == 0);
    count = 1;
    CHECK(twinspeak_result_segments(NULL, &count) == NULL && count == 0);
    CHECK(twinspeak_result_envelope(NULL, NULL) == NULL);
    CHECK(twinspeak_result_exchange(NULL) == NULL);
    CHECK(twinspeak_result_http_status(NULL) == 0);
    fill();
    CHECK(twinspeak_result_body(result, NULL) != NULL);
    twinspeak_free(NULL);
}

int main(void) {
    result = twinspeak_result_new();
    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, NULL, 0, &translator, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_exchange_new((const uint8_t *)"{}", 2, &exchange, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_stream_new(translator, NULL, NULL, 0, 0, &stream, result) == TWINSPEAK_DONE);
    bytes_that_are_none();
    twinspeak_free(stream);
    handles_that_are_none();
    results_that_are_none();
    twinspeak_free(exchange);
    twinspeak_free(translator);
    twinspeak_free(result);
    return 0;
}
