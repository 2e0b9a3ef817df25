internal import JSONCore

/// Values that hold no others, by the names that the field lists give their types.
enum LeafCheck {
    /// Google reads numbers from strings, as the JSON form of protocol buffers asks.
    static func fits(_ value: JSONValue, _ type: String, _ format: WireFormat) -> Bool {
        switch type {
        case "any": true
        case "object": value.kind == .object
        case "boolean": value.kind == .bool
        case "integer", "int32", "int64", "number":
            value.kind == .number
                || format == .gemini && (value.unquoted.kind == .number || type == "number" && value.isNoFiniteNumber)
        default: value.kind == .string
        }
    }

    static func number(_ value: JSONValue, _ shapes: [FieldList.Shape], _ bounds: FieldList.Bounds) {
        if shapes.contains(.primitive("any")) { return }
        let given = value.unquoted
        let isWhole = !shapes.map(\.innermost).contains(.primitive("number"))
        if isWhole {
            // A seed may have more digits than 64 bits hold.
            guard given.int != nil || given.raw.isWholeNumber else { return value.refuse(expected: "a whole number") }
            if shapes.map(\.innermost).contains(.primitive("int32")), given.int.flatMap({ Int32(exactly: $0) }) == nil {
                return value.refuse(.outOfRange, "expected a whole number of 32 bits, found \(value.found)")
            }
        }
        guard let number = given.double else { return }
        let (least, most) = bounds.values
        // Rounded, a number beyond 64 bits may be the bound itself.
        let isRounded = isWhole && given.int == nil
        if let least, number < least.value || isRounded && number == least.value {
            value.refuse(.outOfRange, "expected \(least.text) or more, found \(value.found)")
        } else if let most, number > most.value || isRounded && number == most.value {
            value.refuse(.outOfRange, "expected \(most.text) or less, found \(value.found)")
        }
    }

    static func text(_ value: JSONValue, _ type: String, _ bounds: FieldList.Bounds) {
        let text = value.between
        if bounds.isName, !text.isName {
            let expected = "expected letters, digits, `_` and `-`, 1 to 64 of them"
            value.refuse(.outOfRange, "\(expected), found \(value.found)")
        }
        if let longest = bounds.longest, text.count > longest, value.decoded.characters > longest {
            value.refuse(.outOfRange, "expected at most \(longest) characters, found \(value.decoded.characters)")
        }
        switch type {
        case "integer", "int32", "int64", "number": number(value, [.primitive(type)], bounds)
        case "bytes" where !text.isEmpty && !Base64.isAll(of: text):
            value.refuse(.unusableMedia, "expected base64, found \(value.found)")
        case "duration" where !text.isDuration:
            value.refuse(.unknownValue, "expected seconds such as `3.5s`, found \(value.found)")
        case "timestamp" where CreateTime.seconds(value.decoded.string) == nil:
            value.refuse(.unknownValue, "expected a time of RFC 3339, found \(value.found)")
        default: break
        }
    }

    static func count(_ list: JSONValue, _ count: Int, _ bounds: FieldList.Bounds) {
        let (least, most) = bounds.items
        if let least, count < least {
            list.refuse(.outOfRange, "expected \(least) or more entries, found \(count)")
        } else if let most, count > most {
            list.refuse(.outOfRange, "expected \(most) or fewer entries, found \(count)")
        }
    }
}

extension JSONValue {
    fileprivate var isNoFiniteNumber: Bool { self == "NaN" || self == "Infinity" || self == "-Infinity" }
}

extension JSONSlice {
    fileprivate var isWholeNumber: Bool {
        bytes.allSatisfy { $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    fileprivate var isName: Bool {
        1...64 ~= count
            && bytes.allSatisfy { byte in
                byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte.isLetterOrDigit
            }
    }

    /// `3s`, `-3.5s`.
    fileprivate var isDuration: Bool {
        guard count > 1, hasExactSuffix("s") else { return false }
        return Double(prefix(count - 1).string)?.isFinite ?? false
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || UInt8(ascii: "a")...UInt8(ascii: "z") ~= (self | 0x20)
    }
}
