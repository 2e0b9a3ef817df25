internal import JSONCore

/// The answers that the model gave.
///
///     Gemini   candidates: [{ index?, content?: { role: "model", parts }, finishReason?, groundingMetadata?,
///                                logprobsResult?, safetyRatings?, avgLogprobs?, … }, …]
///     OpenAI   choices: [{ index, message: { role: "assistant", content, refusal: null, annotations?, tool_calls?,
///                                     extra_content? }, logprobs, finish_reason }, …]
enum Candidates {
    /// Members of a candidate that go along in `extra_content.google`, as they are.
    static let extras: [(gemini: StaticString, openAI: StaticString)] = [
        ("safetyRatings", "safety_ratings"),
        ("citationMetadata", "citation_metadata"),
        ("groundingAttributions", "grounding_attributions"),
        ("urlContextMetadata", "url_context_metadata"),
        ("avgLogprobs", "avg_logprobs"),
        ("finishMessage", "finish_message"),
        ("continuationToken", "continuation_token"),
        ("tokenCount", "token_count"),
    ]

    // MARK: Gemini → OpenAI

    /// - Parameter block: Why the prompt was blocked, though there are candidates.
    static func toOpenAI(
        _ candidates: JSONValue, block: JSONValue, _ completion: JSONObjectWriter, _ context: RequestContext,
        id: (JSONValue) -> ToolCallID
    ) {
        completion["choices"].array { choices in
            for (place, candidate) in inOrder(candidates).enumerated() {
                choices.object { write(candidate, place: place, block: block, $0, context, id: id) }
            }
        }
    }

    /// Choices are numbered by place; candidates come in any order.
    private static func inOrder(_ candidates: JSONValue) -> [JSONValue] {
        candidates.elements.enumerated()
            .sorted { ($0.element["index"].int ?? 0, $0.offset) < ($1.element["index"].int ?? 0, $1.offset) }
            .map(\.element)
    }

    private static func write(
        _ candidate: JSONValue, place: Int, block: JSONValue, _ choice: JSONObjectWriter, _ context: RequestContext,
        id: (JSONValue) -> ToolCallID
    ) {
        let dialect = context.options.dialect
        let parts = PartSequence(candidate["content"].elements)
        let answer = AnswerParts(parts)
        _ = Role(content: candidate["content"])
        choice["index"] = Int64(place)
        if let index = candidate["index"].int, index != Int64(place) { note(index: candidate["index"]) }
        choice["message"].object { message in
            message["role"] = "assistant"
            answer.noteJoined(dialect)
            answer.writeContent(message, dialect)
            message["refusal"].writeNull()
            Grounding.toOpenAI(candidate["groundingMetadata"], message, dialect) { answer.places(dialect) }
            ToolCalls.toOpenAI(parts, message, context, id: id)
            guard dialect.allowsExtraContent else { return }
            message["extra_content"]["google"].object { google in
                answer.writeExtras(google, dialect)
                writeExtras(candidate, place: place, google)
            }
        }
        Logprobs.toOpenAI(candidate["logprobsResult"], choice)
        let reason = candidate["finishReason"]
        guard reason.exists || !block.exists else {
            candidate.note("finishReason", .saidDifferently, "not given; the block of the prompt stops the answer")
            return FinishReason.toOpenAI(block: block, choice, dialect)
        }
        if !reason.exists { candidate.note("finishReason", .saidDifferently, "not given, taken for STOP") }
        FinishReason.toOpenAI(reason, choice, hasCalls: answer.hasCalls, dialect)
    }

    static func writeExtras(_ candidate: JSONValue, place: Int, _ google: JSONObjectWriter) {
        google["grounding_metadata"] = candidate["groundingMetadata"]
        for extra in extras { google[extra.openAI] = candidate[extra.gemini] }
        let index = candidate["index"]
        guard let number = index.int, number != Int64(place) else { return }
        google["index"] = index
    }

    static func note(index: JSONValue) { index.note(.saidDifferently, "choices are numbered without gaps") }

    // MARK: OpenAI → Gemini

