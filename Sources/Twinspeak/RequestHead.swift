/// What belongs to a translated request beside its body.
public struct RequestHead: Sendable {
    /// For the translation of the answer.
    public let exchange: Exchange
    /// Everything that was lost or changed.
    public let report: Report
    let upstream: WireFormat
    let shared: SharedOptions

    /// What to call.
    public var route: Route { exchange.route(to: upstream, shared.options.surface) ?? .chatCompletions }
    /// How the other side wants to be shown the key.
    public var authorization: Authorization {
        upstream == .openAI ? .bearer : shared.options.authorization ?? shared.options.surface.authorization
    }
    /// Headers to set.
    public var headers: [Header] { [.json] }
    /// Headers of the client's message that must not be passed on.
    public var dropHeaders: [String] { Header.dropped }
    /// The findings of ``report``.
    public var diagnostics: [Diagnostic] { report.diagnostics }
    /// URLs that lead to media elsewhere, for a host that wants to fetch them.
    public var remoteMedia: [RemoteMedia] { report.remoteMedia }
}

extension Translator {
    /// A translated request.
    public struct Request: Sendable {
        /// The body for the upstream: compact JSON in UTF-8.
        public let body: [UInt8]
        /// All else.
        public let head: RequestHead

        /// What to call.
        public var route: Route { head.route }
        /// How the other side wants to be shown the key.
        public var authorization: Authorization { head.authorization }
        /// Headers to set.
        public var headers: [Header] { head.headers }
        /// Headers of the client's message that must not be passed on.
        public var dropHeaders: [String] { head.dropHeaders }
        /// For the translation of the answer.
        public var exchange: Exchange { head.exchange }
        /// Everything that was lost or changed.
        public var report: Report { head.report }
        /// The findings of ``report``.
        public var diagnostics: [Diagnostic] { head.diagnostics }
        /// URLs that lead to media elsewhere, for a host that wants to fetch them.
        public var remoteMedia: [RemoteMedia] { head.remoteMedia }
    }
}
