internal import Twinspeak

/// How findings are written to standard error: a line for each, or none.
enum DiagnosticsFormat: String, CaseIterable {
    case text, json, none

    func lines(_ diagnostics: [Diagnostic]) -> String { diagnostics.map { $0.line(self) }.joined() }
}

extension Diagnostic {
    /// The finding as a line, with its end.
    func line(_ format: DiagnosticsFormat) -> String {
        switch format {
        case .text: "\(severity.rawValue) \(code) \(place): \(message)".onOneLine + "\n"
        case .json:
            "{\"severity\":\(severity.rawValue.quoted),\"code\":\("\(code)".quoted),\"pointer\":\(pointer.quoted),"
                + "\"message\":\(message.quoted),\"line\":\(line),\"column\":\(column)}\n"
        case .none: ""
        }
    }

    /// Where in the body, or where in the text if it is about the body as a whole.
    private var place: String { pointer.isEmpty ? "line \(line), column \(column)" : pointer }
}
