internal import JSONCore

/// What a converter says about a value, or about the `member` that the value lacks.
extension JSONValue {
    /// Said differently, or dropped without effect on the answer.
    func note(_ code: Diagnostic.Code, _ message: String) { say(nil, .note, code, message) }

    /// The member that is not there was made up.
    func note(_ member: StaticString, _ code: Diagnostic.Code, _ message: String) {
        say("\(member)", .note, code, message)
    }

    /// Lost or approximated.
    func warn(_ code: Diagnostic.Code, _ message: String) { say(nil, .warning, code, message) }

    /// No legal translation.
    func refuse(_ code: Diagnostic.Code, _ message: String) { say(nil, .error, code, message) }

    /// No legal translation without the member.
    func refuse(_ member: String?, _ code: Diagnostic.Code, _ message: String) {
        say(member, .error, code, message)
    }

    /// Refuses a value of another kind than the member takes.
    func refuse(expected: String) { refuse(.wrongKind, "expected \(expected), found \(found)") }

    /// Refuses whatever is there and is no string.
    func refuseUnlessString() {
        if exists, kind != .string { refuse(expected: "a string") }
    }

    func say(
        _ member: String?, _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String
    ) {
        remark(member, grade: severity.rank, code: code.name, message: message)
    }

    /// The value in a few words, for messages.
    var found: String {
        switch kind {
        case .missing: "nothing"
        case .array: isEmpty ? "an empty array" : "an array"
        case .object: isEmpty ? "an empty object" : "an object"
        case .null, .bool, .number, .string:
            raw.count <= 40 ? "`\(raw.string)`" : "a \(kind == .string ? "string" : "number") of \(raw.count) bytes"
        }
    }
}
