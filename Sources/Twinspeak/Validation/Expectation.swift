internal import JSONCore

/// What a field takes, in words.
extension FieldList.Field {
    var expectation: String { expectation(shapes) }

    func expectation(_ shapes: [FieldList.Shape]) -> String {
        var parts: [String] = []
        for shape in shapes where shape != .null && !shape.isUnspecified {
            let words = shape.inWords
            if !parts.contains(words) { parts.append(words) }
        }
        guard parts.count > mostWords else { return parts.joinedByOr }
        return parts.prefix(mostWords).joined(separator: ", ") + " or one of \(parts.count - mostWords) more"
    }
}

/// Longer lists are cut.
private let mostWords = 8

extension FieldList.Shape {
    /// The zero of an enumeration, which says as much as nothing.
    fileprivate var isUnspecified: Bool {
        guard case .word(let word) = self else { return false }
        return word.hasSuffix("_UNSPECIFIED")
    }

    fileprivate var inWords: String {
        switch self {
        case .null: "null"
        case .word(let word): "`\(word)`"
        case .message, .map, .primitive("object"): "an object"
        case .array: "a list"
        case .primitive("boolean"): "true or false"
        case .primitive("number"): "a number"
        case .primitive("integer"), .primitive("int32"), .primitive("int64"): "a whole number"
        case .primitive("any"): "a value"
        case .primitive: "a string"
        }
    }
}

extension [String] {
    /// `a, b or c`.
    var joinedByOr: String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
