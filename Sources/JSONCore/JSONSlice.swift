/// A run of bytes that belongs into a JSON string: the whole of a string value or a piece of it.
///
/// Invariant: `base` points into the text or the arena of the document it came from, or at a literal of the program.
package struct JSONSlice {
    package let base: UnsafePointer<UInt8>
    package let count: Int
    /// The bytes are as they stand between quotes; otherwise they are decoded, and escaped when they are written.
    package let isEncoded: Bool

    @inlinable @inline(__always)
    package init(base: UnsafePointer<UInt8>, count: Int, isEncoded: Bool) {
        self.base = base
        self.count = count
        self.isEncoded = isEncoded
    }

    @inlinable @inline(__always)
    package init(_ literal: StaticString) {
        self.init(base: literal.utf8Start, count: literal.utf8CodeUnitCount, isEncoded: false)
    }

    @inlinable @inline(__always)
    package var isEmpty: Bool { count == 0 }

    @inlinable @inline(__always)
    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return base[index]
    }

    /// The bytes of `range`, cut to what is there. It must not part the bytes of an escape or of a character.
    package subscript(range: Range<Int>) -> JSONSlice {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        return JSONSlice(base: base + lower, count: upper - lower, isEncoded: isEncoded)
    }

    package func prefix(_ length: Int) -> JSONSlice { self[0..<max(0, length)] }
    package func dropFirst(_ length: Int) -> JSONSlice { self[length..<max(count, length)] }

    /// Begins with `prefix`, in any ASCII case.
    package func hasPrefix(_ prefix: StaticString) -> Bool {
        count >= prefix.utf8CodeUnitCount && self.prefix(prefix.utf8CodeUnitCount).equalsIgnoringCase(prefix)
    }

    /// Begins with `prefix`, to the letter.
    package func hasExactPrefix(_ prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where base[index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// Ends with `suffix`, to the letter.
    package func hasExactSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount && dropFirst(count - suffix.utf8CodeUnitCount).hasExactPrefix(suffix)
    }

    /// Ends with `suffix`, in any ASCII case.
    package func hasSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount && dropFirst(count - suffix.utf8CodeUnitCount).equalsIgnoringCase(suffix)
    }

    package func equalsIgnoringCase(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count
        where JSONCharacters.lowercase(base[index]) != JSONCharacters.lowercase(word.utf8Start[index]) {
            return false
        }
        return true
    }

    /// The place of the first `byte`, looking at no more than `limit` bytes.
    package func firstIndex(of byte: UInt8, within limit: Int = .max) -> Int? {
        for index in 0..<min(count, max(0, limit)) where base[index] == byte { return index }
        return nil
    }

    /// The place of the first `byte` at or behind `start`.
    package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = min(max(start, 0), count)
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

    /// The place of the first `text`.
    package func firstRange(of text: StaticString) -> Int? {
        guard text.utf8CodeUnitCount > 0 else { return 0 }
        var place = 0
        while let start = firstIndex(of: text.utf8Start.pointee, from: place) {
            if dropFirst(start).hasExactPrefix(text) { return start }
            place = start + 1
        }
        return nil
    }

    package func count(of byte: UInt8) -> Int {
        var found = 0
        for index in 0..<count where base[index] == byte { found &+= 1 }
        return found
    }

    /// The bytes as text, escapes undone where they stand escaped.
    package var string: String {
        guard isEncoded, firstIndex(of: UInt8(ascii: "\\")) != nil else {
            return String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { buffer in
            guard let decoded = buffer.baseAddress else { return "" }
            let length = JSONCharacters.decode(UnsafeBufferPointer(start: base, count: count), to: decoded)
            return String(decoding: UnsafeBufferPointer(start: decoded, count: length), as: UTF8.self)
        }
    }
}
