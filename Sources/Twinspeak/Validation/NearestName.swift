/// The known name that an unknown one was probably meant to be.
enum NearestName {
    /// Longer names are no slips of the pen.
    private static let longest = 64

    /// Nil if none is near: two thirds of its characters would have to stay.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let letters = letters(of: name)
        guard !letters.isEmpty, letters.count <= longest else { return nil }
        var nearest: (name: String, distance: Int)?
        let farthest = max(letters.count, 3) / 3
        for candidate in known {
            // Each letter that one has more must be put in.
            guard abs(candidate.utf8.count(where: isLetter) - letters.count) <= farthest else { continue }
            let distance = distance(letters, Self.letters(of: candidate))
            if distance <= farthest, distance < nearest?.distance ?? .max {
                nearest = (candidate, distance)
            }
        }
        return nearest?.name
    }

    /// Spelling does not count: `maxTokens` is `max_tokens`.
    private static func letters(of name: String) -> [UInt8] {
        name.utf8.filter(isLetter).map { byte in UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") }

    /// How many letters must be put in, taken out, replaced, or swapped with the next (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for (line, letter) in left.enumerated() {
            var row = [line + 1]
            for (column, other) in right.enumerated() {
                var least = min(above[column] + (letter == other ? 0 : 1), min(row[column], above[column + 1]) + 1)
                if line > 0, column > 0, letter == right[column - 1], left[line - 1] == other {
                    least = min(least, before[column - 1] + 1)
                }
                row.append(least)
            }
            (before, above) = (above, row)
        }
        return above[right.count]
    }
}
