import JSONCore
import Testing

@testable import Twinspeak

/// What holds for every schema that is rewritten for the subset.
@Suite struct OpenAPISchemaLawTests {
    /// The result lies in the subset, and rewriting it again changes nothing and says nothing. Nothing is left for the
    /// inspection to find, and without a finding nothing but case and order has changed.
    @Test(arguments: 1...4)
    func rewriting(_ seed: UInt64) throws {
        var source = RandomSchema(seed: seed)
        let random = (0..<1000).map { _ in Array(source.schema().utf8) }
        for input in random + (seed == 1 ? OpenAPISchemaCase.all.map(\.input) : []) {
            let once = try SchemaTranslation(input)
            let story: Comment = "\(text(input)) became \(once.text)"
            #expect(try isInSubset(once.body), story)
            let twice = try SchemaTranslation(once.body)
            #expect(twice.text == once.text, story)
            #expect(twice.diagnostics == [], story)
            let others = once.diagnostics.filter { $0.code != .schemaChanged && $0.code != .duplicateMember }
            #expect(others == [], story)
            if once.diagnostics.isEmpty { #expect(Self.normal(input) == Tree(once.body), story) }
        }
    }

    /// Types in upper case, and no members that are `null`.
    private static func normal(_ schema: [UInt8]) -> Tree? {
        Tree(schema)?.mapped { $1 == .leaf("null") && $0 != "default" && $0 != "example" ? nil : upper($0, $1) }
    }

    private static func upper(_ name: String, _ value: Tree) -> Tree {
        guard name == "type", let text = value.text else { return value }
        return .leaf("\"" + text.uppercased())
    }

    // MARK: Limits

    @Test func doublingIsRefused() throws {
        for steps in [20, 40, 200] {
            let error = try #require(throws: TranslationError.self) {
                try SchemaTranslation(Array(OpenAPISchemaTests.doubling(steps).utf8))
            }
            #expect(error.report.diagnostics.contains { $0.code == .limitExceeded && $0.severity == .error })
        }
        #expect(try SchemaTranslation(Array(OpenAPISchemaTests.doubling(8).utf8)).body.count > 10_000)
    }

    /// Many references to one definition are work even where little comes out of it.
    @Test(arguments: [#""required":[WORDS]"#, #""enum":[WORDS,1]"#, #""type":[WORDS]"#])
    func workIsLimited(_ member: String) {
        let properties = (0..<1000).map { ##""p\##($0)":{"$ref":"#/$defs/A"}"## }.joined(separator: ",")
        let words = Array(repeating: #""string""#, count: 4000).joined(separator: ",")
        let long = member.replacing("WORDS", with: words)
        let schema = #"{"properties":{\#(properties)},"$defs":{"A":{\#(long)}}}"#
        #expect(throws: TranslationError(.untranslatable)) { try SchemaTranslation(Array(schema.utf8)) }
    }

    @Test func aMegabyte() throws {
        let properties = (0..<9000).map {
            let description = String(repeating: "x", count: 60)
            return ##""p\##($0)":{"description":"\##(description)","anyOf":[{"$ref":"#/$defs/A"},{"type":"null"}]}"##
        }
        let schema = #"{"properties":{\#(properties.joined(separator: ","))},"$defs":{"A":{"type":"string"}}}"#
        #expect(schema.utf8.count > 1 << 20)
        #expect(try SchemaTranslation(Array(schema.utf8)).body.count > 1 << 19)
    }

    /// `items` within `items` by reference: as deep as a text may nest, and no deeper.
    @Test func depth() throws {
        func schema(_ count: Int, _ member: String) -> [UInt8] {
            let definitions = (0..<count).map {
                ##""D\##($0)":{"title":"t",\##(member.replacing("NEXT", with: ##"{"$ref":"#/$defs/D\##($0 + 1)"}"##))}"##
            }
            let last = #""D\#(count)":{"type":"string"}"#
            return Array(
                ##"{"$ref":"#/$defs/D0","$defs":{\##(definitions.joined(separator: ",")),\##(last)}}"##.utf8)
        }
        for (member, most) in [
            (#""items":NEXT"#, 511), (#""properties":{"a":NEXT}"#, 255),
            (#""anyOf":[{"type":"string"},NEXT]"#, 255), (#""anyOf":[NEXT]"#, 500), (#""allOf":[NEXT]"#, 250),
        ] {
            let deep = try SchemaTranslation(schema(most, member))
            #expect(try isInSubset(deep.body))
            #expect(throws: TranslationError(.untranslatable)) { try SchemaTranslation(schema(most + 300, member)) }
        }
        #expect(throws: TranslationError(.untranslatable)) { try SchemaTranslation(schema(512, #""items":NEXT"#)) }
    }

    // MARK: The subset

    /// An object without properties is the subset's only word for one whose properties are not known; everything else
    /// is as ``SchemaSubset`` wants it.
    private func isInSubset(_ schema: [UInt8]) throws -> Bool {
        var document = JSONDocument()
        let filled: String = try document.read(schema.span) { self.filled($0) }
        return try document.read(Array(filled.utf8).span) { SchemaSubset.contains($0) }
    }

    private func filled(_ schema: JSONValue) -> String {
        var members = schema.members.map { name, value in
            let text: String =
                switch name {
                case "items": filled(value)
                case "anyOf": "[" + value.elements.map(filled).joined(separator: ",") + "]"
                case "properties":
                    "{" + value.members.map { written($0.name) + ":" + filled($0.value) }.joined(separator: ",") + "}"
                default: written(value)
                }
            return written(name) + ":" + text
        }
        if schema["type"] == "OBJECT", !schema["properties"].exists {
            members.append(#""properties":{"a":{"type":"STRING"}}"#)
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private func written(_ value: JSONValue) -> String {
        let raw = value.raw
        return String(decoding: (0..<raw.count).map { raw[$0] }, as: UTF8.self)
    }

    private func text(_ json: [UInt8]) -> String { String(decoding: json, as: UTF8.self) }
}
