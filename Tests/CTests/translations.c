/* Every function of twinspeak.h, on bodies small enough to be read here. */
#include "check.h"

#define REQUEST \
    "{\"model\":\"gemini-2.5-flash\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"stream\":true," \
    "\"stream_options\":{\"include_usage\":true}}"
#define GEMINI_REQUEST "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}"
#define ANSWER                                                                                          \
    "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"Hello\"}]},"              \
    "\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":4,\"candidatesTokenCount\":1," \
    "\"totalTokenCount\":5,\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":4}]},"        \
    "\"modelVersion\":\"gemini-2.5-flash\"}"

static twinspeak_result *result;

static twinspeak_translator *translator(twinspeak_format client, const char *options) {
    twinspeak_translator *made = NULL;
    twinspeak_format upstream = client == TWINSPEAK_OPENAI ? TWINSPEAK_GEMINI : TWINSPEAK_OPENAI;
    CHECK(twinspeak_translator_new(client, upstream, BYTES(options), &made, result) == TWINSPEAK_DONE);
    CHECK(made != NULL);
    return made;
}

static void options_that_are_none(void) {
    twinspeak_translator *known = translator(TWINSPEAK_OPENAI, "");
    twinspeak_translator *made = known;
    CHECK(twinspeak_translator_new(
              TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, BYTES("{\"colour\":1}"), &made, result) == TWINSPEAK_USAGE);
    CHECK(made == NULL);
    CHECK(envelope_holds(result, "\"pointer\":\"/colour\""));
    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, BYTES("{"), &made, result) == TWINSPEAK_USAGE);
    CHECK(envelope_holds(result, "\"code\":\"notJSON\""));
    CHECK(twinspeak_translator_new(0, TWINSPEAK_GEMINI, NULL, 0, &made, result) == TWINSPEAK_USAGE);
    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, 3, NULL, 0, &made, result) == TWINSPEAK_USAGE);
    CHECK(says(twinspeak_result_envelope, result, "{\"diagnostics\":[]}"));
    twinspeak_free(known);
}

static void request_and_response(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    CHECK(twinspeak_request(chat, BYTES(REQUEST), NULL, 0, result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, GEMINI_REQUEST));
    CHECK(says(twinspeak_result_target, result, "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"));
    CHECK(says(twinspeak_result_headers, result, "content-type: application/json\r\n"));
    CHECK(twinspeak_result_http_status(result) == 0);
    CHECK(envelope_holds(result, "\"authorization\":\"googAPIKey\""));

    twinspeak_exchange *exchange = twinspeak_result_exchange(result);
    CHECK(twinspeak_exchange_stream(exchange) == 1);
    const char *id = "chatcmpl-1";
    CHECK(twinspeak_response(chat, BYTES(ANSWER), 200, NULL, 0, exchange, BYTES(id), 7, result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":7,"));
    CHECK(twinspeak_result_http_status(result) == 200);
    CHECK(envelope_holds(result, "\"kind\":\"success\""));
    CHECK(envelope_holds(
        result, "\"usage\":{\"prompt\":4,\"cached\":0,\"toolUse\":0,\"completion\":1,\"thoughts\":0,\"total\":5,"
                "\"promptByModality\":{\"text\":4,\"image\":0,\"audio\":0,\"video\":0,\"document\":0}}"));
    CHECK(says(twinspeak_result_target, result, ""));
    CHECK(twinspeak_result_exchange(result) == NULL);

    CHECK(twinspeak_response(chat, BYTES("no"), 200, NULL, 0, NULL, NULL, 0, 0, result) == TWINSPEAK_NOT_JSON);
    CHECK(twinspeak_result_http_status(result) == 502);
    CHECK(twinspeak_response(chat, BYTES("[]"), 200, NULL, 0, NULL, NULL, 0, 0, result) == TWINSPEAK_UNTRANSLATABLE);
    twinspeak_free(exchange);
    twinspeak_free(chat);
}

static void the_other_way(void) {
    twinspeak_translator *gemini = translator(TWINSPEAK_GEMINI, "");
    const char *target = "/v1beta/models/gpt-4o:streamGenerateContent";
    CHECK(twinspeak_request(gemini, BYTES(GEMINI_REQUEST), BYTES(target), result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "\"model\":\"gpt-4o\""));
    CHECK(body_holds(result, "\"stream\":true"));
    CHECK(says(twinspeak_result_target, result, "/v1/chat/completions"));
    twinspeak_exchange *exchange = twinspeak_result_exchange(result);
    CHECK(twinspeak_exchange_json(exchange, result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "\"framing\":\"array\""));
    twinspeak_free(exchange);
    twinspeak_free(gemini);
}

