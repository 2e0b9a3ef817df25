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

    /// The number, if it is a whole one that 64 bits hold, however it is spelled: `1`, `1.0`, `1e0`.
    public var int: Int64? {
        guard kind == .number, let value = raw.wholeNumber else { return nil }
        markUsed()
        return value
    }

    public var double: Double? {
        guard kind == .number, let value = Double(raw.string) else { return nil }
        markUsed()
        return value
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
    /// The value of a JSON number, digit by digit: a `Double` rounds fractions away and is exact only up to 2⁵³.
    fileprivate var wholeNumber: Int64? {
        let mantissa = prefix(firstIndex(of: UInt8(ascii: "e")) ?? firstIndex(of: UInt8(ascii: "E")) ?? count)
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        var value: Int64 = 0  // never positive: there is a -2⁶³, but no 2⁶³
        var zeros = 0
        for index in 0..<mantissa.count {
            switch mantissa[index] {
            case UInt8(ascii: "0"):
                zeros += 1
            case let digit where digit > UInt8(ascii: "0"):
                guard let shifted = Self.shift(value, by: zeros + 1) else { return nil }
                let (sum, overflow) = shifted.subtractingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
                guard !overflow else { return nil }
                value = sum
                zeros = 0
            default: break
            }
        }
        let power = zeros + dropFirst(mantissa.count + 1).exponent - max(0, mantissa.count - point - 1)
        guard value != 0 else { return 0 }
        guard power >= 0, let value = Self.shift(value, by: power) else { return nil }
        return hasPrefix("-") ? value : Int64(exactly: value.magnitude)
    }

    /// Clamped far beyond the number of digits that a document can have.
    private var exponent: Int {
        var exponent = 0
        for index in 0..<count where base[index] >= UInt8(ascii: "0") {
            exponent = min(exponent * 10 + Int(base[index] - UInt8(ascii: "0")), 1 << 40)
        }
        return hasPrefix("-") ? -exponent : exponent
    }

    /// `value` with `zeros` zeros behind it.
    private static func shift(_ value: Int64, by zeros: Int) -> Int64? {
        guard value != 0 else { return 0 }
        var value = value
        for _ in 0..<zeros {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }

    fileprivate func hasSameBytes(as other: JSONSlice) -> Bool {
        count == other.count && JSONCharacters.equals(base, other.base, count)
    }
}
