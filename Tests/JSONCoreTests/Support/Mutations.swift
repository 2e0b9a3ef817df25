/// Damages a text in one to three places, as a broken client, network or model would.
struct Mutations {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    private static let pieces: [[UInt8]] =
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "-", "+", ".", "e", "E", "0", "9", " ", "\n", "\t", "/", "'",
            "\\u", "\\ud800", "true", "null", "nul", "\"a\":", "[[", "]]", ",,", "1e999", "\u{b}", "\u{7f}", "é",
            "\u{1f600}",
        ].map { Array($0.utf8) } + [[0x00], [0x1f], [0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90], [0xff]]

    mutating func damage(_ text: Text) -> Text {
        var bytes = text.bytes
        for _ in 0...numbers.below(3) { damage(&bytes) }
        return Text(bytes)
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        let place = numbers.below(bytes.count + 1)
        let end = min(bytes.count, place + numbers.below(numbers.pick([2, 8, 40])))
        switch numbers.below(7) {
        case 0: bytes.insert(contentsOf: numbers.pick(Self.pieces), at: place)
        case 1: bytes.replaceSubrange(place..<end, with: numbers.pick(Self.pieces))
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.removeSubrange(place...)
        case 5 where place < bytes.count: bytes[place] ^= 1 << UInt8(numbers.below(8))
        case 6 where place < bytes.count: bytes.swapAt(place, numbers.below(bytes.count))
        default: break
        }
    }
}
