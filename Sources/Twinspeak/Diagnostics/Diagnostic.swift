/// One finding about a body: what was lost, said differently, or is wrong, and where.
///
/// As text: `warning noCounterpart /logit_bias: Gemini cannot bias single tokens`.
public struct Diagnostic: Sendable, Hashable {
    /// How much the finding matters.
    public enum Severity: String, Sendable, Comparable {
        /// Said differently, or dropped without effect on the answer.
        case note
        /// Something is lost or approximated; there is output.
        case warning
        /// There is no legal translation, so there is no output.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        var rank: UInt8 {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        init(rank: UInt8) {
            switch rank {
            case 0: self = .note
            case 1: self = .warning
            default: self = .error
            }
        }
    }

    /// How much it matters.
    public let severity: Severity
    /// Stable, for machines.
    public let code: Code
    /// Where in the body, as RFC 6901 writes it; empty for the body as a whole.
    public let pointer: String
    /// For people; may change from release to release.
    public let message: String
    /// From 1; a line ends with LF, CR or both.
    public let line: Int
    /// From 1, in Unicode code points.
    public let column: Int
    /// Of a validation: what a translation says of the same place.
    public internal(set) var note: String?
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        let place = pointer.isEmpty ? "line \(line), column \(column)" : pointer
        return "\(severity.rawValue) \(code) \(place): \(message)" + (note.map { " (\($0))" } ?? "")
    }
}
