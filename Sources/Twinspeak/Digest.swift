/// 64 bits that name things that have no name of their own, the same on every run and machine: FNV-1a of short texts, and of
/// bodies a sum that is made sixteen bytes at a time.
struct Digest: Sendable, Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    init() {}

    init(value: UInt64) { self.value = value }

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(UInt64(byte)) }
    }

    /// Of a body: sixteen bytes at a time, in the order of a little-endian machine, in four lanes that do not wait for each
    /// other; what is left at the end one by one.
    ///
    /// Between the ends of a body beyond 1 MiB, which media fill, 64 bytes of each KiB stand for it, because to go through all
    /// of it would take a third of the translation's time. The next request of a conversation differs at its end and in its
    /// length; two bodies of one length that differ only between those bytes have one digest.
    init(of body: Span<UInt8>) {
        body.withUnsafeBytes { bytes in
            let whole = bytes.count & ~63
            let middle = bytes.count > Self.longBody ? Self.end..<whole - Self.end : whole..<whole
            fold(bytes, 0..<middle.lowerBound, by: 64)
            fold(bytes, middle, by: 1024)
            fold(bytes, middle.upperBound..<whole, by: 64)
            for byte in bytes[whole...] { add(UInt64(byte)) }
            add(UInt64(bytes.count))
        }
    }

    /// In bytes.
    private static let longBody = 1 << 20
    private static let end = 1 << 18

    /// 64 bytes in each step.
    private mutating func fold(_ bytes: UnsafeRawBufferPointer, _ places: Range<Int>, by step: Int) {
        guard !places.isEmpty else { return }
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var (first, second, third, fourth) = (self, self, self, self)
        var offset = places.lowerBound
        while offset < places.upperBound {
            first.fold(word(offset), word(offset &+ 8))
            second.fold(word(offset &+ 16), word(offset &+ 24))
            third.fold(word(offset &+ 32), word(offset &+ 40))
            fourth.fold(word(offset &+ 48), word(offset &+ 56))
            offset &+= step
        }
        add(first.value)
        add(second.value)
        add(third.value)
        add(fourth.value)
    }

    /// Both halves of a product: each bit of the two words reaches all of the value. It is added, so that a product of 0
    /// forgets nothing.
    @inline(__always)
    private mutating func fold(_ first: UInt64, _ second: UInt64) {
        let product = (first ^ value).multipliedFullWidth(by: second ^ Self.factor)
        value = value &+ (product.high ^ product.low)
    }

    /// As many ones as zeros, without a pattern: the golden ratio.
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    mutating func add(_ word: UInt64) { value = (value ^ word) &* Self.prime }

    /// The lowest `count` digits, in base 16.
    func digits(_ count: Int) -> String {
        let text = String(value, radix: 16)
        return String((String(repeating: "0", count: 16) + text).suffix(count))
    }
}
