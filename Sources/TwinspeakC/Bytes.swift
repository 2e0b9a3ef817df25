internal import CTwinspeak

/// Bytes that C lends for the time of one call.
typealias LentBytes = UnsafeBufferPointer<UInt8>

extension LentBytes {
    /// Nil for what cannot be bytes: no address with a count, or a count that no argument may have.
    init?(lent start: UnsafePointer<UInt8>?, _ count: Int) {
        // What C calls a count above half of the address space is negative here.
        guard 0...Int(TWINSPEAK_MAX_COUNT) ~= count, start != nil || count == 0 else { return nil }
        self.init(start: start, count: count)
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}

/// Bytes that C looks at until they are replaced.
typealias KeptBytes = Kept<UInt8>

/// Values that C looks at until they are replaced: their address does not change before.
final class Kept<Element: BitwiseCopyable> {
    private var memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: 64)
    private(set) var count = 0

    init(_ values: [Element] = []) { replace(with: values) }

    deinit { memory.deallocate() }

    func replace(with values: [Element]) {
        // At most 1 MiB is kept for the next values.
        if values.count > memory.count || memory.count * MemoryLayout<Element>.stride > 1 << 20 {
            memory.deallocate()
            memory = .allocate(capacity: max(values.count, 64))
        }
        count = values.count
        _ = memory.initialize(fromContentsOf: values)
    }

    var start: UnsafePointer<Element>? { memory.baseAddress.map { UnsafePointer($0) } }

    func lend(_ count: UnsafeMutablePointer<Int>?) -> UnsafePointer<Element>? {
        count?.pointee = self.count
        return start
    }
}
