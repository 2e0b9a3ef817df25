internal import JSONCore

/// Translates between two wire formats: what a client says into what an upstream understands, and back.
///
///     let translator = Translator(client: .openAI, upstream: .gemini)
///     let request = try translator.request(body)
///
/// An immutable value without state: keep one, and use it from anywhere.
public struct Translator: Sendable {
    /// What the client speaks.
    public let client: WireFormat
    /// What the upstream speaks. The same as the client: bodies pass unchanged, checked for being JSON.
    public let upstream: WireFormat
    /// What the caller chose.
    public let options: Options

    /// Any pair of wire formats; nothing can fail here.
    public init(client: WireFormat, upstream: WireFormat, options: Options = Options()) {
        self.client = client
        self.upstream = upstream
        self.options = options
    }

    // MARK: Requests

    /// Translates the body of a client's request for the upstream.
    ///
    /// - Parameters:
    ///   - body: JSON in UTF-8.
    ///   - route: What the client called. A Gemini client names model and streaming only there.
    /// - Returns: The body for the upstream, what to call, and everything that was lost or changed on the way.
    /// - Throws: ``TranslationError`` with all findings, if the body is not JSON or has no legal translation.
    public func request(_ body: [UInt8], at route: Route? = nil) throws(TranslationError) -> Request {
        var workspace = Workspace()
        return try request(body.span, at: route, using: &workspace)
    }

    /// As ``request(_:at:)-([UInt8],_)``, of text.
    public func request(_ body: String, at route: Route? = nil) throws(TranslationError) -> Request {
        try request(Array(body.utf8), at: route)
    }

    /// As ``request(_:at:)-([UInt8],_)``, of borrowed bytes, and with memory that is kept from one body to the next.
    public func request(
        _ body: Span<UInt8>, at route: Route? = nil, using workspace: inout Workspace
    ) throws(TranslationError) -> Request {
        var exchange = Exchange()
        var path: Route?
        let result = try translate(body, &workspace, losses: FieldTable.losses(of: .request(client))) { root, target in
            exchange = Exchange(request: root, client, at: route, options)
            path = Routes.toCall(upstream, exchange, root, options)
            let names = client == .openAI ? FunctionNames(chat: root) : FunctionNames(gemini: root)
            exchange.renamed = names.original
            if client == .openAI { exchange.customTools = CustomTools.names(root) }
            let context = RequestContext(root, options, model: exchange.model, names: names)
            switch client {
            case .openAI: Requests.toGemini(root, target, context)
            case .gemini: Requests.toOpenAI(root, target, context, exchange)
            }
        }
        exchange.digest = Digest(words: body)
        return Request(
            body: result.bytes, route: path ?? .chatCompletions,
            authorization: upstream == .openAI ? .bearer : options.authorization ?? options.surface.authorization,
            exchange: exchange, report: result.report)
    }

    private func translate(
        _ body: Span<UInt8>, _ workspace: inout Workspace, losses: [Loss],
        _ convert: (JSONValue, JSONObjectWriter) -> Void
    ) throws(TranslationError) -> (bytes: [UInt8], report: Report) {
        workspace.output.reset(expected: body.count)
        let report: Report
        do throws(JSONError) {
            report = try workspace.document.read(body, limits: options.limits.json) { root in
                if root.kind == .object {
                    workspace.output.object { convert(root, $0) }
                } else {
                    root.refuse(expected: "an object")
                }
                return Report(root, losses: losses, options: options)
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        guard options.accepts(report) else { throw TranslationError(.untranslatable, report: report) }
        return (client == upstream ? body.bytes.withUnsafeBytes { Array($0) } : workspace.output.bytes, report)
    }
}

extension Translator {
    /// A translated request.
    public struct Request: Sendable {
        /// The body for the upstream: compact JSON in UTF-8.
        public let body: [UInt8]
        /// What to call.
        public let route: Route
        /// How the other side wants to be shown the key.
        public let authorization: Authorization
        /// Headers to set.
        public var headers: [Header] { [.json] }
        /// Headers of the client's message that must not be passed on.
        public var dropHeaders: [String] { Header.dropped }
        /// For the translation of the answer.
        public let exchange: Exchange
        /// Everything that was lost or changed.
        public let report: Report

        /// The findings of ``report``.
        public var diagnostics: [Diagnostic] { report.diagnostics }
        /// URLs that lead to media elsewhere, for a host that wants to fetch them.
        public var remoteMedia: [RemoteMedia] { report.remoteMedia }
    }
}
