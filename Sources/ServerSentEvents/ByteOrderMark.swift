/// The byte-order mark, EF BB BF, that may open a stream, in one piece or cut.
enum ByteOrderMark {
    case expected(seen: Int)
    case past

    private static let bytes: [UInt8] = [0xef, 0xbb, 0xbf]

    /// Reads on at the start of a stream: how many of `bytes` belong to the mark, and what began like one but is none.
    mutating func skip(_ bytes: Span<UInt8>) -> (count: Int, mistaken: ArraySlice<UInt8>) {
        guard case .expected(var seen) = self else { return (0, []) }
        var count = 0
        while seen < Self.bytes.count {
            guard count < bytes.count else {
                self = .expected(seen: seen)
                return (count, [])
            }
            guard bytes[count] == Self.bytes[seen] else {
                self = .past
                return (count, Self.bytes[..<seen])
            }
            count += 1
            seen += 1
        }
        self = .past
        return (count, [])
    }

    /// Ends the stream: what has been seen of a mark that will not be whole any more.
    mutating func end() -> ArraySlice<UInt8> {
        guard case .expected(let seen) = self else { return [] }
        self = .past
        return Self.bytes[..<seen]
    }
}
