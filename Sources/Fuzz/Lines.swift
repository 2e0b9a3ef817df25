/// A text taken apart into what is JSON in it, and what stands between: one value, or the events of a stream.
struct Lines {
    private var lines: [[UInt8]]
    /// Lines that hold JSON behind their beginning.
    private let places: [Int]
    private static let beginning = Array("data: ".utf8)

    init(_ text: some Sequence<UInt8>) {
        let text = Array(text)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let isStream = lines.contains { $0.starts(with: Self.beginning) }
        self.lines = isStream ? lines : [text]
        places = isStream ? lines.indices.filter { lines[$0].starts(with: Self.beginning + [UInt8(ascii: "{")]) } : [0]
        isEvents = isStream
    }

    private let isEvents: Bool

    /// Values, not lines.
    var count: Int { places.count }
    var text: [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

    /// The JSON at a place; empty if there is none.
    subscript(place: Int) -> [UInt8] {
        get {
            guard place < count else { return [] }
            return isEvents ? Array(lines[places[place]].dropFirst(Self.beginning.count)) : lines[0]
        }
        set { lines[places[place]] = (isEvents ? Self.beginning : []) + newValue }
    }

    /// Doubles, removes or moves an event.
    mutating func rearrange(_ place: Int, _ dice: inout Dice) {
        let other = dice.below(count)
        switch dice.below(3) {
        case 0: lines.insert(contentsOf: [lines[places[place]], []], at: places[other])
        case 1: lines[places[place]] = []
        default: lines.swapAt(places[place], places[other])
        }
    }
}
