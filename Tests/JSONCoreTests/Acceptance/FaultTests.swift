import JSONCore
import Testing

/// A text, why it is refused, and where.
struct Fault: Sendable, CustomTestStringConvertible {
    let text: Text
    let reason: JSONError.Reason
    let offset: Int

    init(_ text: Text, _ reason: JSONError.Reason, at offset: Int) {
        self.text = text
        self.reason = reason
        self.offset = offset
    }

    var testDescription: String { text.testDescription }

    static let unexpectedEnds: [Fault] = [
        Fault(" ", .unexpectedEnd(expected: "a value"), at: 1),
        Fault("\u{feff}", .unexpectedEnd(expected: "a value"), at: 3),
        Fault("[", .unexpectedEnd(expected: "a value"), at: 1),
        Fault("[1,", .unexpectedEnd(expected: "a value"), at: 3),
        Fault("[1", .unexpectedEnd(expected: "`,` or `]`"), at: 2),
        Fault("[1 \n", .unexpectedEnd(expected: "`,` or `]`"), at: 4),
        Fault("{", .unexpectedEnd(expected: "a member's name"), at: 1),
        Fault(#"{"a""#, .unexpectedEnd(expected: "`:`"), at: 4),
        Fault(#"{"a":"#, .unexpectedEnd(expected: "a value"), at: 5),
        Fault(#"{"a":1"#, .unexpectedEnd(expected: "`,` or `}`"), at: 6),
        Fault(#"{"a":1,"#, .unexpectedEnd(expected: "a member's name"), at: 7),
        Fault(#""abc"#, .unexpectedEnd(expected: "`\"`"), at: 4),
        Fault(#""abc\"#, .unexpectedEnd(expected: "an escape"), at: 5),
        Fault("tru", .unexpectedEnd(expected: "`true`"), at: 3),
        Fault("[nul", .unexpectedEnd(expected: "`null`"), at: 4),
    ]

    static let unexpectedBytes: [Fault] = [
        Fault("]", .unexpected(byte: 0x5d, expected: "a value"), at: 0),
        Fault("[1,]", .unexpected(byte: 0x5d, expected: "a value"), at: 3),
        Fault("[,1]", .unexpected(byte: 0x2c, expected: "a value"), at: 1),
        Fault("[1 2]", .unexpected(byte: 0x32, expected: "`,` or `]`"), at: 3),
        Fault("[1}", .unexpected(byte: 0x7d, expected: "`,` or `]`"), at: 2),
        Fault("{1:2}", .unexpected(byte: 0x31, expected: "a member's name"), at: 1),
        Fault(#"{"a":1,}"#, .unexpected(byte: 0x7d, expected: "a member's name"), at: 7),
        Fault(#"{"a" 1}"#, .unexpected(byte: 0x31, expected: "`:`"), at: 5),
        Fault(#"{"a":1]"#, .unexpected(byte: 0x5d, expected: "`,` or `}`"), at: 6),
        Fault(#"{"a":x}"#, .unexpected(byte: 0x78, expected: "a value"), at: 5),
        Fault("falsy", .unexpected(byte: 0x79, expected: "`false`"), at: 4),
        Fault("+1", .unexpected(byte: 0x2b, expected: "a value"), at: 0),
        Fault(.bytes(0x5b, 0x31, 0, 0x5d), .unexpected(byte: 0, expected: "`,` or `]`"), at: 2),
        Fault(.bytes(0x5b, 0xff, 0x5d), .unexpected(byte: 0xff, expected: "a value"), at: 1),
        Fault(.bytes(0x0c, 0x31), .unexpected(byte: 0x0c, expected: "a value"), at: 0),
    ]

    static let insideValues: [Fault] = [
        Fault("01", .malformedNumber, at: 0), Fault("[1, -]", .malformedNumber, at: 4),
        Fault("[1.]", .malformedNumber, at: 1), Fault(#"{"a":1e+}"#, .malformedNumber, at: 5),
        Fault(#""a\x41""#, .malformedEscape, at: 2), Fault(#""\u12G4""#, .malformedEscape, at: 1),
        Fault(#""\u12"#, .malformedEscape, at: 1), Fault(#"{"\v":1}"#, .malformedEscape, at: 2),
        Fault("\"a\tb\"", .controlCharacter, at: 2), Fault("[\"\n\"]", .controlCharacter, at: 2),
        Fault(.bytes(0x22, 0x61, 0, 0x22), .controlCharacter, at: 2),
        Fault(.bytes(0x22, 0xc3, 0xa9, 0xff, 0x22), .malformedUTF8, at: 3),
        Fault(.bytes(0x22, 0x61, 0xe2, 0x82, 0x22), .malformedUTF8, at: 2),
    ]

    static let wholeTexts: [Fault] = [
        Fault("", .emptyInput, at: 0), Fault("1 2", .trailingContent, at: 2), Fault("{} \n}", .trailingContent, at: 4),
        Fault("[]\u{feff}", .trailingContent, at: 2), Fault(.bytes(0x5b, 0x5d, 0), .trailingContent, at: 2),
        Fault(.bytes(0, 0x7b, 0, 0x7d), .otherEncoding("UTF-16, big-endian"), at: 0),
        Fault(.repeated("[", 513), .tooDeep, at: 512),
        Fault("  " + .repeated("[ ", 513), .tooDeep, at: 2 + 1024),
        Fault(.repeated(#"{"a":"#, 512) + "[]", .tooDeep, at: 512 * 5),
    ]
}

@Suite("Why and where a text is refused")
struct FaultTests {
    @Test(arguments: Fault.unexpectedEnds + Fault.unexpectedBytes + Fault.insideValues + Fault.wholeTexts)
    func reasonAndOffset(_ expected: Fault) throws {
        let error = try #require(fault(expected.text))
        #expect(error.reason == expected.reason)
        #expect(error.offset == expected.offset)
        #expect(!error.description.isEmpty)
    }

    @Test(
        "A fault inside a value is found at the same distance wherever the value stands", arguments: Fault.insideValues)
    func offsetInside(_ expected: Fault) throws {
        for lead in [
            "[", "[1,\n ", #"{"name": "#, String(repeating: "[", count: 100),
            "[\"\(String(repeating: "é", count: 40))\",",
        ] {
            let error = try #require(fault(Text(lead) + expected.text))
            #expect(error.reason == expected.reason)
            #expect(error.offset == lead.utf8.count + expected.offset)
        }
    }

    @Test(
        "Lines end with LF, CR LF or CR; columns count code points",
        arguments: [
            ("x", 1, 1), ("  x", 1, 3), ("\nx", 2, 1), ("\rx", 2, 1), ("\r\nx", 2, 1), ("\n\nx", 3, 1),
            ("\r\rx", 3, 1), ("\r\n\r\nx", 3, 1), ("\n\rx", 3, 1), ("\r\n\rx", 3, 1), ("\n\r\nx", 3, 1),
            ("[1,\n  x", 2, 3), ("[1,\r\n  x", 2, 3), ("[1,\r  x", 2, 3), ("[\"é\",x", 1, 6), ("[\"€\",x", 1, 6),
            ("[\"😀\",x", 1, 6), ("[\"e\u{301}\",x", 1, 7), ("[\"é\",\n\"😀😀\", x", 2, 7), ("\u{feff}x", 1, 2),
            ("[\"\u{2028}\",x", 1, 6), ("{\n\t\"a\": x", 2, 7), ("[\n", 2, 1), ("[\r", 2, 1), ("[\r\n", 2, 1),
        ] as [(String, Int, Int)])
    func lineAndColumn(_ text: String, _ line: Int, _ column: Int) throws {
        let error = try #require(fault(Text(text)))
        #expect((error.line, error.column) == (line, column))
    }

    @Test(
        "Errors say what was found and what was expected",
        arguments: [
            ("", "expected a JSON value, found nothing"), ("[1,]", "expected a value, found `]`"),
            ("{\"a\"", "expected `:`, found the end of the input"), ("[\u{1}]", "expected a value, found byte 0x1"),
            ("1 2", "expected nothing after the value, found more"),
        ])
    func description(_ text: String, _ description: String) {
        #expect(fault(Text(text))?.description == description)
    }
}
