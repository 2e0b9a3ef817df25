/*
 * Twinspeak for C: translates between OpenAI chat completions and Gemini generateContent.
 *
 *     twinspeak_result *result = twinspeak_result_new();
 *     twinspeak_translator *translator = NULL;
 *     twinspeak_translator_new(TWINSPEAK_OPENAI, TWINSPEAK_GEMINI, NULL, 0, &translator, result);
 *     if (twinspeak_request(translator, body, count, NULL, 0, result) == TWINSPEAK_DONE) …
 *
 * Every call puts what comes of it into a result, which the caller makes once and reuses. Bytes go in as a pointer and
 * a count, and come out as a pointer into the result, valid until the next call that fills the same result, or until it
 * is freed. Nothing that goes in is kept: the caller may free it when the call returns. twinspeak_request_segments and
 * twinspeak_response_segments are the exceptions: what they give refers to the body that went in.
 *
 * Translators and exchanges never change: any number of threads may use one at once. A stream or a result belongs to
 * one thread at a time. There are no globals, and nothing is called back. The library does no I/O, reads no clock and
 * fetches no URL; it keeps no keys, since it is given none.
 *
 * A null pointer with a count, a count above TWINSPEAK_MAX_COUNT, a null handle where one is needed, and a number that
 * is no format or kind are answered with TWINSPEAK_USAGE and an empty result. A pointer that is none of the library's,
 * or that was freed, cannot be told from one that is. A process that has no memory left ends. Once loaded, the library
 * has to stay: do not dlclose it.
 */
#ifndef TWINSPEAK_H
#define TWINSPEAK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What this header describes. It grows when something that was there changes; additions leave it as it is. */
#define TWINSPEAK_ABI_VERSION 1

/* The version that the loaded library has. Unless it is TWINSPEAK_ABI_VERSION, call nothing else. */
uint32_t twinspeak_abi_version(void);

/* The most bytes that one argument may have. Options set lower limits for bodies and events. */
#define TWINSPEAK_MAX_COUNT UINT32_MAX

/* How a call ended; the exit codes of the command. */
typedef int32_t twinspeak_status;

#define TWINSPEAK_DONE 0           /* there is output; an upstream's error that was translated is output too */
#define TWINSPEAK_CUT_OFF 1        /* the upstream's stream ended too early; the output says so to the client */
#define TWINSPEAK_FAULTY 1         /* validation has found what is wrong */
#define TWINSPEAK_USAGE 2          /* arguments or options that cannot be used, or a stream used after its end */
#define TWINSPEAK_NOT_JSON 3       /* the input is not JSON, or exceeds a limit */
#define TWINSPEAK_UNTRANSLATABLE 4 /* no legal translation; with the option `strict`, none without a loss */

/* One of the two protocols. */
typedef int32_t twinspeak_format;

#define TWINSPEAK_OPENAI 1 /* chat completions */
#define TWINSPEAK_GEMINI 2 /* generateContent and streamGenerateContent */

/* What a body is. */
typedef int32_t twinspeak_kind;

#define TWINSPEAK_REQUEST 1
#define TWINSPEAK_RESPONSE 2
#define TWINSPEAK_CHUNK 3 /* one event of a stream, without the words around it */
#define TWINSPEAK_ERROR 4

/* Two formats and the options: what a client speaks, and what the upstream does. Make one and keep it. */
typedef struct twinspeak_translator twinspeak_translator;
/* What a request leaves behind for its answer: names, model, framing. Holds neither options nor credentials. */
typedef struct twinspeak_exchange twinspeak_exchange;
/* One streamed answer on its way from the upstream to the client. */
typedef struct twinspeak_stream twinspeak_stream;
/* What came of a call, and memory that the next call uses again. Keep one for each thread or connection. */
typedef struct twinspeak_result twinspeak_result;

/* Frees a handle of any of these types, in any order: whatever it needs of others lives on. Null is nothing to free. */
void twinspeak_free(void *handle);

/* --- Results ----------------------------------------------------------------------------------------------------- */

/* An empty result, for twinspeak_free. */
twinspeak_result *twinspeak_result_new(void);

/*
 * The output: a body for the other side, or bytes of a stream. No zero byte ends it. Where the call has no output, it
 * is of no bytes. Here and below, the pointer is null for a null result only.
 */
const uint8_t *twinspeak_result_body(const twinspeak_result *result, size_t *count);

/* A run of bytes of an output. */
typedef struct twinspeak_segment {
    const uint8_t *bytes;
    size_t count;     /* never 0 */
    int32_t is_input; /* 1: a part of the body that went in, valid only as long as that is. 0: the result's own */
} twinspeak_segment;

/*
 * The output in pieces that follow each other, as writev wants them: of twinspeak_request_segments and
 * twinspeak_response_segments as many as it takes, of every other call the body, if it is of any bytes. The pointer is
 * to an array of `count` segments.
 */
const twinspeak_segment *twinspeak_result_segments(const twinspeak_result *result, size_t *count);

