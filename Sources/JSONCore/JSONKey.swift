/// The characters of a name or string, as a key of tables: equal are the same bytes.
///
/// `String` finds letters equal that are spelled differently, which JSON tells apart, and to find out takes quadratic time
/// for a letter with many accents.
public struct JSONKey: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String

    public init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
    }

    public init(stringLiteral text: String) { self.init(text) }

    public static func == (left: JSONKey, right: JSONKey) -> Bool { left.text.hasSameBytes(as: right.text) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
        // Invariant: the bytes are lent for as long as they are hashed.
        text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// The characters are the same and spelled the same.
    public func hasSameBytes(as other: String) -> Bool {
        // Invariant: both are lent for as long as they are compared, and are of one length.
        let isSame = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { others in
                guard bytes.count == others.count, let base = bytes.baseAddress, let other = others.baseAddress else {
                    return bytes.isEmpty && others.isEmpty
                }
                return JSONCharacters.equals(base, other, bytes.count)
            }
        }
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}

extension JSONValue {
    /// The characters of a string or name. Does not count as use.
    public var key: JSONKey { JSONKey(decoded.string) }

    /// The characters, if they are no more than a word of any API has; else none.
    ///
    /// To be compared with words that are known, for which a `String` as long as a client likes takes too long.
    public var word: String {
        let text = decoded
        return text.count <= Self.longestWord ? text.string : ""
    }

    private static var longestWord: Int { 256 }
}
