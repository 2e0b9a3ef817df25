/// One pass over a text that checks it against RFC 8259 and writes its nodes.
///
/// No recursion: an open container's `next` holds the index of its parent until it is closed.
/// Invariant of the unsafe reads: every `text[position]` stands behind a comparison with `text.count`, and sixteen
/// bytes are loaded only where sixteen are left. No turn of the loop writes more than `nodesOfTurn` nodes, and each begins
/// with room for them.
///
/// What is rare is a function of values: one that took the scanner itself would force its position into memory.
struct JSONScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let base: UnsafePointer<UInt8>
    private let tape: UnsafeMutablePointer<JSONTape>
    private let limits: JSONLimits
    private var position: Int
    private var count = 1
    private var nodes: UnsafeMutablePointer<JSONNode>
    /// How far `count` may come before there must be more room, or the limit is looked at.
    private var bound: Int
    /// Offset of the last white space that was skipped; containers that begin behind it are compact.
    private var lastBlank = -1

    static func scan(
        _ text: UnsafeBufferPointer<UInt8>, onto tape: UnsafeMutablePointer<JSONTape>, limits: JSONLimits
    ) throws(JSONError) {
        tape.pointee.reset()
        guard text.count <= limits.bytes else { throw JSONError(.tooLarge, at: limits.bytes, in: text) }
        guard let base = text.baseAddress, !text.isEmpty else { throw JSONError(.emptyInput, at: 0, in: text) }
        tape.pointee.hasByteOrderMark = text.starts(with: [0xef, 0xbb, 0xbf])
        if !tape.pointee.hasByteOrderMark, let name = JSONBytes.otherEncoding(text) {
            throw JSONError(.otherEncoding(name), at: 0, in: text)
        }
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
        position = tape.pointee.hasByteOrderMark ? 3 : 0
        nodes = tape.pointee.nodes
        bound = Self.bound(tape, limits)
    }

    @inline(__always)
    private mutating func scan() throws(JSONError) {
        var parent: UInt32 = 0
        var inObject = false
        var depth = 0
        value: while true {
            if count > bound { try makeRoom() }
            if inObject { try name(in: parent) }
            switch skipBlanks() {
            case UInt8(ascii: "\""):
                try string([])
            case UInt8(ascii: "{"):
                depth += 1
                try open(.object, parent, depth)
                parent = UInt32(truncatingIfNeeded: count &- 1)
                inObject = true
                if skipBlanks() != UInt8(ascii: "}") { continue value }
            case UInt8(ascii: "["):
                depth += 1
                try open(.array, parent, depth)
                parent = UInt32(truncatingIfNeeded: count &- 1)
                inObject = false
                if skipBlanks() != UInt8(ascii: "]") { continue value }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                leaf(.number, to: try Self.endOfNumber(text, base, from: position))
            case UInt8(ascii: "t"): leaf(.bool, to: try Self.endOfWord("true", text, base, from: position))
            case UInt8(ascii: "f"): leaf(.bool, to: try Self.endOfWord("false", text, base, from: position))
            case UInt8(ascii: "n"): leaf(.null, to: try Self.endOfWord("null", text, base, from: position))
            default: throw Self.unexpected(position, "a value", in: text)
            }
            while parent != 0 {
                let byte = skipBlanks()
                if byte == UInt8(ascii: ",") {
                    position &+= 1
                    continue value
                }
                guard byte == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw Self.unexpected(position, inObject ? "`,` or `}`" : "`,` or `]`", in: text)
                }
                position &+= 1
                depth &-= 1
                let container = nodes + Int(parent)
                parent = container.pointee.next
                container.pointee.end = UInt32(truncatingIfNeeded: position)
                container.pointee.next = UInt32(truncatingIfNeeded: count)
                if lastBlank < Int(container.pointee.start) { container.pointee.flags.insert(.compact) }
                inObject = nodes[Int(parent)].kind == .object
            }
            break
        }
        if count > bound { try makeRoom() }
        if skipBlanks() != 0 || position < text.count { throw JSONError(.trailingContent, at: position, in: text) }
    }

    /// Skips white space and answers the byte behind it, 0 at the end.
    @inline(__always)
    private mutating func skipBlanks() -> UInt8 {
        if position < text.count, base[position] > 0x20 { return base[position] }
        let end = Self.endOfBlanks(text, base, from: position)
        if end > position { lastBlank = end &- 1 }
        position = end
        return end < text.count ? base[end] : 0
    }

    @inline(never)
    private static func endOfBlanks(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, from start: Int
    ) -> Int {
        var position = start
        while position < text.count {
            switch base[position] {
            case 0x20, 0x0a, 0x0d, 0x09: position &+= 1
            default: return position
            }
        }
        return position
    }

    // MARK: Nodes

    /// A value and its name.
    private static let nodesOfTurn = 2

    private static func bound(_ tape: UnsafeMutablePointer<JSONTape>, _ limits: JSONLimits) -> Int {
        min(tape.pointee.capacity - nodesOfTurn, limits.nodes + 1)
    }

    @inline(__always)
    private mutating func makeRoom() throws(JSONError) {
        guard count <= limits.nodes &+ 1 else { throw JSONError(.tooManyNodes, at: position, in: text) }
        nodes = tape.pointee.grow(from: count)
        bound = Self.bound(tape, limits)
    }

    @inline(__always)
    private mutating func append(_ node: JSONNode) {
        (nodes + count).initialize(to: node)
        count &+= 1
    }

    @inline(__always)
    private mutating func leaf(_ kind: JSONKind, to end: Int, _ flags: JSONFlags = []) {
        append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: position), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: count &+ 1), kind: kind, flags: flags))
        position = end
    }

    @inline(__always)
    private mutating func open(_ kind: JSONKind, _ parent: UInt32, _ depth: Int) throws(JSONError) {
        guard depth <= limits.depth else { throw JSONError(.tooDeep, at: position, in: text) }
        let start = UInt32(truncatingIfNeeded: position)
        append(JSONNode(start: start, end: start, next: parent, kind: kind))
        position &+= 1
    }

    @inline(__always)
    private mutating func name(in object: UInt32) throws(JSONError) {
        guard skipBlanks() == UInt8(ascii: "\"") else {
            throw Self.unexpected(position, "a member's name", in: text)
        }
        let start = position
        try string(.name)
        let end = position
        guard skipBlanks() == UInt8(ascii: ":") else { throw Self.unexpected(position, "`:`", in: text) }
        position &+= 1
        let name = nodes + (count &- 1)
        if name.pointee.flags.contains(.escaped) {
            nodes[Int(object)].names = JSONFingerprint.unknownNames
            nodes[Int(object)].flags.insert(.crowded)
        } else {
            // Behind the name stands a colon, so there is a second byte even if the name is empty.
            let fingerprint = JSONFingerprint(base[start &+ 1], base[start &+ 2], last: base[end &- 2])
            name.pointee.names = fingerprint.bits
            let container = nodes + Int(object)
            if container.pointee.names & fingerprint.mark != 0 { container.pointee.flags.insert(.crowded) }
            // `null` reads as not there, so it need not be found.
            let isNull = end &+ 1 < text.count && base[end &+ 1] == UInt8(ascii: "n")
            if !isNull { container.pointee.names |= fingerprint.mark }
        }
    }

    // MARK: Leaves

    @inline(__always)
    private mutating func string(_ flags: JSONFlags) throws(JSONError) {
        if position &+ 17 <= text.count, let length = JSONBytes.firstSpecial(base + position + 1),
            base[position &+ 1 &+ length] == UInt8(ascii: "\"")
        {
            leaf(.string, to: position &+ length &+ 2, flags)
        } else {
            let rest = try Self.restOfString(text, base, from: position &+ 1)
            leaf(.string, to: rest.end, rest.isEscaped ? flags.union(.escaped) : flags)
        }
    }

    /// Strings that do not end within sixteen bytes, or hold more than plain ASCII.
    ///
    /// - Returns: The place behind the closing quote.
    @inline(never)
    private static func restOfString(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, from start: Int
    ) throws(JSONError) -> (end: Int, isEscaped: Bool) {
        var position = start
        var isEscaped = false
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
                return (position &+ 1, isEscaped)
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
                position = try escape(text, base, at: position)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, at: position, in: text)
            } else if byte >= 0x80 {
                position = try beyondASCII(text, base, from: position)
            } else {
                position &+= 1
            }
        }
    }

    /// - Returns: The place behind the escape.
    @inline(__always)
    private static func escape(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, at position: Int
    ) throws(JSONError) -> Int {
        guard position &+ 1 < text.count else {
            throw JSONError(.unexpectedEnd(expected: "an escape"), at: text.count, in: text)
        }
        switch base[position &+ 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "t"),
            UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            return position &+ 2
        case UInt8(ascii: "u"):
            guard position &+ 6 <= text.count else { throw JSONError(.malformedEscape, at: position, in: text) }
            for digit in position &+ 2..<position &+ 6 where JSONBytes.hexadecimal(base[digit]) == nil {
                throw JSONError(.malformedEscape, at: position, in: text)
            }
            return position &+ 6
        default:
            throw JSONError(.malformedEscape, at: position, in: text)
        }
    }

    /// - Returns: The place of the next ASCII character, or the end.
    @inline(__always)
    private static func beyondASCII(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, from start: Int
    ) throws(JSONError) -> Int {
        var position = start
        while position < text.count, base[position] >= 0x80 {
            while position &+ 4 <= text.count, JSONBytes.isScalarOfThree(base + position) { position &+= 3 }
            guard position < text.count, base[position] >= 0x80 else { break }
            let length = JSONBytes.scalarLength(base + position, left: text.count &- position)
            guard length > 0 else { throw JSONError(.malformedUTF8, at: position, in: text) }
            position &+= length
        }
        return position
    }

    /// `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][+-]?[0-9]+)?`
    ///
    /// - Returns: The place behind the number.
    @inline(never)
    private static func endOfNumber(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, from start: Int
    ) throws(JSONError) -> Int {
        var position = start
        if base[position] == UInt8(ascii: "-") { position &+= 1 }
        let leadingZero = position < text.count && base[position] == UInt8(ascii: "0")
        let integerDigits = skipDigits(text, base, &position)
        var isValid = integerDigits == 1 || (integerDigits > 1 && !leadingZero)
        if position < text.count, base[position] == UInt8(ascii: ".") {
            position &+= 1
            isValid = skipDigits(text, base, &position) > 0 && isValid
        }
        if position < text.count, base[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            if position < text.count, base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-") {
                position &+= 1
            }
            isValid = skipDigits(text, base, &position) > 0 && isValid
        }
        guard isValid else { throw JSONError(.malformedNumber, at: start, in: text) }
        return position
    }

    @inline(__always)
    private static func skipDigits(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, _ position: inout Int
    ) -> Int {
        let start = position
        while position < text.count, base[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
        return position &- start
    }

    /// - Returns: The place behind the word.
    @inline(never)
    private static func endOfWord(
        _ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, from start: Int
    ) throws(JSONError) -> Int {
        for index in 0..<word.utf8CodeUnitCount {
            guard start &+ index < text.count, base[start &+ index] == word.utf8Start[index] else {
                throw unexpected(start &+ index, "`\(word)`", in: text)
            }
        }
        return start &+ word.utf8CodeUnitCount
    }

    // MARK: Faults

    @inline(never)
    private static func unexpected(
        _ position: Int, _ expected: String, in text: UnsafeBufferPointer<UInt8>
    ) -> JSONError {
        guard position < text.count else {
            return JSONError(.unexpectedEnd(expected: expected), at: position, in: text)
        }
        return JSONError(.unexpected(byte: text[position], expected: expected), at: position, in: text)
    }
}
