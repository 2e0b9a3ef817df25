"""Streams of both sides that are meant to hurt."""

from bodies import *

STREAMS = {
    # Streams
    "stream-without-line-ends": (TO_OPENAI, 60_000_000, lambda n: "data: " + "x" * n, 3),
    "stream-of-one-line": (TO_OPENAI, 60_000_000, lambda n: "x" * n, 3),
    "stream-of-comments": (TO_OPENAI, 1_000_000, lambda n: ":\n\n" * n + STOP, 0),
    "stream-of-data-lines": (TO_OPENAI, 1_000_000, lambda n: "data:\n" * n, 1),
    "stream-of-texts": (TO_OPENAI, 100_000, lambda n: event(parts('{"text":"é"}')) * n + STOP, 0),
    "stream-of-parts": (TO_OPENAI, 300_000, lambda n: event(parts(many(n, lambda k: '{"text":"a"}'))) + STOP, 0),
    "stream-of-deltas": (TO_GEMINI, 100_000, lambda n: delta('{"content":"é"}') * n + DONE, 0),
    "stream-of-fragments": (TO_GEMINI, 100_000, lambda n: delta('{"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{\\"a\\":\\""}}]}')
        + delta('{"tool_calls":[{"index":0,"function":{"arguments":"x"}}]}') * n + delta('{"tool_calls":[{"index":0,"function":{"arguments":"\\"}"}}]}') + DONE, 0),
    "stream-of-fragments-in-turn": (TO_GEMINI, 2_000, lambda n: (delta('{"tool_calls":[' + many(n, lambda k:
        '{"index":%d,"id":"c%d","type":"function","function":{"name":"f","arguments":""}}' % (k, k)) + "]}"))
        + "".join(delta('{"tool_calls":[{"index":%d,"function":{"arguments":"{}"}}]}' % (n - 1 - k)) for k in range(n)) + DONE, 0),
    "stream-of-calls": (TO_GEMINI, 50_000, lambda n: "".join(delta('{"tool_calls":[{"index":%d,"id":"c%d","type":"function","function":{"name":"f","arguments":"{}"}}]}'
        % (k, k)) for k in range(n)) + DONE, 0),
    "stream-of-native-calls": (TO_OPENAI, 50_000, lambda n: event(parts('{"functionCall":{"name":"f","args":{}}}')) * n + STOP, 0),
    "stream-of-choices": (TO_GEMINI, 2_000, lambda n: event('{"choices":[' + many(n, lambda k: '{"index":%d,"delta":{"content":"a"},"finish_reason":"stop"}' % k) + "]}")
        * 2 + event("[DONE]"), 0),
    "stream-of-thought-tags": (TO_GEMINI, 50_000, lambda n: delta('{"content":"<"}') * n + DONE, 0),
    "stream-of-array": (TO_OPENAI, 100_000, lambda n: "[" + many(n, lambda k: parts('{"text":"a"}')) + "," + candidate('"finishReason":"STOP"') + "]", 0),
    "stream-of-findings": (TO_OPENAI, 50_000, lambda n: "".join(event(parts('{"text":"a","x%d":1}' % k)) for k in range(n)) + STOP, 0),
    "partial-arguments": (TO_OPENAI, 50_000, lambda n: bomb(n, lambda k: "$.a"), 0),
    "partial-members": (TO_OPENAI, 50_000, lambda n: bomb(n, lambda k: "$.a%d" % k), 0),
    "partial-places": (TO_OPENAI, 50_000, lambda n: bomb(n, lambda k: "$.a[%d]" % k), 0),
    "partial-deep": (TO_OPENAI, 5_000, lambda n: bomb(n, lambda k: "$.a[%d]" % k + ".b" * 100), 0),
    "partial-far": (TO_OPENAI, 1_000, lambda n: bomb(n, lambda k: "$.a[%d]" % (999_999_999 + k)), 4),
    "partial-long-path": (TO_OPENAI, 1_000_000, lambda n: bomb(1, lambda k: "$.a" + "[0]" * n), 4),
    "stream-of-grounding": (TO_OPENAI, 5_000, lambda n: event(parts('{"text":"' + "é" * 20 + '"}')) * n + event(candidate(
        '"finishReason":"STOP","groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a.example","title":"a"}}],"groundingSupports":['
        + many(n, lambda k: '{"segment":{"startIndex":%d,"endIndex":%d},"groundingChunkIndices":[0]}' % (40 * k, 40 * k + 40)) + "]}")), 0),
    "stream-of-brackets": (TO_OPENAI, 1_000_000, lambda n: event("[" * n), 3),
    "stream-of-brackets-to-gemini": (TO_GEMINI, 1_000_000, lambda n: event("[" * n), 3),
    "stream-of-members": (TO_OPENAI, 300_000, lambda n: event(parts('{"text":"a"}')[:-1] + "," + hash_names(n, lambda k: "x%d" % k) + "}") + STOP, 0),
    "stream-of-members-to-gemini": (TO_GEMINI, 300_000, lambda n: event('{"choices":[{"index":0,"delta":{"content":"a"}}],'
        + hash_names(n, lambda k: "x%d" % k) + "}") + DONE, 0),
    "stream-without-line-ends-to-gemini": (TO_GEMINI, 60_000_000, lambda n: "data: " + "x" * n, 3),
    "stream-of-carriage-returns": (TO_OPENAI, 1_000_000, lambda n: "\r" * n + STOP, 0),
    "stream-of-array-without-end": (TO_OPENAI, 1_000_000, lambda n: '[{"candidates":[' + "{}," * n, 1),
    "stream-of-one-image": (TO_OPENAI, 60_000_000, lambda n: event(parts('{"inlineData":{"mimeType":"image/png","data":"' + "A" * n + '"}}')) + STOP, 0),
    "stream-of-one-image-to-gemini": (TO_GEMINI, 60_000_000, lambda n: delta('{"content":"![image](data:image/png;base64,' + "A" * (n // 4 * 4) + ')"}') + DONE, 0),
    "stream-of-one-image-in-pieces-to-gemini": (TO_GEMINI, 20_000, lambda n: delta('{"content":"![image](data:image/png;base64,"}')
        + delta('{"content":"AAAA"}') * n + delta('{"content":")"}') + DONE, 0),
    "stream-of-far-calls-to-gemini": (TO_GEMINI, 20_000, lambda n: "".join(delta('{"tool_calls":[{"index":%d,"id":"c%d","type":"function","function":{"name":"f","arguments":"{}"}}]}'
        % (999_999_999 - k, k)) for k in range(n)) + DONE, 0),
    "stream-of-calls-of-one-id-to-gemini": (TO_GEMINI, 20_000, lambda n: "".join(delta('{"tool_calls":[{"index":%d,"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}'
        % k) for k in range(n)) + DONE, 0),
    "stream-of-ids-with-accents-to-gemini": (TO_GEMINI, 500_000, lambda n: "".join(delta('{"tool_calls":[{"index":%d,"id":"%s%d","type":"function","function":{"name":"f","arguments":"{}"}}]}'
        % (k, accents(n // 20), k)) for k in range(20)) + DONE, 0),
    "stream-of-far-choices-to-gemini": (TO_GEMINI, 2_000, lambda n: event('{"choices":[' + many(n, lambda k:
        '{"index":%d,"delta":{"content":"a"},"finish_reason":"stop"}' % (999_999_999 - k)) + "]}") + event("[DONE]"), 0),
    "stream-of-findings-to-gemini": (TO_GEMINI, 50_000, lambda n: "".join(delta('{"content":"a","x%d":1}' % k) for k in range(n)) + DONE, 0),
    "stream-of-findings-all-listed": (TO_OPENAI + EVERYTHING, 50_000, lambda n: "".join(event(parts('{"text":"a","x%d":1}' % k)) for k in range(n)) + STOP, 0),
    "stream-of-grounding-in-pieces": (TO_OPENAI, 20_000, lambda n: event(parts('{"text":"a"}')) + "".join(event(candidate(
        '"groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a.example/%d","title":"a"}}]}' % k)) for k in range(n)) + STOP, 0),
    "stream-of-grounding-of-members": (TO_OPENAI, 50_000, lambda n: event(candidate('"groundingMetadata":{' + hash_names(n, lambda k: "x%d" % k) + "}"))
        + event(candidate('"groundingMetadata":{"x":1}')) * n + STOP, 0),
    "partial-index-bomb": (TO_OPENAI, 1_000, lambda n: bomb(n, lambda k: "$.a[999999999]"), 4),
    "partial-index-beyond-numbers": (TO_OPENAI, 1_000_000, lambda n: bomb(1, lambda k: "$.a[" + "9" * n + "]"), 4),
    "partial-names-with-accents": (TO_OPENAI, 500_000, lambda n: bomb(1, lambda k: "$.a" + accents(n)), 0),
    "partial-texts": (TO_OPENAI, 50_000, lambda n: event(parts('{"functionCall":{"name":"f","willContinue":true}}')) + event(parts(
        '{"functionCall":{"partialArgs":[{"jsonPath":"$.a","stringValue":"x","willContinue":true}],"willContinue":true}}')) * n
        + event(parts('{"functionCall":{}}')) + STOP, 0),
}
