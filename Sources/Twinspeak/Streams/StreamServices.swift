internal import JSONCore

/// What both machines need beside their own state.
struct StreamServices: ~Copyable {
    private let shared: SharedOptions
    private(set) var exchange: Exchange
    let identity: Identity
    /// There is a request, whose names come back.
    let hasRequest: Bool
    /// Names the calls; known with the first event.
    var digest = Digest()
    private var lastMadeID = 0
    /// For what was put together from several events, and is translated as a whole.
    private var document = JSONDocument()
    private(set) var findings: StreamFindings
    /// Why the stream cannot go on.
    private(set) var refusal: TranslationError?
    var options: Options { shared.options }
    /// That of the options, at hand: every event asks for it.
    let dialect: Dialect

    init(_ translator: Translator, _ exchange: Exchange, _ identity: Identity) {
        shared = translator.shared
        dialect = translator.shared.options.dialect
        self.exchange = exchange
        self.identity = identity
        hasRequest = exchange.digest != Digest()
        findings = StreamFindings(translator.shared, FieldTable.losses(of: .event(translator.upstream)))
    }

    /// Without a request, the first event names what has no name.
    mutating func begin(with event: JSONValue) {
        if !hasRequest { exchange.digest = Digest(event.raw.bytes) }
    }

    /// Reads `json`, which was put together from what has been read before.
    mutating func read(_ json: [UInt8], _ body: (JSONValue) -> Void) {
        var isRefused = false
        do throws(JSONError) {
            try document.read(json.span, limits: options.limits.json) { root in
                body(root)
                isRefused = !findings.add(root)
            }
        } catch {
            refuse(Diagnostic(error))
        }
        if isRefused { refuse(nil) }
    }

    /// Writes calls, which stand as the parts of an answer of their own.
    ///
    /// - Returns: How many of them are signed.
    mutating func writeCalls(
        _ answer: [UInt8], _ delta: JSONObjectWriter, places: (call: Int64, detail: Int64)
    ) -> Int {
        var signed = 0
        let (exchange, shared, hasRequest, digest) = (exchange, shared, hasRequest, digest)
        var last = lastMadeID
        read(answer) { root in
            let context = RequestContext(answering: exchange, hasRequest: hasRequest, root, shared)
            var ids = MadeIDs(in: root, digest: digest, after: last)
            let parts = PartSequence(root["candidates"].elements.only?["content"].elements ?? root.elements)
            ToolCalls.toOpenAI(parts, delta, context, places: places) { ids.id(of: $0) }
            signed = parts.count { $0["thoughtSignature"].exists }
            last = ids.last
        }
        lastMadeID = last
        return signed
    }

    /// Makes what converters of whole messages need to know.
    var newContext: (JSONValue) -> RequestContext {
        let (exchange, shared) = (exchange, shared)
        return { root in
            RequestContext(
                root, shared, shared.options.capabilities(of: exchange.model),
                names: FunctionNames(restoring: exchange.renamed, for: .gemini), isAnswer: true)
        }
    }

    /// Gathers what was said about an event, and what of it nobody used.
    mutating func account(for event: JSONValue, number: Int) {
        if !findings.add(event, event: number) { refuse(nil) }
    }

    mutating func refuse(_ diagnostic: Diagnostic?) {
        if let diagnostic { findings.add(diagnostic) }
        refusal = refusal ?? TranslationError(.untranslatable, report: findings.report)
    }
}

/// What was lost or changed in a stream: what every event brings again is told once.
struct StreamFindings {
    private var listed: [Diagnostic] = []
    private var seen: Set<JSONKey> = []
    private var more = 0
    private let shared: SharedOptions
    private var options: Options { shared.options }
    private let losses: [Loss]

    init(_ shared: SharedOptions, _ losses: [Loss]) {
        self.shared = shared
        self.losses = losses
    }

    /// - Parameter event: The number of the event, from 0; nil for what was put together from several.
    /// - Returns: False if one of them refuses.
    mutating func add(_ root: JSONValue, event: Int? = nil) -> Bool {
        guard root.hasFindings || root.hasByteOrderMark else { return true }
        let found = Report(root, losses: losses, options: options)
        for finding in found.diagnostics {
            let key = JSONKey("\(finding.code) \(finding.pointer) \(finding.message)")
            guard !seen.contains(key) else { continue }
            if listed.count < options.limits.diagnostics {
                seen.insert(key)
                add(event.map { finding.inEvent($0) } ?? finding)
            } else if finding.severity == .error {
                add(event.map { finding.inEvent($0) } ?? finding)
            } else {
                more += 1
            }
        }
        return options.accepts(found)
    }

    mutating func add(_ finding: Diagnostic) { listed.append(finding) }

    var report: Report {
        guard more > 0 else { return Report(diagnostics: listed) }
        let message = "\(more) more findings than the limit of \(options.limits.diagnostics)"
        return Report(diagnostics: listed + [Diagnostic(.warning, .moreDiagnostics, message, JSONPlace.start)])
    }
}

extension Diagnostic {
    fileprivate func inEvent(_ number: Int) -> Diagnostic {
        Diagnostic(
            severity: severity, code: code, pointer: "/\(number)\(pointer)", message: message, line: line,
            column: column)
    }
}
