/// The known name that an unknown one was probably meant to be.
enum NearestName {
    /// Longer names are no slips of the pen.
    private static let longest = 64

    /// Nil if none is near: two thirds of its characters would have to stay.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let letters = letters(of: name)
        guard !letters.isEmpty, letters.count <= longest else { return nil }
        var nearest: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(letters, Self.letters(of: candidate))
            if distance * 3 <= max(letters.count, 3), distance < nearest?.distance ?? .max {
                nearest = (candidate, distance)
            }
        }
        return nearest?.name
    }

    /// Spelling does not count: `maxTokens` is `max_tokens`.
    private static func letters(of name: String) -> [UInt8] {
        name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map { byte in
            UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
        }
    }

    /// How many letters must be put in, taken out or replaced (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, min(row[column], diagonal) + 1)
            }
        }
        return row[right.count]
    }
}