static void errors(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    const char *headers = "Date: now\r\nRetry-After: 3\r\nnothing\r\n";
    const char *error = "{\"error\":{\"code\":429,\"message\":\"Slow down.\",\"status\":\"RESOURCE_EXHAUSTED\"}}";
    CHECK(twinspeak_response(chat, BYTES(error), 429, BYTES(headers), NULL, NULL, 0, 0, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_result_http_status(result) == 429);
    CHECK(body_holds(result, "\"type\":\"rate_limit_error\""));
    CHECK(says(
        twinspeak_result_headers, result,
        "content-type: application/json\r\nretry-after: 3\r\nretry-after-ms: 3000\r\n"));
    CHECK(twinspeak_response(chat, BYTES("<html>"), 0, NULL, 0, NULL, NULL, 0, 0, result) == TWINSPEAK_DONE);
    CHECK(envelope_holds(result, "\"kind\":\"error\""));

    CHECK(twinspeak_request(chat, BYTES("{"), NULL, 0, result) == TWINSPEAK_NOT_JSON);
    CHECK(twinspeak_result_http_status(result) == 400);
    CHECK(body_holds(result, "\"type\":\"invalid_request_error\""));
    CHECK(twinspeak_request(chat, BYTES("{}"), NULL, 0, result) == TWINSPEAK_UNTRANSLATABLE);
    CHECK(envelope_holds(result, "\"code\":\"missingMember\""));
    twinspeak_free(chat);

    chat = translator(TWINSPEAK_OPENAI, "{\"maxBytes\":10}");
    CHECK(twinspeak_request(chat, BYTES(REQUEST), NULL, 0, result) == TWINSPEAK_NOT_JSON);
    CHECK(envelope_holds(result, "\"code\":\"limitExceeded\""));
    twinspeak_free(chat);
}

static void exchanges(void) {
    twinspeak_exchange *exchange = NULL;
    CHECK(twinspeak_exchange_new(BYTES("{\"model\":\"m\"}"), &exchange, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_exchange_json(exchange, result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "{\"model\":\"m\",\"stream\":false"));
    CHECK(twinspeak_exchange_stream(exchange) == 0);
    twinspeak_free(exchange);
    CHECK(twinspeak_exchange_new(BYTES("{\"model\":1}"), &exchange, result) == TWINSPEAK_UNTRANSLATABLE);
    CHECK(exchange == NULL);
    CHECK(envelope_holds(result, "\"pointer\":\"/model\""));
    CHECK(twinspeak_exchange_new(BYTES(""), &exchange, result) == TWINSPEAK_NOT_JSON);
}

static void usage_and_schema(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    CHECK(twinspeak_usage(chat, BYTES(ANSWER), result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "{\"prompt\":4,"));
    CHECK(twinspeak_usage(chat, BYTES("<html>"), result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, "null"));
    const char *schema = "{\"type\":[\"string\",\"null\"]}";
    CHECK(twinspeak_schema(chat, BYTES(schema), result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, "{\"type\":\"STRING\",\"nullable\":true}"));
    CHECK(twinspeak_schema(chat, BYTES("1"), result) == TWINSPEAK_UNTRANSLATABLE);
    CHECK(says(twinspeak_result_body, result, ""));
    CHECK(envelope_holds(result, "\"code\":\"wrongKind\""));
    twinspeak_free(chat);
    twinspeak_translator *gemini = translator(TWINSPEAK_GEMINI, "");
    CHECK(twinspeak_schema(gemini, BYTES("{\"type\":\"STRING\"}"), result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, "{\"type\":\"string\"}"));
    twinspeak_free(gemini);
}

static void validation(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    const char *faulty = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":1}]}]}";
    CHECK(twinspeak_validate(chat, TWINSPEAK_OPENAI, TWINSPEAK_REQUEST, BYTES(REQUEST), result) == TWINSPEAK_DONE);
    const char *request = GEMINI_REQUEST;
    CHECK(twinspeak_validate(chat, TWINSPEAK_GEMINI, TWINSPEAK_REQUEST, BYTES(request), result) == TWINSPEAK_DONE);
    CHECK(twinspeak_validate(chat, TWINSPEAK_GEMINI, TWINSPEAK_RESPONSE, BYTES(ANSWER), result) == TWINSPEAK_DONE);
    CHECK(twinspeak_validate(chat, TWINSPEAK_GEMINI, TWINSPEAK_CHUNK, BYTES(ANSWER), result) == TWINSPEAK_DONE);
    const char *error = "{\"error\":1}";
    CHECK(twinspeak_validate(chat, TWINSPEAK_GEMINI, TWINSPEAK_ERROR, BYTES(error), result) == TWINSPEAK_FAULTY);
    CHECK(twinspeak_validate(chat, TWINSPEAK_GEMINI, TWINSPEAK_REQUEST, BYTES(faulty), result) == TWINSPEAK_FAULTY);
    CHECK(envelope_holds(result, "\"pointer\":\"/contents/0/parts/0/text\""));
    CHECK(says(twinspeak_result_body, result, ""));
    CHECK(envelope_holds(result, "\"note\":\"translation: error wrongKind"));
    CHECK(twinspeak_validate(chat, TWINSPEAK_OPENAI, TWINSPEAK_REQUEST, BYTES("{"), result) == TWINSPEAK_NOT_JSON);
    CHECK(twinspeak_validate(chat, TWINSPEAK_OPENAI, 0, BYTES("{}"), result) == TWINSPEAK_USAGE);
    CHECK(twinspeak_validate(chat, 0, TWINSPEAK_REQUEST, BYTES("{}"), result) == TWINSPEAK_USAGE);
    twinspeak_free(chat);
}

static twinspeak_status holding(
    twinspeak_translator *chat, const char *contract, twinspeak_kind kind, const char *body) {
    return twinspeak_validate_contract(chat, BYTES(contract), kind, BYTES(body), result);
}

static void contracts(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    CHECK(holding(chat, "xiexus-gemini", TWINSPEAK_REQUEST, GEMINI_REQUEST) == TWINSPEAK_DONE);
    CHECK(holding(chat, "xiexus-gemini", TWINSPEAK_REQUEST, "{\"contents\":1}") == TWINSPEAK_FAULTY);
    CHECK(envelope_holds(result, "\"code\":\"wrongKind\",\"pointer\":\"/contents\""));
    CHECK(holding(chat, "xiexus-gemini", TWINSPEAK_RESPONSE, ANSWER) == TWINSPEAK_DONE);
    CHECK(holding(chat, "xiexus-gemini", TWINSPEAK_CHUNK, "{\"candidates\":1}") == TWINSPEAK_FAULTY);
    CHECK(holding(chat, "xiexus-gemini", TWINSPEAK_REQUEST, "{") == TWINSPEAK_NOT_JSON);
    CHECK(holding(chat, "{\"type\":\"integer\"}", TWINSPEAK_REQUEST, "1") == TWINSPEAK_DONE);
    CHECK(holding(chat, "{\"type\":\"integer\"}", TWINSPEAK_ERROR, "\"1\"") == TWINSPEAK_FAULTY);
    CHECK(holding(chat, "nobody", TWINSPEAK_REQUEST, "1") == TWINSPEAK_USAGE);
    CHECK(envelope_holds(result, "\"code\":\"notJSON\""));
    CHECK(holding(chat, "1", TWINSPEAK_REQUEST, "1") == TWINSPEAK_USAGE);
    CHECK(envelope_holds(result, "\"code\":\"schemaUnusable\""));
    twinspeak_free(chat);
}

/* A stream that outlives all that it was made of. */
static twinspeak_stream *stream_of_request(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    CHECK(twinspeak_request(chat, BYTES(REQUEST), NULL, 0, result) == TWINSPEAK_DONE);
    twinspeak_exchange *exchange = twinspeak_result_exchange(result);
    twinspeak_stream *stream = NULL;
    CHECK(twinspeak_stream_new(chat, exchange, NULL, 0, 7, &stream, result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_headers, result, "content-type: text/event-stream\r\n"));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_OPEN);
    twinspeak_free(chat);
    twinspeak_free(exchange);
    return stream;
}

static void whole_stream(void) {
    twinspeak_stream *stream = stream_of_request();
    const char *event = "data: " ANSWER "\n\n";
    size_t written = 0;
    for (size_t place = 0; place < strlen(event); place++) {
        CHECK(twinspeak_stream_push(stream, (const uint8_t *)event + place, 1, result) == TWINSPEAK_DONE);
        size_t count = 0;
        twinspeak_result_body(result, &count);
        written += count;
    }
    CHECK(written > 0);
    CHECK(envelope_holds(result, "\"sawFirstToken\":true,\"model\":\"gemini-2.5-flash\",\"usage\":{\"prompt\":4,"));
    CHECK(twinspeak_stream_push(stream, NULL, 0, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_stream_finish(stream, result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "data: [DONE]\n\n"));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_FINISHED);
    CHECK(twinspeak_stream_push(stream, BYTES(event), result) == TWINSPEAK_USAGE);
    CHECK(says(twinspeak_result_body, result, ""));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_MISUSED);
    twinspeak_free(stream);
    CHECK(envelope_holds(result, "\"usage\":{\"prompt\":4,"));
}

