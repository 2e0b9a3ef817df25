import JSONCore
import Testing

@Suite("Places of reports")
struct PlaceTests {
    @Test(
        "Pointers are those of RFC 6901: names without JSON's escapes, with its own",
        arguments: [
            (#"{"a":1}"#, "/a"), (#"{"":1}"#, "/"), (#"{"a/b":1}"#, "/a~1b"), (#"{"m~n":1}"#, "/m~0n"),
            (#"{"~1":1}"#, "/~01"), (#"{"/~/":1}"#, "/~1~0~1"), (#"{"\u0061":1}"#, "/a"),
            (#"{"\u002f\u007e":1}"#, "/~1~0"), (#"{"\"\\":1}"#, #"/"\"#), (#"{"\/":1}"#, "/~1"), (#"{"\n":1}"#, "/\n"),
            (#"{"é€😀":1}"#, "/é€😀"), (#"{"\ud83d\ude00":1}"#, "/😀"), (#"{"\ud800":1}"#, "/\u{fffd}"),
            (#"{" ":1}"#, "/ "), (#"{"c%d":1}"#, "/c%d"), ("[1]", "/0"), ("[[[1]]]", "/0/0/0"),
            (#"{"0":[{"-1":1}]}"#, "/0/0/-1"), (#"{"a":{"b":{"c":[{"d":1}]}}}"#, "/a/b/c/0/d"),
            (#"{"":{"":[{"":1}]}}"#, "///0/"),
        ])
    func pointers(_ text: String, _ pointer: String) throws {
        #expect(
            try unused(Text(text), descend: everywhere) == [pointer])
    }

    @Test("Indexes count the elements, whatever they hold")
    func indexes() throws {
        let text: Text = #"[null,[0,{"x":[1,2]}],{},"a",[[],[3]],{"y":4},5]"#
        let expected = ["/1/0", "/1/1/x/0", "/1/1/x/1", "/2", "/3", "/4/0", "/4/1/0", "/5/y", "/6"]
        #expect(
            try unused(text, descend: everywhere) == expected)
        let many: Text = "[" + .repeated("0,", 1000) + "0]"
        #expect(try unused(many) == (0...1000).map { "/\($0)" })
    }

    @Test("`descend` is asked about containers of which nothing was used, from the outside in")
    func descend() throws {
        var asked: [String] = []
        let text: Text = #"{"a":{"b":{"c":[1]},"d":[2]},"e":[],"f":[[3]],"g":{"h":4,"i":{"j":5}},"k":[null]}"#
        let rest = try unused(text) { root in
            _ = root["g"]["h"].int
        } descend: { pointer in
            asked.append(pointer)
            return pointer == "/a" || pointer == "/a/b"
        }
        #expect(asked == ["/a", "/a/b", "/a/b/c", "/a/d", "/f", "/g/i"])
        #expect(rest == ["/a/b/c", "/a/d", "/e", "/f", "/g/i"])
    }

    @Test("Lines and columns are where the value begins")
    func linesAndColumns() throws {
        let text: Text = "{\n  \"a\": 1,\r\n\t\"é€😀\": \"😀\",\r  \"c\": [\n    2, {\"d\" :\n3}],  \"e\":   {}\n}"
        let found = try findings(text, descend: everywhere)
        #expect(
            found == [
                Finding("/a", 2, 8), Finding("/é€😀", 3, 9), Finding("/c/0", 5, 5), Finding("/c/1/d", 6, 1),
                Finding("/e", 6, 14),
            ])
        #expect(try findings("\u{feff}[1]") == [Finding("/0", 1, 3)])
        #expect(try findings("  1") == [Finding("", 1, 3)])
    }

    @Test("As many reports as values, in one pass")
    func manyUnused() throws {
        let count = 200_000
        let members = (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",\n")
        let found = try findings(Text("{\(members)}"))
        #expect(found.count == count)
        #expect(found.first == Finding("/k0", 1, 7))
        #expect(found.last == Finding("/k199999", count, 11))
        #expect(try unused(Text("{\"in\":{\(members)}}")) == ["/in"])
    }

    @Test("Nested containers without anything to report cost one pass, too")
    func deepNulls() throws {
        let nulls = Text.repeated("null,", 200_000) + "null"
        let text = "{\"a\":" + .repeated("[", 500) + nulls + .repeated("]", 500) + ",\"b\":1}"
        #expect(
            try unused(text, descend: everywhere) == ["/b"])
        #expect(try unused(text) == ["/b"])
    }

    @Test("Pointers to the bottom of the deepest document")
    func deepest() throws {
        let text = Text.repeated(#"{"~":["#, 256) + "0" + .repeated("]}", 256)
        #expect(
            try unused(text, descend: everywhere) == [String(repeating: "/~0/0", count: 256)])
    }

    @Test("A limit cuts the reports, and says how many more there were", arguments: [0, 1, 2, 5, 6, 7, 100])
    func limit(_ limit: Int) throws {
        let (pointers, more) = try read(#"{"a":1,"b":[2,{"c":3}],"d":4,"e":5,"f":[6],"g":7}"#) { root in
            root.remark("no x", "x")
            var pointers: [String] = []
            let more = root.inspect(limit: limit, descend: nowhere) { _, place, _ in
                pointers.append(place.pointer)
            }
            return (pointers, more)
        }
        #expect(pointers == Array(["/x", "/a", "/b", "/d", "/e", "/f", "/g"].prefix(limit)))
        #expect(more == max(0, 7 - limit))
    }

    @Test(
        "Pointers with a long name in them are cut when they are much longer than the document", arguments: [9, 90_000])
    func longNames(_ length: Int) throws {
        let text: Text = "{\"" + .repeated("n", length) + "\":[" + .repeated("1,", 499) + "1]}"
        let (bytes, reported, more) = try read(text) { root in
            var (bytes, reported) = (0, 0)
            let more = root.inspect(limit: 1000, descend: everywhere) { _, place, _ in
                bytes += place.pointer.utf8.count
                reported += 1
            }
            return (bytes, reported, more)
        }
        #expect(reported + more == 500)
        #expect((more == 0) == (length == 9))
        #expect(bytes < 2 * text.bytes.count + 1 << 20 + length + 9)
        let everything = try unused(text, descend: everywhere).count
        #expect(everything == 500, "without a limit nothing is cut")
    }

    @Test(
        "A document that is read again after a text that was refused reports its own values only",
        arguments: [10, 300, 100_000])
    func refused(_ count: Int) throws {
        var document = JSONDocument()
        for text in ["[" + .repeated("{\"a\":1},", count), "[[[[" + .repeated("0,", count) + "}", "{\"a\":1}x"]
            as [Text]
        {
            let isRefused = (try? document.read(text.bytes.span) { _ in }) == nil
            let found = try document.read(Text("{\"unused\":1}").bytes.span) { $0.findings() }
            #expect(isRefused && found == [Finding("/unused", 1, 11)])
        }
    }
}
