/// What tells most names apart at a glance: their first two letters and the last, the same for both spellings of a name.
///
/// A name's node holds its own; an object's node holds a set of those of its members, so that most members that are not
/// there are known not to be without a look at those that are.
public struct JSONFingerprint {
    public let bits: UInt16

    init(bits: UInt16) { self.bits = bits }

    /// The marks of an object with escapes in its names, which may be any.
    static let unknownNames = UInt16.max

    /// Five bits of each letter, the same for capitals and small ones: camelCase ends in a capital where snake_case does
    /// not. In the second place, a capital stands for an underscore: `aBc`, `a_bc`.
    @inlinable @inline(__always)
    init(_ first: UInt8, _ second: UInt8, last: UInt8) {
        let isCapitalOrUnderscore = second & 0x60 == 0x40
        bits =
            UInt16(first & 31) | UInt16(isCapitalOrUnderscore ? 31 : second & 31) &<< 5 | UInt16(last & 31) &<< 10
    }

    @inlinable @inline(__always)
    public init(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        // In the text, a quotation mark follows the first letter of a short name.
        let second = count < 2 ? UInt8(ascii: "\"") : name.utf8Start[1]
        self.init(
            count == 0 ? second : name.utf8Start[0], second, last: count == 0 ? second : name.utf8Start[count &- 1])
    }

    /// One bit of sixteen. By this factor, most objects of both APIs have no two names of one mark.
    @inlinable @inline(__always)
    public var mark: UInt16 { 1 &<< ((bits &* 0x684f) &>> 12) }

    /// One number of 64, by a factor that keeps the names of the largest objects apart.
    @inline(__always)
    var slot: Int { Int((bits &* 0x14fb) &>> 10) }
}
