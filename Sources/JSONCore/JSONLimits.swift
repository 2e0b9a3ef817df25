/// How much a document may ask for. Exceeding a limit is a ``JSONError``, never a trap.
public struct JSONLimits: Sendable, Hashable {
    /// Bytes of one document. Offsets are 32 bits wide, so 4 GiB − 1 is the most that any value allows.
    public var bytes: Int
    /// Values and member names of one document.
    public var nodes: Int
    /// Containers within containers, 512 at most.
    public var depth: Int

    public static let highestBytes = Int(UInt32.max)
    public static let highestDepth = 512

    public init(bytes: Int = 256 << 20, nodes: Int = 16 << 20, depth: Int = highestDepth) {
        self.bytes = min(max(bytes, 0), Self.highestBytes)
        self.nodes = min(max(nodes, 1), Int(UInt32.max) - 2)
        self.depth = min(max(depth, 1), Self.highestDepth)
    }
}
