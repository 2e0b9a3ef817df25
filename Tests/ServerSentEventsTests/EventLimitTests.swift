import ServerSentEvents
import Testing

/// Each limit is passed at its edge and refused one beyond, and what it costs to get there is linear.
@Suite("Limits of event streams")
struct EventLimitTests {
    @Test(
        "Data, a type or a bare line of ten bytes",
        arguments: [
            ("data: 0123456789\n\n", .data("0123456789")),
            ("data: 01234\ndata: 6789\n\n", .data("01234\n6789")),
            ("data: 012345678\ndata\n\n", .data("012345678\n")),
            ("data: 0123456789", .data("0123456789")),
            ("event: 0123456789\ndata\n\n", .data("", type: "0123456789")),
            ("0123456789\n", .line("0123456789\n")),
            ("0123456789", .line("0123456789")),
            ("data 56789\n", .line("data 56789\n")),
        ] as [(Text, Found)])
    func edge(_ stream: Text, _ found: Found) {
        for pieces in Cuts.thorough(stream) {
            #expect(Found.events(in: pieces, limit: 10) == [found])
            #expect(Found.events(in: pieces, limit: 9) == [.failure(.tooLarge(limit: 9))])
        }
    }

    @Test("Data, type and bare line count apart")
    func apart() {
        for pieces in Cuts.thorough("event: 012345\ndata: 012345\n012345\n\n") {
            let found: [Found] = [.line("012345\n"), .data("012345", type: "012345")]
            #expect(Found.events(in: pieces, limit: 6) == found)
        }
    }

    @Test("What is too large is refused before its line ends", arguments: ["data: 0123456789", "0123456789"] as [Text])
    func openLine(_ piece: Text) {
        var parser = EventParser(limit: 9)
        #expect(throws: FramingError.tooLarge(limit: 9)) { try parser.push(piece.bytes.span) { _ in .more } }
    }

    @Test("A short line of no field counts, too")
    func shortLine() {
        for pieces in Cuts.thorough("abc\n") {
            #expect(Found.events(in: pieces, limit: 3) == [.line("abc\n")])
            #expect(Found.events(in: pieces, limit: 2) == [.failure(.tooLarge(limit: 2))])
        }
    }

    @Test("What was found before stands, and fields of no use have no limit")
    func before() {
        let unused = String(repeating: "x", count: 100)
        for pieces in Cuts.thorough(Text("data: a\n\n:\(unused)\nid: \(unused)\nretry: \(unused)\ndata: bc\n\n")) {
            #expect(Found.events(in: pieces, limit: 1) == [.data("a"), .failure(.tooLarge(limit: 1))])
        }
    }

    @Test("A negative limit is none at all")
    func negative() {
        #expect(Found.events(in: ["data\n\ndata: a\n\n"], limit: -1) == [.data(""), .failure(.tooLarge(limit: 0))])
    }

    @Test("After an error, every call throws it again and finds nothing")
    func afterError() {
        var parser = EventParser(limit: 1)
        let stream: Text = "data: ab\n\ndata: c\n\n"
        for _ in 0..<3 {
            #expect(throws: FramingError.tooLarge(limit: 1)) {
                try parser.push(stream.bytes.span) { _ in
                    Issue.record("found an event")
                    return .more
                }
            }
            #expect(throws: FramingError.tooLarge(limit: 1)) { try parser.finish { _ in .more } }
        }
    }

    @Test("After the end, nothing is found")
    func afterEnd() throws {
        var parser = EventParser()
        var count = 0
        for _ in 0..<2 {
            try parser.push(Text("data: a\n").bytes.span) { _ in .more }
            try parser.finish { _ in
                count += 1
                return .more
            }
        }
        #expect(count == 1)
    }

    @Test("Whoever has enough gets nothing more", arguments: 1...3)
    func enough(_ count: Int) {
        let found: [Found] = [.data("a"), .line("{\n"), .data("b")]
        for pieces in Cuts.thorough("data: a\n\n{\ndata: b\n\ndata: c\n\n:\n") {
            #expect(Found.events(in: pieces, enough: count) == Array(found.prefix(count)))
        }
    }

    @Test("Whoever has enough at the end gets nothing more")
    func enoughAtEnd() {
        for pieces in Cuts.thorough("data: a\n{}") {
            #expect(Found.events(in: pieces, enough: 1) == [.line("{}")])
        }
    }

    @Test("An event of a megabyte that comes byte by byte takes no time to speak of", .timeLimit(.minutes(1)))
    func linear() {
        let value = Text(String(repeating: "0123456789abcdef", count: 1 << 16))
        for stream in ["data: " + value + "\n\n", "data: " + value] as [Text] {
            #expect(Found.events(in: stream.bytes.map { .bytes($0) }) == [.data(value)])
        }
        #expect(Found.events(in: value.bytes.map { .bytes($0) }) == [.line(value)])
        let lines = [Text](repeating: "data\n", count: 1 << 18)
        #expect(Found.events(in: lines) == [.data(Text([UInt8](repeating: 0x0a, count: lines.count - 1)))])
    }
}