    static func toGemini(_ choices: JSONValue, _ response: JSONObjectWriter, _ context: RequestContext) {
        response["candidates"].array { candidates in
            for (place, choice) in choices.elements.enumerated() {
                candidates.object { write(choice, place: place, $0, context) }
            }
        }
    }

    private static func write(
        _ choice: JSONValue, place: Int, _ candidate: JSONObjectWriter, _ context: RequestContext
    ) {
        let message = choice["message"]
        let google = message["extra_content"]["google"]
        candidate["content"].object { content in
            content["parts"].array { parts in
                context.calls.removeAll()
                AnswerParts.toGemini(message, parts, context)
            }
            if !content.isEmpty { content["role"] = "model" }
        }
        if !(message["role"] == "assistant"), Role(message: message) == .assistant {
            message["role"].note(.saidDifferently, "the role is `assistant`")
        }
        FinishReason.toGemini(choice, candidate)
        Grounding.toGemini(message, candidate, context)
        Logprobs.toGemini(choice["logprobs"], candidate)
        let index = number(choice["index"]) ?? Int64(place)
        if !choice["index"].exists { choice.note("index", .saidDifferently, "not given, so choices count in order") }
        candidate["index"] = number(google["index"]) ?? index
        writeExtras(google, candidate, context)
    }

    /// An index that Gemini's 32 bits hold; of another that is said.
    static func number(_ index: JSONValue) -> Int64? {
        guard let number = index.int else { return nil }
        if Int32(exactly: number) != nil { return number }
        index.warn(.outOfRange, "expected a whole number of 32 bits, found \(index.found); counted in order")
        return nil
    }

    static func writeExtras(_ google: JSONValue, _ candidate: JSONObjectWriter, _ context: RequestContext) {
        for extra in extras {
            let value = NativeValue.ofAnswer(google[extra.gemini], extra.gemini, in: "Candidate", context.options)
            candidate[extra.gemini] = numbers.contains(where: extra.gemini.isSame) ? value.unquoted : value
        }
    }

    private static let numbers: [StaticString] = ["avgLogprobs", "tokenCount"]

    static let losses: [Loss] = [
        .note("/system_fingerprint", because: "Gemini does not name its configuration"),
        .note("/service_tier", because: "Gemini says it with the usage, and not in these words"),
        .note("/choices/*/message/tool_calls/*/index", because: "calls stand in their order"),
        .note("/moderation", because: "Gemini rates its answers in words of its own"),
        .note("/prompt_filter_results", because: "Gemini rates its answers in words of its own"),
        .note("/choices/*/content_filter_results", because: "Gemini rates its answers in words of its own"),
        .note("/provider", because: "who served the answer is not the client's matter"),
        .note("/usage/cost", because: "Gemini counts tokens, not money"),
        .note("/usage/cost_details", because: "Gemini counts tokens, not money"),
        .note("/usage/is_byok", because: "Gemini counts tokens, not money"),
        .note("/usage/prompt_cache_hit_tokens", because: "`cached_tokens` says it"),
        .note("/usage/prompt_cache_miss_tokens", because: "`cached_tokens` says it"),
        .note("/object", because: "Gemini's answers do not say what they are"),
        .note("/metadata", because: "what the client filed is not the model's matter"),
        .note("/choices/*/message/role", because: "an answer is the model's"),
        .note("/choices/*/message/extra_content/google/logprobs_result", because: "`logprobs` says it"),
    ]

    /// What belongs to an answer and comes back in the history.
    static let historyLosses: [Loss] =
        (extras.map { "\($0.openAI)" } + ["grounding_metadata", "index", "logprobs_result", "native_finish_reason"]).map
    {
        .note("/messages/*/extra_content/google/\($0)", because: "Gemini's contents hold parts, and nothing else")
    }

    static let geminiLosses: [Loss] =
        [
            .note("/turnToken", because: "not documented"),
            .note("/candidates/*/score", because: "not documented"),
            .warning("/candidates/*/content/parts/*/thoughtSignature", because: "the dialect has no place for it"),
        ] + extras.map { .note("/candidates/*/\($0.gemini)", because: "the dialect has no place for it") }
}
