extension UInt8 {
    /// 0 to 9, of an ASCII digit.
    var decimalDigit: Int? { self &- UInt8(ascii: "0") < 10 ? Int(self &- UInt8(ascii: "0")) : nil }
}

extension Collection<UInt8> {
    /// The number that up to 18 ASCII digits stand for; nil for anything else, and for nothing.
    var decimal: Int64? {
        guard 1...18 ~= count else { return nil }
        return reduce(0) { sum, byte in sum.flatMap { sum in byte.decimalDigit.map { sum * 10 + Int64($0) } } }
    }
}
