import ServerSentEvents
import Testing

/// The framing of a stream, and where it begins, in whatever pieces it comes.
@Suite("Framing")
struct FramingDetectorTests {
    @Test(
        arguments: [
            ("[{}]", .json, 0), ("{}", .json, 0), (" \r\n\t{", .json, 4), ("\u{feff}[", .json, 3),
            ("\u{feff}\n [", .json, 5), ("data: {}", .events, 0), (": ping", .events, 0), ("\n\ndata", .events, 2),
            ("\u{feff}data", .events, 3), ("<html>", .events, 0), ("upstream error", .events, 0), ("\"", .events, 0),
            ("1", .events, 0), ("\u{0}{", .events, 0), (" \u{feff}{", .events, 1), ("\u{feff}\u{feff}{", .events, 3),
            (.bytes(0xef) + "{", .events, 1), (.bytes(0xef, 0xbb) + " {", .events, 2),
        ] as [(Text, Framing, Int)])
    func framing(_ stream: Text, _ framing: Framing, _ offset: Int) {
        for pieces in Cuts.thorough(stream) {
            var detector = FramingDetector()
            var pushed = 0
            var answer: (framing: Framing, offset: Int)?
            for piece in pieces where answer == nil {
                answer = detector.push(piece.bytes.span).map { ($0.framing, pushed + $0.offset) }
                pushed += piece.bytes.count
            }
            #expect(answer?.framing == framing)
            #expect(answer?.offset == offset)
        }
    }

    @Test("Nothing that counts", arguments: ["", " \n", "\u{feff}", "\u{feff}\r\n", .bytes(0xef, 0xbb)] as [Text])
    func undecided(_ stream: Text) {
        for pieces in Cuts.thorough(stream) {
            var detector = FramingDetector()
            for piece in pieces { #expect(detector.push(piece.bytes.span) == nil) }
        }
    }
}
