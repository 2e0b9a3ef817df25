import ServerSentEvents
import Testing

/// What lies within one piece is handed out where it lies.
@Suite("No copies")
struct ZeroCopyTests {
    @Test(
        "Data of one line",
        arguments: [
            ("data: abc\n\n", true), ("data: abc\r\n\r\n", true), ("event: a\ndata: abc\n:\nid: 1\n\n", true),
            ("data: abc\ndata: def\n\n", false), ("data: abc\n", false),
        ] as [(Text, Bool)])
    func events(_ stream: Text, _ isWithin: Bool) throws {
        var parser = EventParser()
        for _ in 0..<2 {
            var found: [Bool] = []
            func add(_ event: Event) -> Demand {
                if case .data(let data, _) = event { found.append(Self.lies(data, in: stream)) }
                return .more
            }
            try parser.push(stream.bytes.span, add)
            if found.isEmpty { try parser.push(Text("\n").bytes.span, add) }
            #expect(found == [isWithin])
        }
    }

    @Test("Values", arguments: [("[{\"a\":1}", true), ("[{\"a\":1", false)] as [(Text, Bool)])
    func values(_ stream: Text, _ isWithin: Bool) throws {
        var splitter = JSONSplitter()
        var found: [Bool] = []
        for piece in [stream, "}"] where found.isEmpty {
            try splitter.push(piece.bytes.span) { value in
                found.append(Self.lies(value, in: stream))
                return .more
            }
        }
        #expect(found == [isWithin])
    }

    private static func lies(_ part: Span<UInt8>, in whole: Text) -> Bool {
        part.withUnsafeBytes { part in
            whole.bytes.withUnsafeBytes { whole in
                guard let part = part.baseAddress, let start = whole.baseAddress else { return false }
                return (start..<start + whole.count).contains(part)
            }
        }
    }
}
