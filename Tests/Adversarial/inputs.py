"""Inputs that are meant to hurt: name → (arguments of the command, size, text of that size, exit code)."""

import json

LIMIT = 1_000  # findings that are listed


def chat(messages: str, rest: str = "") -> str:
    return '{"model":"gemini-2.5-flash","messages":[' + messages + "]" + rest + "}"


def user(content: str) -> str:
    return '{"role":"user","content":' + content + "}"


def gemini(contents: str, rest: str = "") -> str:
    return '{"contents":[' + contents + "]" + rest + "}"


def many(count: int, text, separator: str = ",") -> str:
    return separator.join(text(place) for place in range(count))


def digits(number: int) -> str:
    """Three letters for a number below 36³."""
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    return letters[number // 1296 % 36] + letters[number // 36 % 36] + letters[number % 36]


def calls(count: int, name, identifier) -> str:
    """An assistant's calls and their results."""
    made = many(count, lambda n: '{"id":"%s","type":"function","function":{"name":"%s","arguments":"{}"}}'
                % (identifier(n), name(n)))
    given = many(count, lambda n: '{"role":"tool","tool_call_id":"%s","content":"{}"}' % identifier(n))
    return user('"a"') + ',{"role":"assistant","content":null,"tool_calls":[' + made + "]}," + given


def turns(count: int, name, identifier) -> str:
    """As calls, each in a turn of its own."""
    return user('"a"') + "," + many(count, lambda n: calls(1, name, lambda _: identifier(n)).split("},", 1)[1])


def native_calls(count: int, identifier) -> str:
    made = many(count, lambda n: '{"functionCall":{"name":"f"%s}}' % identifier(n))
    given = many(count, lambda n: '{"functionResponse":{"name":"f","response":{}%s}}' % identifier(n))
    return ('{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[' + made
            + ']},{"role":"user","parts":[' + given + "]}")


def tools(count: int, tool) -> str:
    return ',"tools":[' + many(count, lambda n: '{"type":"function","function":%s}' % tool(n)) + "]"


def event(text: str) -> str:
    return "data: " + text + "\n\n"


def candidate(members: str) -> str:
    return '{"candidates":[{' + members + "}]}"


def parts(text: str) -> str:
    return candidate('"content":{"role":"model","parts":[' + text + "]}")


STOP = event(candidate('"content":{"role":"model","parts":[{"text":"."}]},"finishReason":"STOP"'))
DONE = event('{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}') + event("[DONE]")


def delta(text: str) -> str:
    return event('{"choices":[{"index":0,"delta":' + text + "}]}")


def piece(path: str, value: str = '"stringValue":"x"') -> str:
    return '{"jsonPath":"%s",%s}' % (path, value)


def bomb(count: int, path, per_event: int = 100) -> str:
    """Arguments of one call in pieces."""
    begun = event(parts('{"functionCall":{"name":"f","willContinue":true}}'))
    for start in range(0, count, per_event):
        pieces = many(min(per_event, count - start), lambda n: piece(path(start + n)))
        begun += event(parts('{"functionCall":{"partialArgs":[' + pieces + '],"willContinue":true}}'))
    return begun + event(parts('{"functionCall":{}}')) + STOP


def answer(message: str, rest: str = "") -> str:
    return '{"choices":[{"index":0,"message":{"role":"assistant",' + message + '},"finish_reason":"stop"' + rest + "}]}"


def schema(properties: str, rest: str = "") -> str:
    return '{"type":"object","properties":{' + properties + "}" + rest + "}"


def hash_names(count: int, name) -> str:
    return many(count, lambda n: '"%s":%d' % (name(n), n))


OPENAI = ["request", "--from", "openai"]
GEMINI = ["request", "--from", "gemini", "--model", "m"]
LENIENT = OPENAI + ["--lenient"]
TO_GEMINI = ["stream", "--from", "openai"]
TO_OPENAI = ["stream", "--from", "gemini"]
FROM_GEMINI = ["response", "--from", "gemini"]
FROM_OPENAI = ["response", "--from", "openai"]
SCHEMA = ["schema"]
LONG = "x" * 61  # and three letters: as long as names may be

CASES = {
    # Nesting
    "brackets": (OPENAI, 1_000_000, lambda n: "[" * n, 3),
    "deep-arguments": (OPENAI, 2_000, lambda n: chat(user('"a"'), tools(n, lambda k:
        '{"name":"f%d","parameters":{"type":"object","properties":{"a":' % k + '{"type":"array","items":' * 100
        + '{"type":"string"}' + "}" * 100 + "}}}")), 0),
    "deep-unknown": (OPENAI, 4_000, lambda n: chat(user('"a"'), "," + many(n, lambda k:
        '"x%d":' % k + '{"a":' * 200 + "1" + "}" * 200)), 0),
    "deep-schema": (SCHEMA, 4_000, lambda n: schema(many(n, lambda k:
        '"a%d":' % k + '{"type":"array","items":' * 60 + '{"type":"string"}' + "}" * 60)), 0),
    # Members
    "members": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "x%d" % k)), 0),
    "members-duplicate": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "temperature")), 0),
    "members-of-arguments": (GEMINI, 1_000_000, lambda n: gemini(
        '{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{'
        + hash_names(n, lambda k: "x%d" % k) + '}}}]}'), 0),
    "members-of-properties": (SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p%d":{"type":"string"}' % k)), 0),
    "properties-duplicate": (SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p":{"type":"string"}')), 0),
    "properties-required": (OPENAI, 50_000, lambda n: chat(user('"a"'), tools(1, lambda _:
        '{"name":"f","parameters":' + schema(many(n, lambda k: '"p%d":{"type":"string"}' % k),
        ',"required":[' + many(n, lambda k: '"p%d"' % (n - 1 - k)) + "]") + "}")), 0),
    "required-unknown": (OPENAI, 50_000, lambda n: chat(user('"a"'), tools(1, lambda _:
        '{"name":"f","parameters":' + schema(many(n, lambda k: '"p%d":{"type":"string"}' % k),
        ',"required":[' + many(n, lambda k: '"q%d"' % k) + "]") + "}")), 0),
    # Parts
    "parts": (OPENAI, 1_000_000, lambda n: chat(user("[" + many(n, lambda k: '{"type":"text","text":"a"}') + "]")), 0),
    "parts-native": (GEMINI, 1_000_000, lambda n: gemini('{"role":"user","parts":[' + many(n, lambda k: '{"text":"a"}') + "]}"), 0),
    "parts-of-assistant": (GEMINI, 300_000, lambda n: gemini('{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":['
        + many(n, lambda k: '{"text":"a","thoughtSignature":"c2ln"}') + "]}"), 0),
    "messages": (OPENAI, 300_000, lambda n: chat(many(n, lambda k: user('"a"'))), 0),
    "messages-of-system": (OPENAI, 300_000, lambda n: chat(user('"a"') + "," + many(n, lambda k: '{"role":"system","content":"a"}')), 0),
    "messages-of-assistant": (OPENAI, 300_000, lambda n: chat(user('"a"') + "," + many(n, lambda k: '{"role":"assistant","content":"a"}')), 0),
    "parts-unknown": (LENIENT, 1_000_000, lambda n: chat(user('[{"type":"text","text":"a"},' + many(n, lambda k: '{"type":"x"}') + "]")), 0),
    "remote-media": (OPENAI, 100_000, lambda n: chat(user("[" + many(n, lambda k:
        '{"type":"image_url","image_url":{"url":"https://example.com/%d.png"}}' % k) + "]")), 0),
    # References
    "references-chained": (SCHEMA, 10_000, lambda n: schema('"a":{"$ref":"#/$defs/A0"}', ',"$defs":{' + many(n, lambda k:
        '"A%d":{"type":"object","properties":{"a":{"$ref":"#/$defs/A%d"}}}' % (k, k + 1)) + ',"A%d":{"type":"string"}}' % n), None),
    "references-to-one": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A"}' % k),
        ',"$defs":{"A":{"type":"string"}}'), 0),
    "references-to-all": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A%d"}' % (k, k)),
        ',"$defs":{' + many(n, lambda k: '"A%d":{"type":"string"}' % k) + "}"), 0),
    "references-missing": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/B%d"}' % (k, k)),
        ',"$defs":{' + many(n, lambda k: '"A%d":{"type":"string"}' % k) + "}"), None),
    "references-to-a-long-one": (SCHEMA, 64_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A"}' % k),
        ',"$defs":{"A":' + schema(many(n, lambda k: '"q%d":{"type":"string"}' % k)) + "}"), None),
    "references-of-tools": (OPENAI + ["--schemas", "openapi"], 2_000, lambda n: chat(user('"a"'), tools(n, lambda k:
        '{"name":"f%d","parameters":%s}' % (k, schema('"a":{"$ref":"#/$defs/A"}', ',"$defs":{"A":{"type":"string"}}')))), 0),
    "unions": (SCHEMA, 20_000, lambda n: schema('"a":{"anyOf":[' + many(n, lambda k: '{"const":"c%d"}' % k) + "]}"), 0),
    "all-of": (SCHEMA, 20_000, lambda n: '{"allOf":[' + many(n, lambda k: schema('"p%d":{"type":"string"}' % k)) + "]}", 0),
    "all-of-one-property": (SCHEMA, 20_000, lambda n: '{"allOf":[' + many(n, lambda k: schema('"p":{"minLength":%d}' % k)) + "]}", None),
    "enum": (SCHEMA, 100_000, lambda n: schema('"a":{"enum":[' + many(n, lambda k: '"e%d"' % k) + "]}"), 0),
    "types": (SCHEMA, 100_000, lambda n: schema('"a":{"type":[' + many(n, lambda k: '"string"') + "]}"), None),
    # Calls
    "calls": (OPENAI, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k)), 0),
    "calls-of-one-id": (OPENAI, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c")), None),
    "calls-in-turns": (OPENAI, 50_000, lambda n: chat(turns(n, lambda k: "f", lambda k: "c%d" % k)), 0),
    "calls-in-turns-of-one-id": (OPENAI, 50_000, lambda n: chat(turns(n, lambda k: "f", lambda k: "c")), 0),
    "calls-native": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: "")), 0),
    "calls-native-ids": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: ',"id":"c%d"' % k)), 0),
    "calls-native-one-id": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: ',"id":"c"')), None),
    "calls-native-taken-ids": (GEMINI, 50_000, lambda n: gemini(native_calls(2 * n, lambda k: ',"id":"call_%d"' % (k + 1) if k < n else "")), 0),
    "results-without-call": (LENIENT, 100_000, lambda n: chat(user('"a"') + "," + many(n, lambda k:
        '{"role":"tool","tool_call_id":"c%d","content":"{}"}' % k)), 0),
    "calls-without-result": (LENIENT, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k).split(',{"role":"tool"')[0]
        + "," + user('"b"')), 0),
    # Names
    "names-that-meet": (OPENAI, 20_000, lambda n: chat(user('"a"'), tools(n, lambda k: '{"name":"a%s"}' % chr(0x4E00 + k))), 0),
    "names-that-meet-cut": (OPENAI, 10_000, lambda n: chat(user('"a"'), tools(2 * n, lambda k:
        '{"name":"%s%s"}' % (LONG, digits(k // 2) + "x" * (k % 2)))), 0),
    "names-hashed": (OPENAI, 200_000, lambda n: chat(user('"a"'), ',"metadata":{' + many(n, lambda k: '"k%d":"v"' % (k << 20)) + "}"), 0),
    "names-allowed": (GEMINI, 20_000, lambda n: gemini('{"parts":[{"text":"a"}]}',
        ',"tools":[{"functionDeclarations":[' + many(n, lambda k: '{"name":"f%d"}' % k) + ']}],"toolConfig":{"functionCallingConfig":{'
        + '"mode":"ANY","allowedFunctionNames":[' + many(n, lambda k: '"f%d"' % k) + "]}}"), 0),
    # Numbers and strings
    "huge-number": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), ',"temperature":' + "9" * n), None),
    "huge-numbers": (OPENAI, 100_000, lambda n: chat(user('"a"'), "," + many(n, lambda k: '"max_tokens":1e%d' % (k + 400))), None),
    "huge-seed": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), ',"seed":' + "7" * n), None),
    "escapes": (OPENAI, 1_000_000, lambda n: chat(user('"' + "\\ud83d\\u0041" * n + '"')), 0),
    "arguments-escaped": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":'
        '{"name":"f","arguments":' + json.dumps('{"a":"' + "\\u0041" * n + '"}') + '}}]},{"role":"tool","tool_call_id":"c","content":"x"}'), 0),
    "result-with-reference": (OPENAI, 100_000, lambda n: chat(calls(1, lambda k: "f", lambda k: "c").rsplit('"{}"', 1)[0]
        + json.dumps("[" + many(n, lambda k: '{"a":{"$ref":"x"}}') + "]") + "}"), 0),
    "data-url": (OPENAI, 100_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:image/png;base64,' + "A" * n + '"}}]')), 0),
    "data-url-escaped": (OPENAI, 10_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:image/png,' + "%41" * (n // 3) + '"}}]')), 0),
    "data-url-without-comma": (OPENAI, 10_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:' + ";" * n + '"}}]')), None),
    "data-urls-in-text": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "![a](data:image/png;base64,AAAA" * n + '"}'), 0),
    "images-in-text": (OPENAI, 100_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "![a](data:image/png;base64,AAAA)" * n + '"}'), 0),
    "thought-tags": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "<thought>" * n + '","extra_content":{"google":{"thought":true}}}'), 0),
    "reasoning-details": (OPENAI, 100_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"b","reasoning_details":['
        + many(n, lambda k: '{"type":"reasoning.encrypted","id":"c%d","format":"google-gemini-v1","data":"c2ln"}' % k) + "]}"), 0),
    "part-signatures": (OPENAI, 50_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "a" * n + '","extra_content":{"google":{"part_signatures":['
        + many(n, lambda k: '{"index":%d,"part":%d,"thought_signature":"c2ln"}' % (k, k)) + "]}}}"), 0),
    "stops": (OPENAI, 300_000, lambda n: chat(user('"a"'), ',"stop":[' + many(n, lambda k: '"s%d"' % k) + "]"), 0),
    # Answers
    "candidates": (FROM_GEMINI, 50_000, lambda n: '{"candidates":[' + many(n, lambda k:
        '{"index":%d,"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}' % (n - k)) + "]}", 0),
    "candidates-of-one-index": (FROM_GEMINI, 50_000, lambda n: '{"candidates":[' + many(n, lambda k:
        '{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}') + "]}", 0),
    "supports": (FROM_GEMINI, 20_000, lambda n: candidate('"content":{"parts":[{"text":"' + "é" * n + '"}]},"finishReason":"STOP","groundingMetadata":{'
        '"groundingChunks":[{"web":{"uri":"https://a.example","title":"a"}}],"groundingSupports":[' + many(n, lambda k:
        '{"segment":{"startIndex":%d,"endIndex":%d},"groundingChunkIndices":[0]}' % (2 * k, 2 * k + 2)) + "]}"), 0),
    "chunks-of-supports": (FROM_GEMINI, 2_000, lambda n: candidate('"content":{"parts":[{"text":"a"}]},"finishReason":"STOP","groundingMetadata":{'
        '"groundingChunks":[' + many(n, lambda k: '{"web":{"uri":"https://a.example/%d","title":"a"}}' % k) + '],"groundingSupports":['
        '{"segment":{"endIndex":1},"groundingChunkIndices":[' + many(n, lambda k: str(k)) + "]}]}"), 0),
    "annotations": (FROM_OPENAI, 20_000, lambda n: answer('"content":"' + "é" * n + '","annotations":[' + many(n, lambda k:
        '{"type":"url_citation","url_citation":{"start_index":%d,"end_index":%d,"url":"https://a.example/%d","title":"a"}}' % (k, k + 1, k)) + "]"), 0),
    "logprobs": (FROM_OPENAI, 50_000, lambda n: answer('"content":"a"', ',"logprobs":{"content":['
        + many(n, lambda k: '{"token":"a","logprob":-1,"bytes":[97],"top_logprobs":[{"token":"b","logprob":-2,"bytes":[98]}]}') + "]}"), 0),
    "logprobs-native": (FROM_GEMINI, 50_000, lambda n: candidate('"content":{"parts":[{"text":"a"}]},"finishReason":"STOP","logprobsResult":{"chosenCandidates":['
        + many(n, lambda k: '{"token":"a","logProbability":-1}') + '],"topCandidates":[' + many(n, lambda k: '{"candidates":[{"token":"b","logProbability":-2}]}') + "]}"), 0),
    "markdown-images": (FROM_OPENAI, 100_000, lambda n: answer('"content":"' + "![](data:image/png;base64,AA" * n + '"'), 0),
    "error-page": (["error", "--from", "gemini", "--status", "502"], 10_000_000, lambda n: "<" * n, 0),
    "error-page-of-tags": (["error", "--from", "gemini", "--status", "502"], 1_000_000, lambda n: "<title" * n, 0),
    "error-of-urls": (["error", "--from", "gemini", "--status", "400"], 300_000, lambda n: '{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"'
        + "https://a.example/?a=1 " * n + '"}}', 0),
    # Streams
    "stream-without-line-ends": (TO_OPENAI, 60_000_000, lambda n: "data: " + "x" * n, None),
    "stream-of-one-line": (TO_OPENAI, 60_000_000, lambda n: "x" * n, None),
    "stream-of-comments": (TO_OPENAI, 1_000_000, lambda n: ":\n\n" * n + STOP, 0),
    "stream-of-data-lines": (TO_OPENAI, 1_000_000, lambda n: "data:\n" * n, None),
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
    "partial-far": (TO_OPENAI, 1_000, lambda n: bomb(n, lambda k: "$.a[%d]" % (999_999_999 + k)), None),
    "partial-long-path": (TO_OPENAI, 1_000_000, lambda n: bomb(1, lambda k: "$.a" + "[0]" * n), None),
    "stream-of-grounding": (TO_OPENAI, 5_000, lambda n: event(parts('{"text":"' + "é" * 20 + '"}')) * n + event(candidate(
        '"finishReason":"STOP","groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a.example","title":"a"}}],"groundingSupports":['
        + many(n, lambda k: '{"segment":{"startIndex":%d,"endIndex":%d},"groundingChunkIndices":[0]}' % (40 * k, 40 * k + 40)) + "]}")), 0),
    # Validation
    "validate-members": (["validate", "--as", "openai"], 300_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "x%d" % k)), None),
    "validate-long-name": (["validate", "--as", "openai"], 1_000_000, lambda n: chat(user('"a"'), ',"' + "t" * n + '":1'), None),
    "validate-long-word": (["validate", "--as", "gemini"], 1_000_000, lambda n: gemini('{"role":"' + "u" * n + '","parts":[{"text":"a"}]}'), None),
    "validate-calls": (["validate", "--as", "openai"], 50_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k)), None),
    "validate-messages": (["validate", "--as", "openai"], 100_000, lambda n: chat(many(n, lambda k: '{"role":"x","content":[{"type":"y"}]}')), None),
    "validate-parts": (["validate", "--as", "gemini"], 100_000, lambda n: gemini('{"role":"user","parts":[' + many(n, lambda k: '{"txt":"a"}') + "]}"), None),
    "validate-schema": (["validate", "--as", "openai"], 20_000, lambda n: chat(user('"a"'), tools(1, lambda _:
        '{"name":"f","strict":true,"parameters":' + schema(many(n, lambda k: '"p%d":{"type":"string"}' % k),
        ',"required":[' + many(n, lambda k: '"p%d"' % (n - 1 - k)) + "]") + "}")), None),
}
