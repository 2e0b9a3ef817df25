/// What the translation of a body says, by its places.
struct TranslationNotes {
    private let findings: [Diagnostic]
    private var places: [String: [Diagnostic]] = [:]
    /// Whatever holds something that is refused.
    private var aboveErrors: Set<String> = []

    /// Findings that are about everything below their place.
    private static let ofWhole: Set<Diagnostic.Code> = [
        .unknownMember, .noCounterpart, .notAllowed, .superseded, .unusableMedia, .emptyOmitted,
    ]

    init(of body: [UInt8], _ validator: Validator) {
        findings = Self.report(of: body, validator).diagnostics
        for finding in findings {
            places[finding.pointer, default: []].append(finding)
            if finding.severity == .error { aboveErrors.formUnion(Self.above(finding.pointer)) }
        }
    }

    private static func report(of body: [UInt8], _ validator: Validator) -> Report {
        let format = validator.format
        var options = validator.options
        options.strict = false
        let answering = Translator(client: format.other, upstream: format, options: options)
        switch validator.kind {
        case .request:
            let translator = Translator(client: format, upstream: format.other, options: options)
            do throws(TranslationError) { return try translator.request(body).report } catch { return error.report }
        case .response: return answering.response(body).report
        case .error: return answering.response(body, status: 400).report
        case .chunk:
            var stream = answering.stream()
            // An event ends with its line; inside of strings, JSON has no line ends.
            let line = body.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
            _ = stream.push(Array("data: ".utf8) + line + Array("\n\n".utf8))
            return Report(diagnostics: stream.report.diagnostics.map(\.ofOnlyEvent))
        }
    }

    /// What becomes of the value at the pointer.
    func note(at pointer: String) -> String {
        let said = places[pointer] ?? ofWhole(above: pointer)
        guard !said.isEmpty else { return "the translation says nothing of it" }
        return "translation: "
            + said.map { "\($0.severity.rawValue) \($0.code): \($0.message)" }.joined(separator: "; ")
    }

    /// The findings of the field list, for a dialect that takes whatever the translation understands: they weigh what it
    /// gives them.
    func tempered(_ fields: [Diagnostic]) -> [Diagnostic] {
        fields.flatMap { finding -> [Diagnostic] in
            guard finding.code != .notAllowed else { return [finding] }
            let said = (places[finding.pointer] ?? []) + ofWhole(above: finding.pointer)
            if finding.code == .unknownMember, !said.contains(where: { $0.code == .unknownMember }) {
                return findings.filter {
                    $0.code == .unknownMember && $0.pointer.hasPrefix(finding.pointer + "/")
                }
            }
            let isRefused = aboveErrors.contains(finding.pointer)
            return [finding.graded(isRefused ? .error : said.map(\.severity).max() ?? .note)]
        }
    }

    /// What the translation refuses, and nothing else has been said of.
    func refusals(beyond known: [Diagnostic], _ options: Options) -> [Diagnostic] {
        let least: Diagnostic.Severity = options.strict ? .warning : .error
        let said = known.filter { $0.severity >= least }.reduce(into: Set<String>()) { places, finding in
            places.insert(finding.pointer)
            places.formUnion(Self.above(finding.pointer))
        }
        return findings.filter { $0.severity >= least && !said.contains($0.pointer) }
    }

    /// What is said of the nearest of all that hold the value.
    private func ofWhole(above pointer: String) -> [Diagnostic] {
        for place in Self.above(pointer) {
            let said = places[place]?.filter { Self.ofWhole.contains($0.code) || $0.severity == .error } ?? []
            if !said.isEmpty { return said }
        }
        return []
    }

    /// The pointers of what holds the value, the nearest first.
    private static func above(_ pointer: String) -> ArraySlice<String> { pointer.withItsContainers.dropFirst() }
}

extension Diagnostic {
    fileprivate func graded(_ severity: Severity) -> Diagnostic {
        Diagnostic(severity: severity, code: code, pointer: pointer, message: message, line: line, column: column)
    }

    /// Pointers of a stream begin with the number of the event.
    fileprivate var ofOnlyEvent: Diagnostic {
        Diagnostic(
            severity: severity, code: code,
            pointer: pointer.hasPrefix("/0/") ? String(pointer.dropFirst(2)) : pointer == "/0" ? "" : pointer,
            message: message, line: line, column: column)
    }
}
