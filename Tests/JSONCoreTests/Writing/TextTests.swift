import JSONCore
import Testing

@Suite("Writing strings")
struct TextTests {
    @Test("Pieces are joined, each escaped if it is not yet")
    func interpolation() throws {
        let input: Text = #"{"mime":"image/png","data":"aGk\/","quote":"\"\u0041\n","n":5,"o":{}}"#
        let written = try write(input) { input, output in
            output["url"] = "data:\(input["mime"]);base64,\(input["data"])"
            output["quotes"] = "\"\(input["quote"])\""
            output["decoded"] = "<\(input["quote"].decoded)>"
            output["slices"] = "\(input["mime"].content.prefix(5))|\(input["mime"].content.dropFirst(6))"
            output["numbers"] = "\(1) \(-2) \(Int.max)"
            output["nothing"] = "[\(input["missing"])\(input["n"])\(input["o"])]"
            output["lines"] = "a\nb\t\(1)"
            output["empty"] = "\(input["missing"])"
        }
        let expected = [
            #""url":"data:image/png;base64,aGk\/""#, #""quotes":"\"\"\u0041\n\"""#, #""decoded":"<\"A\n>""#,
            #""slices":"image|png""#, #""numbers":"1 -2 9223372036854775807""#, #""nothing":"[]""#,
            #""lines":"a\nb\t1""#, #""empty":"""#,
        ]
        #expect(written == "{\(expected.joined(separator: ","))}")
    }

    @Test("Eight pieces have room")
    func eightPieces() throws {
        let written = try write("\"x\"") { $1["t"] = "\($0)-\($0)-\($0)-\($0)-" }
        #expect(written == #"{"t":"x-x-x-x-"}"#)
    }

    @Test("Slices become texts")
    func slices() throws {
        let written = try write(#""a\"b""#) { input, output in
            output["encoded"].write(text: input.content)
            output["decoded"].write(text: input.decoded)
            output["literal"].write(text: JSONSlice("\"\\"))
            output["text"] = JSONText(input.decoded)
        }
        #expect(written == #"{"encoded":"a\"b","decoded":"a\"b","literal":"\"\\","text":"a\"b"}"#)
    }

    @Test("A string can be written piece by piece")
    func pieces() throws {
        let written = try write(#"["a\n","\"","é"]"#) { input, output in
            output["path"]["s"].string { string in
                for element in input.elements {
                    string.append(element.content)
                    string.append(element.decoded)
                    string.append("<\(element)>")
                }
                string.append("\n")
            }
            output["empty"].string { _ in }
        }
        #expect(written == #"{"path":{"s":"a\na\n<a\n>\"\"<\">éé<é>\n"},"empty":""}"#)
    }

    @Test(
        "Every character below U+0020, quote and backslash are escaped; nothing else is",
        arguments: 0..<0x100 as Range<UInt32>)
    func escapes(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let expected =
            switch value {
            case 0x0a: #"\n"#
            case 0x0d: #"\r"#
            case 0x09: #"\t"#
            case 0x22: #"\""#
            case 0x5c: #"\\"#
            case ..<0x10: #"\u000"# + String(value, radix: 16)
            case ..<0x20: #"\u00"# + String(value, radix: 16)
            default: String(scalar)
            }
        #expect(try write { $1["s"].write(string: String(scalar)) } == "{\"s\":\"\(expected)\"}")
        #expect(try write { $1["s"].write(string: "a\(scalar)b") } == "{\"s\":\"a\(expected)b\"}")
    }

    @Test(
        "Any string is read as it was written",
        arguments: ["", "é€😀", "\u{10ffff}\u{0}", "e\u{301}", "\u{2028}\u{feff}", "\\u0041", "\\\\\"\""])
    func strings(_ string: String) throws {
        for count in [1, 2, 15, 16, 17, 100] {
            let string = String(repeating: string, count: count)
            let written = try write { $1["s"].write(string: string) }
            let isSame = try read(Text(written)) { $0["s"].string?.utf8.elementsEqual(string.utf8) }
            #expect(isSame == true)
        }
    }
}

@Suite("JSON text as a string")
struct QuotedTests {
    @Test(arguments: [
        ("{}", "{}"), ("[ ]", "[]"), ("1.50", "1.50"), ("true", "true"), ("\"a\\n\"", #"\"a\\n\""#),
        (#"{"a":1}"#, #"{\"a\":1}"#), ("{ \"a\" :\n[ 1 , null ] }", #"{\"a\":[1,null]}"#),
        (#"{"é":"\u00e9"}"#, #"{\"é\":\"\\u00e9\"}"#),
    ])
    func quotes(_ text: String, _ expected: String) throws {
        let text = Text("{\"v\":\(text)}")
        #expect(try write(text) { $1["q"].write(quoted: $0["v"]) } == "{\"q\":\"\(expected)\"}")
        #expect(try unused(text) { _ in } == ["/v"])
    }

    @Test("What was quoted is the same JSON when it is read out of the string", arguments: 300..<306 as Range<UInt64>)
    func decodesBack(_ seed: UInt64) throws {
        var documents = RandomDocuments(seed: seed)
        for _ in 0..<300 {
            let text = documents.next()
            guard try read(text, \.exists) else { continue }
            let quoted = try write(text) { $1["path"]["q"].write(quoted: $0) }
            let string = try read(Text(quoted)) { $0["path"]["q"].string }
            #expect(string.map { Array($0.utf8) } == minified(text).bytes, "\(text.testDescription)")
            let spliced = try write(Text(quoted)) { $1["v"] = $0["path"]["q"].json }
            #expect(Text(spliced) == "{\"v\":" + minified(text) + "}", "\(text.testDescription)")
        }
    }
}
