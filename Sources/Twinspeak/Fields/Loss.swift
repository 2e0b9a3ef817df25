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

    /// The same at another place: `/choices/*/message/…` as `/choices/*/delta/…`.
    func renamed(_ name: String, _ other: String) -> Loss {
        let names = pattern.split(separator: "/", omittingEmptySubsequences: false).map { $0 == name ? other[...] : $0 }
        return Loss(pattern: names.joined(separator: "/"), severity: severity, code: code, because: because)
    }

    /// The pattern names something further down than `pointer`.
    func names(below pointer: String) -> Bool { Self.match(pattern.utf8[...], pointer.utf8[...]) == .below }

    private enum Match { case whole, below, none }

    /// A `*` stands for the place in a list, which one object without a list has not; members may be in snake_case.
    private static func match(_ pattern: Substring.UTF8View, _ pointer: Substring.UTF8View) -> Match {
        var pattern = pattern
        var pointer = pointer
        while let wanted = pattern.popFirst() {
            if pointer.isEmpty { return wanted == UInt8(ascii: "/") ? .below : .none }
            if wanted == UInt8(ascii: "/"), pattern.first == UInt8(ascii: "*") {
                pattern.removeFirst()
                pointer = withoutPlace(pointer)
                continue
            }
            var found = pointer.popFirst()
            if found == UInt8(ascii: "_"), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(wanted) {
                found = pointer.popFirst().map { $0 & ~0x20 }
            }
            if found != wanted { return .none }
        }
        return pointer.isEmpty ? .whole : .none
    }

    private static func withoutPlace(_ pointer: Substring.UTF8View) -> Substring.UTF8View {
        let rest = pointer.dropFirst()
        let next = rest.drop { $0 &- UInt8(ascii: "0") < 10 }
        let isPlace = next.startIndex != rest.startIndex && (next.isEmpty || next.first == UInt8(ascii: "/"))
        return isPlace ? next : pointer
    }
}
