/// Writes the members of one object: left of `=` is where it goes, right is where it comes from.
///
///     declaration["name"] = function["name"]
///     part["functionCall"]["name"] = call["name"]
///     request["tools"][.first]["functionDeclarations"].array { … }
///
/// Assigning nothing writes nothing. Each assignment writes a new member, so a path's first name appears once. While
/// an inner container is open, only its own writer may write; debug builds check it.
public struct JSONObjectWriter: JSONMemberWriter {
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

    /// How much has been written so far: two equal answers mean that nothing came between.
    @inlinable @inline(__always)
    public var written: Int { buffer.pointee.count - start }

    /// No way leads to an open object, so there is nothing to take back.
    @inlinable @inline(__always)
    public func takeBack() {}

    /// Takes back everything that was written into this object.
    public func discard() { buffer.pointee.count = start }

    /// The members of an object that an output has written before, all at once.
    public func write(membersOf object: [UInt8]) {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        object.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, bytes.count > 2 else { return }
            buffer.pointee.reserve(bytes.count)
            buffer.pointee.append(base + 1, bytes.count - 2)
            buffer.pointee.append(UInt8(ascii: ","))
        }
    }

    @inlinable @inline(__always)
    public func slot(_ name: StaticString) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        buffer.pointee.name(name)
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }

    /// A member whose name is made at run time.
    public func slot(string name: String) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        JSONSlot(buffer: buffer, checkpoint: checkpoint).write(string: name)
        buffer.pointee.bytes[buffer.pointee.count - 1] = UInt8(ascii: ":")
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }

    /// A member whose name comes from the input.
    public subscript(name: JSONValue) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        buffer.pointee.value(name)
        buffer.pointee.bytes[buffer.pointee.count - 1] = UInt8(ascii: ":")
        return JSONSlot(buffer: buffer, checkpoint: checkpoint)
    }
}
