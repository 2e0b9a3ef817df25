internal import JSONCore

/// Images that stand in a text as Markdown with a data URL: `![image](data:image/png;base64,…)`.
///
/// Cuts a text into what stands around them and the images themselves, in reading order and one pass. An image counts
/// only when it is complete, valid base64 of an image type; anything else stays text.
struct MarkdownImages {
    enum Piece {
        case text(JSONSlice)
        case image(type: JSONSlice, data: JSONSlice)
    }

    private let text: JSONSlice
    /// Behind the last piece.
    private(set) var position = 0
    private var image: (start: Int, end: Int, type: JSONSlice, data: JSONSlice)?
    /// Something began like an image and was none.
    private(set) var hasBroken = false

    /// The longest text between `![` and `]` that is looked at.
    static let longestName = 1000
    /// The longest media type.
    static let longestType = 100

    /// How a target begins; some clients escape the solidus.
    static let imageTypes: [StaticString] = ["(data:image/", "(data:image\\/"]

    init(_ text: JSONSlice) {
        self.text = text
        image = nextImage(from: 0)
    }

    /// There is at least one image.
    var hasImages: Bool { image != nil }

    mutating func next() -> Piece? {
        guard let image else {
            guard position < text.count else { return nil }
            defer { position = text.count }
            return .text(text.dropFirst(position))
        }
        if position < image.start {
            defer { position = image.start }
            return .text(text[position..<image.start])
        }
        position = image.end
        self.image = nextImage(from: image.end)
        return .image(type: image.type, data: image.data)
    }

    private mutating func nextImage(from start: Int) -> (start: Int, end: Int, type: JSONSlice, data: JSONSlice)? {
        var place = start
        while let mark = text.firstIndex(of: UInt8(ascii: "!"), from: place) {
            place = mark + 1
            guard let found = image(at: mark) else { continue }
            if let end = found.end { return (mark, end, found.type, found.data) }
            hasBroken = true
            place = found.scanned
        }
        return nil
    }

    /// What stands at a `!`: nil if it does not begin an image with data, no `end` if it is broken.
    private func image(at mark: Int) -> (type: JSONSlice, data: JSONSlice, end: Int?, scanned: Int)? {
        guard text[mark + 1..<mark + 2].hasExactPrefix("["),
            let close = text.dropFirst(mark + 2).firstIndex(of: UInt8(ascii: "]"), within: Self.longestName)
        else { return nil }
        let target = text.dropFirst(mark + 3 + close)
        guard Self.imageTypes.contains(where: target.hasExactPrefix),
            let semicolon = target.firstIndex(of: UInt8(ascii: ";"), within: Self.longestType),
            target.dropFirst(semicolon).hasExactPrefix(";base64,")
        else { return nil }
        let type = target[6..<semicolon]
        let data = target.dropFirst(semicolon + 8)
        let count = Base64.length(in: data)
        let end = mark + 3 + close + semicolon + 8 + count
        let isWhole = data[count..<count + 1].hasExactPrefix(")") && Base64.isWhole(data.prefix(count))
        return (type, data.prefix(count), isWhole ? end + 1 : nil, end)
    }
}
