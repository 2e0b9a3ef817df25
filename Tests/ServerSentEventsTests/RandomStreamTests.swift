import ServerSentEvents
import Testing

/// Whatever the stream and however it is cut, the same comes out, and nothing traps.
@Suite("Random streams")
struct RandomStreamTests {
    @Test("Events are those of the standard, said in the plainest way", arguments: 1...10 as ClosedRange<UInt64>)
    func events(_ seed: UInt64) {
        var streams = RandomStreams(seed: seed)
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<1000 {
            for stream in [streams.next(), streams.nextBroken()] {
                let expected = ReferenceEvents.read(stream)
                #expect(Found.events(in: [stream]) == expected, "\(stream.testDescription)")
                let pieces = Cuts.random(stream, &numbers)
                #expect(Found.events(in: pieces) == expected, "\(pieces.map(\.testDescription))")
            }
        }
    }

    @Test("Cuts change nothing, with limits and early ends, either", arguments: 11...20 as ClosedRange<UInt64>)
    func cuts(_ seed: UInt64) {
        var streams = RandomStreams(seed: seed)
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<2000 {
            let stream = streams.nextBroken()
            let (limit, enough) = (numbers.below(40), 1 + numbers.below(10))
            let pieces = Cuts.random(stream, &numbers)
            #expect(
                Found.events(in: pieces, limit: limit, enough: enough)
                    == Found.events(in: [stream], limit: limit, enough: enough),
                "\(pieces.map(\.testDescription)), limit \(limit)")
            #expect(
                Split(of: pieces, limit: limit, enough: enough) == Split(of: [stream], limit: limit, enough: enough),
                "\(pieces.map(\.testDescription)), limit \(limit)")
        }
    }

    @Test("Values of a stream of JSON come out as they were written", arguments: 21...30 as ClosedRange<UInt64>)
    func values(_ seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<500 {
            let values = (0..<numbers.below(6)).map { _ in Self.value(&numbers, depth: 3) }
            let isArray = numbers.below(2) == 0
            var stream: Text = isArray ? "[" : ""
            for value in values { stream = stream + value + numbers.pick([",", ",\r\n", "\n", ""]) }
            if isArray { stream = stream + "]" }
            for pieces in [[stream], Cuts.random(stream, &numbers)] {
                #expect(Split(of: pieces) == Split(values), "\(pieces.map(\.testDescription))")
            }
        }
    }

    /// An object, pretty-printed or not, with every sort of string in it.
    private static func value(_ numbers: inout SeededNumbers, depth: Int) -> Text {
        var value: Text = "{"
        for _ in 0..<numbers.below(4) {
            value = value + numbers.pick(["", "\n    ", " "]) + numbers.pick(["\"a\": ", #""\"]}":"#, #""\\":"#])
            switch numbers.below(depth > 0 ? 4 : 2) {
            case 0: value = value + numbers.pick([#""{[\\""#, #""a text of more than sixteen bytes \u007b""#])
            case 1: value = value + numbers.pick(["1.5e3", "true", "[]", "{}"])
            case 2: value = value + "[" + Self.value(&numbers, depth: depth - 1) + "]"
            default: value = value + Self.value(&numbers, depth: depth - 1)
            }
            value = value + ","
        }
        return value + "}"
    }
}
