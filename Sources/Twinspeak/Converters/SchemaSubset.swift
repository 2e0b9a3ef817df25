internal import JSONCore

/// The part of JSON Schema that both Gemini surfaces take in `parameters` and `responseSchema` without a 400.
///
/// Recursion is as deep as the text is nested, which the scan has limited to 512.
enum SchemaSubset {
    static func contains(_ schema: JSONValue) -> Bool {
        guard schema.kind == .object else { return false }
        // A foreign keyword settles it, before anything below is looked at.
        guard schema.members.allSatisfy({ isKeyword($0.name) }) else { return false }
        let type = Kind(schema["type"])
        var isAlone = true
        var hasAnyOf = false
        for (name, value) in schema.members {
            guard isAllowed(name, value, in: schema, type) else { return false }
            if name == "anyOf" { hasAnyOf = true } else { isAlone = false }
        }
        if hasAnyOf { return isAlone }
        return switch type {
        case .array: schema["items"].exists
        case .object: schema["properties"].kind == .object && !schema["properties"].isEmpty
        case .string, .number, .integer, .boolean: true
        case .none: false
        }
    }

    private enum Kind {
        case string, number, integer, boolean, array, object, none

        init(_ type: JSONValue) {
            let words: [(StaticString, Kind)] = [
                ("string", .string), ("object", .object), ("integer", .integer), ("number", .number),
                ("boolean", .boolean), ("array", .array),
            ]
            self = words.first { type.equalsIgnoringCase($0.0) }?.1 ?? .none
        }
    }

    private static func isKeyword(_ name: JSONValue) -> Bool {
        switch name {
        case "type", "description", "properties", "required", "items", "enum", "minimum", "maximum", "default", "title",
            "format", "anyOf", "nullable", "example", "pattern", "minItems", "maxItems", "minLength", "maxLength",
            "minProperties", "maxProperties", "propertyOrdering":
            true
        default: false
        }
    }

    private static func isAllowed(_ name: JSONValue, _ value: JSONValue, in schema: JSONValue, _ type: Kind) -> Bool {
        switch name {
        case "type": type != .none
        case "description", "title", "pattern": value.kind == .string
        case "properties": value.kind == .object && value.members.allSatisfy { contains($0.value) }
        case "required", "propertyOrdering": value.kind == .array && value.elements.allSatisfy { $0.kind == .string }
        case "items": contains(value)
        case "anyOf": value.kind == .array && !value.isEmpty && value.elements.allSatisfy(contains)
        case "enum":
            type == .string && value.kind == .array
                && value.elements.allSatisfy { $0.kind == .string && !$0.isEmptyString }
        case "format": isFormat(value, of: type)
        case "nullable": value.kind == .bool
        case "minimum", "maximum": value.kind == .number
        case "default", "example": true
        default: value.kind == .number || value.kind == .string
        }
    }

    private static func isFormat(_ format: JSONValue, of type: Kind) -> Bool {
        switch type {
        case .string: format == "enum" || format == "date-time"
        case .integer: format == "int32" || format == "int64"
        case .number: format == "float" || format == "double"
        default: false
        }
    }
}
