/// Comparing and decoding the bytes between the quotes of JSON strings.
public enum JSONCharacters {
    /// The name or string `value` is `word`; escapes are undone where there are any.
    @inline(__always)
    public static func equals(_ value: JSONValue, _ word: StaticString) -> Bool {
        let node = value.node.pointee
        let length = Int(node.end &- node.start) &- 2
        if node.flags.contains(.escaped) { return equalsEscaped(value, word) }
        guard length == word.utf8CodeUnitCount else { return false }
        return equals(value.tape.pointee.text + Int(node.start) + 1, word.utf8Start, length)
    }

    /// Eight bytes at a time; the last eight, or four, may be looked at twice.
    @inline(__always)
    static func equals(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if count >= 8 {
            var index = 0
            while index < count &- 8 {
                guard word(left, index, as: UInt64.self) == word(right, index, as: UInt64.self) else { return false }
                index &+= 8
            }
            return word(left, count &- 8, as: UInt64.self) == word(right, count &- 8, as: UInt64.self)
        }
        if count >= 4 {
            return word(left, 0, as: UInt32.self) == word(right, 0, as: UInt32.self)
                && word(left, count &- 4, as: UInt32.self) == word(right, count &- 4, as: UInt32.self)
        }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }

    @inline(__always)
    private static func word<Word: BitwiseCopyable>(_ bytes: UnsafePointer<UInt8>, _ index: Int, as: Word.Type) -> Word
    {
        UnsafeRawPointer(bytes + index).loadUnaligned(as: Word.self)
    }

    @inline(never)
    private static func equalsEscaped(_ value: JSONValue, _ word: StaticString) -> Bool {
        let decoded = value.decoded
        return decoded.count == word.utf8CodeUnitCount && equals(decoded.base, word.utf8Start, decoded.count)
    }

    @inline(__always)
    static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    @inline(__always)
    static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    /// `name` is the snake_case spelling of the camelCase `word`: `mime_type` of `mimeType`.
    static func equalsSnakeCase(_ name: JSONValue, _ word: StaticString) -> Bool {
        // The underscores, or escapes, make it longer.
        guard name.between.count > word.utf8CodeUnitCount else { return false }
        let text = name.decoded
        var place = 0
        for index in 0..<word.utf8CodeUnitCount {
            let byte = word.utf8Start[index]
            if isUppercase(byte) {
                guard place < text.count, text[place] == UInt8(ascii: "_") else { return false }
                place &+= 1
            }
            guard place < text.count, text[place] == lowercase(byte) else { return false }
            place &+= 1
        }
        return place == text.count
    }

    // MARK: Escapes

    /// How many bytes beyond the text's own count the target of `decode` must have room for.
    static let decodingSlack = 16

    /// Undoes the escapes of scanned text; lone surrogates become U+FFFD.
    ///
    /// `target` has room for `text.count` bytes, because no escape is shorter than the UTF-8 it stands for, and for
    /// `decodingSlack` more: sixteen bytes are copied at once, before it is known how many of them count.
    static func decode(_ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var index = 0
        var count = 0
        while index < text.count {
            if index &+ 16 <= text.count {
                let block = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
                UnsafeMutableRawPointer(target + count).storeBytes(of: block, as: SIMD16<UInt8>.self)
                let plain = JSONBytes.first(UInt8(ascii: "\\"), in: block) ?? 16
                index &+= plain
                count &+= plain
                if plain == 16 { continue }
            } else if text[index] != UInt8(ascii: "\\") {
                target[count] = text[index]
                index &+= 1
                count &+= 1
                continue
            }
            guard index &+ 1 < text.count else { return count }
            if text[index &+ 1] == UInt8(ascii: "u") {
                let scalar = scalar(in: text, at: &index)
                for unit in scalar.utf8 {
                    target[count] = unit
                    count += 1
                }
            } else {
                target[count] = unescaped(text[index &+ 1])
                index &+= 2
                count &+= 1
            }
        }
        return count
    }

    @inline(__always)
    private static func unescaped(_ byte: UInt8) -> UInt8 {
        // Most escapes are these, and what is behind a switch is a jump.
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
        return switch byte {
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        case UInt8(ascii: "t"): UInt8(ascii: "\t")
        case UInt8(ascii: "r"): UInt8(ascii: "\r")
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0c
        default: byte
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that form a pair.
    private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
        let first = unit(in: text, at: index)
        index += 6
        if UTF16.isLeadSurrogate(first), index + 6 <= text.count, text[index] == UInt8(ascii: "\\"),
            text[index + 1] == UInt8(ascii: "u")
        {
            let second = unit(in: text, at: index)
            if UTF16.isTrailSurrogate(second) {
                index += 6
                let bits = UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff)
                return Unicode.Scalar(0x10000 + bits) ?? "\u{fffd}"
            }
        }
        return Unicode.Scalar(first) ?? "\u{fffd}"
    }

    private static func unit(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16 {
        guard index + 6 <= text.count else { return 0 }
        return text[index + 2..<index + 6].reduce(0) { $0 << 4 | (JSONBytes.hexadecimal($1) ?? 0) }
    }
}
