/// FNV-1a, 64 bits: names things that have no name of their own, the same on every run and machine.
struct Digest: Sendable, Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    init() {}

    init(value: UInt64) { self.value = value }

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(UInt64(byte)) }
    }

    /// Of a body: eight bytes at a time, in the order of a little-endian machine, in four lanes that do not wait for each
    /// other; what is left at the end one by one.
    init(of body: Span<UInt8>) {
        body.withUnsafeBytes { bytes in
            var lanes = (Digest(), Digest(), Digest(), Digest())
            let whole = bytes.count & ~31
            func word(_ offset: Int) -> UInt64 {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            for offset in stride(from: 0, to: whole, by: 32) {
                lanes.0.add(word(offset))
                lanes.1.add(word(offset + 8))
                lanes.2.add(word(offset + 16))
                lanes.3.add(word(offset + 24))
            }
            add(lanes.0.value)
            add(lanes.1.value)
            add(lanes.2.value)
            add(lanes.3.value)
            for byte in bytes[whole...] { add(UInt64(byte)) }
        }
    }

    mutating func add(_ word: UInt64) { value = (value ^ word) &* Self.prime }

    /// The lowest `count` digits, in base 16.
    func digits(_ count: Int) -> String {
        let text = String(value, radix: 16)
        return String((String(repeating: "0", count: 16) + text).suffix(count))
    }
}