static void broken_streams(void) {
    twinspeak_stream *stream = stream_of_request();
    CHECK(twinspeak_stream_finish(stream, result) == TWINSPEAK_CUT_OFF);
    CHECK(body_holds(result, "\"code\":\"stream_truncated\""));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_TRUNCATED);
    twinspeak_free(stream);

    stream = stream_of_request();
    CHECK(twinspeak_stream_push(stream, BYTES("data: {]\n\n"), result) == TWINSPEAK_NOT_JSON);
    CHECK(body_holds(result, "data: {\"error\":"));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_FAILED);
    twinspeak_free(stream);

    stream = stream_of_request();
    const char *error = "data: {\"error\":{\"code\":503,\"message\":\"Busy.\",\"status\":\"UNAVAILABLE\"}}\n\n";
    CHECK(twinspeak_stream_push(stream, BYTES(error), result) == TWINSPEAK_DONE);
    CHECK(body_holds(result, "Busy."));
    CHECK(twinspeak_stream_state(stream) == TWINSPEAK_STREAM_FAILED);
    twinspeak_free(stream);
}

/* The segments are the body that a whole translation has, and the large one lies in what the caller sent. */
static void segments(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    const char *head = "{\"model\":\"gemini-2.5-flash\",\"messages\":[{\"role\":\"user\",\"content\":\"";
    const char *tail = "\"}]}";
    const char *written_head = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":";
    const char *written_tail = "}]}]}";
    size_t length = 1 << 16, count = strlen(head) + length + strlen(tail);
    uint8_t *body = malloc(count);
    CHECK(body != NULL);
    memcpy(body, head, strlen(head));
    memset(body + strlen(head), 'a', length);
    memcpy(body + strlen(head) + length, tail, strlen(tail));
    CHECK(twinspeak_request_segments(chat, body, count, NULL, 0, result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, ""));
    CHECK(says(twinspeak_result_target, result, "/v1beta/models/gemini-2.5-flash:generateContent"));
    size_t pieces = 0;
    const twinspeak_segment *segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 3);
    CHECK(!segment[0].is_input && segment[0].count == strlen(written_head));
    CHECK(memcmp(segment[0].bytes, written_head, strlen(written_head)) == 0);
    /* With its quotation marks. */
    CHECK(segment[1].is_input == 1 && segment[1].bytes == body + strlen(head) - 1 && segment[1].count == length + 2);
    CHECK(!segment[2].is_input && segment[2].count == strlen(written_tail));
    CHECK(memcmp(segment[2].bytes, written_tail, strlen(written_tail)) == 0);
    free(body);

    twinspeak_exchange *exchange = twinspeak_result_exchange(result);
    CHECK(exchange != NULL);
    CHECK(twinspeak_exchange_json(exchange, result) == TWINSPEAK_DONE);
    twinspeak_free(exchange);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && !segment->is_input && segment->bytes == twinspeak_result_body(result, &count));
    CHECK(segment->count == count);

    CHECK(twinspeak_request_segments(chat, BYTES("{}"), NULL, 0, result) == TWINSPEAK_UNTRANSLATABLE);
    CHECK(twinspeak_result_http_status(result) == 400);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && !segment->is_input);
    CHECK(holds(segment->bytes, segment->count, "\"type\":\"invalid_request_error\""));
    twinspeak_free(chat);

    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_OPENAI, NULL, 0, &chat, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_request_segments(chat, BYTES(REQUEST), NULL, 0, result) == TWINSPEAK_DONE);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && segment->is_input == 1 && segment->count == strlen(REQUEST));
    twinspeak_free(chat);
}

