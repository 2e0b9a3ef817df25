/// What the translation of a body says, by its places.
struct TranslationNotes {
    private let findings: [Diagnostic]
    private let tree: FindingTree
    /// What is refused, from the whole body down.
    private let errors: FindingTree

    /// Findings that are about everything below their place.
    private static let ofWhole: Set<Diagnostic.Code> = [
        .unknownMember, .noCounterpart, .notAllowed, .superseded, .unusableMedia, .emptyOmitted,
    ]

    init(of body: [UInt8], _ validator: Validator) {
        findings = Self.report(of: body, validator).diagnostics
        tree = FindingTree(findings)
        errors = FindingTree(findings.filter { $0.severity == .error })
    }

    private static func report(of body: [UInt8], _ validator: Validator) -> Report {
        let format = validator.format
        var options = validator.options
        options.strict = false
        // What could be left out of a body is wrong all the same.
        options.lenient = false
        let answering = Translator(client: format.other, upstream: format, options: options)
        switch validator.kind {
        case .request:
            let translator = Translator(client: format, upstream: format.other, options: options)
            do throws(TranslationError) { return try translator.request(body).report } catch { return error.report }
        case .response: return answering.response(body).report
        case .error: return answering.response(body, status: 400).report
        case .chunk:
            var stream = answering.stream()
            // An event's data keep their lines, so that the places of findings are those of the body.
            let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            _ = stream.push(lines.flatMap { "data: ".utf8 + $0 + "\n".utf8 } + "\n".utf8)
            return Report(diagnostics: stream.report.diagnostics.map(\.ofOnlyEvent))
        }
    }

    /// What becomes of the value at the pointer.
    func note(at pointer: String) -> String {
        let said = said(of: pointer)
        if !said.isEmpty { return "translation: " + said.map(\.inNotes).joined(separator: "; ") }
        if let inside = tree.below(pointer).first(where: { $0.severity > .note }) {
            return "translation, of \(inside.pointer): \(inside.inNotes)"
        }
        return "the translation says nothing of it"
    }

    /// The findings of the field list, for a dialect that takes whatever the translation understands: they weigh what it
    /// gives them.
    func tempered(_ fields: [Diagnostic]) -> [Diagnostic] {
        fields.flatMap { finding -> [Diagnostic] in
            let isOtherJSON = finding.code == .wrongKind && finding.pointer.isEmpty
            guard finding.code != .notAllowed, !isOtherJSON else { return [finding] }
            let said = tree.at(finding.pointer) + ofWhole(above: finding.pointer)
            if finding.code == .unknownMember, !said.contains(where: { $0.code == .unknownMember }) {
                return tree.below(finding.pointer).filter { $0.code == .unknownMember }
            }
            // What is said of the body as a whole, is said of nothing in it.
            let isRefused = !finding.pointer.isEmpty && errors.reaches(finding.pointer)
            return [finding.graded(isRefused ? .error : said.map(\.severity).max() ?? .note)]
        }
    }

    /// What the translation refuses, and nothing else has been said of.
    func refusals(beyond known: [Diagnostic], _ options: Options) -> [Diagnostic] {
        let least: Diagnostic.Severity = options.strict ? .warning : .error
        let said = FindingTree(known.filter { $0.severity >= least })
        return findings.filter { $0.severity >= least && !said.reaches($0.pointer) }
    }

    private func said(of pointer: String) -> [Diagnostic] {
        let own = tree.at(pointer)
        return own.isEmpty ? ofWhole(above: pointer) : own
    }

    /// What is said of the nearest of all that hold the value.
    private func ofWhole(above pointer: String) -> [Diagnostic] {
        tree.above(pointer) { Self.ofWhole.contains($0.code) || $0.severity == .error }
    }
}

extension Diagnostic {
    fileprivate var inNotes: String { "\(severity.rawValue) \(code): \(message)" }

    fileprivate func graded(_ severity: Severity) -> Diagnostic {
        Diagnostic(severity: severity, code: code, pointer: pointer, message: message, line: line, column: column)
    }

    /// Pointers of a stream begin with the number of the event.
    fileprivate var ofOnlyEvent: Diagnostic {
        Diagnostic(
            severity: severity, code: code,
            pointer: pointer.utf8.starts(with: "/0/".utf8)
                ? String(pointer.dropFirst(2)) : pointer.utf8.elementsEqual("/0".utf8) ? "" : pointer,
            message: message, line: line, column: column)
    }
}
