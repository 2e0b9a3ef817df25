internal import JSONCore

/// The body of an answer that is none.
///
///     Gemini   { error: { code: 429, message, status: "RESOURCE_EXHAUSTED", details?: [{ "@type": "…", … }, …] } }
///     OpenAI   { error: { message, type: "rate_limit_error", param: null, code: "rate_limit_exceeded" } }
enum Errors {
    // MARK: To a chat client

    /// - Returns: The HTTP status and the headers that belong to the body.
    static func toOpenAI(_ failure: Failure, _ body: JSONObjectWriter) -> (http: Int, headers: [Header]) {
        let details = ErrorDetails(failure.details)
        let kind = Kind(failure, details)
        body["error"].object { error in
            failure.message.write(to: error["message"])
            failure.type.write(to: error["type"], else: kind.type)
            failure.param.write(to: error["param"], else: details.field)
            failure.code.write(to: error["code"], else: kind.code)
        }
        details.note()
        failure.note(http: kind.http)
        if let named = failure.named, !ErrorStatus.of(http: kind.http).gemini.isSame(as: failure.status.gemini) {
            named.note(.approximated, "chat completions tell it by HTTP status \(kind.http) alone")
        }
        let wait = details.delay ?? failure.delay
        return (kind.http, (wait?.headers ?? []) + (kind.isFinal ? [.doNotRetry] : []))
    }

    // MARK: To a Gemini client

    /// - Returns: The HTTP status that belongs to the body.
    static func toGemini(_ failure: Failure, _ body: JSONObjectWriter) -> Int {
        body["error"].object { error in
            error["code"] = Int64(failure.http)
            failure.message.write(to: error["message"])
            error["status"] = failure.status.gemini
            error["details"].array { ErrorDetails.write(failure, $0) }
        }
        failure.note(http: failure.http)
        let again = ErrorStatus.of(http: failure.http)
        note(failure.type, again: again.type)
        note(failure.code, again: again.code)
        return failure.http
    }

    /// What would not come back the same.
    private static func note(_ word: Failure.Word, again: StaticString?) {
        guard case .given(let value) = word else { return }
        if let again, value == again { return value.ignore() }
        value.note(.noCounterpart, "Gemini names failures by their status")
    }

    // MARK: Kinds

    /// What chat completions call a failure.
    private struct Kind {
        let type: Failure.Word
        let code: Failure.Word
        let http: Int
        /// Another try will fail too, though the HTTP status suggests one.
        var isFinal = false

        init(_ failure: Failure, _ details: ErrorDetails) {
            let status = failure.status
            if details.isOfKey || failure.message.says("API key not valid") {
                (type, code, http) = (.word("authentication_error"), .word("invalid_api_key"), 401)
            } else if status.gemini.isSame(as: "RESOURCE_EXHAUSTED"), isExhausted(failure, details) {
                (type, code, http) = (.word("insufficient_quota"), .word("insufficient_quota"), 429)
                isFinal = true
            } else {
                let isTooLong = status.openAI == 400 && failure.message.says("input token count")
                type = .word(status.type)
                code = isTooLong ? .word("context_length_exceeded") : status.code.map(Failure.Word.word) ?? .none
                // An HTTP status that means the same may say more: 413 for INVALID_ARGUMENT.
                let isSame = ErrorStatus.of(http: failure.http).gemini.isSame(as: status.gemini)
                http = isSame ? failure.http : status.openAI
            }
        }
    }

    /// Credit or the quota of a day is used up, or there is none: waiting for seconds does not help.
    private static func isExhausted(_ failure: Failure, _ details: ErrorDetails) -> Bool {
        failure.http == 402 || details.isQuotaOfADay || failure.message.says("credits are depleted")
    }

    static let losses: [Loss] = [
        .note("/*/error/errors", because: "an older form of the same error"),
        .warning("/*/error/metadata", because: "the other side has no place for what the provider said"),
        .note("/*/error/details", because: "no list of details as Google has them"),
    ]
}
