extension String {
    /// As a JSON string.
    var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text.unicodeScalars.append("\\")
                text.unicodeScalars.append(scalar)
            case "\0"..."\u{1f}": text += scalar.escape
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// Without control characters: names from a body must neither break lines nor command a terminal.
    var onOneLine: String {
        if utf8.allSatisfy({ 0x20...0x7e ~= $0 }) { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.properties.generalCategory == .control {
                text += scalar.escape
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Unicode.Scalar {
    /// `\u000a`, for what lies below U+10000.
    fileprivate var escape: String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }
}
