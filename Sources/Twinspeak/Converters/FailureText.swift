internal import JSONCore

/// What people read of a failure.
///
///     the upstream   <html><head><title>502 Bad Gateway</title>…
///     the client     message: "502 Bad Gateway"
enum FailureText {
    /// The longest text that is passed on, in bytes.
    private static let longest = 4000

    /// The title of a page, or the text as it is.
    static func message(_ text: Span<UInt8>, http: Int) -> String {
        let words = JSONSlice.lending(text) { text in
            (title(of: text) ?? text.prefix(longest)).string.split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
        }
        if words.isEmpty { return "HTTP \(http), and no message" }
        return words.hasPrefix("<") ? "HTTP \(http), and a page without a title" : withoutQueries(words)
    }

    private static func title(of page: JSONSlice) -> JSONSlice? {
        let tags: [(start: StaticString, end: StaticString)] = [("<title>", "</title>"), ("<TITLE>", "</TITLE>")]
        for tag in tags {
            guard let start = page.firstRange(of: tag.start) else { continue }
            let rest = page.dropFirst(start + tag.start.utf8CodeUnitCount)
            return rest.prefix(min(rest.firstRange(of: tag.end) ?? longest, longest))
        }
        return nil
    }

    /// A URL's query may hold a key, so it goes no further; what ends a sentence stays.
    static func withoutQueries(_ text: String) -> String {
        var kept: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            kept.append(byte)
            guard kept.hasSuffix("://") else { continue }
            let url = rest.prefix { !endOfURL.contains($0) }
            rest = rest.dropFirst(url.count)
            kept += url.prefix { $0 != UInt8(ascii: "?") }
            if url.contains(UInt8(ascii: "?")) { kept += url.suffix(while: endOfSentence.contains) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static let endOfURL = Set(" \t\r\n\"'`<>()[]{}".utf8)
    private static let endOfSentence = Set(".,;:!".utf8)
}

extension [UInt8] {
    fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension ArraySlice<UInt8> {
    fileprivate func suffix(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        suffix(reversed().prefix(while: belongs).count)
    }
}
