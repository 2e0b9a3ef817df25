internal import JSONCore

/// What kind of failure it is.
///
///     Gemini   status: "RESOURCE_EXHAUSTED", HTTP 429
///     OpenAI   type: "rate_limit_error", code: "rate_limit_exceeded", HTTP 429
struct ErrorStatus {
    let gemini: StaticString
    /// The HTTP status that Gemini sends with it.
    let http: Int
    let type: StaticString
    var code: StaticString?
    /// The HTTP status that a chat client gets.
    let openAI: Int

    static let rows = [
        invalidArgument,
        ErrorStatus(gemini: "FAILED_PRECONDITION", http: 400, type: "invalid_request_error", openAI: 400),
        ErrorStatus(gemini: "OUT_OF_RANGE", http: 400, type: "invalid_request_error", openAI: 400),
        ErrorStatus(gemini: "UNAUTHENTICATED", http: 401, type: "authentication_error", openAI: 401),
        ErrorStatus(gemini: "PERMISSION_DENIED", http: 403, type: "permission_error", openAI: 403),
        ErrorStatus(
            gemini: "NOT_FOUND", http: 404, type: "invalid_request_error", code: "model_not_found", openAI: 404),
        ErrorStatus(
            gemini: "RESOURCE_EXHAUSTED", http: 429, type: "rate_limit_error", code: "rate_limit_exceeded", openAI: 429),
        ErrorStatus(gemini: "ABORTED", http: 409, type: "conflict_error", openAI: 409),
        ErrorStatus(gemini: "ALREADY_EXISTS", http: 409, type: "conflict_error", openAI: 409),
        ErrorStatus(gemini: "CANCELLED", http: 499, type: "conflict_error", openAI: 499),
        internalError,
        ErrorStatus(gemini: "UNKNOWN", http: 500, type: "server_error", openAI: 500),
        ErrorStatus(gemini: "DATA_LOSS", http: 500, type: "server_error", openAI: 500),
        ErrorStatus(gemini: "UNIMPLEMENTED", http: 501, type: "server_error", openAI: 501),
        ErrorStatus(gemini: "UNAVAILABLE", http: 503, type: "server_error", code: "service_unavailable", openAI: 503),
        ErrorStatus(gemini: "DEADLINE_EXCEEDED", http: 504, type: "server_error", code: "timeout", openAI: 504),
    ]

    static let invalidArgument = ErrorStatus(
        gemini: "INVALID_ARGUMENT", http: 400, type: "invalid_request_error", openAI: 400)
    /// The HTTP status of an answer that cannot be used.
    static let badGateway = 502
    static let internalError = ErrorStatus(gemini: "INTERNAL", http: 500, type: "server_error", openAI: 500)

    // MARK: Finding the row

    /// The row of Gemini's word, in any case.
    static func named(_ status: JSONValue) -> ErrorStatus? {
        rows.first { status.equalsIgnoringCase($0.gemini) }
    }

    /// The row of a number as gRPC counts: batches give it where other errors have the HTTP status.
    static func of(grpc number: Int) -> ErrorStatus? {
        guard 1...grpc.count ~= number else { return nil }
        return rows.first { $0.gemini.isSame(as: grpc[number - 1]) }
    }

    /// From 1.
    private static let grpc: [StaticString] = [
        "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
        "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
        "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ]

    /// The row of an HTTP status of 400 to 599.
    static func of(http: Int) -> ErrorStatus {
        let word: StaticString =
            switch http {
            case 400, 413, 415, 422: "INVALID_ARGUMENT"
            case 401: "UNAUTHENTICATED"
            case 402, 429: "RESOURCE_EXHAUSTED"
            case 403: "PERMISSION_DENIED"
            case 404: "NOT_FOUND"
            case 408, 504: "DEADLINE_EXCEEDED"
            case 409: "ABORTED"
            case 499: "CANCELLED"
            case 501: "UNIMPLEMENTED"
            case 502, 503, 529: "UNAVAILABLE"
            case 400..<500: "FAILED_PRECONDITION"
            default: "INTERNAL"
            }
        return rows.first { $0.gemini.isSame(as: word) } ?? internalError
    }

    /// What chat servers call their failures, and the HTTP status that goes with it: where none is known.
    private static let words: [(word: StaticString, http: Int)] = [
        ("invalid_api_key", 401), ("model_not_found", 404), ("context_length_exceeded", 400),
        ("rate_limit_exceeded", 429), ("insufficient_quota", 429), ("server_is_overloaded", 503),
        ("service_unavailable", 503), ("timeout", 504), ("invalid_request_error", 400), ("authentication_error", 401),
        ("permission_error", 403), ("permission_denied", 403), ("not_found_error", 404), ("conflict_error", 409),
        ("rate_limit_error", 429), ("requests", 429), ("tokens", 429), ("server_error", 500), ("api_error", 500),
        ("service_unavailable_error", 503), ("overloaded_error", 503), ("timeout_error", 504), ("batch_expired", 504),
        ("batch_cancelled", 499), ("request_timeout", 504),
    ]

    /// The HTTP status that a `code` or `type` of chat completions stands for.
    static func http(of word: JSONValue) -> Int? {
        words.first { word.equalsIgnoringCase($0.word) }?.http
    }
}
