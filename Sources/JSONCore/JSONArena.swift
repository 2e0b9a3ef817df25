/// Memory for decoded strings of one document: handed out in order, given back all at once.
///
/// Invariant: a pointer that `allocate` returned stays valid until `reset` or `free`, because blocks never move.
struct JSONArena {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
    private var used = 0

    private static let blockSize = 16 << 10

    mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if let block = blocks.last, let base = block.baseAddress, block.count - used >= count {
            used += count
            return base + used - count
        }
        let size = max(count, Self.blockSize)
        let base = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        blocks.append(UnsafeMutableBufferPointer(start: base, count: size))
        used = count
        return base
    }

    /// Gives back what the last `allocate` handed out beyond `kept` of its `count` bytes.
    mutating func shrink(_ count: Int, to kept: Int) { used -= count - kept }

    mutating func reset() {
        while blocks.count > 1 || (blocks.first?.count ?? 0) > Self.blockSize { blocks.removeLast().deallocate() }
        used = 0
    }

    /// Bytes that are held.
    var memory: Int { blocks.reduce(0) { $0 + $1.count } }

    mutating func free() {
        for block in blocks { block.deallocate() }
        blocks = []
    }
}
