/// Writes the elements of one array.
public struct JSONArrayWriter {
    public let buffer: UnsafeMutablePointer<JSONOutput.Buffer>
    public let start: Int
    public let depth: Int

    @inlinable @inline(__always)
    public init(buffer: UnsafeMutablePointer<JSONOutput.Buffer>, start: Int, depth: Int) {
        self.buffer = buffer
        self.start = start
        self.depth = depth
    }

    /// Nothing has been written yet.
    @inlinable @inline(__always)
    public var isEmpty: Bool { buffer.pointee.count == start }

    @inlinable @inline(__always)
    public func append(_ value: JSONValue) { element.write(value) }

    @inlinable @inline(__always)
    public func append(_ text: JSONText) { element.write(text) }

    @inlinable @inline(__always)
    public func object(_ body: (JSONObjectWriter) -> Void) { element.object(body) }

    @inlinable @inline(__always)
    public func array(_ body: (JSONArrayWriter) -> Void) { element.array(body) }

    /// The place behind the last element.
    @inlinable @inline(__always)
    public var element: JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        return JSONSlot(buffer: buffer, checkpoint: buffer.pointee.count)
    }
}
