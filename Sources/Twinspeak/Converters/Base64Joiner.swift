internal import JSONCore

/// Writes base64 texts one behind another as if their bytes followed each other.
///
/// Everything that is written is whole base64 without padding, but for what ``finish(to:)`` adds; so a stream may send
/// what each piece gave.
struct Base64Joiner {
    /// Bits that do not fill a group of three bytes yet: none, 8 or 16.
    private var bits: UInt32 = 0
    private var count: UInt32 = 0

    /// Nothing waits for its group to be filled.
    var isEmpty: Bool { count == 0 }

    /// - Parameter text: Decoded, in either alphabet, with padding or without.
    /// - Returns: False if it is no base64; then nothing is written.
    mutating func append(_ text: JSONSlice, to target: JSONStringWriter) -> Bool {
        guard Base64.isAll(of: text) else { return text.isEmpty }
        let digits = text.prefix(text.firstIndex(of: UInt8(ascii: "=")) ?? text.count)
        let whole = count == 0 ? digits.count & ~3 : 0
        target.append(digits.prefix(whole))
        var groups: [UInt8] = []
        for index in whole..<digits.count { add(digits[index], to: &groups) }
        // The digits of an end that fills no byte say nothing.
        bits >>= count & 7
        count &= ~7
        JSONSlice.lending(groups) { target.append($0) }
        return true
    }

    /// The last group, filled up.
    mutating func finish(to target: JSONStringWriter) {
        let bytes = (0..<count / 8).reversed().map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
        self = Base64Joiner()
        JSONSlice.lending(Base64.encode(bytes)) { target.append($0) }
    }

    private mutating func add(_ digit: UInt8, to groups: inout [UInt8]) {
        bits = bits << 6 | UInt32(Base64.value(of: digit))
        count += 6
        guard count >= 24 else { return }
        count -= 24
        let group = bits >> count
        bits &= (1 << count) - 1
        for shift: UInt32 in [18, 12, 6, 0] { groups.append(Base64.digit(group >> shift)) }
    }
}

extension Base64 {
    /// The digit of the lowest six bits.
    fileprivate static func digit(_ bits: UInt32) -> UInt8 { alphabet[Int(bits & 63)] }

    /// Of a digit in either alphabet.
    fileprivate static func value(of digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        default: 63
        }
    }
}
