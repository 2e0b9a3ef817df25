/// What belongs to a translated answer beside its body.
public struct ReplyHead: Sendable {
    /// What came of a request.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An answer, whole or cut off.
        case success
        /// The prompt was refused, or a filter stopped every answer. The HTTP status is that of a success.
        case blocked
        /// An error body: the upstream's, or one that says why its answer cannot be used (``ReplyHead/refusal``).
        case error
    }

    /// The HTTP status for the client.
    public let status: Int
    /// What came of the request.
    public let kind: Kind
    /// Headers to set.
    public let headers: [Header]
    /// Headers of the upstream's message that must not be passed on.
    public var dropHeaders: [String] { Header.dropped }
    /// The model that answered, if the upstream names it.
    public let model: String?
    /// What it cost, if the upstream says so; also of an answer that could not be translated.
    public let usage: TokenUsage?
    /// Everything that was lost or changed.
    public let report: Report
    /// Why the upstream's answer cannot be used, where the body is our own error and not the upstream's.
    public let refusal: TranslationError?
    /// The client gets the upstream's body as it came.
    let isPassed: Bool

    /// The findings of ``report``.
    public var diagnostics: [Diagnostic] { report.diagnostics }
}

extension Translator {
    /// What the client gets: an answer, or an error that its SDK understands.
    public struct Reply: Sendable {
        /// The body for the client: compact JSON in UTF-8.
        public let body: [UInt8]
        /// All else.
        public let head: ReplyHead

        /// The HTTP status for the client.
        public var status: Int { head.status }
        /// What came of the request.
        public var kind: ReplyHead.Kind { head.kind }
        /// Headers to set.
        public var headers: [Header] { head.headers }
        /// Headers of the upstream's message that must not be passed on.
        public var dropHeaders: [String] { head.dropHeaders }
        /// The model that answered, if the upstream names it.
        public var model: String? { head.model }
        /// What it cost, if the upstream says so; also of an answer that could not be translated.
        public var usage: TokenUsage? { head.usage }
        /// Everything that was lost or changed.
        public var report: Report { head.report }
        /// Why the upstream's answer cannot be used, where `body` is our own error and not the upstream's.
        public var refusal: TranslationError? { head.refusal }
        /// The findings of ``report``.
        public var diagnostics: [Diagnostic] { head.diagnostics }
    }
}
