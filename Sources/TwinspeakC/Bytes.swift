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

/// Bytes that C looks at until they are replaced: their address does not change before.
final class KeptBytes {
    /// What is kept of it for the next bytes.
    private static let mostKept = 1 << 20

    private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
    private var count = 0

    init(_ bytes: [UInt8] = []) { replace(with: bytes) }

    deinit { memory.deallocate() }

    func replace(with bytes: [UInt8]) {
        if bytes.count > memory.count || memory.count > Self.mostKept {
            memory.deallocate()
            memory = .allocate(capacity: max(bytes.count, 64))
        }
        count = bytes.count
        _ = memory.initialize(fromContentsOf: bytes)
    }

    func lend(_ count: UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>? {
        count?.pointee = self.count
        return memory.baseAddress.map { UnsafePointer($0) }
    }
}