/* The same of an answer, whose errors come in segments too. */
static void segments_of_an_answer(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    const char *head = "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"audio/wav\",\"data\":\"";
    const char *tail = "\"}}]},\"finishReason\":\"STOP\"}]}";
    size_t length = 1 << 16, count = strlen(head) + length + strlen(tail), whole = 0, pieces = 0;
    uint8_t *body = malloc(count);
    CHECK(body != NULL);
    memcpy(body, head, strlen(head));
    memset(body + strlen(head), 'A', length);
    memcpy(body + strlen(head) + length, tail, strlen(tail));
    twinspeak_result *copied = twinspeak_result_new();
    CHECK(twinspeak_response(chat, body, count, 200, NULL, 0, NULL, BYTES("c1"), 7, copied) == TWINSPEAK_DONE);
    const uint8_t *expected = twinspeak_result_body(copied, &whole);
    CHECK(twinspeak_response_segments(chat, body, count, 200, NULL, 0, NULL, BYTES("c1"), 7, result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, "") && twinspeak_result_http_status(result) == 200);
    const twinspeak_segment *segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 3 && !segment[0].is_input && !segment[2].is_input);
    CHECK(segment[1].is_input == 1 && segment[1].bytes == body + strlen(head) - 1 && segment[1].count == length + 2);
    size_t position = 0;
    for (size_t piece = 0; piece < pieces; piece++) {
        CHECK(position + segment[piece].count <= whole);
        CHECK(memcmp(segment[piece].bytes, expected + position, segment[piece].count) == 0);
        position += segment[piece].count;
    }
    CHECK(position == whole);
    twinspeak_free(copied);
    free(body);

    CHECK(twinspeak_response_segments(chat, BYTES("{}"), 200, NULL, 0, NULL, NULL, 0, 0, result)
          == TWINSPEAK_UNTRANSLATABLE);
    CHECK(says(twinspeak_result_body, result, "") && twinspeak_result_http_status(result) == 502);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && !segment->is_input && holds(segment->bytes, segment->count, "\"error\""));
    CHECK(twinspeak_response_segments(chat, BYTES("Busy."), 503, BYTES("retry-after: 3\r\n"), NULL, NULL, 0, 0, result)
          == TWINSPEAK_DONE);
    CHECK(twinspeak_result_http_status(result) == 503);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && !segment->is_input && holds(segment->bytes, segment->count, "Busy."));
    size_t lines = 0;
    const uint8_t *headers = twinspeak_result_headers(result, &lines);
    CHECK(holds(headers, lines, "retry-after: 3\r\n"));
    twinspeak_free(chat);

    CHECK(twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_OPENAI, NULL, 0, &chat, result) == TWINSPEAK_DONE);
    CHECK(twinspeak_response_segments(chat, BYTES(" {} "), 200, NULL, 0, NULL, NULL, 0, 0, result) == TWINSPEAK_DONE);
    segment = twinspeak_result_segments(result, &pieces);
    CHECK(pieces == 1 && segment->is_input == 1 && segment->count == 4);
    twinspeak_free(chat);
}

