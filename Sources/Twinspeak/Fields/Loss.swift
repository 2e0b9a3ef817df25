/// A member that one side knows and the other has nothing for: documentation, diagnostic and coverage at once.
struct Loss: Sendable {
    /// The member's place in the body; `*` stands for any name or index: `/tools/*/function/strict`.
    let pattern: String
    let severity: Diagnostic.Severity
    let code: Diagnostic.Code
    /// Why the other side cannot say it.
    let because: StaticString

    static func note(_ pattern: String, because: StaticString) -> Loss {
        Loss(pattern: pattern, severity: .note, code: .noCounterpart, because: because)
    }

    static func warning(_ pattern: String, because: StaticString) -> Loss {
        Loss(pattern: pattern, severity: .warning, code: .noCounterpart, because: because)
    }

    func matches(_ pointer: String) -> Bool { Self.match(pattern.utf8[...], pointer.utf8[...]) == .whole }

    func isBelow(_ member: String) -> Bool { pattern.hasPrefix(member) }

    /// The pattern names something further down than `pointer`.
    func names(below pointer: String) -> Bool { Self.match(pattern.utf8[...], pointer.utf8[...]) == .below }

    private enum Match { case whole, below, none }

    private static func match(_ pattern: Substring.UTF8View, _ pointer: Substring.UTF8View) -> Match {
        var pattern = pattern
        var pointer = pointer
        while let wanted = pattern.popFirst() {
            if pointer.isEmpty { return wanted == UInt8(ascii: "/") ? .below : .none }
            if wanted == UInt8(ascii: "*") {
                pointer = pointer.drop { $0 != UInt8(ascii: "/") }
            } else if pointer.popFirst() != wanted {
                return .none
            }
        }
        return pointer.isEmpty ? .whole : .none
    }
}
