import Testing

/// A stream and what is in it.
struct EventCase: Sendable, CustomTestStringConvertible {
    let name: String
    let stream: Text
    let found: [Found]

    init(_ name: String, _ stream: Text, _ found: Found...) {
        self.name = name
        self.stream = stream
        self.found = found
    }

    var testDescription: String { name }
}
