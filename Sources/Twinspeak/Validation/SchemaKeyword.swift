internal import JSONCore

/// A keyword of JSON Schema that values are held against. Every other assertion is listed and never evaluated: a
/// pattern that somebody sends can take forever.
enum SchemaKeyword: String {
    case reference = "$ref"
    case type, nullable, `enum`, const
    case allOf, anyOf, oneOf
    case properties, required, additionalProperties, items
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, minItems, maxItems, minProperties, maxProperties

    /// What the keyword's value must be; nil if it is.
    func fault(_ value: JSONValue) -> String? {
        let isRight: Bool
        let expected: String
        switch self {
        case .reference: (isRight, expected) = (value.kind == .string, "a string")
        case .type:
            (isRight, expected) = (!value.isEmpty && value.elements.allSatisfy { SchemaType($0) != nil }, "a type")
        case .nullable: (isRight, expected) = (value.kind == .bool, "true or false")
        case .enum, .allOf, .anyOf, .oneOf: (isRight, expected) = (value.kind == .array, "an array")
        case .required:
            let areNames = value.kind == .array && value.elements.allSatisfy { $0.kind == .string }
            (isRight, expected) = (areNames, "an array of names")
        case .properties: (isRight, expected) = (value.kind == .object, "an object of schemas")
        case .additionalProperties, .items:
            (isRight, expected) = (value.kind == .object || value.kind == .bool, "a schema")
        case .minimum, .maximum: (isRight, expected) = (value.kind == .number, "a number")
        case .exclusiveMinimum, .exclusiveMaximum:
            (isRight, expected) = (value.kind == .number || value.kind == .bool, "a number")
        case .multipleOf:
            let isPositive = value.kind == .number && DecimalNumber(value.raw).isPositive
            (isRight, expected) = (isPositive, "a number above 0")
        case .minLength, .maxLength, .minItems, .maxItems, .minProperties, .maxProperties:
            (isRight, expected) = (SchemaBound.count(value) != nil, "a count")
        case .const: return nil
        }
        return isRight ? nil : "expected \(expected), found \(value.found)"
    }

    /// Of what kind a value must be for an assertion that is not evaluated to say anything about it.
    static func speaks(_ word: String, of kind: JSONKind) -> Bool {
        switch word {
        case "pattern": kind == .string
        case "format": kind == .string || kind == .number
        case "prefixItems", "items", "additionalItems", "unevaluatedItems", "uniqueItems", "contains", "minContains",
            "maxContains":
            kind == .array
        case "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "dependencies",
            "unevaluatedProperties":
            kind == .object
        default: true
        }
    }
}

/// The types of JSON Schema. Gemini writes them in upper case.
enum SchemaType: CaseIterable {
    case null, boolean, integer, number, string, array, object

    init?(_ word: JSONValue) {
        guard let type = Self.allCases.first(where: { word.equalsIgnoringCase($0.word) }) else { return nil }
        self = type
    }

    private var word: StaticString {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// For messages.
    var description: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    func fits(_ value: JSONValue) -> Bool {
        switch self {
        case .null: value.kind == .null
        case .boolean: value.kind == .bool
        case .integer: value.kind == .number && DecimalNumber(value.raw).isWhole
        case .number: value.kind == .number
        case .string: value.kind == .string
        case .array: value.kind == .array
        case .object: value.kind == .object
        }
    }
}
