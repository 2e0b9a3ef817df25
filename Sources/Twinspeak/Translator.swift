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
    public var options: Options { shared.options }
    let shared: SharedOptions

    /// Any pair of wire formats; nothing can fail here.
    public init(client: WireFormat, upstream: WireFormat, options: Options = Options()) {
        self.client = client
        self.upstream = upstream
        shared = SharedOptions(options)
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
        var workspace = Workspace(expecting: body.count)
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
        var output: [UInt8] = []
        let head = try request(body, at: route, into: &output, using: &workspace)
        return Request(body: output, head: head)
    }

    /// As ``request(_:at:using:)``, with the body in memory of the caller's. It replaces what stands in `output`, which
    /// is left empty by an error.
    ///
    /// Texts, calls, results and settings of every day allocate nothing where `workspace` and `output` have served a body of
    /// this size and model before, and nothing has to be said about this one. What is rarer may: signatures, tuned models,
    /// names that one side does not allow.
    public func request(
        _ body: Span<UInt8>, at route: Route? = nil, into output: inout [UInt8], using workspace: inout Workspace
    ) throws(TranslationError) -> RequestHead {
        output.removeAll(keepingCapacity: true)
        var isWritten = false
        defer { if !isWritten { output.removeAll(keepingCapacity: true) } }
        let head = try translate(body, at: route, &workspace) { json, convert in
            json.object(into: &output, expected: body.count, convert)
        }
        if client == upstream {
            output.removeAll(keepingCapacity: true)
            body.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        }
        isWritten = true
        return head
    }

    func translate(
        _ body: Span<UInt8>, at route: Route?, _ workspace: inout Workspace, _ write: Write
    ) throws(TranslationError) -> RequestHead {
        var exchange = Exchange()
        let report: Report
        defer { workspace.settle() }
        do throws(JSONError) {
            report = try workspace.document.read(body, limits: shared.options.limits.json) { root in
                if root.kind == .object {
                    write(&workspace.output) { target in
                        convert(root, target, at: route, &exchange, &workspace.known, &workspace.context)
                    }
                } else {
                    root.refuse(expected: "an object")
                }
                return Report(root, losses: FieldTable.losses(of: .request(client)), options: shared.options)
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        guard shared.options.accepts(report) else { throw TranslationError(.untranslatable, report: report) }
        exchange.digest = Digest(of: body)
        return RequestHead(exchange: exchange, report: report, upstream: upstream, shared: shared)
    }

    private func convert(
        _ root: JSONValue, _ target: JSONObjectWriter, at route: Route?, _ exchange: inout Exchange,
        _ known: inout KnownModel, _ last: inout RequestContext?
    ) {
        exchange.read(root, client, at: route, shared.options, &known)
        if upstream == .gemini { exchange.checkModel(of: root, shared.options.surface) }
        let names = client == .openAI ? FunctionNames(chat: root) : FunctionNames(gemini: root)
        exchange.renamed = names.original
        if client == .openAI { exchange.customNames = CustomTools.names(root) }
        let capabilities = known.capabilities(of: exchange.model, shared.options)
        let context = RequestContext.next(after: &last, root, shared, capabilities, names: names)
        switch client {
        case .openAI: Requests.toGemini(root, target, context)
        case .gemini: Requests.toOpenAI(root, target, context, exchange)
        }
    }
}
