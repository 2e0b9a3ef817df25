/// A place that a value can go to: `request["tools"][.first]["functionDeclarations"]`.
///
/// The brackets and names on the way are written when the place is named, and taken back if nothing arrives there.
/// A place is used at once or not at all.
public struct JSONSlot: JSONMemberWriter {
    public let buffer: UnsafeMutablePointer<JSONOutput.Buffer>
    /// Where the output stood before the path began.
    public let checkpoint: Int
    /// The brackets that the path opened, the innermost in the lowest bit: 0 an object, 1 an array; a 1 above all.
    public let open: UInt64

    @inlinable @inline(__always)
    public init(buffer: UnsafeMutablePointer<JSONOutput.Buffer>, checkpoint: Int, open: UInt64 = 1) {
        self.buffer = buffer
        self.checkpoint = checkpoint
        self.open = open
    }

    // MARK: The way on

    @inlinable @inline(__always)
    public func slot(_ name: StaticString) -> JSONSlot {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "{"))
        buffer.pointee.name(name)
        return JSONSlot(buffer: buffer, checkpoint: checkpoint, open: open << 1)
    }

    /// The first element of a new array.
    public enum First { case first }

    @inlinable @inline(__always)
    public subscript(index: First) -> JSONSlot {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "["))
        return JSONSlot(buffer: buffer, checkpoint: checkpoint, open: open << 1 | 1)
    }

    // MARK: Values

    /// Nothing and `null` write nothing, and the path takes itself back.
    @inlinable @inline(__always)
    public func write(_ value: JSONValue) {
        guard value.exists else { return takeBack() }
        buffer.pointee.value(value)
        close()
    }

    /// The value as it stands, `null` and empty containers too.
    public func write(verbatim value: JSONValue) {
        guard value.kind != .missing else { return takeBack() }
        buffer.pointee.value(value)
        close()
    }

    @_disfavoredOverload @inlinable @inline(__always)
    public func write(_ text: JSONText) {
        buffer.pointee.text(text)
        close()
    }

    @inlinable @inline(__always)
    public func write(_ word: StaticString) { write(text: JSONSlice(word)) }

    @inlinable @inline(__always)
    public func write(text: JSONSlice) {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "\""))
        buffer.pointee.slice(text)
        buffer.pointee.reserve(2)
        buffer.pointee.append(UInt8(ascii: "\""))
        buffer.pointee.append(UInt8(ascii: ","))
        close()
    }

    public func write(string: String) { JSONSlice.lending(string) { write(text: $0) } }

    @inlinable @inline(__always)
    public func write(_ number: Int64) {
        buffer.pointee.decimal(number)
        buffer.pointee.append(UInt8(ascii: ","))
        close()
    }

    @inlinable @inline(__always)
    public func write(_ truth: Bool) { literal(truth ? "true" : "false") }

    /// JSON that an output has written before; nothing for nothing.
    public func write(written json: [UInt8]) {
        json.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, !bytes.isEmpty else { return takeBack() }
            buffer.pointee.reserve(bytes.count &+ 1)
            buffer.pointee.append(base, bytes.count)
            buffer.pointee.append(UInt8(ascii: ","))
            close()
        }
    }

    /// Where the API wants the member though there is nothing to say.
    public func writeNull() { literal("null") }
    public func writeEmptyObject() { literal("{}") }
    public func writeEmptyArray() { literal("[]") }

    /// The text of the value as a string; nothing for nothing.
    @inlinable @inline(__always)
    public func write(quoted value: JSONValue) {
        guard value.exists else { return takeBack() }
        buffer.pointee.quoted(value)
        close()
    }

    public func literal(_ word: StaticString) {
        buffer.pointee.reserve(word.utf8CodeUnitCount &+ 1)
        buffer.pointee.append(word.utf8Start, word.utf8CodeUnitCount)
        buffer.pointee.append(UInt8(ascii: ","))
        close()
    }

    // MARK: Containers

    /// An object; nothing at all if `body` writes nothing.
    ///
    /// - Parameter keepingEmpty: `{}` then, as in a payload that is written anew, where it says something.
    @inlinable @inline(__always)
    public func object(keepingEmpty: Bool = false, _ body: (JSONObjectWriter) -> Void) {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "{"))
        buffer.pointee.depth += 1
        let writer = JSONObjectWriter(buffer: buffer, start: buffer.pointee.count, depth: buffer.pointee.depth)
        body(writer)
        buffer.pointee.depth -= 1
        if writer.isEmpty {
            guard keepingEmpty else { return takeBack() }
            buffer.pointee.reserve(1)
            buffer.pointee.append(UInt8(ascii: ","))
        }
        buffer.pointee.close(UInt8(ascii: "}"))
        close()
    }

    /// An array; nothing at all if `body` writes nothing.
    @inlinable @inline(__always)
    public func array(_ body: (JSONArrayWriter) -> Void) {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "["))
        buffer.pointee.depth += 1
        let writer = JSONArrayWriter(buffer: buffer, start: buffer.pointee.count, depth: buffer.pointee.depth)
        body(writer)
        buffer.pointee.depth -= 1
        if writer.isEmpty { return takeBack() }
        buffer.pointee.close(UInt8(ascii: "]"))
        close()
    }

    /// A string that several pieces are written into.
    @inlinable @inline(__always)
    public func string(_ body: (JSONStringWriter) -> Void) {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "\""))
        body(JSONStringWriter(buffer: buffer))
        buffer.pointee.reserve(2)
        buffer.pointee.append(UInt8(ascii: "\""))
        buffer.pointee.append(UInt8(ascii: ","))
        close()
    }

    @inlinable @inline(__always)
    public func takeBack() { buffer.pointee.count = checkpoint }

    @inlinable @inline(__always)
    public func close() {
        var open = self.open
        while open > 1 {
            buffer.pointee.close(open & 1 == 0 ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            open >>= 1
        }
    }
}

/// Writes the pieces of one string.
public struct JSONStringWriter {
    public let buffer: UnsafeMutablePointer<JSONOutput.Buffer>

    @inlinable @inline(__always)
    public init(buffer: UnsafeMutablePointer<JSONOutput.Buffer>) { self.buffer = buffer }

    @inlinable @inline(__always)
    public func append(_ slice: JSONSlice) { buffer.pointee.slice(slice) }

    @inlinable @inline(__always)
    public func append(_ text: JSONText) { buffer.pointee.content(text) }
}