/* The HTTP status that the client gets: of an answer, and of a request that was refused; else 0. */
int32_t twinspeak_result_http_status(const twinspeak_result *result);

/*
 * Headers to set, as HTTP/1.1 writes them: `name: value` and CR LF, name by name. What the incoming message says in
 * authorization, content-encoding, content-length and x-goog-api-key must not be passed on.
 */
const uint8_t *twinspeak_result_headers(const twinspeak_result *result, size_t *count);

/* What to POST a translated request to: path and query, `/v1/chat/completions`. Else of no bytes. */
const uint8_t *twinspeak_result_target(const twinspeak_result *result, size_t *count);

/* What a translated request left behind for its answer: a new handle for twinspeak_free. Else null. */
twinspeak_exchange *twinspeak_result_exchange(const twinspeak_result *result);

/*
 * All that is known beside the body, as one JSON object. It is made when it is asked for, and costs nothing otherwise.
 *
 *     of a request  { method, path, authorization, headers, dropHeaders, remoteMedia?, diagnostics }
 *     of an answer  { status, kind, headers, dropHeaders, model?, usage?, diagnostics }
 *     of a stream   { headers, dropHeaders, sawFirstToken, model?, usage?, diagnostics }
 *     else          { diagnostics }
 *
 * `diagnostics` lists { severity, code, pointer, message, line, column, note? }: what was lost or changed, or why
 * there is no output; `note` says what a translation would make of what twinspeak_validate has found. `authorization`
 * is `bearer` or `googAPIKey`: how the upstream wants to be shown the key. `kind` is `success`, `blocked` or `error`.
 * `usage` is { prompt, cached, toolUse, completion, thoughts, total, promptByModality?, completionByModality? }, in
 * tokens; its parts do not overlap, but that `cached` is a part of `prompt`. `remoteMedia` lists { pointer, url }:
 * media that a host may want to fetch. What a stream knows, it knows as it stands when asked.
 */
const uint8_t *twinspeak_result_envelope(const twinspeak_result *result, size_t *count);

/* --- Translators ------------------------------------------------------------------------------------------------- */

/*
 * A translator, for twinspeak_free; null if the status is not TWINSPEAK_DONE, and then the result's envelope says why.
 * Equal formats on both sides: bodies pass unchanged, and are only looked at.
 *
 * options: a JSON object of the command's options in camelCase, `{"dialect":"openAI","maxBytes":1000000}`; of no bytes
 *          for all defaults.
 */
twinspeak_status twinspeak_translator_new(
    twinspeak_format client, twinspeak_format upstream, const uint8_t *options, size_t options_count,
    twinspeak_translator **translator, twinspeak_result *result);

/*
 * Translates the body of a client's request for the upstream. The result has body, headers, target and exchange.
 *
 * target: path and query that the client called. A Gemini client names model and streaming only there; of no bytes if
 *         options or body say enough.
 *
 * TWINSPEAK_NOT_JSON and TWINSPEAK_UNTRANSLATABLE: the result has the body, HTTP status and headers of an error that
 * the client's SDK understands, so it can be sent as it is.
 */
twinspeak_status twinspeak_request(
    const twinspeak_translator *translator, const uint8_t *body, size_t body_count, const uint8_t *target,
    size_t target_count, twinspeak_result *result);

/*
 * As twinspeak_request, without a copy of the body's large strings, of 16 KiB and more: the result's segments refer
 * to `body`, which the caller has to keep, as it is, for as long as it looks at them. The result's body is of no bytes,
 * but for the error of a refused request.
 */
twinspeak_status twinspeak_request_segments(
    const twinspeak_translator *translator, const uint8_t *body, size_t body_count, const uint8_t *target,
    size_t target_count, twinspeak_result *result);

/*
 * Translates an upstream's answer for the client, whatever it is: a success, a block, or an error of any shape, which
 * needs not be JSON. The result has body, HTTP status and headers.
 *
 * http_status: of the upstream's message. 0: an error whose status is not known.
 * headers:     of the upstream's message, as HTTP/1.1 writes them; only retry-after and retry-after-ms are looked at.
 * exchange:    what the request left behind; null if that is not known.
 * id, created: name and time of the answer, in seconds since 1970, where the upstream gives none. Of no bytes: a name
 *              made of the request.
 *
 * TWINSPEAK_NOT_JSON and TWINSPEAK_UNTRANSLATABLE: the upstream's success cannot be used. The result has an error of
 * HTTP status 502 for the client.
 */
twinspeak_status twinspeak_response(
    const twinspeak_translator *translator, const uint8_t *body, size_t body_count, int32_t http_status,
    const uint8_t *headers, size_t headers_count, const twinspeak_exchange *exchange, const uint8_t *id,
    size_t id_count, int64_t created, twinspeak_result *result);

/*
 * As twinspeak_response, without a copy of the body's large strings, of 16 KiB and more: the result's segments refer to
 * `body`, which the caller has to keep, as it is, for as long as it looks at them. The result's body is of no bytes.
 */
