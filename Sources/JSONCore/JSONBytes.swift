/// What bytes of JSON text mean, sixteen at a time where it matters.
enum JSONBytes {
    /// The first of the sixteen bytes at `bytes` that ends a string, escapes, or is not plain ASCII.
    @inline(__always)
    static func firstSpecial(_ bytes: UnsafePointer<UInt8>) -> Int? { firstSet(special(bytes)) }

    /// None of the sixty-four bytes at `bytes` ends a string, escapes, or is not plain ASCII.
    @inline(__always)
    static func arePlain(_ bytes: UnsafePointer<UInt8>) -> Bool {
        firstSet(special(bytes) .| special(bytes + 16) .| special(bytes + 32) .| special(bytes + 48)) == nil
    }

    /// Control characters and bytes from 0x80 up are both below 0x20 as signed numbers: one comparison finds them.
    @inline(__always)
    private static func special(_ bytes: UnsafePointer<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        let block = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<Int8>.self)
        return (block .< SIMD16<Int8>(repeating: 0x20)) .| (block .== SIMD16<Int8>(repeating: 0x22))
            .| (block .== SIMD16<Int8>(repeating: 0x5c))
    }

    /// The first of sixteen bytes that cannot stand inside a JSON string as it is.
    @inline(__always)
    static func firstToEscape(in block: SIMD16<UInt8>) -> Int? {
        let special =
            (block .< SIMD16<UInt8>(repeating: 0x20)) .| (block .== SIMD16<UInt8>(repeating: 0x22))
            .| (block .== SIMD16<UInt8>(repeating: 0x5c))
        return firstSet(special)
    }

    /// The first of the sixteen bytes at `bytes` that is `byte`.
    @inline(__always)
    static func first(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>) -> Int? {
        first(byte, in: UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self))
    }

    /// Some of the sixty-four bytes at `bytes` is `byte`.
    @inline(__always)
    static func contain(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>) -> Bool {
        let sought = SIMD16<UInt8>(repeating: byte)
        let blocks = UnsafeRawPointer(bytes)
        return firstSet(
            (blocks.loadUnaligned(as: SIMD16<UInt8>.self) .== sought)
                .| ((blocks + 16).loadUnaligned(as: SIMD16<UInt8>.self) .== sought)
                .| ((blocks + 32).loadUnaligned(as: SIMD16<UInt8>.self) .== sought)
                .| ((blocks + 48).loadUnaligned(as: SIMD16<UInt8>.self) .== sought)) != nil
    }

    @inline(__always)
    static func first(_ byte: UInt8, in block: SIMD16<UInt8>) -> Int? {
        firstSet(block .== SIMD16<UInt8>(repeating: byte))
    }

    /// The first of the sixteen bytes at `bytes` that is no digit of base64, in either alphabet, nor its `=`.
    @inline(__always)
    static func firstNotBase64(_ bytes: UnsafePointer<UInt8>) -> Int? {
        let block = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self)
        let letters = (block | 0x20) &- SIMD16<UInt8>(repeating: 0x61) .< SIMD16<UInt8>(repeating: 26)
        let digits = block &- SIMD16<UInt8>(repeating: 0x30) .< SIMD16<UInt8>(repeating: 10)
        let signs =
            (block .== SIMD16<UInt8>(repeating: 0x2b)) .| (block .== SIMD16<UInt8>(repeating: 0x2f))
            .| (block .== SIMD16<UInt8>(repeating: 0x3d)) .| (block .== SIMD16<UInt8>(repeating: 0x2d))
            .| (block .== SIMD16<UInt8>(repeating: 0x5f))
        return firstSet(.!(letters .| digits .| signs))
    }

    @inline(__always)
    static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    @inline(__always)
    static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// The index of the first true lane.
    ///
    /// A mask is sixteen bytes of all ones or zeros, so it has the layout of two words; `any(_:)` compiles to a loop.
    @inline(__always)
    private static func firstSet(_ mask: SIMDMask<SIMD16<Int8>>) -> Int? {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        guard words[0] | words[1] != 0 else { return nil }
        return words[0] != 0
            ? words[0].trailingZeroBitCount &>> 3 : 8 &+ words[1].trailingZeroBitCount &>> 3
    }

    /// A well-formed scalar of three bytes, as most beyond Latin script are, is the first of the four bytes at `bytes`.
    @inline(__always)
    static func isScalarOfThree(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
        // 1110xxxx 10xxxxxx 10xxxxxx, neither overlong (E0 80…9F) nor a surrogate (ED A0…BF).
        let significant = word & 0x200f
        return word & 0xc0c0f0 == 0x8080e0 && significant != 0 && significant != 0x200d
    }

    /// The length of the well-formed scalar beyond ASCII at `bytes` (Unicode, table 3-7), 0 if it is none.
    @inline(__always)
    static func scalarLength(_ bytes: UnsafePointer<UInt8>, left: Int) -> Int {
        let lead = bytes[0]
        if lead & 0xf0 == 0xe0 {
            guard left >= 3, bytes[1] & 0xc0 == 0x80, bytes[2] & 0xc0 == 0x80 else { return 0 }
            let isOverlong = lead == 0xe0 && bytes[1] < 0xa0
            let isSurrogate = lead == 0xed && bytes[1] >= 0xa0
            return isOverlong || isSurrogate ? 0 : 3
        }
        if lead & 0xe0 == 0xc0 {
            return left >= 2 && lead >= 0xc2 && bytes[1] & 0xc0 == 0x80 ? 2 : 0
        }
        guard lead >= 0xf0, lead <= 0xf4, left >= 4 else { return 0 }
        guard bytes[1] & 0xc0 == 0x80, bytes[2] & 0xc0 == 0x80, bytes[3] & 0xc0 == 0x80 else { return 0 }
        let isOverlong = lead == 0xf0 && bytes[1] < 0x90
        let isBeyondUnicode = lead == 0xf4 && bytes[1] >= 0x90
        return isOverlong || isBeyondUnicode ? 0 : 4
    }

    @inline(__always)
    static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte &- UInt8(ascii: "A") &+ 10)
        default: nil
        }
    }

    /// JSON begins with an ASCII character, so zeros among its first bytes tell UTF-16 and UTF-32 (RFC 4627, section 3).
    static func otherEncoding(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.count >= 2 else { return nil }
        let third = text.count > 2 ? text[2] : 1
        let fourth = text.count > 3 ? text[3] : 1
        switch (text[0], text[1], third, fourth) {
        case (0, 0, 0xfe, 0xff), (0, 0, 0, 1...): return "UTF-32, big-endian"
        case (0xff, 0xfe, 0, 0), (1..., 0, 0, 0): return "UTF-32, little-endian"
        case (0xfe, 0xff, _, _), (0, 1..., _, _): return "UTF-16, big-endian"
        case (0xff, 0xfe, _, _), (1..., 0, _, _): return "UTF-16, little-endian"
        default: return nil
        }
    }
}
