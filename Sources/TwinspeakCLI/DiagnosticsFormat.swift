internal import Twinspeak

/// How findings are written: a line for each, or none.
enum DiagnosticsFormat: String, CaseIterable {
    case text, json, none

    /// - Parameter source: where the body came from, if there may be several.
    func lines(
        _ diagnostics: [Diagnostic], of source: Source? = nil, isColored: Bool = System.isErrorColored
    ) -> String {
        diagnostics.map { $0.line(self, of: source, isColored: isColored) }.joined()
    }
}

extension Diagnostic {
    /// The finding as a line, with its end.
    func line(
        _ format: DiagnosticsFormat, of source: Source? = nil, isColored: Bool = System.isErrorColored
    ) -> String {
        let line = (source?.line ?? 1) - 1 + line
        switch format {
        case .text:
            let place = pointer.isEmpty ? "line \(line), column \(column)" : pointer
            let word = isColored ? severity.colored : severity.rawValue
            let note = note.map { " (\($0))" } ?? ""
            return (source?.prefix ?? "") + word + " \(code) \(place): \(message)\(note)".onOneLine + "\n"
        case .json:
            let file = source.map { "\"file\":\($0.file.quoted)," } ?? ""
            let note = note.map { ",\"note\":\($0.quoted)" } ?? ""
            return "{\(file)\"severity\":\(severity.rawValue.quoted),\"code\":\("\(code)".quoted),"
                + "\"pointer\":\(pointer.quoted),\"message\":\(message.quoted),\"line\":\(line),\"column\":\(column)\(note)}\n"
        case .none: return ""
        }
    }
}

extension Diagnostic.Severity {
    /// Red, yellow or blue on a terminal, by the codes of ECMA-48.
    fileprivate var colored: String {
        let color =
            switch self {
            case .error: 31
            case .warning: 33
            case .note: 34
            }
        return "\u{1b}[\(color)m\(rawValue)\u{1b}[0m"
    }
}
