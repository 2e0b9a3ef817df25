/// The JSON that is being written.
///
/// Every value is written with a comma behind it; closing a container writes the bracket over the last comma, and a
/// container is empty when its last byte is still the opening bracket. Taking something back is setting `count`.
///
/// Invariant of the unsafe writes: each stands behind a `reserve` of at least its length.
public struct JSONOutput: ~Copyable {
    public let buffer: UnsafeMutablePointer<Buffer>

    /// Lives at a fixed address, so that a writer is one or two words and costs no reference counting.
    public struct Buffer {
        public var bytes: UnsafeMutablePointer<UInt8>
        public var count = 0
        public var capacity: Int
        /// The memory is somebody else's: what outgrows it moves into memory of its own.
        var isLent = false
        /// What large runs of the input are gathered in; nil if they are copied.
        var gathering: UnsafeMutablePointer<JSONGathering>?
        /// How long they are; no run is so long if they are copied.
        public var shortestReference = Int.max
        /// How many containers are open: a writer that is not the innermost one must not write.
        public var depth = 0
    }

    /// What an output keeps of its memory when it is reused after a large text.
    static let keptCapacity = 256 << 10

    public init(capacity: Int = 4096) {
        buffer = .allocate(capacity: 1)
        if capacity > 0 {
            buffer.initialize(to: Buffer(bytes: .allocate(capacity: capacity), capacity: capacity))
        } else {
            // No byte is written before there is room, so any address will do.
            let nowhere = UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: UInt8.self)
            buffer.initialize(to: Buffer(bytes: nowhere, capacity: 0, isLent: true))
        }
    }

    deinit {
        if !buffer.pointee.isLent { buffer.pointee.bytes.deallocate() }
        buffer.deallocate()
    }

    /// Starts anew, with room for a text of about `expected` bytes, so that a large one is not moved while it grows.
    public mutating func reset(expected: Int = 0) {
        buffer.pointee.count = 0
        buffer.pointee.depth = 0
        let wanted = Self.room(for: expected)
        if buffer.pointee.capacity > max(Self.keptCapacity, wanted * 4) { buffer.pointee.resize(to: 4096) }
        if buffer.pointee.capacity < wanted { buffer.pointee.resize(to: wanted) }
    }

    /// Writes the outermost object, empty or not.
    public mutating func object(_ body: (JSONObjectWriter) -> Void) {
        buffer.pointee.reserve(2)
        buffer.pointee.append(UInt8(ascii: "{"))
        let writer = JSONObjectWriter(buffer: buffer, start: buffer.pointee.count, depth: 0)
        body(writer)
        if !writer.isEmpty { buffer.pointee.count -= 1 }
        buffer.pointee.append(UInt8(ascii: "}"))
    }

    /// As ``object(_:)``, behind what stands in `bytes`: straight into their memory, unless it turns out too small.
    ///
    /// - Parameter expected: About how many bytes it will be.
    public mutating func object(into bytes: inout [UInt8], expected: Int, _ body: (JSONObjectWriter) -> Void) {
        bytes.append(addingCapacity: Self.room(for: expected)) { span in
            span.withUnsafeMutableBufferPointer { memory, count in
                guard let base = memory.baseAddress else { return object(body) }
                let own = buffer.pointee
                buffer.pointee = Buffer(bytes: base, capacity: memory.count, isLent: true)
                object(body)
                if buffer.pointee.isLent {
                    count = buffer.pointee.count
                    buffer.pointee = own
                    buffer.pointee.count = 0
                } else if !own.isLent {
                    own.bytes.deallocate()
                }
            }
        }
        append(to: &bytes)
        settle()
    }

    /// Empties it, and gives back what only a large text needs.
    mutating func settle() {
        buffer.pointee.count = 0
        if buffer.pointee.capacity > Self.keptCapacity { buffer.pointee.resize(to: 4096) }
    }

    /// Bytes that are held.
    public var memory: Int { buffer.pointee.capacity }

    private static func room(for expected: Int) -> Int { expected + expected / 8 + 128 }

    public var count: Int { buffer.pointee.count }

    public func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: buffer.pointee.bytes, count: count))
    }

    /// As ``append(to:)``, between two words that are no JSON.
    public func append(to bytes: inout [UInt8], between before: StaticString, and after: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: before.utf8Start, count: before.utf8CodeUnitCount))
        append(to: &bytes)
        bytes.append(contentsOf: UnsafeBufferPointer(start: after.utf8Start, count: after.utf8CodeUnitCount))
    }

    public var bytes: [UInt8] {
        // An array of nothing is the same for all threads, and would be written to.
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { target, count in
            target.baseAddress?.update(from: buffer.pointee.bytes, count: self.count)
            count = self.count
        }
    }
}

extension JSONOutput.Buffer {
    /// Makes room for `more` bytes, one comma or bracket behind them, and what a copy of sixteen bytes may write too
    /// much.
    @inlinable @inline(__always)
    public mutating func reserve(_ more: Int) {
        if capacity &- count <= more &+ 16 { grow(more) }
    }

    @inline(never)
    public mutating func grow(_ more: Int) { resize(to: max(capacity * 2, count + more + 64)) }

    mutating func resize(to newCapacity: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        larger.update(from: bytes, count: count)
        if !isLent { bytes.deallocate() }
        bytes = larger
        capacity = newCapacity
        isLent = false
    }

