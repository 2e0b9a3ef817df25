internal import JSONCore

/// Text of a stream that may be the beginning of a Markdown image, and waits for its end.
///
///     "Here: ![ima", "ge](data:image/png;base64,iVBO", "Rw0=) and on"
///     "Here: ",       "",                                "![image](data:image/png;base64,iVBORw0=) and on"
struct HeldText {
    /// As it stands between quotes; begins with a `!`.
    private(set) var text: [UInt8] = []
    /// The text ends in the data of an image, all of which has been looked at.
    private var isInData = false

    /// Takes the next text; nil if all of it can be said, with nothing before it.
    mutating func take(_ next: JSONSlice) -> [UInt8]? {
        if text.isEmpty, next.firstIndex(of: UInt8(ascii: "!")) == nil { return nil }
        if isInData, Base64.length(in: next) == next.count {
            text.append(contentsOf: next.bytes)
            return []
        }
        text.append(contentsOf: next.bytes)
        let ready = JSONSlice.lending(text) { text -> Int in
            let held = MarkdownImages.beginning(in: text.escaped)
            isInData = held?.isInData ?? false
            return held?.start ?? text.count
        }
        defer { text.removeFirst(ready) }
        return Array(text[..<ready])
    }
}

extension MarkdownImages {
    /// Where a text may begin an image that it does not end, and whether it ends in the image's data.
    fileprivate static func beginning(in text: JSONSlice) -> (start: Int, isInData: Bool)? {
        var images = MarkdownImages(text)
        while images.hasImages, images.next() != nil {}
        var place = images.position
        while let mark = text.firstIndex(of: UInt8(ascii: "!"), from: place) {
            place = mark + 1
            if let isInData = beginsImage(text.dropFirst(mark)) { return (mark, isInData) }
        }
        return nil
    }

    /// Nil if the text cannot become an image, whatever follows.
    private static func beginsImage(_ text: JSONSlice) -> Bool? {
        guard text.count > 1 else { return false }
        guard text.hasExactPrefix("![") else { return nil }
        guard let close = text.firstIndex(of: UInt8(ascii: "]"), within: longestName + 2) else {
            return text.count < longestName + 2 ? false : nil
        }
        let target = text.dropFirst(close + 1)
        guard imageTypes.contains(where: target.agrees) else { return nil }
        guard let semicolon = target.firstIndex(of: UInt8(ascii: ";"), within: longestType) else {
            return target.count < longestType ? false : nil
        }
        let rest = target.dropFirst(semicolon)
        let mark: StaticString = ";base64,"
        guard rest.agrees(mark) else { return nil }
        let data = rest.dropFirst(mark.utf8CodeUnitCount)
        guard rest.count >= mark.utf8CodeUnitCount else { return false }
        return Base64.length(in: data) == data.count ? true : nil
    }
}

extension JSONSlice {
    /// One begins with the other.
    fileprivate func agrees(_ word: StaticString) -> Bool {
        let count = min(count, word.utf8CodeUnitCount)
        return (0..<count).allSatisfy { base[$0] == word.utf8Start[$0] }
    }
}
