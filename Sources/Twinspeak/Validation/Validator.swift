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
            var findings = merged(isOpen ? translation.tempered(fields) : fields, rules)
            for place in findings.indices { findings[place].note = translation.note(at: findings[place].pointer) }
            if isOpen { findings = merged(findings, translation.refusals(beyond: findings, options)) }
            return Report(diagnostics: findings)
        } catch {
            return Report(diagnostics: [Diagnostic(error)])
        }
    }

    private func findings(
        _ body: [UInt8], _ document: inout JSONDocument, _ check: (JSONValue, ValidationTarget) -> Void
    ) throws(JSONError) -> [Diagnostic] {
        var options = options
        options.lenient = false
        return try document.read(body.span, limits: options.limits.json) { root in
            root.ignore()
            check(root, ValidationTarget(format, isRequest: kind == .request, options, root))
            return Report(root, losses: [], options: options).diagnostics
        }
    }

    /// In the order of the body, and none twice.
    private func merged(_ fields: [Diagnostic], _ rules: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<String> = []
        let findings = (fields + rules).filter { seen.insert("\($0.code) \($0.pointer)").inserted }
        let ordered = findings.enumerated().sorted { left, right in
            (left.element.line, left.element.column, left.offset)
                < (right.element.line, right.element.column, right.offset)
        }
        return ordered.map(\.element)
    }
}
