internal import JSONCore

/// A leaf that both sides have: one row translates both ways, validates, and stands in the README's table.
struct LeafField: Sendable {
    let openAI: StaticString
    let gemini: StaticString
    let value: LeafValue

    init(_ openAI: StaticString, _ gemini: StaticString, _ value: LeafValue) {
        self.openAI = openAI
        self.gemini = gemini
        self.value = value
    }

    /// Writes `source` as the Gemini member.
    func toGemini(_ source: JSONValue, _ target: JSONObjectWriter) {
        value.write(source, to: target, gemini, .gemini)
    }

    /// Writes `source` as the chat member.
    func toOpenAI(_ source: JSONValue, _ target: JSONObjectWriter) {
        value.write(source, to: target, openAI, .openAI)
    }
}

/// What a leaf may hold. The vocabulary is closed; what needs more is a converter.
enum LeafValue: Sendable {
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int64>)
    /// 64 bits on one side, 32 on the other: folded by exclusive-or of the halves.
    case seed
    case boolean
    case text
    /// A string or a list of strings, with the most entries that each side takes.
    case texts(openAI: Int, gemini: Int)

    fileprivate func write(
        _ source: JSONValue, to target: JSONObjectWriter, _ name: StaticString, _ wire: WireFormat
    ) {
        guard source.exists else { return }
        switch self {
        case .number(let range):
            let given = Self.number(source, for: wire)
            guard let number = given.double else { return source.refuse(expected: "a number") }
            guard range.contains(number) else {
                return source.refuse(
                    .outOfRange, "expected a number, \(range.lowerBound) to \(range.upperBound), found \(source.found)")
            }
            Self.noteQuotes(of: source, around: given)
            target[name] = given
        case .integer(let range):
            let given = Self.number(source, for: wire)
            guard let number = given.int else { return source.refuse(expected: "a whole number") }
            guard range.contains(number) else {
                return source.refuse(.outOfRange, "expected a whole number, \(range.bounds), found \(source.found)")
            }
            Self.noteQuotes(of: source, around: given)
            target[name] = given
        case .seed:
            let given = Self.number(source, for: wire)
            guard given.kind == .number else { return source.refuse(expected: "a whole number") }
            Seed.write(given, of: source, to: target, name)
        case .boolean:
            guard source.kind == .bool else { return source.refuse(expected: "true or false") }
            target[name] = source
        case .text:
            guard source.kind == .string else { return source.refuse(expected: "a string") }
            target[name] = source
        case .texts(let openAI, let gemini):
            Self.writeList(source, to: target, name, most: wire == .openAI ? openAI : gemini)
        }
    }

    /// The number that Gemini's side may put in quotes, as the JSON form of protocol buffers allows; chat clients may not.
    private static func number(_ source: JSONValue, for wire: WireFormat) -> JSONValue {
        wire == .openAI ? source.unquoted : source
    }

    @inline(__always)
    fileprivate static func noteQuotes(of source: JSONValue, around number: JSONValue) {
        guard number.node != source.node else { return }
        source.note(.saidDifferently, "chat completions take no numbers in quotes; written without them")
    }

    private static func writeList(_ source: JSONValue, to target: JSONObjectWriter, _ name: StaticString, most: Int) {
        target[name].array { list in
            for (place, text) in source.elements.enumerated() {
                guard text.kind == .string else {
                    text.refuse(expected: "a string")
                    continue
                }
                if place < most {
                    list.append(text)
                } else {
                    text.warn(.cutToLimit, "the other side takes \(most) entries")
                }
            }
        }
    }
}

/// A seed of any size for a member of 32 bits.
private enum Seed {
    /// - Parameter source: Where the number stands, maybe in quotes.
    static func write(_ number: JSONValue, of source: JSONValue, to target: JSONObjectWriter, _ name: StaticString) {
        if let seed = number.int, Int32(exactly: seed) != nil {
            LeafValue.noteQuotes(of: source, around: number)
            target[name] = number
            return
        }
        guard let bits = number.int.map(UInt64.init(bitPattern:)) ?? UInt64(number.raw.string) ?? digest(number) else {
            return source.refuse(expected: "a whole number")
        }
        let folded = Int32(bitPattern: UInt32(truncatingIfNeeded: bits ^ bits >> 32))
        target[name] = Int64(folded)
        source.warn(.approximated, "the seed has 32 bits on the other side; it was folded to \(folded)")
    }

    /// Whole numbers beyond 64 bits: FNV-1a of their digits.
    private static func digest(_ number: JSONValue) -> UInt64? {
        let digits = number.raw.string
        guard digits.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
            return nil
        }
        return Digest(digits.utf8).value
    }
}

extension ClosedRange<Int64> {
    var bounds: String {
        upperBound == Int64(Int32.max) ? "\(lowerBound) or more" : "\(lowerBound) to \(upperBound)"
    }
}

extension LeafValue: CustomStringConvertible {
    /// What the README's table says of the field.
    var description: String {
        switch self {
        case .number(let range): "a number, \(range.lowerBound) to \(range.upperBound)"
        case .integer(let range): "a whole number, \(range.bounds)"
        case .seed: "a whole number, folded into 32 bits"
        case .boolean: "true or false"
        case .text: "a string"
        case .texts(let openAI, let gemini): "a string or a list, at most \(openAI) ⇄ \(gemini)"
        }
    }
}
