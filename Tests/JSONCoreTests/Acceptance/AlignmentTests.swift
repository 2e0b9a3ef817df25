import JSONCore
import Testing

/// Strings are scanned and escaped 64, 16 and 1 bytes at a time; nothing may depend on where a byte falls.
@Suite("Every place in a string")
struct AlignmentTests {
    /// What may stand in a string, as it is written and as it is read.
    static let allowed: [(written: String, read: String)] = [
        ("", ""), (#"\n"#, "\n"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\u0041"#, "A"), (#"\ud83d\ude00"#, "😀"),
        (#"\udc00"#, "\u{fffd}"), ("é", "é"), ("€", "€"), ("😀", "😀"), ("\u{7f}", "\u{7f}"), ("!#[]/~", "!#[]/~"),
    ]

    static let refused: [(bytes: [UInt8], reason: JSONError.Reason)] = [
        ([0x00], .controlCharacter), ([0x1f], .controlCharacter), ([0x0a], .controlCharacter), ([0x80], .malformedUTF8),
        ([0xff], .malformedUTF8), ([0xc3], .malformedUTF8), ([0xf0, 0x9f, 0x98], .malformedUTF8),
        (Array(#"\x"#.utf8), .malformedEscape), (Array(#"\u12"#.utf8), .malformedEscape),
    ]

    static let behind = [0, 1, 14, 15, 16, 17, 63, 64, 65]

    @Test(arguments: 0...80)
    func accepts(_ position: Int) throws {
        let lead = String(repeating: "a", count: position)
        for (written, read) in Self.allowed {
            for count in Self.behind {
                let tail = String(repeating: "b", count: count)
                let text: Text = "[\"\(lead)\(written)\(tail)\",[]]"
                #expect(
                    try JSONCoreTests.read(text) { $0.elements.first { $0.kind == .string }?.string } == lead + read
                        + tail)
                #expect(try JSONCoreTests.read(text) { $0.elements.map(\.kind) } == [.string, .array])
                let bare: Text = "\"\(lead)\(written)\(tail)\""
                #expect(try JSONCoreTests.read(bare, \.string) == lead + read + tail)
            }
        }
    }

    @Test(arguments: 0...80)
    func refuses(_ position: Int) {
        for (bytes, reason) in Self.refused {
            for count in Self.behind {
                let lead = Text([UInt8](repeating: 0x61, count: position))
                let text = "{\"" + lead + Text(bytes) + .repeated("g", count) + "\":0}"
                let error = fault(text)
                #expect(error?.reason == reason)
                #expect(error?.offset == 2 + position)
            }
        }
    }

    @Test("The quote ends the string, whatever is behind it", arguments: 0...80)
    func ends(_ position: Int) throws {
        let content = String(repeating: "a", count: position)
        for count in Self.behind {
            let tail = String(repeating: " ", count: count)
            #expect(try read("\"\(content)\"\(tail)", \.string) == content)
            #expect(fault("\"\(content)")?.offset == 1 + position)
            #expect(fault("\"\(content)\"\(tail)x")?.reason == .trailingContent)
        }
    }

    @Test("What is written is escaped wherever it stands", arguments: 0...80)
    func escapes(_ position: Int) throws {
        let lead = String(repeating: "a", count: position)
        for special in ["", "\"", "\\", "\n", "\u{0}", "\u{1f}", "\u{7f}", "é", "😀", "\"\"\\\\\r\t"] {
            for count in Self.behind {
                let string = lead + special + String(repeating: "b", count: count)
                let written = try write { _, object in object["s"].write(string: string) }
                #expect(try read(Text(written)) { $0["s"].string } == string)
            }
        }
    }
}

@Suite("Input that ends too early")
struct PrefixTests {
    static let texts: [Text] = [
        #"{"model":"gemini","messages":[{"role":"user","content":"a \"quoted\" \ud83d\ude00 é€😀"}],"n":-1.5e+3}"#,
        "[ true , false , null , 0 , -0.0 , 1e5 , \"\" , { } , [ ] , { \"a\" : { \"b\" : [ ] } } ]",
        "{\n  \"a\": [\n    1,\n    \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"\n  ]\n}",
        "\u{feff}[\"é\u{7ff}€\u{ffff}😀\u{10ffff}\"]",
        "\"\\u0041\\\\\\\"\\/\\b\\f\\n\\r\\t 0123456789 0123456789 0123456789\"",
        .repeated("[", 100) + .repeated("]", 100), .repeated("{\"\":", 50) + "null" + .repeated("}", 50),
    ]

    @Test("No prefix is a text, and nobody looks at the bytes behind it", arguments: texts)
    func refusesEveryPrefix(_ text: Text) {
        #expect(fault(text) == nil)
        for length in 0..<text.bytes.count {
            let error = fault(Text(Array(text.bytes.prefix(length))))
            #expect(error.map { $0.offset <= length } ?? false)
            #expect(fault(text, prefix: length) == error)
        }
    }

    @Test("No text is complete without its first byte, nor with one more behind it", arguments: texts)
    func refusesWhatIsShiftedOrFollowed(_ text: Text) {
        let start = text.bytes.starts(with: [0xef]) ? 4 : 1
        #expect(fault(Text(Array(text.bytes.dropFirst(start)))) != nil)
        for byte in [UInt8](0...0xff) where ![0x20, 0x09, 0x0a, 0x0d].contains(byte) {
            #expect(fault(text + .bytes(byte))?.reason == .trailingContent)
        }
    }
}
