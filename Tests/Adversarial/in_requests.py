"""Requests of both sides that are meant to hurt."""

import json

from bodies import *

REQUESTS = {
    # Nesting
    "brackets": (OPENAI, 1_000_000, lambda n: "[" * n, 3),
    "deep-arguments": (OPENAI, 2_000, lambda n: chat(user('"a"'), tools(n, lambda k:
        '{"name":"f%d","parameters":{"type":"object","properties":{"a":' % k + '{"type":"array","items":' * 100
        + '{"type":"string"}' + "}" * 100 + "}}}")), 0),
    "deep-unknown": (OPENAI, 4_000, lambda n: chat(user('"a"'), "," + many(n, lambda k:
        '"x%d":' % k + '{"a":' * 200 + "1" + "}" * 200)), 0),
    # Members
    "members": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "x%d" % k)), 0),
    "members-duplicate": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), "," + many(n, lambda k: '"top_p":1')), 0),
    "members-of-arguments": (GEMINI, 1_000_000, lambda n: gemini(
        '{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{'
        + hash_names(n, lambda k: "x%d" % k) + '}}}]}'), 0),
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
    # Calls and results
    "calls": (OPENAI, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k)), 0),
    "calls-of-one-id": (OPENAI, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c")), 0),
    "calls-in-turns": (OPENAI, 50_000, lambda n: chat(turns(n, lambda k: "f", lambda k: "c%d" % k)), 0),
    "calls-in-turns-of-one-id": (OPENAI, 50_000, lambda n: chat(turns(n, lambda k: "f", lambda k: "c")), 0),
    "calls-native": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: "")), 0),
    "calls-native-ids": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: ',"id":"c%d"' % k)), 0),
    "calls-native-one-id": (GEMINI, 100_000, lambda n: gemini(native_calls(n, lambda k: ',"id":"c"')), 0),
    "calls-native-taken-ids": (GEMINI, 50_000, lambda n: gemini(native_calls(2 * n, lambda k: ',"id":"call_%d"' % (k + 1) if k < n else "")), 0),
    "results-without-call": (LENIENT, 100_000, lambda n: chat(user('"a"') + "," + many(n, lambda k:
        '{"role":"tool","tool_call_id":"c%d","content":"{}"}' % k)), 0),
    "calls-without-result": (LENIENT, 100_000, lambda n: chat(calls(n, lambda k: "f", lambda k: "c%d" % k).split(',{"role":"tool"')[0]
        + "," + user('"b"')), 0),
    # Names
    "names-that-meet": (OPENAI, 20_000, lambda n: chat(user('"a"'), tools(n, lambda k: '{"name":"a%s"}' % chr(0x4E00 + k))), 0),
    "names-that-meet-cut": (OPENAI, 10_000, lambda n: chat(user('"a"'), tools(2 * n, lambda k:
        '{"name":"%s%s"}' % (LONG, digits(k // 2) + "x" * (k % 2)))), 0),
    "names-allowed": (GEMINI, 20_000, lambda n: gemini('{"parts":[{"text":"a"}]}',
        ',"tools":[{"functionDeclarations":[' + many(n, lambda k: '{"name":"f%d"}' % k) + ']}],"toolConfig":{"functionCallingConfig":{'
        + '"mode":"ANY","allowedFunctionNames":[' + many(n, lambda k: '"f%d"' % k) + "]}}"), 0),
    # Numbers and strings
    "huge-number": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), ',"temperature":' + "9" * n), 4),
    "huge-numbers": (OPENAI, 100_000, lambda n: chat(user('"a"'), "," + many(n, lambda k: '"max_tokens":1e%d' % (k + 400))), 4),
    "huge-seed": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), ',"seed":' + "7" * n), 0),
    "escapes": (OPENAI, 1_000_000, lambda n: chat(user('"' + "\\ud83d\\u0041" * n + '"')), 0),
    "arguments-escaped": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":'
        '{"name":"f","arguments":' + json.dumps('{"a":"' + "\\u0041" * n + '"}') + '}}]},{"role":"tool","tool_call_id":"c","content":"x"}'), 0),
    "result-with-reference": (OPENAI, 100_000, lambda n: chat(calls(1, lambda k: "f", lambda k: "c").rsplit('"{}"', 1)[0]
        + json.dumps("[" + many(n, lambda k: '{"a":{"$ref":"x"}}') + "]") + "}"), 0),
    "data-url": (OPENAI, 100_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:image/png;base64,' + "A" * n + '"}}]')), 0),
    "data-url-escaped": (OPENAI, 10_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:image/png,' + "%41" * (n // 3) + '"}}]')), 0),
    "data-url-without-comma": (OPENAI, 10_000_000, lambda n: chat(user('[{"type":"image_url","image_url":{"url":"data:' + ";" * n + '"}}]')), 4),
    "data-urls-in-text": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "![a](data:image/png;base64,AAAA" * n + '"}'), 0),
    "images-in-text": (OPENAI, 100_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "![a](data:image/png;base64,AAAA)" * n + '"}'), 0),
    "thought-tags": (OPENAI, 200_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "<thought>" * n + '","extra_content":{"google":{"thought":true}}}'), 0),
    "reasoning-details": (OPENAI, 100_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"b","reasoning_details":['
        + many(n, lambda k: '{"type":"reasoning.encrypted","id":"c%d","format":"google-gemini-v1","data":"c2ln"}' % k) + "]}"), 0),
    "part-signatures": (OPENAI, 50_000, lambda n: chat(user('"a"') + ',{"role":"assistant","content":"' + "a" * n + '","extra_content":{"google":{"part_signatures":['
        + many(n, lambda k: '{"index":%d,"part":%d,"thought_signature":"c2ln"}' % (k, k)) + "]}}}"), 0),
    "stops": (OPENAI, 300_000, lambda n: chat(user('"a"'), ',"stop":[' + many(n, lambda k: '"s%d"' % k) + "]"), 0),
    "brackets-and-braces": (OPENAI, 500_000, lambda n: '{"a":[' * n, 3),
    "brackets-native": (GEMINI, 1_000_000, lambda n: "[" * n, 3),
    "members-native": (GEMINI, 1_000_000, lambda n: gemini('{"parts":[{"text":"a"}]}', "," + hash_names(n, lambda k: "x%d" % k)), 0),
    "members-in-both-spellings": (GEMINI, 200_000, lambda n: gemini('{"parts":[{"text":"a"}]}', "," + many(n, lambda k:
        '"generationConfig":{"topK":1},"generation_config":{"topK":1}')), 0),
    "members-below-a-long-name": (OPENAI, 100_000, lambda n: chat(user('"a"'), ',"extra_body":{"google":{"tools":[{"fileSearch":{"'
        + "x" * 8 * n + '":{' + hash_names(n, lambda k: "x%d" % k) + "}}}]}}"), 0),
    "media-native": (GEMINI, 300_000, lambda n: gemini('{"role":"user","parts":[' + many(n, lambda k:
        '{"inlineData":{"mimeType":"image/png","data":"AAAA"}}') + "]}"), 0),
    "names-of-one-fingerprint": (OPENAI, 300_000, lambda n: chat(user('"a"'), "," + twins(n,
        "model messages tools tool_choice temperature top_p stop stream seed n response_format reasoning_effort user extra_body")), 0),
    "names-of-one-fingerprint-native": (GEMINI, 300_000, lambda n: gemini('{"parts":[{"text":"a"}]}', "," + twins(n,
        "contents systemInstruction generationConfig tools toolConfig safetySettings cachedContent labels serviceTier")), 0),
    "name-with-accents": (OPENAI, 500_000, lambda n: chat(user('"a"'), tools(3, lambda k: '{"name":"%s%d"}' % (accents(n // 3), k))), 0),
    "name-with-accents-native": (GEMINI, 500_000, lambda n: gemini('{"parts":[{"text":"a"}]}',
        ',"tools":[{"functionDeclarations":[{"name":"' + accents(n) + '"}]}]'), 0),
    "ids-with-accents": (OPENAI, 500_000, lambda n: chat(calls(20, lambda k: "f", lambda k: accents(n // 40) + str(k))), 0),
    "ids-with-accents-native": (GEMINI, 500_000, lambda n: gemini(native_calls(20, lambda k: ',"id":"%s%d"' % (accents(n // 40), k))), 0),
    "member-with-accents": (OPENAI, 500_000, lambda n: chat(user('"a"'), ',"%s":1' % accents(n)), 0),
    "member-with-accents-below": (OPENAI, 500_000, lambda n: chat(user('"a"'), ',"extra_body":{"google":{"tools":[{"fileSearch":{"a_%s":1}}]}}' % accents(n)), 0),
    "role-with-accents": (OPENAI, 500_000, lambda n: chat('{"role":"%s","content":"a"}' % accents(n)), 4),
    "model-with-accents": (OPENAI, 500_000, lambda n: '{"model":"a/%s","messages":[%s]}' % (accents(n), user('"a"')), 0),
    "custom-tool-with-accents": (OPENAI, 500_000, lambda n: chat(user('"a"'), ',"tools":[{"type":"custom","custom":{"name":"%s"}}]' % accents(n)), 0),
    "huge-number-native": (GEMINI, 1_000_000, lambda n: gemini('{"parts":[{"text":"a"}]}', ',"generationConfig":{"topK":1' + "0" * n + "}"), 4),
    "huge-exponent": (OPENAI, 1_000_000, lambda n: chat(user('"a"'), ',"max_tokens":1e' + "9" * n), 4),
    # Findings
    "notes": (OPENAI, 1_000_000, lambda n: chat(user("[" + many(n, lambda k: '{"type":"text","text":"a","cache_control":{}}') + "]")), 0),
    "errors": (OPENAI, 1_000_000, lambda n: chat(user("[" + many(n, lambda k: '{"type":"x"}') + "]")), 4),
    "errors-native": (GEMINI, 1_000_000, lambda n: gemini('{"role":"user","parts":[' + many(n, lambda k: '{"x":1}') + "]}"), 4),
    "notes-all-listed": (OPENAI + EVERYTHING, 1_000_000, lambda n: chat(user("[" + many(n, lambda k:
        '{"type":"text","text":"a","cache_control":{}}') + "]")), 0),
    "warnings-all-listed": (OPENAI + EVERYTHING, 1_000_000, lambda n: chat(user('"a"'), "," + hash_names(n, lambda k: "x%d" % k)), 0),
    "errors-all-listed": (OPENAI + EVERYTHING, 1_000_000, lambda n: chat(user("[" + many(n, lambda k: '{"type":"x"}') + "]")), 4),
}
