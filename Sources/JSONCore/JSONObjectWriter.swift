/// Writes the members of one object: left of `=` is where it goes, right is where it comes from.
///
///     declaration["name"] = function["name"]
///     part["functionCall"]["name"] = call["name"]
///     request["tools"][.first]["functionDeclarations"].array { … }
///
/// Assigning nothing writes nothing. Each assignment writes a new member, so a path's first name appears once. While
/// an inner container is open, only its own writer may write; debug builds check it.
package struct JSONObjectWriter: JSONMemberWriter {
    package let buffer: UnsafeMutablePointer<JSONOutput.Buffer>
    package let start: Int
    package let depth: Int

    @inlinable @inline(__always)
    package init(buffer: UnsafeMutablePointer<JSONOutput.Buffer>, start: Int, depth: Int) {
        self.buffer = buffer
        self.start = start
        self.depth = depth
    }

    /// Nothing has been written yet.
    @inlinable @inline(__always)
    package var isEmpty: Bool { buffer.pointee.count == start }

    /// How much has been written so far: two equal answers mean that nothing came between.
    @inlinable @inline(__always)
    package var written: Int { buffer.pointee.count - start }

    /// No way leads to an open object, so there is nothing to take back.
    @inlinable @inline(__always)
    package func takeBack() {}

    /// Takes back everything that was written into this object.
    package func discard() { buffer.pointee.count = start }

    @inlinable @inline(__always)
    package func slot(_ name: StaticString) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        buffer.pointee.name(name)
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }

    /// A member whose name is made at run time.
    package func slot(string name: String) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        JSONSlot(buffer: buffer, checkpoint: checkpoint).write(string: name)
        buffer.pointee.bytes[buffer.pointee.count - 1] = UInt8(ascii: ":")
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }

    /// A member whose name comes from the input.
    package subscript(name: JSONValue) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        buffer.pointee.value(name)
        buffer.pointee.bytes[buffer.pointee.count - 1] = UInt8(ascii: ":")
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }
}
