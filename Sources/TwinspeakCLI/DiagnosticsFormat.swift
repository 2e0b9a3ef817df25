internal import Twinspeak

/// How findings are written to standard error: a line for each, or none.
enum DiagnosticsFormat: String, CaseIterable {
    case text, json, none

    /// - Parameter source: where the body came from, if there may be several.
    func lines(_ diagnostics: [Diagnostic], of source: Source? = nil) -> String {
        diagnostics.map { $0.line(self, of: source) }.joined()
    }
}

extension Diagnostic {
    /// The finding as a line, with its end.
    func line(_ format: DiagnosticsFormat, of source: Source? = nil) -> String {
        let line = (source?.line ?? 1) - 1 + line
        switch format {
        case .text:
            let place = pointer.isEmpty ? "line \(line), column \(column)" : pointer
            return (source?.prefix ?? "") + severity.colored + " \(code) \(place): \(message)".onOneLine + "\n"
        case .json:
            let file = source.map { "\"file\":\($0.file.quoted)," } ?? ""
            return "{\(file)\"severity\":\(severity.rawValue.quoted),\"code\":\("\(code)".quoted),"
                + "\"pointer\":\(pointer.quoted),\"message\":\(message.quoted),\"line\":\(line),\"column\":\(column)}\n"
        case .none: return ""
        }
    }
}

extension Diagnostic.Severity {
    /// Red, yellow or blue on a terminal, by the codes of ECMA-48.
    fileprivate var colored: String {
        guard System.isErrorColored else { return rawValue }
        let color =
            switch self {
            case .error: 31
            case .warning: 33
            case .note: 34
            }
        return "\u{1b}[\(color)m\(rawValue)\u{1b}[0m"
    }
}
