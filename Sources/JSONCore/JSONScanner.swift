/// One pass over a text that checks it against RFC 8259 and writes its nodes.
///
/// No recursion: an open container's `next` holds the index of its parent until it is closed.
/// Invariant of the unsafe reads: every `text[position]` stands behind a comparison with `text.count`, and sixteen
/// bytes are loaded only where sixteen are left. A node is written only where `count < tape.capacity`.
struct JSONScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let base: UnsafePointer<UInt8>
    private let tape: UnsafeMutablePointer<JSONTape>
    private let limits: JSONLimits
    private var position = 0
    private var count = 1
    private var nodes: UnsafeMutablePointer<JSONNode>
    private var capacity: Int
    /// Offset of the last white space that was skipped; containers that begin behind it are compact.
    private var lastBlank = -1

    static func scan(
        _ text: UnsafeBufferPointer<UInt8>, onto tape: UnsafeMutablePointer<JSONTape>, limits: JSONLimits
    ) throws(JSONError) {
        tape.pointee.reset()
        guard text.count <= limits.bytes else { throw JSONError(.tooLarge, at: limits.bytes, in: text) }
        guard let base = text.baseAddress, !text.isEmpty else { throw JSONError(.emptyInput, at: 0, in: text) }
        var scanner = JSONScanner(text: text, base: base, tape: tape, limits: limits)
        try scanner.scan()
        tape.pointee.text = base
        tape.pointee.textCount = text.count
        tape.pointee.nodeCount = scanner.count
    }

    private init(
        text: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, tape: UnsafeMutablePointer<JSONTape>,
        limits: JSONLimits
    ) {
        self.text = text
        self.base = base
        self.tape = tape
        self.limits = limits
        nodes = tape.pointee.nodes
        capacity = min(tape.pointee.capacity, limits.nodes + 1)
    }

    private mutating func scan() throws(JSONError) {
        try skipByteOrderMark()
        var parent: UInt32 = 0
        var inObject = false
        var depth = 0
        value: while true {
            switch skipBlanks() {
            case UInt8(ascii: "\""):
                try string([])
            case UInt8(ascii: "{"):
                depth += 1
                try open(.object, parent, depth)
                parent = UInt32(truncatingIfNeeded: count &- 1)
                inObject = true
                if skipBlanks() != UInt8(ascii: "}") {
                    try name()
                    continue value
                }
            case UInt8(ascii: "["):
                depth += 1
                try open(.array, parent, depth)
                parent = UInt32(truncatingIfNeeded: count &- 1)
                inObject = false
                if skipBlanks() != UInt8(ascii: "]") { continue value }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                try number()
            case UInt8(ascii: "t"): try word("true", .bool)
            case UInt8(ascii: "f"): try word("false", .bool)
            case UInt8(ascii: "n"): try word("null", .null)
            case let byte: throw unexpected(byte, "a value")
            }
            while parent != 0 {
                let byte = skipBlanks()
                if byte == UInt8(ascii: ",") {
                    position &+= 1
                    if inObject {
                        _ = skipBlanks()
                        try name()
                    }
                    continue value
                }
                guard byte == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw unexpected(byte, inObject ? "`,` or `}`" : "`,` or `]`")
                }
                position &+= 1
                depth &-= 1
                let container = nodes + Int(parent)
                parent = container.pointee.next
                container.pointee.end = UInt32(truncatingIfNeeded: position)
                container.pointee.next = UInt32(truncatingIfNeeded: count)
                if lastBlank < Int(container.pointee.start) { container.pointee.flags = .compact }
                inObject = nodes[Int(parent)].kind == .object
            }
            break
        }
        if skipBlanks() != 0 || position < text.count { throw JSONError(.trailingContent, at: position, in: text) }
    }

    /// Skips white space and answers the byte behind it, 0 at the end.
    @inline(__always)
    private mutating func skipBlanks() -> UInt8 {
        while position < text.count {
            let byte = base[position]
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return byte }
            lastBlank = position
            position &+= 1
        }
        return 0
    }

    // MARK: Nodes

    @inline(__always)
    private mutating func append(_ node: JSONNode) throws(JSONError) {
        if count >= capacity { try grow() }
        (nodes + count).initialize(to: node)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() throws(JSONError) {
        guard count <= limits.nodes else { throw JSONError(.tooManyNodes, at: position, in: text) }
        if count >= tape.pointee.capacity {
            tape.pointee.nodeCount = count
            tape.pointee.grow()
            nodes = tape.pointee.nodes
        }
        capacity = min(tape.pointee.capacity, limits.nodes + 1)
    }

    @inline(__always)
    private mutating func leaf(_ kind: JSONKind, from start: Int, _ flags: JSONFlags = []) throws(JSONError) {
        try append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position),
                next: UInt32(truncatingIfNeeded: count &+ 1), kind: kind, flags: flags))
    }

    @inline(__always)
    private mutating func open(_ kind: JSONKind, _ parent: UInt32, _ depth: Int) throws(JSONError) {
        guard depth <= limits.depth else { throw JSONError(.tooDeep, at: position, in: text) }
        let start = UInt32(truncatingIfNeeded: position)
        try append(JSONNode(start: start, end: start, next: parent, kind: kind))
        position &+= 1
    }

    @inline(__always)
    private mutating func name() throws(JSONError) {
        guard position < text.count, base[position] == UInt8(ascii: "\"") else {
            throw unexpected(position < text.count ? base[position] : 0, "a member's name")
        }
        try string(.name)
        guard skipBlanks() == UInt8(ascii: ":") else {
            throw unexpected(position < text.count ? base[position] : 0, "`:`")
        }
        position &+= 1
    }

    // MARK: Leaves

    @inline(__always)
    private mutating func string(_ kind: JSONFlags) throws(JSONError) {
        let start = position
        var flags = kind
        position &+= 1
        while true {
            var blocks = 0
            while position &+ 16 <= text.count {
                guard let special = JSONBytes.firstSpecial(base + position) else {
                    position &+= 16
                    blocks &+= 1
                    // What has gone on for long is likely to go on.
                    while blocks >= 8, position &+ 64 <= text.count, JSONBytes.arePlain(base + position) {
                        position &+= 64
                    }
                    continue
                }
                position &+= special
                break
            }
            guard position < text.count else {
                throw JSONError(.unexpectedEnd(expected: "`\"`"), at: position, in: text)
            }
            let byte = base[position]
            if byte == UInt8(ascii: "\"") {
                break
            } else if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                try escape()
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, at: position, in: text)
            } else if byte >= 0x80 {
                try beyondASCII()
            } else {
                position &+= 1
            }
        }
        position &+= 1
        try leaf(.string, from: start, flags)
    }

    @inline(__always)
    private mutating func escape() throws(JSONError) {
        guard position &+ 1 < text.count else {
            throw JSONError(.unexpectedEnd(expected: "an escape"), at: text.count, in: text)
        }
        switch base[position &+ 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "t"),
            UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            position &+= 2
        case UInt8(ascii: "u"):
            guard position &+ 6 <= text.count else { throw JSONError(.malformedEscape, at: position, in: text) }
            for digit in position &+ 2..<position &+ 6 where JSONBytes.hexadecimal(base[digit]) == nil {
                throw JSONError(.malformedEscape, at: position, in: text)
            }
            position &+= 6
        default:
            throw JSONError(.malformedEscape, at: position, in: text)
        }
    }

    @inline(__always)
    private mutating func beyondASCII() throws(JSONError) {
        while position < text.count, base[position] >= 0x80 {
            let length = JSONBytes.scalarLength(base + position, left: text.count &- position)
            guard length > 0 else { throw JSONError(.malformedUTF8, at: position, in: text) }
            position &+= length
        }
    }

    /// `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][+-]?[0-9]+)?`
    @inline(__always)
    private mutating func number() throws(JSONError) {
        let start = position
        if base[position] == UInt8(ascii: "-") { position &+= 1 }
        let leadingZero = position < text.count && base[position] == UInt8(ascii: "0")
        let integerDigits = digits()
        var isValid = integerDigits == 1 || (integerDigits > 1 && !leadingZero)
        if position < text.count, base[position] == UInt8(ascii: ".") {
            position &+= 1
            isValid = digits() > 0 && isValid
        }
        if position < text.count, base[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            if position < text.count, base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-") {
                position &+= 1
            }
            isValid = digits() > 0 && isValid
        }
        guard isValid else { throw JSONError(.malformedNumber, at: start, in: text) }
        try leaf(.number, from: start)
    }

    @inline(__always)
    private mutating func digits() -> Int {
        let start = position
        while position < text.count, base[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
        return position &- start
    }

    @inline(__always)
    private mutating func word(_ word: StaticString, _ kind: JSONKind) throws(JSONError) {
        let start = position
        for index in 0..<word.utf8CodeUnitCount {
            guard position < text.count, base[position] == word.utf8Start[index] else {
                throw unexpected(position < text.count ? base[position] : 0, "`\(word)`")
            }
            position &+= 1
        }
        try leaf(kind, from: start)
    }

    // MARK: Faults

    private mutating func skipByteOrderMark() throws(JSONError) {
        if text.starts(with: [0xef, 0xbb, 0xbf]) {
            tape.pointee.hasByteOrderMark = true
            position = 3
            return
        }
        tape.pointee.hasByteOrderMark = false
        if let name = JSONBytes.otherEncoding(text) { throw JSONError(.otherEncoding(name), at: 0, in: text) }
    }

    @inline(never)
    private func unexpected(_ byte: UInt8, _ expected: String) -> JSONError {
        guard position < text.count else {
            return JSONError(.unexpectedEnd(expected: expected), at: position, in: text)
        }
        return JSONError(.unexpected(byte: byte, expected: expected), at: position, in: text)
    }
}
