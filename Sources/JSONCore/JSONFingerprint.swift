/// What tells most names apart at a glance: the first and the last letter, the same for both spellings of a name.
///
/// A name's node holds its own; an object's node holds a set of those of its members, so that most members that are not
/// there are known not to be without a look at those that are.
public struct JSONFingerprint {
    public let bits: UInt16

    /// The marks of an object with escapes in its names, which may be any.
    static let unknownNames = UInt16.max

    @inlinable @inline(__always)
    init(bits: UInt16) { self.bits = bits }

    /// camelCase ends in a capital where snake_case does not: `topP`, `top_p`.
    @inlinable @inline(__always)
    init(first: UInt8, last: UInt8) { bits = UInt16(first) | UInt16(last | 0x20) &<< 8 }

    @inlinable @inline(__always)
    public init(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        self.init(first: count == 0 ? 0 : name.utf8Start[0], last: count == 0 ? 0 : name.utf8Start[count &- 1])
    }

    /// One bit of sixteen. The factor spreads the names that both APIs know.
    @inlinable @inline(__always)
    public var mark: UInt16 { 1 &<< ((bits &* 0x2bbf) &>> 12) }
}
