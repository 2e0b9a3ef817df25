/// The storage behind a document: the text, its nodes, and what was remarked about them.
///
/// Lives on the heap at a fixed address, so that a ``JSONValue`` is two pointers and costs no reference counting.
/// Invariant of all unsafe code here: `nodes[0]` is the missing value, `nodes[1..<nodeCount]` are the nodes of one
/// completed scan of `text`, whose `start`, `end` and `next` lie inside `text` and `nodes`; nothing moves or shrinks
/// before the next scan; views are handed out only inside ``JSONDocument/read(_:limits:_:)``.
public struct JSONTape {
    public var text: UnsafePointer<UInt8>
    public var textCount = 0
    public var nodes: UnsafeMutablePointer<JSONNode>
    public var nodeCount = 0
    public var hasByteOrderMark = false
    var limits = JSONLimits()
    var capacity: Int
    var remarks: [JSONRemark] = []
    var arena = JSONArena()
    var embedded: UnsafeMutablePointer<JSONTape>?
    var index = JSONNameIndex()

    static let initialCapacity = 256
    /// Text for each node, in documents of many.
    private static let bytesOfNode = 12
    /// What a tape keeps of its memory when it is reused after a large document.
    static let keptCapacity = 16 << 10
    static let keptRemarks = 256

    /// - Parameter bytes: About how long the first text is.
    static func allocate(expecting bytes: Int = 0) -> UnsafeMutablePointer<JSONTape> {
        let tape = UnsafeMutablePointer<JSONTape>.allocate(capacity: 1)
        let capacity = min(max(initialCapacity, bytes / bytesOfNode), keptCapacity)
        let nodes = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity)
        nodes.initialize(to: JSONNode(start: 0, end: 0, next: 1, kind: .missing))
        let noText = UnsafeRawPointer(nodes).assumingMemoryBound(to: UInt8.self)
        tape.initialize(to: JSONTape(text: noText, nodes: nodes, capacity: capacity))
        return tape
    }

    static func free(_ tape: UnsafeMutablePointer<JSONTape>) {
        if let embedded = tape.pointee.embedded { free(embedded) }
        tape.pointee.arena.free()
        tape.pointee.nodes.deallocate()
        tape.deinitialize(count: 1)
        tape.deallocate()
    }

    /// A tape for JSON that stands inside a string of this one.
    mutating func embeddedTape() -> UnsafeMutablePointer<JSONTape> {
        if let embedded { return embedded }
        let tape = Self.allocate()
        embedded = tape
        return tape
    }

    mutating func reset() {
        nodeCount = 0
        index.reset()
        remarks.removeAll(keepingCapacity: true)
        arena.reset()
    }

    /// Gives back what only a large document needs.
    mutating func trim() {
        if capacity > Self.keptCapacity {
            nodeCount = 0
            resize(to: Self.keptCapacity)
        }
        if remarks.capacity > Self.keptRemarks { remarks = [] }
        arena.trim()
        embedded?.pointee.trim()
    }

    /// Bytes that are held.
    var memory: Int {
        capacity * MemoryLayout<JSONNode>.stride + remarks.capacity * MemoryLayout<JSONRemark>.stride + arena.memory
            + (embedded?.pointee.memory ?? 0)
    }

    /// Doubles the room for nodes, of which there are `count`.
    @inline(never)
    mutating func grow(from count: Int) -> UnsafeMutablePointer<JSONNode> {
        nodeCount = count
        resize(to: capacity * 2)
        return nodes
    }

    private mutating func resize(to newCapacity: Int) {
        let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: newCapacity)
        larger.update(from: nodes, count: max(1, min(nodeCount, newCapacity)))
        nodes.deallocate()
        nodes = larger
        capacity = newCapacity
    }
}