twinspeak_status twinspeak_response_segments(
    const twinspeak_translator *translator, const uint8_t *body, size_t body_count, int32_t http_status,
    const uint8_t *headers, size_t headers_count, const twinspeak_exchange *exchange, const uint8_t *id,
    size_t id_count, int64_t created, twinspeak_result *result);

/*
 * What an answer of the upstream cost, without translating it: the result's body is the `usage` of an envelope as
 * JSON, or `null` if the answer does not say so or is not JSON.
 */
twinspeak_status twinspeak_usage(
    const twinspeak_translator *translator, const uint8_t *body, size_t body_count, twinspeak_result *result);

/*
 * Translates one JSON Schema for the upstream: for Gemini into the subset of OpenAPI's that it takes, for OpenAI into
 * JSON Schema. The result has the schema as its body.
 */
twinspeak_status twinspeak_schema(
    const twinspeak_translator *translator, const uint8_t *schema, size_t schema_count, twinspeak_result *result);

/*
 * Checks a body of one of the two formats, by the translator's options: kinds, words, ranges and names of all members,
 * and what must hold between them. The result's envelope has the findings; there is no output. TWINSPEAK_FAULTY if
 * there are errors, or with the option `strict` warnings; TWINSPEAK_NOT_JSON if it is not JSON, or exceeds a limit.
 */
twinspeak_status twinspeak_validate(
    const twinspeak_translator *translator, twinspeak_format format, twinspeak_kind kind, const uint8_t *body,
    size_t body_count, twinspeak_result *result);

/*
 * Checks a body against what a service publishes, instead of a format. Findings and statuses are those of
 * twinspeak_validate.
 *
 * contract: the name of a contract that the library has, as `xiexus-gemini`; or a contract in JSON, a JSON Schema or an
 *           OpenAPI document with one operation. TWINSPEAK_USAGE if it is none, and the result's envelope says why.
 * kind:     requests have a contract of their own; all else is held against that of responses.
 */
twinspeak_status twinspeak_validate_contract(
    const twinspeak_translator *translator, const uint8_t *contract, size_t contract_count, twinspeak_kind kind,
    const uint8_t *body, size_t body_count, twinspeak_result *result);

/* --- Exchanges --------------------------------------------------------------------------------------------------- */

/*
 * An exchange from its JSON, which another process may have written, for twinspeak_free; null if the status is not
 * TWINSPEAK_DONE, and then the result's envelope says why.
 */
twinspeak_status twinspeak_exchange_new(
    const uint8_t *json, size_t json_count, twinspeak_exchange **exchange, twinspeak_result *result);

/* The exchange as JSON, in the result's body. */
twinspeak_status twinspeak_exchange_json(const twinspeak_exchange *exchange, twinspeak_result *result);

/* 1 if the client asked for a stream: then a success of the upstream's goes through twinspeak_stream_new. Else 0. */
int32_t twinspeak_exchange_stream(const twinspeak_exchange *exchange);

/* --- Streams ----------------------------------------------------------------------------------------------------- */

/* How far a stream has come. */
#define TWINSPEAK_STREAM_OPEN 0      /* more may come */
#define TWINSPEAK_STREAM_FINISHED 1  /* the answer is whole */
#define TWINSPEAK_STREAM_FAILED 2    /* an error of the upstream's, or what cannot be translated; the client was told */
#define TWINSPEAK_STREAM_TRUNCATED 3 /* the upstream stopped before the answer was whole; the client was told */
#define TWINSPEAK_STREAM_MISUSED 4   /* something was pushed after the end, and dropped */

/*
 * A stream for an answer of HTTP status 200 to 299, for twinspeak_free; null if the status is not TWINSPEAK_DONE. The
 * result has the headers that the client is to get. Arguments as for twinspeak_response.
 */
twinspeak_status twinspeak_stream_new(
    const twinspeak_translator *translator, const twinspeak_exchange *exchange, const uint8_t *id, size_t id_count,
    int64_t created, twinspeak_stream **stream, twinspeak_result *result);

/*
 * Takes the next bytes of the upstream's stream, cut anywhere. The result's body is what the client can be sent: often
 * of no bytes. Whatever the status is, it is to be sent.
 */
twinspeak_status twinspeak_stream_push(
    twinspeak_stream *stream, const uint8_t *bytes, size_t count, twinspeak_result *result);

/*
 * Ends the stream, because the upstream has closed it. The result's body is the rest for the client. TWINSPEAK_CUT_OFF
 * if that was too early; TWINSPEAK_NOT_JSON or TWINSPEAK_UNTRANSLATABLE, here and from push, if something in the
 * stream could not be translated.
 */
twinspeak_status twinspeak_stream_finish(twinspeak_stream *stream, twinspeak_result *result);

/* One of TWINSPEAK_STREAM_…; of a null stream, TWINSPEAK_STREAM_MISUSED. */
int32_t twinspeak_stream_state(const twinspeak_stream *stream);

#ifdef __cplusplus
}
#endif

#endif
