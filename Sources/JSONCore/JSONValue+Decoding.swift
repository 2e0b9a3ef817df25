/// Looking at a value counts as using it.
extension JSONValue {
    // MARK: Comparing

    @inlinable @inline(__always)
    package static func == (value: JSONValue, word: StaticString) -> Bool {
        value.kind == .string && value.equals(word)
    }

    @inlinable @inline(__always)
    package static func ~= (word: StaticString, value: JSONValue) -> Bool { value == word }

    package func equals(_ word: StaticString) -> Bool {
        guard JSONCharacters.equals(self, word) else { return false }
        markUsed()
        return true
    }

    /// The string is `word` in any ASCII case, as enum values are read.
    package func equalsIgnoringCase(_ word: StaticString) -> Bool {
        guard kind == .string, decoded.equalsIgnoringCase(word) else { return false }
        markUsed()
        return true
    }

    /// Both are strings of the same characters, however escaped. Uses neither.
    package func isSameString(as other: JSONValue) -> Bool {
        guard kind == .string, other.kind == .string else { return false }
        return decoded.hasSameBytes(as: other.decoded)
    }

    // MARK: Decoding

    package var bool: Bool? {
        guard kind == .bool else { return nil }
        markUsed()
        return tape.pointee.text[Int(node.pointee.start)] == UInt8(ascii: "t")
    }

    /// The number, if it is a whole one that 64 bits hold, however it is spelled: `1`, `1.0`, `1e0`.
    package var int: Int64? {
        guard kind == .number else { return nil }
        let text = raw.string
        guard let value = Int64(text) ?? Self.whole(Double(text)) else { return nil }
        markUsed()
        return value
    }

    /// Doubles are whole and exact in this range; `Int64(exactly:)` would need the C mathematics library.
    private static func whole(_ value: Double?) -> Int64? {
        guard let value, value.magnitude <= 9_007_199_254_740_992, Double(Int64(value)) == value else { return nil }
        return Int64(value)
    }

    package var double: Double? {
        guard kind == .number, let value = Double(raw.string) else { return nil }
        markUsed()
        return value
    }

    package var string: String? {
        guard kind == .string else { return nil }
        markUsed()
        return content.string
    }

    /// The bytes between the quotes as they stand there, to be looked at and written in pieces; empty if no string.
    @inlinable @inline(__always)
    package var content: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        markUsed()
        return between
    }

    /// The bytes between the quotes with escapes undone; empty if no string.
    package var plain: JSONSlice {
        markUsed()
        return decoded
    }

    /// As ``plain``, but does not count as use.
    package var decoded: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        guard node.pointee.flags.contains(.escaped) else { return between }
        let text = between
        let buffer = tape.pointee.arena.allocate(text.count)
        let count = JSONCharacters.decode(UnsafeBufferPointer(start: text.base, count: text.count), to: buffer)
        tape.pointee.arena.shrink(text.count, to: count)
        return JSONSlice(base: buffer, count: count, isEncoded: false)
    }

    /// The value as it stands in the text. Does not count as use.
    package var raw: JSONSlice {
        JSONSlice(
            base: tape.pointee.text + Int(node.pointee.start), count: Int(node.pointee.end &- node.pointee.start),
            isEncoded: true)
    }

    @inlinable @inline(__always)
    package var between: JSONSlice {
        JSONSlice(
            base: tape.pointee.text + Int(node.pointee.start) + 1,
            count: Int(node.pointee.end &- node.pointee.start) &- 2,
            isEncoded: true)
    }

    /// The JSON that stands inside this string, scanned; missing if it is none.
    ///
    /// Valid until the next time something asks for the JSON inside a string of the same document. What it holds is
    /// for writing only: it takes no remarks and is not accounted for, the string is.
    package var json: JSONValue {
        guard kind == .string else { return missing }
        let text = decoded
        let embedded = tape.pointee.embeddedTape()
        let bytes = UnsafeBufferPointer(start: text.base, count: text.count)
        guard (try? JSONScanner.scan(bytes, onto: embedded, limits: JSONLimits(bytes: text.count))) != nil else {
            return missing
        }
        markUsed()
        return JSONValue(tape: embedded, node: embedded.pointee.nodes + 1)
    }
}

extension JSONSlice {
    fileprivate func hasSameBytes(as other: JSONSlice) -> Bool {
        UnsafeBufferPointer(start: base, count: count).elementsEqual(
            UnsafeBufferPointer(start: other.base, count: other.count))
    }
}
