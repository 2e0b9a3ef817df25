internal import JSONCore

/// A number exactly as it is written: `1`, `1.0` and `10e-1` are the same, and twenty digits are twenty digits.
///
/// Exponents of more than 18 digits all count as the highest.
struct DecimalNumber: Hashable, Comparable {
    private let isNegative: Bool
    /// Without zeros at either end; none for zero.
    private let digits: [UInt8]
    /// The number is `digits` × 10^`exponent`.
    private let exponent: Int

    /// - Parameter text: A number of JSON.
    init(_ text: JSONSlice) {
        let mantissa = text.prefix(
            text.firstIndex(of: UInt8(ascii: "e")) ?? text.firstIndex(of: UInt8(ascii: "E")) ?? text.count)
        let point = mantissa.firstIndex(of: UInt8(ascii: "."))
        let written = mantissa.bytes.compactMap(\.decimalDigit)
        let end = (written.lastIndex { $0 > 0 } ?? -1) + 1
        digits = written[..<end].drop { $0 == 0 }.map { UInt8(truncatingIfNeeded: $0) }
        isNegative = text.hasPrefix("-") && !digits.isEmpty
        let fraction = point.map { mantissa.count - $0 - 1 } ?? 0
        let shift = written.count - end - fraction
        exponent = digits.isEmpty ? 0 : shift + Self.exponent(text.dropFirst(mantissa.count + 1).bytes)
    }

    init(_ count: Int) {
        self = JSONSlice.lending(String(count), Self.init)
    }

    private static func exponent(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let digits = text.drop { $0.decimalDigit == nil || $0 == UInt8(ascii: "0") }
        let magnitude = digits.isEmpty ? 0 : Int(digits.decimal ?? 1_000_000_000_000_000_000)
        return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
    }

    var isWhole: Bool { exponent >= 0 }
    var isPositive: Bool { !isNegative && !digits.isEmpty }

    static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    /// Looks at the magnitudes only.
    private func isSmaller(than other: DecimalNumber) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return !other.digits.isEmpty }
        let (length, otherLength) = (digits.count + exponent, other.digits.count + other.exponent)
        return length == otherLength ? digits.lexicographicallyPrecedes(other.digits) : length < otherLength
    }

    /// Numbers of more digits do not divide here.
    var canDivide: Bool { isPositive && digits.count <= 18 }

    /// - Parameter divisor: One that ``canDivide``.
    func isMultiple(of divisor: DecimalNumber) -> Bool {
        let divider = divisor.digits.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1) }
        guard divider > 0, !digits.isEmpty else { return digits.isEmpty }
        // The digits do not end with a zero, so no power of ten divides them.
        guard exponent >= divisor.exponent else { return false }
        let remainder = digits.reduce(UInt64(0)) { ($0 &* 10 &+ UInt64($1)) % divider }
        // A divider of 18 digits has at most 60 twos or fives, so more zeros change nothing.
        let zeros = min(exponent - divisor.exponent, 60)
        return (0..<zeros).reduce(remainder) { rest, _ in rest &* 10 % divider } == 0
    }

    /// The same for equal numbers, and for them only.
    var canonicalForm: [UInt8] {
        (isNegative ? [UInt8(ascii: "-")] : []) + digits.map { $0 + UInt8(ascii: "0") } + "e\(exponent)".utf8
    }
}
