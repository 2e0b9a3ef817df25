import JSONCore
import Testing

@Suite("Strings")
struct StringTests {
    /// The content of a string as it is written, and what it says.
    static let contents: [(written: String, read: String)] = [
        ("", ""), ("a", "a"), ("é€😀", "é€😀"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"),
        (#"\f"#, "\u{c}"), (#"\n"#, "\n"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"a\nb"#, "a\nb"), (#"\\n"#, #"\n"#),
        (#"\\\n"#, "\\\n"), (#"\\u0041"#, #"\u0041"#), (#"\u0041"#, "A"), (#"\u0000"#, "\u{0}"),
        (#"\u001f"#, "\u{1f}"), (#"\u00e9"#, "é"), (#"\u00E9"#, "é"), (#"\u20AC"#, "€"), (#"\uFFFF"#, "\u{ffff}"),
        (#"\uFEFF"#, "\u{feff}"), (#"\u0022\u005c"#, "\"\\"), (#"\ud83d\ude00"#, "😀"), (#"\uD83D\uDE00"#, "😀"),
        (#"\ud800\udc00"#, "\u{10000}"), (#"\udbff\udfff"#, "\u{10ffff}"), (#"a\ud83d\ude00b"#, "a😀b"),
        (#"\u0041\u0042"#, "AB"), (#"\u00412"#, "A2"), (#"x\u00e9y\u20acz"#, "xéy€z"),
    ]

    /// Half a surrogate pair says nothing: U+FFFD stands in its place.
    static let loneSurrogates: [(written: String, read: String)] = [
        (#"\ud800"#, "\u{fffd}"), (#"\udbff"#, "\u{fffd}"), (#"\udc00"#, "\u{fffd}"), (#"\udfff"#, "\u{fffd}"),
        (#"a\ud800b"#, "a\u{fffd}b"), (#"\ud800\u0041"#, "\u{fffd}A"), (#"\ud800\n"#, "\u{fffd}\n"),
        (#"\ud800\\"#, "\u{fffd}\\"), (#"\udc00\ud800"#, "\u{fffd}\u{fffd}"),
        (#"\ud800\ud800\udc00"#, "\u{fffd}\u{10000}"), (#"\ud800\ud800"#, "\u{fffd}\u{fffd}"),
        (#"\ud83d\ude00\ude00"#, "😀\u{fffd}"), (#"\ud800\udbff"#, "\u{fffd}\u{fffd}"),
        (#"\ud800\ue000"#, "\u{fffd}\u{e000}"), (#"\ud800\\udc00"#, #"�\udc00"#), (#"\ud800é"#, "\u{fffd}é"),
    ]

    @Test(arguments: contents + loneSurrogates)
    func decoding(_ written: String, _ text: String) throws {
        try read("\"\(written)\"") { root in
            #expect(root.string == text)
            #expect(root.decoded.bytes == Array(text.utf8))
            #expect(root.plain.bytes == Array(text.utf8))
            #expect(root.content.bytes == Array(written.utf8))
            #expect(root.content.string == text)
            #expect(root.raw.bytes == Array("\"\(written)\"".utf8))
            #expect(root.isEmptyString == text.isEmpty)
        }
    }

    @Test("Content, decoded and raw write the same string", arguments: contents)
    func slices(_ written: String, _ text: String) throws {
        let encoded = try write("\"\(written)\"") { $1["s"].write(text: $0.content) }
        #expect(encoded == "{\"s\":\"\(written)\"}")
        let decoded = try write("\"\(written)\"") { $1["s"].write(text: $0.decoded) }
        #expect(try read(Text(decoded)) { $0["s"].string } == text)
    }

    @Test("Only strings have content", arguments: ["1", "true", "null", "[\"a\"]", "{\"a\":\"b\"}"] as [Text])
    func noStrings(_ text: Text) throws {
        try read(text) { root in
            #expect(root.content.isEmpty && root.decoded.isEmpty && root.plain.isEmpty && root.string == nil)
            #expect(root.raw.bytes == text.bytes)
            #expect(!root.isSameString(as: root))
        }
    }

    static let words: [(written: String, isSame: Bool, isSameInAnyCase: Bool)] = [
        ("user", true, true), (#"\u0075ser"#, true, true), (#"us\u0065r"#, true, true), ("User", false, true),
        ("USER", false, true), (#"\u0055ser"#, false, true), ("users", false, false), ("use", false, false),
        ("", false, false), ("üser", false, false), (#"user\n"#, false, false), (#"\\user"#, false, false),
    ]

    @Test("Comparing sees through escapes", arguments: words)
    func comparing(_ written: String, _ isSame: Bool, _ isSameInAnyCase: Bool) throws {
        try read("[\"\(written)\",\"\\u0075\\u0073er\"]") { root in
            let values = Array(root.elements)
            #expect((values[0] == "user") == isSame)
            #expect(values[0].equalsIgnoringCase("uSeR") == isSameInAnyCase)
            #expect(values[0].isSameString(as: values[1]) == isSame)
            #expect(values[1].isSameString(as: values[0]) == isSame)
        }
    }

    @Test(
        "Nothing but strings equals a word, even an empty one",
        arguments: ["1", "null", "true", "[]", "{}", "[\"\"]"] as [Text])
    func comparingOtherKinds(_ text: Text) throws {
        try read(text) { #expect(!($0 == "") && !$0.equalsIgnoringCase("") && !($0 == "null") && !($0 == "1")) }
        #expect(try read("\"\"") { $0 == "" && $0.equalsIgnoringCase("") })
    }

    @Test("Comparing at every length around a machine word", arguments: 0...24)
    func comparingLengths(_ length: Int) throws {
        let text = String("abcdefghijklmnopqrstuvwx".prefix(length))
        try read(Text("[\"\(text)\",\"\(text.dropLast())X\"]")) { root in
            let strings = Array(root.elements)
            #expect((strings[0] == "abcdefg") == (length == 7) && (strings[0] == "abcdefgh") == (length == 8))
            #expect(
                (strings[0] == "abcdefghi") == (length == 9) && (strings[0] == "abcdefghijklmnop") == (length == 16))
            #expect((strings[0] == "abcdefghijklmnopqrstuvwx") == (length == 24))
            #expect(!(strings[1] == "abcdefgh") && !(strings[1] == "abcdefghijklmnop") && !(strings[1] == "abcdefg"))
        }
    }

    @Test("A value stands in `switch`")
    func patterns() throws {
        let roles = try read(#"["user","mod\u0065l",1,"tool"]"#) { root in
            root.elements.map { role in
                switch role {
                case "user": "U"
                case "model", "assistant": "M"
                default: "?"
                }
            }
        }
        #expect(roles == ["U", "M", "?", "?"])
    }

    @Test("Many decoded strings live side by side")
    func arena() throws {
        let strings = (0..<500).map { "\($0)\\n" + String(repeating: "x", count: $0 * 7) }
        try read(Text("[\"\(strings.joined(separator: "\",\""))\"]")) { root in
            let decoded = root.elements.map(\.decoded)
            for (slice, string) in zip(decoded, strings) {
                #expect(slice.string == string.replacing("\\n", with: "\n"))
            }
        }
    }
}
