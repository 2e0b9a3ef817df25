import JSONCore

/// What `inspect` has said about one value.
struct Finding: Hashable {
    let pointer: String
    let line: Int
    let column: Int
    let message: String?

    init(_ pointer: String, _ line: Int, _ column: Int, _ message: String? = nil) {
        self.pointer = pointer
        self.line = line
        self.column = column
        self.message = message
    }
}

/// For `inspect`: take apart every container that nobody used, or none of them.
func everywhere(_ pointer: String) -> Bool { true }
func nowhere(_ pointer: String) -> Bool { false }

/// What is reported after `body` has looked at the root of `text`.
func findings(
    _ text: Text, _ body: (JSONValue) -> Void = { _ in }, descend: (String) -> Bool = nowhere
) throws(JSONError) -> [Finding] {
    try read(text) { root in
        body(root)
        return root.findings(descend: descend)
    }
}

/// The pointers of all values that nobody used.
func unused(
    _ text: Text, _ body: (JSONValue) -> Void = { _ in }, descend: (String) -> Bool = nowhere
) throws(JSONError) -> [String] {
    try findings(text, body, descend: descend).filter { $0.message == nil }.map(\.pointer)
}

extension JSONValue {
    func remark(_ message: String, _ member: String? = nil) {
        remark(member, grade: 1, code: "test", message: message)
    }

    func findings(descend: (String) -> Bool = nowhere) -> [Finding] {
        var findings: [Finding] = []
        let more = inspect(descend: descend) { _, place, remark in
            findings.append(Finding(place.pointer, place.line, place.column, remark?.message))
        }
        return more == 0 ? findings : []
    }
}
