internal import JSONCore

/// What people read of a failure.
///
///     the upstream   <html><head><title>502 Bad Gateway</title>…
///     the client     message: "502 Bad Gateway"
enum FailureText {
    /// The longest text that is passed on, in bytes.
    private static let longest = 4000

    /// The title of a page, or the text as it is; and whether that is all.
    static func message(_ text: Span<UInt8>, http: Int) -> (text: String, isAll: Bool) {
        let (words, isAll) = JSONSlice.lending(text) { text in
            let title = title(of: text)
            let part = cut(title ?? text)
            let words = part.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return (
                title == nil ? words : HTMLText.decoded(words), title == nil && part.string.utf8.count == text.count
            )
        }
        if words.isEmpty { return ("HTTP \(http), and no message", isAll) }
        if words.hasPrefix("<") { return ("HTTP \(http), and a page without a title", false) }
        let safe = withoutQueries(words)
        return (safe, isAll && safe == words)
    }

    private static func title(of page: JSONSlice) -> JSONSlice? {
        let tags: [(start: StaticString, end: StaticString)] = [("<title>", "</title>"), ("<TITLE>", "</TITLE>")]
        for tag in tags {
            guard let start = page.firstRange(of: tag.start) else { continue }
            let rest = page.dropFirst(start + tag.start.utf8CodeUnitCount)
            return rest.prefix(rest.firstRange(of: tag.end) ?? rest.count)
        }
        return nil
    }

    /// Ends before a character that does not fit.
    private static func cut(_ text: JSONSlice) -> JSONSlice {
        guard text.count > longest else { return text }
        var end = longest
        while end > 0, text[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
        return text.prefix(end)
    }

    // MARK: URLs

    /// A URL's query may hold a key, so it goes no further; what ends a sentence stays.
    static func withoutQueries(_ text: String) -> String {
        var kept: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let word = rest.prefix { !endOfURL.contains($0) }
            kept += withoutQuery(word)
            rest = rest.dropFirst(word.count)
            if let end = rest.popFirst() { kept.append(end) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// - Parameter word: a URL, the path of one, or any other text without white space.
    private static func withoutQuery(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let mark = word.firstIndex(of: UInt8(ascii: "?")) else { return word }
        let path = word[..<mark]
        guard path.contains(UInt8(ascii: "/")), path.contains("://") || word[mark...].contains(UInt8(ascii: "=")) else {
            return word
        }
        return path + word[mark...].suffix(while: endOfSentence.contains)
    }

    private static let endOfURL = Set(" \t\r\n\"'`<>()[]{}\\".utf8)
    private static let endOfSentence = Set(".,;:!".utf8)
}

extension ArraySlice<UInt8> {
    fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }

    fileprivate func suffix(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        suffix(reversed().prefix(while: belongs).count)
    }
}
