internal import JSONCore

/// What holds in every answer: something in it, each choice once, and sums that are right.
enum AnswerRule {
    static func check(completion: JSONValue, _ target: ValidationTarget) {
        let choices = completion["choices"]
        if choices.kind == .array, choices.isEmpty {
            choices.refuse(.emptyAnswer, "expected at least one choice, found none")
        }
        refuseTwins(choices)
        for choice in choices.elements {
            if choice["finish_reason"] == "tool_calls", !choice["message"]["tool_calls"].exists {
                choice["message"].refuse(
                    "tool_calls", .missingMember, "expected the calls that `finish_reason` speaks of, found nothing")
            }
            for call in choice["message"]["tool_calls"].elements {
                let arguments = call["function"]["arguments"]
                if arguments.kind == .string, arguments.json.kind != .object {
                    arguments.warn(.brokenArguments, "expected the text of a JSON object, found \(arguments.found)")
                }
            }
        }
        let usage = completion["usage"]
        check(sum: usage["total_tokens"], of: [usage["prompt_tokens"], usage["completion_tokens"]])
    }

    static func check(gemini response: JSONValue) {
        let candidates = response["candidates"]
        if !candidates.exists || candidates.isEmpty, !response["promptFeedback"].exists,
            !response["usageMetadata"].exists
        {
            response.refuse("candidates", .emptyAnswer, "expected candidates or `promptFeedback`, found neither")
        }
        refuseTwins(candidates)
        let usage = response["usageMetadata"]
        check(
            sum: usage["totalTokenCount"],
            of: [
                usage["promptTokenCount"], usage["candidatesTokenCount"], usage["thoughtsTokenCount"],
                usage["toolUsePromptTokenCount"],
            ])
    }

    private static func refuseTwins(_ answers: JSONValue) {
        var seen: Set<Int64> = []
        for answer in answers.elements {
            let index = answer["index"]
            if !seen.insert(index.int ?? 0).inserted {
                answer.refuse(index.exists ? nil : "index", .duplicateName, "another answer has the same index")
            }
        }
    }

    private static func check(sum: JSONValue, of counts: [JSONValue]) {
        var expected: Int64 = 0
        for count in counts {
            guard !count.exists || count.int != nil else { return }
            let (total, overflow) = expected.addingReportingOverflow(count.int ?? 0)
            if overflow { return }
            expected = total
        }
        guard let total = sum.int, total != expected, counts.contains(where: \.exists) else { return }
        sum.warn(.outOfRange, "expected the sum of the other counts, \(expected), found \(total)")
    }
}
