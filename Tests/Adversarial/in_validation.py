"""What is meant to hurt those who check it, and many lines of it."""

from bodies import *

VALIDATION = {
    # Bodies
    "validate-members": (["validate", "--as", "openai"], 300_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "x%d" % k)), 0),
    "validate-long-name": (["validate", "--as", "openai"], 1_000_000, lambda n: chat(user('"a"'), ',"' + "t" * n + '":1'), 0),
    "validate-long-word": (["validate", "--as", "gemini"], 1_000_000, lambda n: gemini('{"role":"' + "u" * n + '","parts":[{"text":"a"}]}'), 1),
    "validate-calls": (["validate", "--as", "openai"], 50_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k)), 0),
    "validate-messages": (["validate", "--as", "openai"], 100_000, lambda n: chat(many(n, lambda k: '{"role":"x","content":[{"type":"y"}]}')), 1),
    "validate-parts": (["validate", "--as", "gemini"], 100_000, lambda n: gemini('{"role":"user","parts":[' + many(n, lambda k: '{"txt":"a"}') + "]}"), 1),
    "validate-schema": (["validate", "--as", "openai"], 20_000, lambda n: chat(user('"a"'), tools(1, lambda _:
        '{"name":"f","strict":true,"parameters":' + schema(many(n, lambda k: '"p%d":{"type":"string"}' % k),
        ',"required":[' + many(n, lambda k: '"p%d"' % (n - 1 - k)) + "]") + "}")), 0),
    "validate-errors-all-listed": (CHAT_CHECK + EVERYTHING, 50_000, lambda n: chat(user("[" + many(n, lambda k: '{"type":"y"}') + "]")), 1),
    "validate-member-with-accents": (CHAT_CHECK, 500_000, lambda n: chat(user('"a"'), ',"%s":1' % accents(n)), 0),
    "validate-member-with-accents-native": (GEMINI_CHECK, 500_000, lambda n: gemini('{"parts":[{"text":"a"}]}', ',"a_%s":1' % accents(n)), 1),
    "validate-role-with-accents": (CHAT_CHECK, 500_000, lambda n: chat('{"role":"%s","content":"a"}' % accents(n)), 1),
    "validate-ids-with-accents": (CHAT_CHECK, 500_000, lambda n: chat(calls(20, lambda k: "f", lambda k: accents(n // 40) + str(k))), 0),
    "validate-below-a-long-name": (CHAT_CHECK + EVERYTHING, 50_000, lambda n: chat(user('"a"'), ',"metadata":{"%s":[%s]}' % ("x" * 16 * n, many(n, lambda k: "1"))), 1),
    "validate-native-members": (GEMINI_CHECK, 300_000, lambda n: gemini('{"parts":[{"text":"a"}]}', "," + hash_names(n, lambda k: "x%d" % k)), 1),
    "validate-huge-number": (GEMINI_CHECK, 1_000_000, lambda n: gemini('{"parts":[{"text":"a"}]}', ',"generationConfig":{"topK":1' + "0" * n + "}"), 1),
    "validate-response": (GEMINI_CHECK + ["--kind", "response"], 100_000, lambda n: parts(many(n, lambda k: '{"txt":"a"}')), 0),
    "validate-completion": (CHAT_CHECK + ["--kind", "response"], 50_000, lambda n: answer('"content":null,"tool_calls":[' + many(n, lambda k:
        '{"id":"c%d","type":"function","function":{"name":"f","arguments":"{}"}}' % k) + "]"), 0),
    "validate-chunk": (CHAT_CHECK + ["--kind", "chunk"], 100_000, lambda n: '{"choices":[' + many(n, lambda k: '{"index":%d,"delta":{}}' % k) + "]}", 0),
    "validate-error": (CHAT_CHECK + ["--kind", "error"], 300_000, lambda n: '{"error":{"message":"a",' + hash_names(n, lambda k: "x%d" % k) + "}}", 0),
    # Schemas, which are held against themselves
    "by-schema-of-references": (BY_SCHEMA, 300, lambda n: '{"additionalProperties":{"$ref":"#/$defs/A0"},"$defs":{' + many(n, lambda k:
        '"A%d":{"additionalProperties":{"anyOf":[{"$ref":"#/$defs/A%d"},{"$ref":"#/$defs/A%d"}]}}' % (k, k + 1, k + 1)) + ',"A%d":{"type":"string"}}}' % n, 0),
    "by-schema-of-unions": (BY_SCHEMA, 20_000, lambda n: '{"anyOf":[' + many(n, lambda k: '{"required":["x%d"]}' % k) + "]}", 1),
    "by-schema-of-required": (BY_SCHEMA, 50_000, lambda n: '{"required":[' + many(n, lambda k: '"x%d"' % k) + "]}", 1),
    "by-schema-of-words": (BY_SCHEMA, 50_000, lambda n: '{"enum":[' + many(n, lambda k: '"x%d"' % k) + "]}", 1),
    "by-schema-of-a-huge-number": (BY_SCHEMA, 1_000_000, lambda n: '{"properties":{"x":{"multipleOf":7}},"x":1' + "0" * n + ',"maxProperties":1e99}', 1),
    "by-schema-with-accents": (BY_SCHEMA, 500_000, lambda n: '{"required":["%s","x"],"%s":1}' % (accents(n // 2), accents(n // 2)), 1),
    "by-schema-below-a-long-name": (BY_SCHEMA, 50_000, lambda n: '{"properties":{"%s":{%s}},"%s":"a"}' % ("x" * 16 * n, hash_names(n, lambda k: "y%d" % k), "x" * 16 * n), 0),
    # Lines
    "lines": (CHAT_LINES, 100_000, lambda n: lines(n, lambda k: chat(user('"a"'))), 0),
    "lines-of-answers": (ANSWER_LINES, 100_000, lambda n: lines(n, lambda k: parts('{"text":"a"}')), 0),
    "lines-that-are-empty": (CHAT_LINES, 1_000_000, lambda n: "\n" * n, 0),
    "lines-that-are-broken": (CHAT_LINES, 300_000, lambda n: "[\n" * n, 3),
    "lines-of-errors": (CHAT_LINES, 100_000, lambda n: lines(n, lambda k: chat('{"role":"x"}')), 4),
    "lines-of-a-batch": (CHAT_LINES, 100_000, lambda n: lines(n, lambda k:
        '{"custom_id":"c%d","method":"POST","url":"/v1/chat/completions","body":%s}' % (k, chat(user('"a"')))), 0),
    "lines-without-end": (CHAT_LINES, 100_000_000, lambda n: chat(user('"' + "x" * n + '"')), 0),
}
