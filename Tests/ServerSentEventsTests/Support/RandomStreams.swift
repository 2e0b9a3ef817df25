/// Streams of every kind of line, valid and not, in every mixture of line ends.
struct RandomStreams {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    private static let pieces: [Text] = [
        "data", "data", "data:", "data: ", "event", "event: ", "id", "retry:", ":", ": ", " ", "a", "{", "}", "[", "]",
        "\"", "\\", "\"error\": {", ",", "\u{feff}", "é", "\u{2028}", "\u{85}", "\u{0}", "x of more than sixteen bytes",
        .bytes(0xef), .bytes(0xbb), .bytes(0xff), "\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n",
    ]

    private static let lines: [Text] = [
        "data: {\"candidates\": []}", "data:a", "data", "event: error", "id: 7", "retry: 9", ": ping", "", "", "{", "}",
        "  \"code\": 499,", "upstream error",
    ]

    /// Lines as servers send them.
    mutating func next() -> Text {
        var stream: Text = numbers.below(10) == 0 ? "\u{feff}" : ""
        let lineEnds = numbers.pick([["\n"], ["\r"], ["\r\n"], ["\n", "\r", "\r\n"]] as [[Text]])
        for _ in 0..<numbers.below(20) {
            stream = stream + numbers.pick(Self.lines) + numbers.pick(lineEnds)
        }
        return numbers.below(3) == 0 ? Text(stream.bytes.dropLast(numbers.below(4))) : stream
    }

    /// Pieces of lines, and of JSON, in no order at all.
    mutating func nextBroken() -> Text {
        var stream: Text = ""
        for _ in 0..<numbers.below(30) { stream = stream + numbers.pick(Self.pieces) }
        return stream
    }
}
