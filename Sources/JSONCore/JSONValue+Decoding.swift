/// Looking at a value counts as using it.
extension JSONValue {
    // MARK: Comparing

    @inlinable @inline(__always)
    public static func == (value: JSONValue, word: StaticString) -> Bool {
        let node = value.node.pointee
        // Most comparisons end with the length, which is compared here, without a call.
        guard node.kind == .string,
            Int(node.end &- node.start) == word.utf8CodeUnitCount &+ 2 || node.flags.contains(.escaped)
        else { return false }
        return value.equals(word)
    }

    /// As `==`, of a member's name, which its fingerprint tells from most others.
    @inlinable @inline(__always)
    public func isName(_ word: StaticString) -> Bool {
        let node = node.pointee
        return (node.names == JSONFingerprint(word).bits || node.flags.contains(.escaped)) && equals(word)
    }

    @inlinable @inline(__always)
    public static func ~= (word: StaticString, value: JSONValue) -> Bool { value == word }

    public func equals(_ word: StaticString) -> Bool {
        guard JSONCharacters.equals(self, word) else { return false }
        markUsed()
        return true
    }

    /// The string is `word` in any ASCII case, as enum values are read.
    @inlinable @inline(__always)
    public func equalsIgnoringCase(_ word: StaticString) -> Bool {
        let node = node.pointee
        guard node.kind == .string,
            Int(node.end &- node.start) == word.utf8CodeUnitCount &+ 2 || node.flags.contains(.escaped)
        else { return false }
        return hasLetters(of: word)
    }

    public func hasLetters(of word: StaticString) -> Bool {
        // The exact word is the usual case, and is compared as a whole.
        guard JSONCharacters.equals(self, word) || decoded.equalsIgnoringCase(word) else { return false }
        markUsed()
        return true
    }

    /// Both are strings of the same characters, however escaped. Uses neither.
    public func isSameString(as other: JSONValue) -> Bool {
        guard kind == .string, other.kind == .string else { return false }
        return decoded.hasSameBytes(as: other.decoded)
    }

    // MARK: Decoding

    public var bool: Bool? {
        guard kind == .bool else { return nil }
        markUsed()
        return tape.pointee.text[Int(node.pointee.start)] == UInt8(ascii: "t")
    }

    public var string: String? {
        guard kind == .string else { return nil }
        markUsed()
        return content.string
    }

    /// The bytes between the quotes as they stand there, to be looked at and written in pieces; empty if no string.
    @inlinable @inline(__always)
    public var content: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        markUsed()
        return between
    }

    /// The bytes between the quotes with escapes undone; empty if no string.
    public var plain: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        markUsed()
        return decoded
    }

    /// As ``plain``, but does not count as use.
    public var decoded: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        guard node.pointee.flags.contains(.escaped) else { return between }
        let text = between
        let room = text.count + JSONCharacters.decodingSlack
        let buffer = tape.pointee.arena.allocate(room)
        let count = JSONCharacters.decode(UnsafeBufferPointer(start: text.base, count: text.count), to: buffer)
        tape.pointee.arena.shrink(room, to: count)
        return JSONSlice(base: buffer, count: count, isEncoded: false)
    }

    /// The value as it stands in the text. Does not count as use.
    public var raw: JSONSlice {
        JSONSlice(
            base: tape.pointee.text + Int(node.pointee.start), count: Int(node.pointee.end &- node.pointee.start),
            isEncoded: true)
    }

    /// The bytes between the quotes as they stand there; empty if no string. Does not count as use.
    @inlinable @inline(__always)
    public var between: JSONSlice {
        guard kind == .string else { return JSONSlice("") }
        return JSONSlice(
            base: tape.pointee.text + Int(node.pointee.start) + 1,
            count: Int(node.pointee.end &- node.pointee.start) &- 2,
            isEncoded: true)
    }

    /// The JSON that stands inside this string, scanned; missing if it is none.
    ///
    /// Valid until the next time something asks for the JSON inside a string of the same document. What it holds is
    /// for writing only: it takes no remarks and is not accounted for, the string is.
    ///
    /// It may nest less deeply than the document, so that there is room for what will stand around it.
    public var json: JSONValue {
        guard kind == .string else { return missing }
        let text = decoded
        let embedded = tape.pointee.embeddedTape()
        let bytes = UnsafeBufferPointer(start: text.base, count: text.count)
        let limits = JSONLimits(
            bytes: text.count, nodes: tape.pointee.limits.nodes, depth: tape.pointee.limits.depth &- Self.depthAround)
        guard (try? JSONScanner.scan(bytes, onto: embedded, limits: limits)) != nil else { return missing }
        markUsed()
        return JSONValue(tape: embedded, node: embedded.pointee.nodes + 1)
    }
}

extension JSONValue {
    /// The containers that JSON out of a string ends up in, at most: a body, its contents, a content, its parts, a part,
    /// a function's response, the response in it and its output.
    private static let depthAround = 8
}

extension JSONSlice {
    /// Of the bytes. Each process has its own, so that nobody can choose texts that meet.
    public var hash: Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return hasher.finalize()
    }

    public func hasSameBytes(as other: JSONSlice) -> Bool {
        count == other.count && JSONCharacters.equals(base, other.base, count)
    }
}
