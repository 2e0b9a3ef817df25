internal import JSONCore

/// Thoughts between tags, in a content that comes in pieces.
///
///     { content: "<thought>Step", extra_content: { google: { thought: true } } }, { content: " one.</tho" },
///     { content: "ught>The answer" }
///
/// A piece of a tag is kept until the rest of it has come.
struct ThoughtTags {
    /// Thoughts stand open.
    private var isThinking = false
    /// The beginning of a tag that is not whole.
    private var held: [UInt8] = []

    private static let opening = Array("<thought>".utf8)
    private static let closing = Array("</thought>".utf8)

    /// The content of `delta` may have thoughts.
    func concern(_ delta: JSONValue) -> Bool {
        let isFlagged = delta["extra_content"]["google"]["thought"].bool == true
        return (isFlagged || isThinking || !held.isEmpty) && delta["content"].kind == .string
    }

    /// Takes a content apart. All texts are as they stand between quotes.
    mutating func read(_ content: JSONValue) -> (thoughts: [UInt8], rest: [UInt8]) {
        var text = held[...] + Self.written(content)[...]
        held = []
        if !isThinking {
            if text.starts(with: Self.opening) {
                text = text.dropFirst(Self.opening.count)
            } else if text.count < Self.opening.count, Self.opening.starts(with: text) {
                held = Array(text)
                return ([], [])
            }
            isThinking = true
        }
        guard let end = text.firstRange(of: Self.closing) else {
            let kept = text.beginning(of: Self.closing)
            held = Array(text.suffix(kept))
            return (Array(text.dropLast(kept)), [])
        }
        isThinking = false
        return (Array(text[..<end.lowerBound]), Array(text[end.upperBound...]))
    }

    /// What was kept for a tag that has not come.
    var rest: [UInt8] { held }

    /// Escapes stay as they are, unless they may hide a tag.
    private static func written(_ content: JSONValue) -> [UInt8] {
        let text = content.content
        let hides = text.firstRange(of: "\\u003") != nil || text.firstRange(of: "\\/") != nil
        guard hides else { return Array(text.bytes) }
        return JSONOutput.value { $0.write(text: content.plain) }.dropFirst().dropLast()
    }
}

extension ArraySlice<UInt8> {
    /// How many of the last bytes are the first of `tag`.
    fileprivate func beginning(of tag: [UInt8]) -> Int {
        (1..<tag.count).reversed().first { $0 <= count && suffix($0).elementsEqual(tag.prefix($0)) } ?? 0
    }
}