    /// Needs a `reserve` before.
    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count &+= 1
    }

    /// Needs a `reserve` before.
    @inlinable @inline(__always)
    public mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        (bytes + count).update(from: source, count: length)
        count &+= length
    }

    @inlinable @inline(__always)
    public mutating func name(_ name: StaticString) {
        reserve(name.utf8CodeUnitCount &+ 3)
        append(UInt8(ascii: "\""))
        append(name.utf8Start, name.utf8CodeUnitCount)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }

    /// Puts `bracket` in the place of the last comma, and a comma behind it.
    @inlinable @inline(__always)
    public mutating func close(_ bracket: UInt8) {
        reserve(1)
        bytes[count &- 1] = bracket
        append(UInt8(ascii: ","))
    }

    // MARK: Values

    /// The value as it was written, without white space; a comma behind it.
    @inlinable @inline(__always)
    public mutating func value(_ value: JSONValue) {
        value.markUsed()
        let node = value.node.pointee
        if node.kind.rawValue < JSONKind.array.rawValue || node.flags.contains(.compact) {
            let length = Int(node.end &- node.start)
            let source = value.tape.pointee.text + Int(node.start)
            if length >= shortestReference {
                refer(to: source, length)
                return append(UInt8(ascii: ","))
            }
            reserve(length &+ 1)
            if length <= 16, Int(node.start) &+ 16 <= value.tape.pointee.textCount {
                // Short values are copied with the bytes behind them, which the next value overwrites.
                let block = UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self)
                UnsafeMutableRawPointer(bytes + count).storeBytes(of: block, as: SIMD16<UInt8>.self)
                count &+= length
            } else {
                append(source, length)
            }
        } else {
            compact(value)
        }
        append(UInt8(ascii: ","))
    }

    /// The text of a container without the white space between its tokens.
    @inline(never)
    public mutating func compact(_ value: JSONValue) {
        value.forEachRun { bytes, count in slice(JSONSlice(base: bytes, count: count, isEncoded: true)) }
    }

    /// The text of the value as the content of a string: `{"a":1}` as `"{\"a\":1}"`.
    @inline(never)
    public mutating func quoted(_ value: JSONValue) {
        value.markUsed()
        reserve(2)
        append(UInt8(ascii: "\""))
        if value.node.pointee.flags.contains(.compact) || value.kind.rawValue < JSONKind.array.rawValue {
            escaped(value.raw.base, value.raw.count)
        } else {
            value.forEachRun { bytes, count in escaped(bytes, count) }
        }
        reserve(2)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ","))
    }

    /// A piece of a string, escaped if it is not yet.
    @inlinable @inline(__always)
    public mutating func slice(_ slice: JSONSlice) {
        if slice.count >= shortestReference, slice.isEncoded {
            refer(to: slice.base, slice.count)
        } else if slice.isEncoded {
            reserve(slice.count &+ 2)
            append(slice.base, slice.count)
        } else {
            escaped(slice.base, slice.count)
        }
    }

    /// Sixteen bytes are copied at once, before it is known how many of them count.
    @inline(never)
    public mutating func escaped(_ source: UnsafePointer<UInt8>, _ length: Int) {
        var position = 0
        while position < length {
            reserve(Self.longestEscape)
            if position &+ 16 <= length {
                let block = UnsafeRawPointer(source + position).loadUnaligned(as: SIMD16<UInt8>.self)
                UnsafeMutableRawPointer(bytes + count).storeBytes(of: block, as: SIMD16<UInt8>.self)
                let plain = JSONBytes.firstToEscape(in: block) ?? 16
                position &+= plain
                count &+= plain
                if plain == 16 { continue }
            } else if !JSONBytes.mustEscape(source[position]) {
                append(source[position])
                position &+= 1
                continue
            }
            escape(source[position])
            position &+= 1
        }
    }

    /// `\u001f`
    private static let longestEscape = 6

    /// Needs a `reserve` of `longestEscape` before.
    @inline(__always)
    private mutating func escape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
        default: escape(control: byte)
        }
    }

    @inline(never)
    private mutating func escape(control byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
        default:
            let digits: StaticString = "0123456789abcdef"
            append(StaticString("u00").utf8Start, 3)
            append(digits.utf8Start[Int(byte >> 4)])
            append(digits.utf8Start[Int(byte & 15)])
        }
    }

    public mutating func decimal(_ value: Int64) {
        reserve(22)
        var rest = value.magnitude
        var digits = 1
        while rest >= 10 {
            rest /= 10
            digits &+= 1
        }
        if value < 0 { append(UInt8(ascii: "-")) }
        rest = value.magnitude
        for place in stride(from: digits &- 1, through: 0, by: -1) {
            bytes[count &+ place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= digits
    }
}

extension JSONValue {
    /// The pieces of a container's text that are left when the white space between its tokens is skipped.
    fileprivate func forEachRun(_ body: (UnsafePointer<UInt8>, Int) -> Void) {
        let text = tape.pointee.text
        var position = Int(node.pointee.start)
        func structure(to end: Int) {
            while position < end {
                if text[position] > 0x20 { body(text + position, 1) }
                position += 1
            }
        }
        var leaf = node + 1
        let end = tape.pointee.nodes + Int(node.pointee.next)
        while leaf < end {
            if leaf.pointee.kind.rawValue < JSONKind.array.rawValue {
                structure(to: Int(leaf.pointee.start))
                position = Int(leaf.pointee.end)
                body(text + Int(leaf.pointee.start), position - Int(leaf.pointee.start))
            }
            leaf += 1
        }
        structure(to: Int(node.pointee.end))
    }
}
