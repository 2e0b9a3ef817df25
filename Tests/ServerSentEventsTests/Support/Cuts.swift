/// Ways to cut a text into pieces. Whatever a parser finds, it finds in each of them.
enum Cuts {
    /// Whole, byte by byte, and in two pieces at every position, with an empty piece between them.
    static func thorough(_ text: Text) -> [[Text]] {
        let bytes = text.bytes
        return [[text], bytes.map { .bytes($0) }]
            + (0...bytes.count).map { [Text(bytes[..<$0]), "", Text(bytes[$0...])] }
    }

    /// Pieces of random lengths.
    static func random(_ text: Text, _ numbers: inout SeededNumbers) -> [Text] {
        var pieces: [Text] = []
        var rest = text.bytes[...]
        let longest = numbers.pick([2, 5, 20, 100])
        while !rest.isEmpty {
            let count = min(rest.count, numbers.below(longest))
            pieces.append(Text(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }
}
