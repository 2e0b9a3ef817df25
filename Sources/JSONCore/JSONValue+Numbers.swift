/// The values of numbers.
extension JSONValue {
    /// The number, if it is a whole one that 64 bits hold, however it is spelled: `1`, `1.0`, `1e0`.
    public var int: Int64? {
        guard kind == .number, let value = raw.wholeNumber else { return nil }
        markUsed()
        return value
    }

    public var double: Double? {
        guard kind == .number, let value = raw.double else { return nil }
        markUsed()
        return value
    }
}

/// A number as nearly all are written: a few digits, maybe with a point between them.
private struct ShortDecimal {
    private(set) var value: Int64 = 0
    /// How many digits stand behind the point.
    private(set) var places = 0
    let isNegative: Bool

    /// Every value of so many digits is exact as a `Double`.
    private static let mostDigits = 15

    /// - Parameter text: A JSON number.
    init?(_ text: JSONSlice) {
        isNegative = text[0] == UInt8(ascii: "-")
        var digits = 0
        var hasPoint = false
        for index in (isNegative ? 1 : 0)..<text.count {
            let byte = text.base[index]
            if byte == UInt8(ascii: ".") {
                hasPoint = true
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < Self.mostDigits else { return nil }
            value = value &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
            digits &+= 1
            if hasPoint { places &+= 1 }
        }
    }

    /// A quotient of two exact numbers is the nearest there is.
    var double: Double {
        let magnitude = Double(value) / Self.powers[places]
        return isNegative ? -magnitude : magnitude
    }

    private static let powers: InlineArray<16, Double> = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}

extension JSONSlice {
    fileprivate var double: Double? { ShortDecimal(self)?.double ?? Double(string) }

    /// The value of a JSON number, digit by digit: a `Double` rounds fractions away and is exact only up to 2⁵³.
    fileprivate var wholeNumber: Int64? {
        if let short = ShortDecimal(self), short.places == 0 { return short.isNegative ? -short.value : short.value }
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
}
