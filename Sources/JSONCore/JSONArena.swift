/// Memory for decoded strings of one document: handed out in order, given back all at once.
///
/// Invariant: a pointer that `allocate` returned stays valid until `reset`, `trim` or `free`, because blocks never move.
struct JSONArena {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
    /// The block that is handed out, and how much of it has been.
    private var current = 0
    private var used = 0

    private static let blockSize = 32 << 10
    /// What is kept for the next document.
    private static let keptMemory = 64 << 10

    mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        while current < blocks.count {
            if let base = blocks[current].baseAddress, blocks[current].count - used >= count {
                used += count
                return base + used - count
            }
            current += 1
            used = 0
        }
        let size = max(count, Self.blockSize)
        let base = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        if blocks.isEmpty { blocks.reserveCapacity(4) }
        blocks.append(UnsafeMutableBufferPointer(start: base, count: size))
        used = count
        return base
    }

    /// Gives back what the last `allocate` handed out beyond `kept` of its `count` bytes.
    mutating func shrink(_ count: Int, to kept: Int) { used -= count - kept }

    mutating func reset() {
        current = 0
        used = 0
    }

    /// Gives back what only a large document needs.
    mutating func trim() {
        reset()
        while memory > Self.keptMemory { blocks.removeLast().deallocate() }
    }

    /// Bytes that are held.
    var memory: Int { blocks.reduce(0) { $0 + $1.count } }

    mutating func free() {
        for block in blocks { block.deallocate() }
        blocks = []
    }
}
