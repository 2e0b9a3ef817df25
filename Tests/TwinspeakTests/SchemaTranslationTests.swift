import Testing

import Twinspeak

/// One schema by itself.
@Suite struct SchemaTranslationTests {
    private func text(_ schema: String, to format: WireFormat = .gemini, options: Options = Options()) throws
        -> String
    {
        String(decoding: try SchemaTranslation(Array(schema.utf8), to: format, options: options).body, as: UTF8.self)
    }

    @Test func toGemini() throws {
        #expect(try text(#"{ "type": ["string", "null"] }"#) == #"{"type":"STRING","nullable":true}"#)
    }

    /// One letter that is spelled in two ways makes two names.
    @Test func namesAreBytes() throws {
        let names = ["\"é\"", "\"e\u{301}\""]
        let properties = names.map { $0 + #":{"type":"string"}"# }.joined(separator: ",")
        let schema = #"{"properties":{\#(properties)},"required":[\#(names.joined(separator: ","))]}"#
        let written = Array(try text(schema).utf8)
        for name in names {
            let places = written.ranges(of: Array(name.utf8))
            #expect(places.count == 3, "properties, required and propertyOrdering")
        }
    }

    @Test func toOpenAI() throws {
        let schema = #"{"type":"OBJECT","properties":{"a":{"type":"STRING","nullable":true,"maxLength":"3"}}}"#
        let expected = #"{"type":"object","properties":{"a":{"type":["string","null"],"maxLength":3}}}"#
        #expect(try text(schema, to: .openAI) == expected)
        #expect(try text("{}", to: .openAI) == "{}")
    }

    @Test func strict() throws {
        var options = Options()
        options.strict = true
        #expect(throws: TranslationError(.untranslatable)) {
            try text(#"{"type":"number","multipleOf":2}"#, options: options)
        }
        #expect(try text(#"{"const":"a"}"#, options: options) == #"{"type":"STRING","enum":["a"]}"#)
    }

    @Test(arguments: ["", "{", "nul"])
    func notJSON(_ schema: String) {
        for format in WireFormat.allCases {
            #expect(throws: TranslationError(.notJSON)) { try text(schema, to: format) }
        }
    }

    @Test(arguments: ["[]", "true", "null", #""object""#])
    func noSchema(_ schema: String) {
        for format in WireFormat.allCases {
            #expect(throws: TranslationError(.untranslatable)) { try text(schema, to: format) }
        }
    }

    @Test func limits() {
        var options = Options()
        options.limits.bytes = 10
        #expect(throws: TranslationError(.notJSON)) { try text(#"{"type":"string"}"#, options: options) }
    }
}
