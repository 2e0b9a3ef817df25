import JSONCore
import Testing

/// JSON text inside a JSON string, as tool calls carry it: spliced only after it was scanned.
@Suite("JSON inside strings")
struct EmbeddedTests {
    @Test(
        "What is JSON is spliced, without white space",
        arguments: [
            ("{}", "{}"), ("[]", "[]"), ("1", "1"), ("true", "true"), (#"\"a\""#, "\"a\""),
            (#"{\"a\":1}"#, "{\"a\":1}"), (#"{\"a\": [1, 2]}"#, "{\"a\":[1,2]}"),
            (#" {\n\t\"a\"\r:1}\n"#, "{\"a\":1}"), (#"\u007b\u007d"#, "{}"), (#"{\"a\":\"b\\nc\"}"#, #"{"a":"b\nc"}"#),
            (#"{\"a\":\"\\u00e9é\"}"#, #"{"a":"\u00e9é"}"#), (#"{\"a\":\"\\\"\"}"#, #"{"a":"\""}"#),
            (#"{\"a\":\"{\\\"b\\\":1}\"}"#, #"{"a":"{\"b\":1}"}"#),
            (#"{\"a\":1.50,\"a\":1E5}"#, #"{"a":1.50,"a":1E5}"#), ("\u{feff}1", "1"),
        ])
    func splices(_ content: String, _ expected: String) throws {
        let written = try write(Text("{\"arguments\":\"\(content)\"}")) {
            $1["args"] = $0["arguments"].json
        }
        #expect(written == "{\"args\":\(expected)}")
    }

    @Test(
        "What is no JSON is missing and stays unused",
        arguments: [
            "", " ", "{", "}", #"{\"a\":}"#, #"{\"a\":1,}"#, "{a:1}", "1 2", "nul", "'a'", #"\"a"#, #"\"a\nb\""#,
            #"\"\u0000\""#, #"\u0000"#, "[1,]", #"{\"a\":\"b\\x\"}"#, #"\\"#, #"{\\\"a\\\":1}"#, "NaN", "-", "\\t",
            String(repeating: "[", count: 600),
        ])
    func refuses(_ content: String) throws {
        let text = Text("{\"arguments\":\"\(content)\"}")
        #expect(try write(text) { $1["args"] = $0["arguments"].json } == "{}")
        #expect(try unused(text) { _ = $0["arguments"].json } == ["/arguments"])
    }

    @Test("The string counts as used, whatever is done with what is in it")
    func accounting() throws {
        #expect(try unused(#"{"a":"{\"b\":1}"}"#) { _ = $0["a"].json } == [])
        #expect(try unused(#"{"a":{"b":1}}"#) { _ = $0["a"].json } == ["/a"])
    }

    @Test("Values inside are read like any other, and nest")
    func reading() throws {
        try read(#"{"outer":"{\"inner\":\"{\\\"x\\\":[1,\\\"\\\\u0041\\\"]}\",\"y\":2}"}"#) { root in
            let outer = root["outer"].json
            #expect(outer["y"].int == 2)
            let inner = outer["inner"].json
            #expect(inner["x"].elements.map(\.raw.string) == ["1", "\"A\""])
            #expect(outer["y"].int == 2)
        }
    }

    @Test("One after another from the same document")
    func severalTimes() throws {
        let items = (0..<300).map { "\"{\\\"n\\\":\($0),\\\"s\\\":\\\"\(String(repeating: "x", count: $0))\\\"}\"" }
        let text = Text("[\(items.joined(separator: ","))]")
        let written = try write(text) { root, object in
            object["calls"].array { calls in
                for item in root.elements { calls.append(item.json) }
            }
        }
        let numbers = try read(Text(written)) { $0["calls"].elements.map { $0["n"].int ?? -1 } }
        #expect(numbers == Array(0..<300))
    }
}
