internal import JSONCore

/// Why the model stopped.
///
///     Gemini   finishReason: "STOP" | "MAX_TOKENS" | "SAFETY" | …
///     OpenAI   finish_reason: "stop" | "length" | "tool_calls" | "content_filter"    native_finish_reason?: "SAFETY"
enum FinishReason {
    struct Row {
        let gemini: StaticString
        let openAI: StaticString
        /// What the chat word does not say, if that matters.
        var because: StaticString?
    }

    static let rows = [
        Row(gemini: "STOP", openAI: "stop"),
        Row(gemini: "MAX_TOKENS", openAI: "length"),
        Row(gemini: "SAFETY", openAI: "content_filter"),
        Row(gemini: "RECITATION", openAI: "content_filter"),
        Row(gemini: "BLOCKLIST", openAI: "content_filter"),
        Row(gemini: "PROHIBITED_CONTENT", openAI: "content_filter"),
        Row(gemini: "SPII", openAI: "content_filter"),
        Row(gemini: "IMAGE_SAFETY", openAI: "content_filter"),
        Row(gemini: "IMAGE_PROHIBITED_CONTENT", openAI: "content_filter"),
        Row(gemini: "IMAGE_RECITATION", openAI: "content_filter"),
        Row(gemini: "LANGUAGE", openAI: "content_filter"),
        Row(gemini: "MODEL_ARMOR", openAI: "content_filter"),
        Row(gemini: "ESCALATION", openAI: "content_filter"),
        Row(gemini: "PUP_LIMITED_DISABLED", openAI: "content_filter"),
        Row(gemini: "CONTINUATION", openAI: "length", because: "the answer goes on with the continuation token"),
        Row(gemini: "MALFORMED_FUNCTION_CALL", openAI: "stop", because: "the model made a call that is none"),
        Row(gemini: "MALFORMED_RESPONSE", openAI: "stop", because: "the model's answer was malformed"),
        Row(gemini: "UNEXPECTED_TOOL_CALL", openAI: "stop", because: "the model called a tool that was not declared"),
        Row(gemini: "TOO_MANY_TOOL_CALLS", openAI: "stop", because: "the model called too many tools"),
        Row(gemini: "MISSING_THOUGHT_SIGNATURE", openAI: "stop", because: "the history lacks a thought signature"),
        Row(gemini: "OTHER", openAI: "stop", because: "the model stopped for a reason that is not said"),
        Row(gemini: "NO_IMAGE", openAI: "stop", because: "the model made no image"),
        Row(gemini: "IMAGE_OTHER", openAI: "stop", because: "the model made no image, for a reason that is not said"),
        Row(gemini: "FINISH_REASON_UNSPECIFIED", openAI: "stop"),
    ]

    /// - Parameter hasCalls: the choice asks for tools, which Gemini calls a `STOP` like any other.
    static func toOpenAI(_ reason: JSONValue, _ choice: JSONObjectWriter, hasCalls: Bool, _ dialect: Dialect) {
        let row = rows.first { reason.equalsIgnoringCase($0.gemini) }
        let word = row?.openAI ?? "stop"
        choice["finish_reason"] = hasCalls && word.isSame(as: "stop") ? "tool_calls" : word
        guard reason.exists else { return }
        if row == nil {
            reason.warn(.unknownValue, "a reason that is not known, taken for `stop`")
        } else if let because = row?.because {
            reason.warn(.approximated, "\(because)")
        }
        if dialect.allowsNativeFinishReason {
            choice["native_finish_reason"] = reason
        } else if let row, row.because == nil, !words.contains(where: { row.gemini.isSame(as: $0.gemini) }) {
            reason.note(.approximated, "the dialect has no place for more than `\(word)`")
        }
    }

    /// The prompt was blocked though an answer has begun, which does not say itself why it stops.
    static func toOpenAI(block reason: JSONValue, _ choice: JSONObjectWriter, _ dialect: Dialect) {
        choice["finish_reason"] = "content_filter"
        reason.ignore()
        guard dialect.allowsNativeFinishReason else { return }
        if isFilter(reason) {
            choice["native_finish_reason"] = reason
        } else {
            choice["native_finish_reason"] = "SAFETY"
        }
    }

    /// `content_filter: PROHIBITED_CONTENT`, `function_call_filter: MALFORMED_FUNCTION_CALL`.
    private static func isFiltered(_ reason: JSONValue, _ word: StaticString) -> Bool {
        let text = reason.decoded
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), text[colon + 1..<colon + 2].hasExactPrefix(" ") else {
            return false
        }
        return text.dropFirst(colon + 2).equalsIgnoringCase(word)
    }

    private static let words: [(openAI: StaticString, gemini: StaticString)] = [
        ("stop", "STOP"), ("tool_calls", "STOP"), ("function_call", "STOP"), ("length", "MAX_TOKENS"),
        ("content_filter", "SAFETY"),
    ]

    /// Whoever puts the deltas of a stream together finds it in the message too.
    private static func native(_ choice: JSONValue) -> JSONValue {
        let native = choice["native_finish_reason"]
        let google = choice["message"]["extra_content"]["google"]["nativeFinishReason"]
        guard native.exists else {
            if google.exists {
                google.note(.saidDifferently, "a delta's place for it; of an answer it stands in the choice")
            }
            return google
        }
        if google.isSameString(as: native) { google.ignore() }
        return native
    }

    static func toGemini(_ choice: JSONValue, _ candidate: JSONObjectWriter) {
        let native = native(choice)
        let reason = choice["finish_reason"]
        if let row = rows.first(where: { native.equalsIgnoringCase($0.gemini) }) {
            reason.ignore()
            candidate["finishReason"] = row.gemini
            return
        }
        if native.exists { native.note(.noCounterpart, "no finish reason of Gemini's") }
        guard reason.exists else { return }
        if let row = rows.first(where: { isFiltered(reason, $0.gemini) }) {
            candidate["finishReason"] = row.gemini
            return reason.note(.saidDifferently, "Google's own endpoint says the reason behind a colon")
        }
        if let row = words.first(where: { reason.equalsIgnoringCase($0.openAI) }) {
            candidate["finishReason"] = row.gemini
        } else if let row = rows.first(where: { reason.equalsIgnoringCase($0.gemini) }) {
            candidate["finishReason"] = row.gemini
            reason.note(.saidDifferently, "a finish reason of Gemini's")
        } else {
            candidate["finishReason"] = "OTHER"
            reason.warn(.unknownValue, "expected stop, length, tool_calls or content_filter, found \(reason.found)")
        }
    }

    /// No answer came through: the prompt was blocked, or every choice ended at a filter.
    static func isBlocked(_ root: JSONValue, _ upstream: WireFormat) -> Bool {
        switch upstream {
        case .openAI: areAllFiltered(root["choices"]) { $0["finish_reason"].equalsIgnoringCase("content_filter") }
        case .gemini:
            root["promptFeedback"]["blockReason"].exists
                || areAllFiltered(root["candidates"]) { isFilter($0["finishReason"]) }
        }
    }

    /// A word of Gemini's for an answer that a filter stopped.
    static func isFilter(_ reason: JSONValue) -> Bool {
        rows.contains { $0.openAI.isSame(as: "content_filter") && reason.equalsIgnoringCase($0.gemini) }
    }

    private static func areAllFiltered(_ answers: JSONValue, _ isFiltered: (JSONValue) -> Bool) -> Bool {
        !answers.elements.isEmpty && answers.elements.allSatisfy(isFiltered)
    }
}
