import ServerSentEvents
import Testing

/// The letter of the standard, and the two deviations, as a table: whole, byte by byte, cut at every position.
@Suite("Event streams")
struct EventParserTests {
    @Test(arguments: starts + lineEnds + fields + values + ends + bareLines)
    func table(_ test: EventCase) {
        #expect(ReferenceEvents.read(test.stream) == test.found, "the reference disagrees")
        for pieces in Cuts.thorough(test.stream) {
            #expect(Found.events(in: pieces) == test.found, "in \(pieces.count) pieces")
        }
    }

    static let starts = [
        EventCase("nothing", ""),
        EventCase("a byte-order mark", "\u{feff}data: a\n\n", .data("a")),
        EventCase("a byte-order mark alone", "\u{feff}"),
        EventCase("a byte-order mark before a blank line", "\u{feff}\ndata: a\n\n", .data("a")),
        EventCase("two byte-order marks", "\u{feff}\u{feff}data: a\n\n", .line("\u{feff}data: a\n")),
        EventCase("a byte-order mark later", "data: a\n\n\u{feff}data: b\n\n", .data("a"), .line("\u{feff}data: b\n")),
        EventCase("a byte of a mark", .bytes(0xef), .line(.bytes(0xef))),
        EventCase("two bytes of a mark, then a line end", .bytes(0xef, 0xbb, 0x0a), .line(.bytes(0xef, 0xbb, 0x0a))),
        EventCase("a mark that breaks off", .bytes(0xef, 0xbb) + "data: a\n", .line(.bytes(0xef, 0xbb) + "data: a\n")),
        EventCase("blank lines first", "\n\r\r\n\ndata: a\n\n", .data("a")),
    ]

    static let lineEnds = [
        EventCase("LF", "data: a\n\ndata: b\n\n", .data("a"), .data("b")),
        EventCase("CR", "data: a\r\rdata: b\r\r", .data("a"), .data("b")),
        EventCase("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", .data("a"), .data("b")),
        EventCase("LF, CRLF", "data: a\n\r\ndata: b\n\r\n", .data("a"), .data("b")),
        EventCase("CRLF, CR", "data: a\r\n\rdata: b\r\n\r", .data("a"), .data("b")),
        EventCase("CR, LF is one", "data: a\r\ndata: b\r\n", .data("a\nb")),
        EventCase("LF, CR is two", "data: a\n\rdata: b\n\r", .data("a"), .data("b")),
        EventCase("CRLF, CRLF, CRLF", "data: a\r\n\r\n\r\n", .data("a")),
        EventCase(
            "other separators are none", "data: a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f\n\n",
            .data("a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f")),
        EventCase(
            "at every place of sixteen", Text((0..<40).map { "data: \(String(repeating: "x", count: $0))\n" }.joined()),
            .data(Text((0..<40).map { String(repeating: "x", count: $0) }.joined(separator: "\n")))),
    ]

