/// Writes the members of one object: left of `=` is where it goes, right is where it comes from.
///
///     declaration["name"] = function["name"]
///     part["functionCall"]["name"] = call["name"]
///     request["tools"][.first]["functionDeclarations"].array { … }
///
/// Assigning nothing writes nothing. Each assignment writes a new member, so a path's first name appears once. While
/// an inner container is open, only its own writer may write; debug builds check it.
package struct JSONObjectWriter {
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

    /// Takes back everything that was written into this object.
    package func discard() { buffer.pointee.count = start }

    @inlinable @inline(__always)
    package subscript(name: StaticString) -> JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        let checkpoint = buffer.pointee.count
        buffer.pointee.name(name)
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

    @inlinable @inline(__always)
    package subscript(name: StaticString) -> JSONValue? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue, newValue.exists { self[name].write(newValue) } }
    }

    @inlinable @inline(__always)
    package subscript(name: StaticString) -> StaticString? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { self[name].write(newValue) } }
    }

    @_disfavoredOverload @inlinable @inline(__always)
    package subscript(name: StaticString) -> JSONText? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { self[name].write(newValue) } }
    }

    @inlinable @inline(__always)
    package subscript(name: StaticString) -> Int64? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { self[name].write(newValue) } }
    }

    @inlinable @inline(__always)
    package subscript(name: StaticString) -> Bool? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { self[name].write(newValue) } }
    }
}

/// Writes the elements of one array.
package struct JSONArrayWriter {
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

    @inlinable @inline(__always)
    package func append(_ value: JSONValue) { element.write(value) }

    @inlinable @inline(__always)
    package func append(_ text: JSONText) { element.write(text) }

    @inlinable @inline(__always)
    package func object(_ body: (JSONObjectWriter) -> Void) { element.object(body) }

    @inlinable @inline(__always)
    package func array(_ body: (JSONArrayWriter) -> Void) { element.array(body) }

    /// The place behind the last element.
    @inlinable @inline(__always)
    package var element: JSONSlot {
        assert(buffer.pointee.depth == depth, "an inner writer is still open")
        return JSONSlot(buffer: buffer, checkpoint: buffer.pointee.count)
    }
}
