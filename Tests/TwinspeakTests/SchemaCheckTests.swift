import JSONCore
import Testing

@testable import Twinspeak

/// Values held against schemas.
@Suite struct SchemaCheckTests {
    private func report(_ schema: String, _ value: String) throws -> Report {
        try Contract(schema: Array(schema.utf8)).validate(request: Array(value.utf8))
    }

    @Test(arguments: SchemaCheckCase.all)
    func findings(_ example: SchemaCheckCase) throws {
        guard example.findings != ["-"] else {
            #expect(throws: TranslationError(.options)) { try Contract(schema: Array(example.schema.utf8)) }
            return
        }
        let report = try report(example.schema, example.value)
        #expect(report.diagnostics.map(\.short) == example.findings, Comment(rawValue: report.summary))
    }

    @Test(arguments: [
        (#"{"type":["string","null"]}"#, "7", "expected a string or null, found `7`"),
        (
            #"{"anyOf":[{"type":"string"},{"type":["array","object"]}]}"#, "7",
            "expected a string, an array or an object, found `7`"
        ),
        (#"{"enum":["a",1]}"#, #""b""#, #"expected `"a"` or `1`, found `"b"`"#),
        (
            #"{"enum":[0,1,2,3,4,5,6,7,8,9]}"#, "10",
            "expected `0`, `1`, `2`, `3`, `4`, `5`, `6` or 3 others, found `10`"
        ),
        (#"{"const":[1,2]}"#, "5", "expected an array, found `5`"),
        (#"{"minItems":3}"#, "[1]", "expected at least `3` items, found 1"),
        (#"{"maxLength":1}"#, #""abc""#, "expected at most `1` characters, found 3"),
        (#"{"exclusiveMaximum":1e1}"#, "10", "expected less than `1e1`, found `10`"),
        (#"{"multipleOf":2}"#, "3", "expected a multiple of `2`, found `3`"),
        (#"{"required":["a"]}"#, "{}", "expected the member `a`, found nothing"),
        (
            #"{"properties":{"a":{},"b":{}},"additionalProperties":false}"#, #"{"c":1}"#,
            "expected only `a` or `b`, found `c`"
        ),
        (
            #"{"oneOf":[true,false,true]}"#, "1",
            "expected exactly one branch of `oneOf` to match, found that 0 and 2 do"
        ),
        (
            #"{"properties":{"a":{"anyOf":[{"type":"null"},{"minimum":5}]}}}"#, #"{"a":3}"#,
            "expected at least `5`, found `3` (the nearest branch: #/properties/a/anyOf/1)"
        ),
        (
            #"{"properties":{"a/b":{"pattern":"x"}}}"#, #"{"a/b":""}"#,
            "`pattern` of the schema at #/properties/a~1b/pattern: never evaluated"
        ),
    ])
    func message(_ schema: String, _ value: String, _ message: String) throws {
        #expect(try report(schema, value).diagnostics.map(\.message) == [message])
    }

    @Test func lineAndColumn() throws {
        let found = try report(#"{"items":{"type":"string"}}"#, "[\n  \"é\", 1]").diagnostics
        #expect(found.map(\.line) == [2])
        #expect(found.map(\.column) == [8])
    }

    // MARK: Hostile schemas

    /// Each of `steps` definitions refers to the next one twice, in a union or not.
    private func doubling(_ steps: Int, _ keyword: String, _ last: String) -> String {
        let definitions = (0..<steps).map { step in
            let next = ##"{"$ref":"#/$defs/D\##(step + 1)"}"##
            return #""D\#(step)":{"\#(keyword)":[\#(next),\#(next)]}"#
        }
        return ##"{"$ref":"#/$defs/D0","$defs":{\##(definitions.joined(separator: ",")),"D\##(steps)":\##(last)}}"##
    }

    @Test func doublingIsGivenUp() throws {
        let report = try report(doubling(40, "allOf", "true"), "1")
        #expect(report.diagnostics.map(\.short) == ["error limitExceeded "])
    }

    /// A container is held against each branch once, however often references lead there.
    @Test func unionsRemember() throws {
        #expect(
            try report(doubling(60, "anyOf", #"{"type":"array"}"#), "{}").diagnostics.map(\.short) == [
                "error wrongKind "
            ])
        #expect(try report(doubling(60, "anyOf", #"{"type":"array"}"#), "[]").diagnostics.isEmpty)
    }

    @Test func recursiveUnionsAreLinear() throws {
        let schema = ##"""
            {"$ref":"#/$defs/E","$defs":{"E":{"anyOf":[{"type":"integer"},
            {"type":"object","properties":{"op":{"const":"not"},"of":{"$ref":"#/$defs/E"}},"required":["op","of"]},
            {"type":"object","properties":{"op":{"const":"neg"},"of":{"$ref":"#/$defs/E"}},"required":["op","of"]},
            {"type":"object","properties":{"op":{"const":"abs"},"of":{"$ref":"#/$defs/E"}},"required":["op","of"]}]}}}
            """##
        let depth = 100
        let value =
            String(repeating: #"{"op":"abs","of":"#, count: depth) + "1.5" + String(repeating: "}", count: depth)
        let found = try report(schema, value).diagnostics
        #expect(found.map(\.code) == [.wrongKind])
        #expect(found.map(\.pointer) == [String(repeating: "/of", count: depth)])
    }

    @Test func manyBranches() throws {
        let branches = (0..<10_000).map { #"{"const":\#($0)}"# }.joined(separator: ",")
        let schema = #"{"anyOf":[\#(branches)]}"#
        #expect(try report(schema, "9999").diagnostics.isEmpty)
        let found = try report(schema, #""x""#).diagnostics
        #expect(found.map(\.code) == [.unknownValue])
        #expect(found.allSatisfy { $0.message.utf8.count < 200 })
        let few = (0..<200).map { #"{"const":\#($0)}"# }.joined(separator: ",")
        let elements = String(repeating: "199,", count: 1999) + "199"
        let arrays = try report(#"{"items":{"anyOf":[\#(few)]}}"#, "[\(elements)]")
        #expect(arrays.diagnostics.map(\.code) == [.limitExceeded])
    }

    /// Each of many values is refused by one long list, which is not read again for each.
    @Test(arguments: [
        (#"{"items":{"enum":[LIST]}}"#, "[OTHERS]", Diagnostic.Code.unknownValue),
        (#"{"properties":{MEMBERS},"additionalProperties":false}"#, "{OTHER_MEMBERS}", .unknownMember),
        (#"{"items":{"anyOf":[{"enum":[LIST]},{"enum":[-1]}]}}"#, "[OTHERS]", .limitExceeded),
    ])
    func longLists(_ schema: String, _ value: String, _ code: Diagnostic.Code) throws {
        let count = 20_000
        func list(_ range: Range<Int>, _ element: (Int) -> String) -> String {
            range.map(element).joined(separator: ",")
        }
        let schema = schema.replacing("LIST", with: list(0..<count) { "\($0)" })
            .replacing("MEMBERS", with: list(0..<count) { #""m\#($0)":true"# })
        let value = value.replacing("OTHERS", with: list(count..<2 * count) { "\($0)" })
            .replacing("OTHER_MEMBERS", with: list(count..<2 * count) { #""m\#($0)":1"# })
        let report = try report(schema, value)
        #expect(report.diagnostics.count <= Options().limits.diagnostics + 1)
        #expect(report.diagnostics.contains { $0.code == code })
        #expect(report.diagnostics.allSatisfy { $0.message.utf8.count < 200 })
    }

    @Test func longChains() throws {
        let links = (0..<10_000).map { ##""D\##($0)":{"$ref":"#/$defs/D\##($0 + 1)"}"## }.joined(separator: ",")
        let schema = ##"{"$ref":"#/$defs/D0","$defs":{\##(links),"D10000":{"type":"string"}}}"##
        #expect(try report(schema, "1").diagnostics.map(\.code) == [.limitExceeded])
    }

    /// As deep as a document can be, through a reference and a union at each step.
    @Test func deepNesting() throws {
        let schema = ##"{"anyOf":[{"type":"array","items":{"$ref":"#"}},{"type":"string"}]}"##
        func nested(_ depth: Int, _ core: String) -> String {
            String(repeating: "[", count: depth) + core + String(repeating: "]", count: depth)
        }
        #expect(try report(schema, nested(512, "")).diagnostics.isEmpty)
        #expect(try report(schema, nested(511, "1")).diagnostics.map(\.code) == [.wrongKind])
        let deep =
            String(repeating: #"{"items":"#, count: 510) + #"{"type":"string"}"# + String(repeating: "}", count: 510)
        #expect(try report(deep, nested(510, "1")).diagnostics.map(\.code) == [.wrongKind])
        let all =
            String(repeating: #"{"allOf":["#, count: 255) + #"{"type":"string"}"# + String(repeating: "]}", count: 255)
        #expect(try report(all, "1").diagnostics.map(\.code) == [.wrongKind])
    }

    @Test func hugeNumbers() throws {
        let digits = String(repeating: "7", count: 100_000)
        #expect(try report(#"{"type":"integer","maximum":\#(digits)}"#, digits + ".000").diagnostics.isEmpty)
        #expect(try report(#"{"maximum":\#(digits)}"#, digits + "0").diagnostics.map(\.code) == [.outOfRange])
        #expect(try report(#"{"multipleOf":7}"#, digits).diagnostics.isEmpty)
        #expect(try report(#"{"const":\#(digits)}"#, digits + "e0").diagnostics.isEmpty)
    }

    // MARK: Arguments of tool calls

    private func arguments(_ json: String, _ severity: Diagnostic.Severity = .error) throws -> [Diagnostic] {
        var document = JSONDocument()
        return try document.read(Array(json.utf8).span) { root in
            SchemaCheck.check(arguments: root["a"], against: root["p"], severity: severity)
            root.ignore()
            return Report(root, losses: [], options: Options()).diagnostics
        }
    }

    private let parameters = ##"""
        {"type":"OBJECT","properties":{"city":{"$ref":"#/$defs/C"},"days":{"type":"INTEGER","nullable":true}},
        "required":["city"],"$defs":{"C":{"type":"STRING"}}}
        """##

    @Test func objectArguments() throws {
        #expect(try arguments(#"{"a":{"city":"x","days":null},"p":\#(parameters)}"#).isEmpty)
        let found = try arguments(#"{"a":{"days":1.5},"p":\#(parameters)}"#)
        #expect(found.map(\.short) == ["error missingMember /a/city", "error wrongKind /a/days"])
    }

    @Test func stringArguments() throws {
        #expect(try arguments(#"{"a":"{\"city\":\"x\"}","p":\#(parameters)}"#).isEmpty)
        let found = try arguments(#"{"a":"{\"days\":true}","p":\#(parameters)}"#, .warning)
        #expect(found.map(\.short) == ["warning missingMember /a", "warning wrongKind /a"])
        #expect(
            found.map(\.message) == [
                "at `/city`: expected the member `city`, found nothing",
                "at `/days`: expected an integer, found `true`",
            ])
        #expect(
            try arguments(#"{"a":"[]","p":\#(parameters)}"#).map(\.message) == [
                "expected an object, found an empty array"
            ])
    }

    @Test(arguments: [#"{"a":"{","p":{"type":"object"}}"#, #"{"a":{}}"#, #"{"p":{"type":"object"}}"#])
    func nothingToCheck(_ json: String) throws {
        #expect(try arguments(json).isEmpty)
    }
}
