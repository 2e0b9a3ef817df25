internal import JSONCore

/// Where the bytes of a model's visible text stand among the characters of a message's content.
///
/// Gemini counts bytes of UTF-8 in the text parts, chat annotations count characters (Unicode code points) of the
/// content, which holds more than the text parts. Texts are appended one after another, and what stands between them
/// is counted; then either side is found by binary search. Only where characters change their width is anything kept:
///
///     text       "Straße in Köln"     runs   byte  character  width
///                                            0     0          1
///                                            4     4          2
///                                            6     5          1 …
struct TextPlaces {
    /// Characters of one width that follow each other.
    private struct Run {
        let byte: Int
        let character: Int
        let width: Int
    }

    private var runs: [Run] = []
    /// Where the text of each part begins; of a part without text, where the next one does.
    private var parts: [Int] = []
    private var isInterrupted = false
    private let keepsText: Bool
    private var text: [UInt8] = []
    /// Of all texts.
    private(set) var bytes = 0
    /// Of the content.
    private(set) var characters = 0

    /// - Parameter keepsText: A passage can be sought by its words. A stream does not keep what it has sent.
    init(keepsText: Bool) { self.keepsText = keepsText }

    // MARK: Building

    mutating func beginPart() { parts.append(bytes) }

    mutating func append(_ slice: JSONSlice) {
        guard slice.isEncoded, slice.firstIndex(of: UInt8(ascii: "\\")) != nil else { return appendPlain(slice) }
        JSONSlice.lending(slice.string) { appendPlain($0) }
    }

    /// Characters of the content that belong to no text part.
    mutating func appendHidden(_ count: Int) {
        characters += count
        isInterrupted = true
    }

    private mutating func appendPlain(_ slice: JSONSlice) {
        if keepsText { text += slice.bytes }
        var width = isInterrupted ? 0 : runs.last?.width ?? 0
        for index in 0..<slice.count {
            let found = slice[index].widthOfCharacter
            guard found > 0 else { continue }
            if found != width {
                width = found
                runs.append(Run(byte: bytes, character: characters, width: width))
                isInterrupted = false
            }
            bytes += width
            characters += 1
        }
    }

    // MARK: Asking

    /// Where the text of the part begins.
    func start(ofPart index: Int) -> Int? { parts.indices.contains(index) ? parts[index] : nil }

    /// The characters of a range of bytes; nil if there are none, or if it cuts a character.
    func characters(of range: (start: Int, end: Int)) -> Range<Int>? {
        guard range.start >= 0, range.start < range.end, range.end <= bytes,
            let lower = character(at: range.start, in: runs[lastRun { $0.byte <= range.start }]),
            let upper = character(at: range.end, in: runs[lastRun { $0.byte < range.end }])
        else { return nil }
        return lower..<upper
    }

    private func character(at byte: Int, in run: Run) -> Int? {
        let (count, cut) = (byte - run.byte).quotientAndRemainder(dividingBy: run.width)
        return cut == 0 ? run.character + count : nil
    }

    /// The bytes of a range of characters, without those around it that belong to no text; nil if none are left.
    func bytes(of range: (start: Int, end: Int)) -> Range<Int>? {
        guard range.start >= 0, range.start < range.end, range.end <= characters, !runs.isEmpty else { return nil }
        let lower = byte(at: range.start)
        let upper = byte(at: range.end)
        return lower < upper ? lower..<upper : nil
    }

    private func byte(at character: Int) -> Int {
        let place = lastRun { $0.character <= character }
        let run = runs[place]
        let next = place + 1 < runs.count ? runs[place + 1].byte : bytes
        return min(run.byte + max(0, character - run.character) * run.width, next)
    }

    /// The first run, if none begins early enough.
    private func lastRun(where begins: (Run) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if begins(runs[middle]) { low = middle } else { high = middle }
        }
        return low
    }

    // MARK: Words

    func words(in range: Range<Int>) -> String {
        String(decoding: text[range.clamped(to: text.indices)], as: UTF8.self)
    }

    /// The bytes where `words` stand, if they stand in one place only.
    func onlyPlace(of words: JSONSlice) -> Range<Int>? {
        guard !words.isEmpty, words.count <= text.count else { return nil }
        let borders = borders(of: words)
        var found: Range<Int>?
        var matched = 0
        for (index, byte) in text.enumerated() {
            while matched > 0, matched == words.count || words[matched] != byte { matched = borders[matched - 1] }
            if words[matched] == byte { matched += 1 }
            guard matched == words.count else { continue }
            guard found == nil else { return nil }
            found = index + 1 - words.count..<index + 1
        }
        return found
    }

    /// For each beginning of `words`, how long an end of it is that also begins it: with that, a search never goes back
    /// (Knuth, Morris, Pratt).
    private func borders(of words: JSONSlice) -> [Int] {
        var borders = [0]
        borders.reserveCapacity(words.count)
        for index in 1..<max(words.count, 1) {
            var border = borders[index - 1]
            while border > 0, words[border] != words[index] { border = borders[border - 1] }
            borders.append(words[border] == words[index] ? border + 1 : 0)
        }
        return borders
    }
}

extension UInt8 {
    /// Of the character in UTF-8 that begins with this byte; 0 if none does.
    fileprivate var widthOfCharacter: Int {
        switch self {
        case 0..<0x80: 1
        case 0x80..<0xc0: 0
        case 0xc0..<0xe0: 2
        case 0xe0..<0xf0: 3
        default: 4
        }
    }
}
