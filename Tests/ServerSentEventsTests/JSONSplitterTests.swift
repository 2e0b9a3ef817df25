import ServerSentEvents
import Testing

/// Values out of a stream of JSON: whole, byte by byte, cut at every position.
@Suite("Streams of JSON")
struct JSONSplitterTests {
    @Test(
        "Values",
        arguments: [
            ("", []), (" \r\n\t", []), ("\u{feff}", []), ("[]", []), ("[\n]\n", []), ("[][]", []),
            ("{}", ["{}"]), ("\u{feff}{}", ["{}"]), ("[{}]", ["{}"]), ("\u{feff} [ {} ] ", ["{}"]),
            ("[{\"a\":1}\n,\r\n{\"b\":[2,{}]}\n]\n", ["{\"a\":1}", "{\"b\":[2,{}]}"]),
            ("{\"a\":1}{\"b\":2}\n{\"c\":3}", ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"]),
            ("{},{}", ["{}", "{}"]),
            ("[[1,[2]],[],{\"a\":[]}]", ["[1,[2]]", "[]", "{\"a\":[]}"]),
            ("[{}]\n{\"error\": {}}", ["{}", "{\"error\": {}}"]),
            ("[{},{\"error\": {\n  \"code\": 499\n}}]", ["{}", "{\"error\": {\n  \"code\": 499\n}}"]),
            (
                "{\n  \"error\": {\n    \"details\": [\n      {}\n    ]\n  }\n}\n",
                ["{\n  \"error\": {\n    \"details\": [\n      {}\n    ]\n  }\n}"]
            ),
            (#"{"a":"}"}{"]":"{["}"#, [#"{"a":"}"}"#, #"{"]":"{["}"#]),
            (#"{"a":"\""}{"\\":"\\\"}"}"#, [#"{"a":"\""}"#, #"{"\\":"\\\"}"}"#]),
            (#"{"a":"0123456789abcdef{0123456789abcde\"}"}"#, [#"{"a":"0123456789abcdef{0123456789abcde\"}"}"#]),
            ("{\"é\":\"😀\u{2028}\"}", ["{\"é\":\"😀\u{2028}\"}"]),
            ("{no JSON at all: 1 2 3}", ["{no JSON at all: 1 2 3}"]),
        ] as [(Text, [Text])])
    func values(_ stream: Text, _ values: [Text]) {
        expect(stream, Split(values))
    }

    @Test(
        "Streams that break off",
        arguments: [
            ("[", [], ""), ("[{}", ["{}"], ""), ("[{},", ["{}"], ""), ("{", [], "{"), ("[{}, {\"a", ["{}"], "{\"a"),
            ("{}\n{\"a\":\"}\\", ["{}"], "{\"a\":\"}\\"), ("[[", [], "["), ("{\"a\":[1", [], "{\"a\":[1"),
        ] as [(Text, [Text], Text)])
    func incomplete(_ stream: Text, _ values: [Text], _ remainder: Text) {
        expect(stream, Split(values, isComplete: false, remainder: remainder))
    }

    @Test("A mark that breaks off", arguments: [.bytes(0xef), .bytes(0xef, 0xbb)] as [Text])
    func incompleteMark(_ stream: Text) {
        expect(stream, Split([], isComplete: false))
        let offset = stream.bytes.count
        expect(stream + "{}", Split([], error: .notJSON(offset: offset), isComplete: false, remainder: stream))
    }

    @Test(
        "What cannot be JSON",
        arguments: [
            ("upstream error", [], 0, ""), ("<html>", [], 0, ""), (" \n1", [], 2, ""), ("\"a\"", [], 0, ""),
            ("[1]", [], 1, ""), ("[DONE]", [], 1, ""), ("[{}, null]", ["{}"], 5, ""), ("data: {}", [], 0, ""),
            ("]", [], 0, ""), ("}", [], 0, ""), ("[}", [], 1, ""), ("[]]", [], 2, ""), ("{}}", ["{}"], 2, ""),
            ("[{}{}]\n]", ["{}", "{}"], 7, ""), ("{]", [], 1, "{"), ("[[}", [], 2, "["),
            ("{} {\"a\":[1}", ["{}"], 10, "{\"a\":[1"), ("{}: ping", ["{}"], 2, ""), ("{}\u{feff}{}", ["{}"], 2, ""),
            ("{}\u{0}", ["{}"], 2, ""), ("\u{a0}{}", [], 0, ""), ("\u{b}", [], 0, ""),
        ] as [(Text, [Text], Int, Text)])
    func notJSON(_ stream: Text, _ values: [Text], _ offset: Int, _ remainder: Text) {
        expect(stream, Split(values, error: .notJSON(offset: offset), isComplete: false, remainder: remainder))
    }

    @Test("Depth at its edge, in and out of the outer array", arguments: ["", "["] as [Text])
    func depth(_ start: Text) {
        func nested(_ depth: Int) -> Text { Text(String(repeating: "{\"a\":[", count: depth / 2)) }
        let edge = nested(512) + Text(String(repeating: "]}", count: 256))
        #expect(Split(of: [start + edge + "{}"]).values == [edge, "{}"])
        for pieces in [[start + nested(512) + "{"], (start + nested(512) + "[").bytes.map { .bytes($0) }] {
            #expect(
                Split(of: pieces)
                    == Split([], error: .tooDeep(limit: 512), isComplete: false, remainder: nested(512)))
        }
    }

    @Test("A value of ten bytes, complete or not")
    func limit() {
        for pieces in Cuts.thorough("[{}, {\"a\":1234}, {}") {
            #expect(Split(of: pieces, limit: 10) == Split(["{}", "{\"a\":1234}", "{}"], isComplete: false))
            #expect(
                Split(of: pieces, limit: 9) == Split(["{}"], error: .tooLarge(limit: 9), isComplete: false))
        }
        for pieces in Cuts.thorough("{\"a\":12345") {
            #expect(Split(of: pieces, limit: 10) == Split([], isComplete: false, remainder: "{\"a\":12345"))
            #expect(Split(of: pieces, limit: 9) == Split([], error: .tooLarge(limit: 9), isComplete: false))
        }
    }

    @Test("What is too large is that, whatever else may be wrong with it")
    func tooLargeFirst() {
        for pieces in Cuts.thorough("{\"a\":1234]") {
            #expect(Split(of: pieces, limit: 8) == Split([], error: .tooLarge(limit: 8), isComplete: false))
        }
    }

    @Test("After an error, every call throws it again; what is no JSON then begins at once")
    func afterError() {
        for (stream, first, later) in [
            ("{}1", .notJSON(offset: 2), .notJSON(offset: 0)),
            ("{123}", .tooLarge(limit: 4), .tooLarge(limit: 4)),
        ] as [(Text, FramingError, FramingError)] {
            var splitter = JSONSplitter(limit: 4)
            #expect(throws: first) { try splitter.push(stream.bytes.span) { _ in .more } }
            for _ in 0..<2 {
                #expect(throws: later) {
                    try splitter.push(Text("{}").bytes.span) { _ in
                        Issue.record("found a value")
                        return .more
                    }
                }
            }
        }
    }

    @Test("Whoever has enough gets nothing more", arguments: 1...3)
    func enough(_ count: Int) {
        for pieces in Cuts.thorough("{}{\"a\":1}{\"b\":2}{}}}") {
            #expect(Split(of: pieces, enough: count).values == Array(["{}", "{\"a\":1}", "{\"b\":2}"].prefix(count)))
            #expect(Split(of: pieces, enough: count).error == nil)
        }
    }

    @Test("A value of a megabyte that comes byte by byte takes no time to speak of", .timeLimit(.minutes(1)))
    func linear() {
        let string = "{\"a\":\"" + Text(String(repeating: "0123456789\\\\abcd", count: 1 << 16)) + "\"}"
        let array = "{\"a\":[" + Text(String(repeating: "[],{},", count: 1 << 17)) + "]}"
        for value in [string, array] {
            #expect(Split(of: value.bytes.map { .bytes($0) }) == Split([value]))
        }
    }

    private func expect(_ stream: Text, _ split: Split) {
        for pieces in Cuts.thorough(stream) {
            #expect(Split(of: pieces) == split, "in \(pieces.count) pieces")
        }
    }
}