/* Memory is kept from call to call, but not all that a large body needed. */
static void large_bodies(void) {
    twinspeak_translator *chat = translator(TWINSPEAK_OPENAI, "");
    const char *head = "{\"model\":\"gemini-2.5-flash\",\"messages\":[{\"role\":\"user\",\"content\":\"";
    const char *tail = "\"}]}";
    for (size_t length = 1; length <= 4u << 20; length *= 16) {
        size_t count = strlen(head) + length + strlen(tail);
        char *body = malloc(count);
        CHECK(body != NULL);
        memcpy(body, head, strlen(head));
        memset(body + strlen(head), 'a', length);
        memcpy(body + strlen(head) + length, tail, strlen(tail));
        CHECK(twinspeak_request(chat, (const uint8_t *)body, count, NULL, 0, result) == TWINSPEAK_DONE);
        free(body);
        size_t written = 0;
        const uint8_t *bytes = twinspeak_result_body(result, &written);
        CHECK(written == strlen("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"\"}]}]}") + length);
        CHECK(bytes[written - 1] == '}');
    }
    CHECK(twinspeak_request(chat, BYTES(REQUEST), NULL, 0, result) == TWINSPEAK_DONE);
    CHECK(says(twinspeak_result_body, result, GEMINI_REQUEST));
    twinspeak_free(chat);
}

int main(void) {
    CHECK(twinspeak_abi_version() == TWINSPEAK_ABI_VERSION);
    result = twinspeak_result_new();
    CHECK(says(twinspeak_result_body, result, ""));
    options_that_are_none();
    request_and_response();
    the_other_way();
    errors();
    exchanges();
    usage_and_schema();
    validation();
    contracts();
    segments();
    segments_of_an_answer();
    whole_stream();
    broken_streams();
    large_bodies();
    twinspeak_free(result);
    return 0;
}
