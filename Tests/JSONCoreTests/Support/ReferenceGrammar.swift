/// RFC 8259 once more, as short as it can be said and as slow as it likes: the second opinion.
struct ReferenceGrammar {
    /// Where a parser may leave the RFC.
    struct Dialect: Sendable {
        var trailingCommas = false
        var refusesLoneSurrogates = false
        var refusesHugeNumbers = false

        static let rfc8259 = Dialect()
        static let foundation = Dialect(trailingCommas: true, refusesLoneSurrogates: true, refusesHugeNumbers: true)
        /// Foundation does not look at the numbers in members that a later one of the same name replaces.
        static let lazyFoundation = Dialect(trailingCommas: true, refusesLoneSurrogates: true)
    }

    static func accepts(_ text: Text, as dialect: Dialect = .rfc8259, depth: Int = 512) -> Bool {
        guard String(validating: text.bytes, as: UTF8.self) != nil else { return false }
        var grammar = ReferenceGrammar(bytes: text.bytes, dialect: dialect, depthLeft: depth)
        _ = grammar.take([0xef, 0xbb, 0xbf])
        return grammar.element() && grammar.position == text.bytes.count
    }

    private let bytes: [UInt8]
    private let dialect: Dialect
    private var depthLeft: Int
    private var position = 0

    private init(bytes: [UInt8], dialect: Dialect, depthLeft: Int) {
        self.bytes = bytes
        self.dialect = dialect
        self.depthLeft = depthLeft
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ word: [UInt8]) -> Bool {
        guard bytes[position...].starts(with: word) else { return false }
        position += word.count
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool { take(Array("\(word)".utf8)) }

    private mutating func takeOne(of bytes: StaticString) -> Bool {
        guard let next, "\(bytes)".utf8.contains(next) else { return false }
        position += 1
        return true
    }

    private mutating func blanks() { while takeOne(of: " \t\n\r") {} }

    /// ws value ws
    private mutating func element() -> Bool {
        blanks()
        defer { blanks() }
        switch next {
        case UInt8(ascii: "{"): return container("}") { $0.member() }
        case UInt8(ascii: "["): return container("]") { $0.element() }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return take("true")
        case UInt8(ascii: "f"): return take("false")
        case UInt8(ascii: "n"): return take("null")
        default: return number()
        }
    }

    private mutating func member() -> Bool {
        blanks()
        guard string() else { return false }
        blanks()
        return take(":") && element()
    }

    private mutating func container(_ end: StaticString, _ item: (inout Self) -> Bool) -> Bool {
        position += 1
        depthLeft -= 1
        defer { depthLeft += 1 }
        guard depthLeft >= 0 else { return false }
        blanks()
        if take(end) { return true }
        while item(&self) {
            if take(end) { return true }
            guard take(",") else { return false }
            blanks()
            if dialect.trailingCommas, take(end) { return true }
        }
        return false
    }

    private mutating func digits() -> Bool {
        guard takeOne(of: "0123456789") else { return false }
        while takeOne(of: "0123456789") {}
        return true
    }

    private mutating func number() -> Bool {
        let start = position
        _ = take("-")
        guard take("0") || digits() else { return false }
        if take("."), !digits() { return false }
        if takeOne(of: "eE") {
            _ = takeOne(of: "+-")
            guard digits() else { return false }
        }
        guard dialect.refusesHugeNumbers else { return true }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self))?.isFinite ?? false
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = next {
            if take("\"") { return true }
            if byte == UInt8(ascii: "\\") {
                guard escape() else { return false }
            } else if byte < 0x20 {
                return false
            } else {
                position += 1
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        position += 1
        guard takeOne(of: "\"\\/bfnrtu") else { return false }
        guard bytes[position - 1] == UInt8(ascii: "u") else { return true }
        guard let first = codeUnit() else { return false }
        guard dialect.refusesLoneSurrogates, UTF16.isSurrogate(first) else { return true }
        guard UTF16.isLeadSurrogate(first), take("\\u"), let second = codeUnit() else { return false }
        return UTF16.isTrailSurrogate(second)
    }

    private mutating func codeUnit() -> UInt16? {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) }) else { return nil }
        position += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
