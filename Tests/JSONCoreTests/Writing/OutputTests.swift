import JSONCore
import Testing

@Suite("The output's memory")
struct OutputTests {
    static let long = String(repeating: "y", count: 200)
    static let input: Text =
        "{\"long\":\"\(long)\",\"escaped\":\"\\n\(long)\\u0001\",\"pretty\":{ \"k\" : [ 1 ] },\"name\":\"n\"}"

    /// What can make the buffer grow, and what is to come of it.
    static let writes: [(expected: String, body: @Sendable (JSONValue, JSONObjectWriter) -> Void)] = [
        ("\"a\":1", { $1["a"] = 1 }),
        ("\"a\":-9223372036854775808", { $1["a"] = Int64.min }),
        ("\"a\":true", { $1["a"] = true }),
        ("\"a\":null", { $1["a"].writeNull() }),
        ("\"a\":{}", { $1["a"].writeEmptyObject() }),
        ("\"a\":\"\"", { $1["a"] = "" }),
        ("\"a\":\"word\"", { $1["a"] = "word" }),
        ("\"a\":\"\(long)\"", { $1["a"] = $0["long"] }),
        ("\"a\":\"\\n\(long)\\u0001\"", { $1["a"].write(text: $0["escaped"].decoded) }),
        ("\"a\":\"<\(long)>\"", { $1["a"] = "<\($0["long"])>" }),
        ("\"a\":{\"k\":[1]}", { $1["a"] = $0["pretty"] }),
        ("\"a\":\"{\\\"k\\\":[1]}\"", { $1["a"].write(quoted: $0["pretty"]) }),
        ("\"a\":{\"b\":[{\"c\":1}]}", { $1["a"]["b"][.first]["c"].write(1) }),
        ("\"a\":[[[1]]]", { $1["a"].array { $0.array { $0.array { $0.element.write(1) } } } }),
        ("\"n\":1", { $1[$0["name"]].write(1) }),
        (
            "\"a\":\"\(String(repeating: "\\u0000", count: 50))\"",
            { $1["a"].write(string: String(repeating: "\0", count: 50)) }
        ),
        (
            "\"z\":1",
            {
                $1["a"]["b"][.first].object { $0["c"].array { _ in } }; $1["z"] = 1
            }
        ),
    ]

    @Test("Anything can be what makes the buffer grow", arguments: 0...140)
    func growth(_ length: Int) throws {
        let filler = String(repeating: "x", count: length)
        for (expected, body) in Self.writes {
            let written = try read(Self.input) { input in
                var output = JSONOutput(capacity: 0)
                output.object {
                    $0["f"].write(string: filler)
                    body(input, $0)
                }
                return String(decoding: output.bytes, as: UTF8.self)
            }
            #expect(written == "{\"f\":\"\(filler)\",\(expected)}")
        }
    }

    @Test("An output that is used again starts anew")
    func reuse() throws {
        var output = JSONOutput()
        for length in [0, 10, 5000, 3 << 20, 1, 100_000] {
            output.reset()
            let string = String(repeating: "x", count: length)
            output.object { $0["s"].write(string: string) }
            let isSame = output.bytes == Array("{\"s\":\"\(string)\"}".utf8)
            #expect(isSame)
        }
        output.reset()
        output.object { _ in }
        let bytes = output.bytes
        #expect(bytes == Array("{}".utf8))
    }

    @Test("After a large text the memory goes back; what was asked for stays")
    func memory() {
        var output = JSONOutput(capacity: 64)
        output.object { $0["s"].write(string: String(repeating: "x", count: 5 << 20)) }
        output.reset()
        let afterLarge = output.buffer.pointee.capacity
        output.reset(expected: 3 << 20)
        let asked = output.buffer.pointee.capacity
        output.reset(expected: 3 << 20)
        let askedAgain = output.buffer.pointee.capacity
        output.reset(expected: -1)
        let afterNothing = output.buffer.pointee.capacity
        #expect(afterLarge <= 1 << 20 && afterNothing <= 1 << 20)
        #expect(asked >= 3 << 20 && askedAgain >= 3 << 20)
    }

    @Test("Several texts from one output, each from another document")
    func alternating() throws {
        var output = JSONOutput(capacity: 64)
        var document = JSONDocument()
        for number in 0..<200 {
            let text: Text = "{ \"n\" : [ \(number) , \"\(String(repeating: "é", count: number))\" ] }"
            let bytes = try document.read(text.bytes.span) { input in
                output.reset(expected: text.bytes.count)
                output.object { $0["n"] = input["n"] }
                return output.bytes
            }
            #expect(Text(bytes) == minified(text))
        }
    }
}
