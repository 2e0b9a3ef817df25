import Foundation
import JSONCore
import Testing

@testable import Twinspeak

/// JSON Schemas rewritten for the subset.
@Suite struct OpenAPISchemaTests {
    @Test(arguments: OpenAPISchemaCase.all)
    func rewritten(_ example: OpenAPISchemaCase) throws {
        let translation = try SchemaTranslation(example.input)
        #expect(translation.text == Self.compact(example.output))
        #expect(translation.diagnostics.map(\.short) == example.findings)
    }

    private static func compact(_ json: String) -> String {
        var document = JSONDocument()
        var output = JSONOutput()
        try? document.read(Array(json.utf8).span) { root in output.value { $0.write(root) } }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    // MARK: Schemas from the wild, one folder each

    @Test(arguments: try Fixture.folders("schemas"))
    func golden(_ folder: URL) throws {
        let translation = try SchemaTranslation([UInt8](Data(contentsOf: folder.appending(path: "in.json"))))
        let recording = Recording(folder)
        try recording.compare("out.json", with: JSONLayout.pretty(translation.body) + [UInt8(ascii: "\n")])
        try recording.compare("report.txt", with: Array(translation.diagnostics.map { "\($0)\n" }.joined().utf8))
    }

    @Test func folderCount() throws { #expect(try Fixture.folders("schemas").count == 10) }

    // MARK: Inside a request

    private func request(_ parameters: String) throws -> Translator.Request {
        var options = Options()
        options.schemas = .openAPI
        let schema = #"{"type":"json_schema","json_schema":{"name":"n","schema":\#(parameters)}}"#
        let function = #"{"type":"function","function":{"name":"f","parameters":\#(parameters)}}"#
        let request = #"""
            {"model":"gemini-3-pro","messages":[{"role":"user","content":"Hi"}],
            "tools":[\#(function)],"response_format":\#(schema)}
            """#
        return try Translator(client: .openAI, upstream: .gemini, options: options).request(request)
    }

    @Test func parametersAndResponses() throws {
        let request = try request(#"{"type":"object","properties":{"a":{"const":1}},"additionalProperties":false}"#)
        let rewritten = #"{"type":"OBJECT","properties":{"a":{"type":"STRING","enum":["1"]}}}"#
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""functionDeclarations":[{"name":"f","parameters":\#(rewritten)}]"#))
        #expect(body.contains(#""responseSchema":\#(rewritten)"#))
        #expect(!body.contains("JsonSchema"))
        let pointers = request.diagnostics.map(\.pointer)
        #expect(pointers.contains("/tools/0/function/parameters/properties/a/const"))
        #expect(pointers.contains("/response_format/json_schema/schema/properties/a/const"))
    }

    /// References start at the schema, not at the request.
    @Test func referencesWithinTheSchema() throws {
        let request = try request(##"{"$ref":"#/$defs/A","$defs":{"A":{"properties":{"a":{"type":"string"}}}}}"##)
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#))
    }

    @Test(arguments: [
        #"{"type":"object","properties":{}}"#, ##"{"$ref":"#/$defs/A","$defs":{"A":{"type":"object"}}}"##,
        #"{"type":"object","required":["a"]}"#, #"{"type":["object","null"]}"#,
    ])
    func noParameters(_ schema: String) throws {
        let request = try request(schema)
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""functionDeclarations":[{"name":"f"}]"#))
        #expect(request.diagnostics.contains { $0.code == .emptyOmitted })
    }

    @Test func tooLarge() throws {
        #expect(throws: TranslationError(.untranslatable)) { try request(Self.doubling(30)) }
    }

    /// A schema of `steps` definitions, each of which refers to the next one twice.
    static func doubling(_ steps: Int) -> String {
        let definitions = (0..<steps).map { step in
            let next = ##"{"$ref":"#/$defs/D\##(step + 1)"}"##
            return #""D\#(step)":{"type":"object","properties":{"a":\#(next),"b":\#(next)}}"#
        }
        return ##"{"$ref":"#/$defs/D0","$defs":{\##(definitions.joined(separator: ",")),"##
            + #""D\#(steps)":{"type":"string"}}}"#
    }
}

extension SchemaTranslation {
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension Diagnostic {
    var short: String {
        let code = code == .schemaChanged ? "" : " \(code)"
        return "\(severity.rawValue)\(code) \(pointer)"
    }
}
