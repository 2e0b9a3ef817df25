internal import JSONCore

extension WireFormat {
    /// Checks the body of a request: kinds, words, ranges and names of all members, and what must hold between them.
    ///
    ///     let report = WireFormat.openAI.validate(request: body)
    ///     #expect(report.isClean, "\(report.summary)")
    ///
    /// The published specifications decide, Google's for one surface, and beyond them what is known to be answered with
    /// HTTP status 400. A chat body may hold whatever extension the dialect allows and the translation understands.
    ///
    /// - Parameters:
    ///   - body: JSON in UTF-8.
    ///   - options: `surface`, `dialect` and `model` say whom the body is meant for; `limits` bound the work.
    /// - Returns: All findings in the order of the body. Each has a note of what the translation says of its place.
    public func validate(request body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        Validator(format: self, kind: .request, options: options).report(Array(body))
    }

    /// As ``validate(request:options:)``, for the body of a response.
    public func validate(response body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        Validator(format: self, kind: .response, options: options).report(Array(body))
    }

    /// As ``validate(request:options:)``, for one event of a stream, without the words around it.
    public func validate(chunk body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        Validator(format: self, kind: .chunk, options: options).report(Array(body))
    }

    /// As ``validate(request:options:)``, for the body of an error.
    public func validate(error body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        Validator(format: self, kind: .error, options: options).report(Array(body))
    }
}

/// Puts together what the field lists, the rules and the translation say of a body.
struct Validator {
    enum Kind: String {
        case request, response, chunk, error
    }

    let format: WireFormat
    let kind: Kind
    let options: Options

    func report(_ body: [UInt8]) -> Report {
        var document = JSONDocument()
        do throws(JSONError) {
            let translation = TranslationNotes(of: body, self)
            let fields = try findings(body, &document) { root, target in
                let list = FieldList.of(format, options)
                // Gemini's events are whole responses.
                let message = list.roots[kind.rawValue] ?? list.roots["response"] ?? ""
                FieldCheck(list: list, target: target).check(root, is: message)
            }
            let rules = try findings(body, &document) { root, target in Rules.check(root, kind, target) }
            // A dialect that is open takes what the translation understands, no less and no more.
            let isOpen = format == .openAI && options.dialect.allowsExtensions
            let listed = isOpen ? translation.tempered(fields.diagnostics) : fields.diagnostics
            var findings = merged(listed, rules.diagnostics)
            for place in findings.indices { findings[place].note = translation.note(at: findings[place].pointer) }
            if isOpen { findings = merged(findings, translation.refusals(beyond: findings, options)) }
            return Report(diagnostics: limited(findings, unlisted: fields.unlisted + rules.unlisted))
        } catch {
            return Report(diagnostics: [Diagnostic(error)])
        }
    }

    private func findings(
        _ body: [UInt8], _ document: inout JSONDocument, _ check: (JSONValue, ValidationTarget) -> Void
    ) throws(JSONError) -> Report {
        var options = options
        options.lenient = false
        return try document.read(body.span, limits: options.limits.json) { root in
            root.ignore()
            check(root, ValidationTarget(format, isRequest: kind == .request, options, root))
            return Report(root, losses: [], options: options)
        }
    }

    /// In the order of the body, and none twice: of two, the graver one.
    private func merged(_ fields: [Diagnostic], _ rules: [Diagnostic]) -> [Diagnostic] {
        var places: [JSONKey: Int] = [:]
        var findings: [Diagnostic] = []
        for finding in fields + rules {
            let key = JSONKey("\(finding.code) \(finding.pointer)")
            if let place = places[key] {
                if finding.severity > findings[place].severity { findings[place] = finding }
            } else {
                places[key] = findings.count
                findings.append(finding)
            }
        }
        let ordered = findings.enumerated().sorted { left, right in
            (left.element.line, left.element.column, left.offset)
                < (right.element.line, right.element.column, right.offset)
        }
        return ordered.map(\.element)
    }

    /// As many as the options allow, and then the number of the others.
    private func limited(_ findings: [Diagnostic], unlisted: Int) -> [Diagnostic] {
        let sums = findings.filter { $0.code == .moreDiagnostics }
        let all = findings.filter { $0.code != .moreDiagnostics }
        let listed = all.prefix(max(options.limits.diagnostics, 0))
        let rest = all.dropFirst(listed.count)
        guard let gravest = (sums + rest).map(\.severity).max() else { return Array(listed) }
        let count = unlisted + rest.count
        return listed + [Diagnostic(unlisted: count, gravest, options.limits)]
    }
}
