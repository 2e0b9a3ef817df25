import JSONCore
import Testing

@testable import Twinspeak

/// A JSON Schema, what it is in the subset, and what is said about the way: severity and pointer, and the code unless
/// it is `schemaChanged`.
struct OpenAPISchemaCase: CustomTestStringConvertible {
    let name: String
    let input: [UInt8]
    /// Line breaks between tokens do not matter.
    let output: String
    let findings: [String]

    var testDescription: String { name }

    init(_ name: String, _ input: String, _ output: String, _ findings: [String]) {
        self.name = name
        self.input = Array(input.utf8)
        self.output = output
        self.findings = findings
    }

    static let all = types + odd + null + unions + enums + bounds + references + allOf + arrays + objects
}