    static let fields = [
        EventCase("no space", "data:a\n\n", .data("a")),
        EventCase("two spaces", "data:  a\n\n", .data(" a")),
        EventCase("a tab is no space", "data:\ta\n\n", .data("\ta")),
        EventCase("no colon", "data\n\n", .data("")),
        EventCase("no value", "data:\n\n", .data("")),
        EventCase("a space for a value", "data: \n\n", .data("")),
        EventCase("a value with colons", "data::a: b\n\n", .data(":a: b")),
        EventCase("a name in capitals", "Data: a\n\n", .line("Data: a\n")),
        EventCase("a name with a space before it", " data: a\n\n", .line(" data: a\n")),
        EventCase("a name with a space behind it", "data : a\n\n", .line("data : a\n")),
        EventCase("a longer name", "data2: a\n\ndatax\n\n", .line("data2: a\n"), .line("datax\n")),
        EventCase("a shorter name", "dat: a\n\n", .line("dat: a\n")),
        EventCase("a name behind NUL", "\u{0}data: a\n\u{0}id: a\n", .line("\u{0}data: a\n"), .line("\u{0}id: a\n")),
        EventCase("comments", ":\n: a\n:data: a\ndata: b\n::\n\n", .data("b")),
        EventCase("a huge comment", Text(":" + String(repeating: "data: a", count: 100) + "\ndata: b\n\n"), .data("b")),
        EventCase("id", "id: 1\ndata: a\nid: 2\n\nid\nid:\n\n", .data("a")),
        EventCase("id with NUL", "id: 1\u{0}2\ndata: a\n\n", .data("a")),
        EventCase("retry", "retry: 1000\ndata: a\nretry: x\nretry\n\n", .data("a")),
        EventCase("type", "event: error\ndata: a\n\ndata: b\n\n", .data("a", type: "error"), .data("b")),
        EventCase("type behind the data", "data: a\nevent:error\n\n", .data("a", type: "error")),
        EventCase("the last type counts", "event: long name\nevent: b\ndata: a\n\n", .data("a", type: "b")),
        EventCase("a type taken back", "event: b\nevent\ndata: a\n\n", .data("a")),
        EventCase("a type without data", "event: b\n\ndata: a\n\n", .data("a")),
        EventCase("no data", "id: 1\n\nevent: a\n\nretry: 1\n\n: b\n\n"),
    ]

    static let values = [
        EventCase("lines", "data: a\ndata: b\ndata: c\n\n", .data("a\nb\nc")),
        EventCase("empty lines", "data\ndata:\ndata: \n\n", .data("\n\n")),
        EventCase("an empty line, then one", "data\ndata: a\n\n", .data("\na")),
        EventCase("lines with comments between", "data: a\n: b\nid: c\ndata: d\n\n", .data("a\nd")),
        EventCase("NUL", "data: a\u{0}b\n\n", .data("a\u{0}b")),
        EventCase(
            "no UTF-8", "data: " + .bytes(0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80) + "\n\n",
            .data(.bytes(0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80))),
        EventCase("characters of several bytes", "data: é€😀\n\n", .data("é€😀")),
        EventCase("[DONE]", "data: {\"a\":1}\n\ndata: [DONE]\n\n", .data("{\"a\":1}"), .data("[DONE]")),
    ]

    static let ends = [
        EventCase("no blank line", "data: a\n\ndata: b\n", .data("a"), .data("b")),
        EventCase("no line end", "data: a\n\ndata: b", .data("a"), .data("b")),
        EventCase("no value, no line end", "data: a\ndata:", .data("a\n")),
        EventCase("no colon, no line end", "data: a\ndata", .data("a\n")),
        EventCase("a comment, no line end", "data: a\n: b", .data("a")),
        EventCase("a type, no line end", "data: a\nevent: b", .data("a", type: "b")),
        EventCase("a bare line, no line end", "data: a\nb", .line("b"), .data("a")),
        EventCase("CR", "data: a\r", .data("a")),
        EventCase("CRLF", "data: a\r\n", .data("a")),
    ]

    static let bareLines = [
        EventCase(
            "an error in mid-stream",
            "data: {\"a\": 1}\r\n\r\n{\n  \"error\": {\n\n    \"code\": 499,\r\n    \"data\": [\r    ]\n  }\n}\ndata: {}\n\n",
            .data("{\"a\": 1}"), .line("{\n"), .line("  \"error\": {\n"), .line("    \"code\": 499,\r"),
            .line("    \"data\": [\r"), .line("    ]\n"), .line("  }\n"), .line("}\n"), .data("{}")),
        EventCase("plain text", "upstream error\n", .line("upstream error\n")),
        EventCase(
            "HTML", "<html>\r\n<p>data: a</p>\r\n</html>", .line("<html>\r"), .line("<p>data: a</p>\r"),
            .line("</html>")),
        EventCase(
            "an unknown field within an event", "data: a\nname: b\ndata: c\n\n", .line("name: b\n"), .data("a\nc")),
        EventCase("short lines", "{\n}\nd\ne\n:\n", .line("{\n"), .line("}\n"), .line("d\n"), .line("e\n")),
    ]
}
