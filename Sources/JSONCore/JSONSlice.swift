/// A run of bytes that belongs into a JSON string: the whole of a string value or a piece of it.
///
/// Invariant: `base` points into the text or the arena of the document it came from, or at a literal of the program.
public struct JSONSlice {
    public let base: UnsafePointer<UInt8>
    public let count: Int
    /// The bytes are as they stand between quotes; otherwise they are decoded, and escaped when they are written.
    public let isEncoded: Bool

    @inlinable @inline(__always)
    public init(base: UnsafePointer<UInt8>, count: Int, isEncoded: Bool) {
        self.base = base
        self.count = count
        self.isEncoded = isEncoded
    }

    @inlinable @inline(__always)
    public init(_ literal: StaticString) {
        self.init(base: literal.utf8Start, count: literal.utf8CodeUnitCount, isEncoded: false)
    }

    @inlinable @inline(__always)
    public var isEmpty: Bool { count == 0 }

    @inlinable @inline(__always)
    public subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return base[index]
    }

    /// The bytes of `range`, cut to what is there. It must not part the bytes of an escape or of a character.
    public subscript(range: Range<Int>) -> JSONSlice {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        return JSONSlice(base: base + lower, count: upper - lower, isEncoded: isEncoded)
    }

    public func prefix(_ length: Int) -> JSONSlice { self[0..<max(0, length)] }
    public func dropFirst(_ length: Int) -> JSONSlice { self[length..<max(count, length)] }

    /// Begins with `prefix`, in any ASCII case.
    public func hasPrefix(_ prefix: StaticString) -> Bool {
        count >= prefix.utf8CodeUnitCount && self.prefix(prefix.utf8CodeUnitCount).equalsIgnoringCase(prefix)
    }

    /// Begins with `prefix`, to the letter.
    public func hasExactPrefix(_ prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where base[index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// Ends with `suffix`, to the letter.
    public func hasExactSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount && dropFirst(count - suffix.utf8CodeUnitCount).hasExactPrefix(suffix)
    }

    /// Ends with `suffix`, in any ASCII case.
    public func hasSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount && dropFirst(count - suffix.utf8CodeUnitCount).equalsIgnoringCase(suffix)
    }

    public func equalsIgnoringCase(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count
        where JSONCharacters.lowercase(base[index]) != JSONCharacters.lowercase(word.utf8Start[index]) {
            return false
        }
        return true
    }

    /// The place of the first `byte`, looking at no more than `limit` bytes.
    public func firstIndex(of byte: UInt8, within limit: Int = .max) -> Int? {
        prefix(limit).firstIndex(of: byte, from: 0)
    }

    /// The place of the first `byte` at or behind `start`.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = min(max(start, 0), count)
        while index &+ 64 <= count, !JSONBytes.contain(byte, base + index) { index &+= 64 }
        while index &+ 16 <= count {
            if let found = JSONBytes.first(byte, base + index) { return index &+ found }
            index &+= 16
        }
        while index < count {
            if base[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// The place of the first byte at or behind `start` that is no digit of base64, in either alphabet, nor its `=`.
    public func endOfBase64(from start: Int) -> Int {
        var index = min(max(start, 0), count)
        while index &+ 16 <= count {
            if let found = JSONBytes.firstNotBase64(base + index) { return index &+ found }
            index &+= 16
        }
        while index < count, JSONBytes.isBase64(base[index]) { index &+= 1 }
        return index
    }

    /// The place of the first `text`.
    public func firstRange(of text: StaticString) -> Int? {
        guard text.utf8CodeUnitCount > 0 else { return 0 }
        var place = 0
        while let start = firstIndex(of: text.utf8Start.pointee, from: place) {
            if dropFirst(start).hasExactPrefix(text) { return start }
            place = start + 1
        }
        return nil
    }

    public func count(of byte: UInt8) -> Int {
        var found = 0
        for index in 0..<count where base[index] == byte { found &+= 1 }
        return found
    }

    /// The Unicode scalars that the bytes stand for.
    public var characters: Int { string.unicodeScalars.count }

    /// The same bytes, read as they stand between the quotes of a JSON string.
    public var escaped: JSONSlice { JSONSlice(base: base, count: count, isEncoded: true) }

    /// As they stand, for as long as the slice is valid.
    public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Lends decoded `bytes` for as long as `body` runs.
    public static func lending<Result>(_ bytes: [UInt8], _ body: (JSONSlice) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return body(JSONSlice("")) }
            return body(JSONSlice(base: base, count: bytes.count, isEncoded: false))
        }
    }

    /// Lends the bytes of `string` for as long as `body` runs.
    public static func lending<Result>(_ string: String, _ body: (JSONSlice) -> Result) -> Result {
        var string = string
        return string.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return body(JSONSlice("")) }
            return body(JSONSlice(base: base, count: bytes.count, isEncoded: false))
        }
    }

    /// Lends bytes that are no JSON for as long as `body` runs.
    public static func lending<Result>(_ bytes: Span<UInt8>, _ body: (JSONSlice) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return body(JSONSlice("")) }
            return body(JSONSlice(base: base, count: bytes.count, isEncoded: false))
        }
    }

    /// The bytes as text, escapes undone where they stand escaped.
    public var string: String {
        guard isEncoded, firstIndex(of: UInt8(ascii: "\\")) != nil else {
            return String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + JSONCharacters.decodingSlack) { buffer in
            guard let decoded = buffer.baseAddress else { return "" }
            let length = JSONCharacters.decode(UnsafeBufferPointer(start: base, count: count), to: decoded)
            return String(decoding: UnsafeBufferPointer(start: decoded, count: length), as: UTF8.self)
        }
    }
}
