/// How a stream is written, as its first byte tells.
public enum Framing: Hashable, Sendable {
    /// `text/event-stream`, for ``EventParser``. Plain text and HTML count as such; they come out line by line.
    case events
    /// JSON, for ``JSONSplitter``: it begins with `[` or `{`.
    case json
}

/// Tells the framing of a stream from the first byte that is neither white space nor of a byte-order mark.
///
///     ⏎ [{"candidates":…        json
///     data: {"candidates":…     events
public struct FramingDetector {
    private var mark = ByteOrderMark.expected(seen: 0)

    public init() {}

    /// The framing, and the offset in `bytes` from which on they belong to it, or nil while nothing has come that counts.
    ///
    /// What stands before that offset, and all pieces before, mean nothing in either framing and are not to be parsed.
    /// Call it no more after it has answered.
    public mutating func push(_ bytes: Span<UInt8>) -> (framing: Framing, offset: Int)? {
        let (markCount, mistaken) = mark.skip(bytes)
        guard mistaken.isEmpty else { return (.events, markCount) }
        for offset in markCount..<bytes.count where !bytes[offset].isBlank {
            switch bytes[offset] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): return (.json, offset)
            default: return (.events, offset)
            }
        }
        return nil
    }
}
