/// The next byte that means something, sixteen bytes at a time.
///
/// Invariant of the unsafe reads: every bit pattern is a `SIMD16<UInt8>`, and a load outside of the span is refused by
/// its own check. A mask is sixteen bytes of all ones or zeros, so it has the layout of two words.
///
/// Each comparison of a block is one expression: masks in variables of their own made the scan fifteen times slower.
extension Span<UInt8> {
    /// The first LF or CR from `start` on, or the end.
    func lineEnd(from start: Int) -> Int {
        first(from: start) {
            ($0 .== SIMD16(repeating: UInt8(ascii: "\n"))) .| ($0 .== SIMD16(repeating: UInt8(ascii: "\r")))
        }
    }

    /// The first quotation mark or backslash from `start` on, or the end.
    func quoteOrBackslash(from start: Int) -> Int {
        first(from: start) {
            ($0 .== SIMD16(repeating: UInt8(ascii: "\""))) .| ($0 .== SIMD16(repeating: UInt8(ascii: "\\")))
        }
    }

    /// The first bracket, brace or quotation mark from `start` on, or the end.
    func bracketOrQuote(from start: Int) -> Int {
        first(from: start) {
            // Brackets and braces differ in one bit.
            let folded = $0 | SIMD16(repeating: 0x20)
            return (folded .== SIMD16(repeating: UInt8(ascii: "{")))
                .| (folded .== SIMD16(repeating: UInt8(ascii: "}")))
                .| ($0 .== SIMD16(repeating: UInt8(ascii: "\"")))
        }
    }

    @inline(__always)
    private func first(from start: Int, where matches: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Int {
        var position = start
        // Most lines are long: four blocks that hold no match are passed over with one question.
        while count - position >= 64,
            Self.firstSet(
                matches(block(position)) .| matches(block(position + 16)) .| matches(block(position + 32))
                    .| matches(block(position + 48))) == nil
        {
            position += 64
        }
        while count - position >= 16 {
            if let lane = Self.firstSet(matches(block(position))) { return position + lane }
            position += 16
        }
        guard position < count else { return count }
        // A zero matches nothing that is looked for.
        var block = SIMD16<UInt8>(repeating: 0)
        for lane in 0..<count - position { block[lane] = self[position + lane] }
        return Self.firstSet(matches(block)).map { position + $0 } ?? count
    }

    @inline(__always)
    private func block(_ position: Int) -> SIMD16<UInt8> {
        bytes.unsafeLoadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
    }

    /// A mask is sixteen bytes of all ones or zeros, so it has the size and layout of two words, and the cast cannot trap.
    @inline(__always)
    private static func firstSet(_ mask: SIMDMask<SIMD16<Int8>>) -> Int? {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        guard words[0] | words[1] != 0 else { return nil }
        return words[0] != 0
            ? words[0].trailingZeroBitCount &>> 3 : 8 &+ words[1].trailingZeroBitCount &>> 3
    }
}

extension UInt8 {
    /// White space of JSON, and line ends of either framing.
    var isBlank: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
