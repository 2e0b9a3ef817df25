/// A JSON value that payloads are made of. Members keep their order.
enum SampleJSON: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([SampleJSON])
    case object([(name: String, value: SampleJSON)])

    /// How the text is written.
    struct Style {
        /// Between the tokens, as Python's `json.dumps` writes it unless told otherwise.
        var isSpaced = false
        /// Characters beyond ASCII as `\uXXXX`.
        var isASCII = false
    }

    func text(_ style: Style = Style()) -> String {
        var text = ""
        write(to: &text, style)
        return text
    }

    private func write(to text: inout String, _ style: Style) {
        let comma = style.isSpaced ? ", " : ","
        switch self {
        case .null: text += "null"
        case .bool(let truth): text += truth ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): Self.quote(string, to: &text, style)
        case .array(let elements):
            text += "["
            for (place, element) in elements.enumerated() {
                if place > 0 { text += comma }
                element.write(to: &text, style)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { text += comma }
                Self.quote(member.name, to: &text, style)
                text += style.isSpaced ? ": " : ":"
                member.value.write(to: &text, style)
            }
            text += "}"
        }
    }

    private static func quote(_ string: String, to text: inout String, _ style: Style) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where scalar.value >= 0x80 && style.isASCII:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension SampleJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .number(String(value)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension SampleJSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: SampleJSON...) { self = .array(elements) }
    init(dictionaryLiteral members: (String, SampleJSON)...) {
        self = .object(members.map { (name: $0.0, value: $0.1) })
    }

    static func integer(_ number: Int) -> SampleJSON { .number(String(number)) }
    static func decimal(_ number: Double) -> SampleJSON { .number(String(number)) }
}
