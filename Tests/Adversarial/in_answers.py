"""Responses and errors of both sides that are meant to hurt."""

from bodies import *

ANSWERS = {
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
    "brackets-of-answer": (FROM_GEMINI, 1_000_000, lambda n: "[" * n, 3),
    "members-of-answer": (FROM_GEMINI, 1_000_000, lambda n: parts('{"text":"a"}')[:-1] + "," + hash_names(n, lambda k: "x%d" % k) + "}", 0),
    "members-of-completion": (FROM_OPENAI, 1_000_000, lambda n: answer('"content":"a"')[:-1] + "," + hash_names(n, lambda k: "x%d" % k) + "}", 0),
    "members-of-usage": (FROM_GEMINI, 300_000, lambda n: parts('{"text":"a"}')[:-1] + ',"usageMetadata":{"promptTokenCount":1,'
        + hash_names(n, lambda k: "x%d" % k) + "}}", 0),
    "members-duplicate-in-answer": (FROM_GEMINI, 300_000, lambda n: parts('{"text":"a"}')[:-1] + "," + many(n, lambda k: '"modelVersion":"m"') + "}", 0),
    "members-duplicate-in-completion": (FROM_OPENAI, 300_000, lambda n: answer('"content":"a"')[:-1] + "," + many(n, lambda k: '"model":"m"') + "}", 0),
    "members-of-grounding": (FROM_GEMINI, 300_000, lambda n: candidate('"content":{"parts":[{"text":"a"}]},"finishReason":"STOP","groundingMetadata":{'
        + hash_names(n, lambda k: "x%d" % k) + "}"), 0),
    "names-of-one-fingerprint-in-answer": (FROM_GEMINI, 300_000, lambda n: parts('{"text":"a"}')[:-1] + "," + twins(n,
        "candidates promptFeedback usageMetadata modelVersion responseId createTime") + "}", 0),
    "names-of-one-fingerprint-in-completion": (FROM_OPENAI, 300_000, lambda n: answer('"content":"a"')[:-1] + "," + twins(n,
        "choices usage model id created object service_tier error") + "}", 0),
    "parts-of-answer": (FROM_GEMINI, 1_000_000, lambda n: parts(many(n, lambda k: '{"text":"a"}')), 0),
    "thoughts-of-answer": (FROM_GEMINI, 300_000, lambda n: parts(many(n, lambda k: '{"text":"a","thought":true},{"text":"b"}')), 0),
    "calls-of-answer": (FROM_GEMINI, 100_000, lambda n: parts(many(n, lambda k: '{"functionCall":{"name":"f","args":{}}}')), 0),
    "calls-of-answer-taken-ids": (FROM_GEMINI, 50_000, lambda n: '{"responseId":"r",' + parts(many(2 * n, lambda k: '{"functionCall":{"name":"f"%s}}'
        % (',"id":"call_%08x_%d"' % (digest("r") % 2**32, k + 1) if k < n else "")))[1:], 0),
    "calls-of-completion": (FROM_OPENAI, 100_000, lambda n: answer('"content":null,"tool_calls":[' + many(n, lambda k:
        '{"id":"c%d","type":"function","function":{"name":"f","arguments":"{}"}}' % k) + "]"), 0),
    "calls-of-completion-of-one-id": (FROM_OPENAI, 100_000, lambda n: answer('"content":null,"tool_calls":[' + many(n, lambda k:
        '{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}') + "]"), 0),
    "names-of-answer": (FROM_GEMINI, 50_000, lambda n: parts(many(n, lambda k: '{"functionCall":{"name":"a%s"}}' % chr(0x4E00 + k % 20_000))), 0),
    "name-of-answer-with-accents": (FROM_GEMINI, 500_000, lambda n: parts('{"functionCall":{"name":"%s"}}' % accents(n)), 0),
    "finish-with-accents": (FROM_GEMINI, 500_000, lambda n: candidate('"content":{"parts":[{"text":"a"}]},"finishReason":"%s"' % accents(n)), 0),
    "url-with-accents": (FROM_OPENAI, 500_000, lambda n: answer('"content":"a","annotations":[{"type":"url_citation","url_citation":{"start_index":0,"end_index":1,"url":"'
        + accents(n) + '","title":""}}]'), 0),
    "image-of-answer": (FROM_GEMINI, 100_000_000, lambda n: parts('{"inlineData":{"mimeType":"image/png","data":"' + "A" * n + '"}}'), 0),
    "image-of-completion": (FROM_OPENAI, 100_000_000, lambda n: answer('"content":"![image](data:image/png;base64,' + "A" * (n // 4 * 4) + ')"'), 0),
    "images-of-completion": (FROM_OPENAI, 100_000, lambda n: answer('"content":"","images":[' + many(n, lambda k:
        '{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}') + "]"), 0),
    "huge-counts": (FROM_GEMINI, 1_000_000, lambda n: parts('{"text":"a"}')[:-1] + ',"usageMetadata":{"promptTokenCount":' + "9" * n + "}}", 0),
    "huge-counts-of-completion": (FROM_OPENAI, 1_000_000, lambda n: answer('"content":"a"')[:-1] + ',"usage":{"prompt_tokens":' + "9" * n + "}}", 0),
    "warnings-of-answer-all-listed": (FROM_GEMINI + EVERYTHING, 300_000, lambda n: parts(many(n, lambda k: '{"text":"a","x":1}')), 0),
    "error-of-brackets": (ERROR, 1_000_000, lambda n: "[" * n, 0),
    "error-of-members": (ERROR, 1_000_000, lambda n: '{"error":{"code":502,' + hash_names(n, lambda k: "x%d" % k) + "}}", 0),
    "error-of-details": (ERROR, 300_000, lambda n: '{"error":{"code":502,"details":[' + many(n, lambda k:
        '{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"a"}]}') + "]}}", 0),
    "error-of-members-to-gemini": (ERROR_TO_GEMINI, 1_000_000, lambda n: '{"error":{"message":"a",' + hash_names(n, lambda k: "x%d" % k) + "}}", 0),
    "error-with-accents": (ERROR, 500_000, lambda n: '{"error":{"code":502,"message":"https://a.example/?a=1%s","details":[{"@type":"%s"}]}}'
        % (accents(n // 2), accents(n // 2)), 0),
    "error-page-with-accents": (ERROR, 500_000, lambda n: accents(n), 0),
}
