/// A buffer that is filled over and over again and keeps its memory, unless that was an exception.
extension [UInt8] {
    /// Capacity that is kept for what comes next.
    static var keptCapacity: Int { 1 << 20 }

    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Drops everything from `end` on.
    mutating func cut(to end: Int) {
        removeLast(count - end)
        if isEmpty, capacity > Self.keptCapacity { self = [] }
    }
}
