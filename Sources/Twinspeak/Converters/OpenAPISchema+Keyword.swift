internal import JSONCore

extension OpenAPISchema {
    /// A keyword that is carried or rewritten; every other one is in ``removed``.
    enum Keyword: Int, CaseIterable {
        case reference, allOf, anyOf, oneOf
        case type, format, title, description, nullable, `enum`, const
        case items, prefixItems, minItems, maxItems
        case properties, required, propertyOrdering, minProperties, maxProperties, additionalProperties
        case minLength, maxLength, pattern
        case minimum, maximum, exclusiveMinimum, exclusiveMaximum
        case `default`, example

        init?(_ name: JSONValue) {
            guard let keyword = Self.allCases.first(where: { name == $0.word }) else { return nil }
            self = keyword
        }

        var word: StaticString {
            switch self {
            case .reference: "$ref"
            case .allOf: "allOf"
            case .anyOf: "anyOf"
            case .oneOf: "oneOf"
            case .type: "type"
            case .format: "format"
            case .title: "title"
            case .description: "description"
            case .nullable: "nullable"
            case .enum: "enum"
            case .const: "const"
            case .items: "items"
            case .prefixItems: "prefixItems"
            case .minItems: "minItems"
            case .maxItems: "maxItems"
            case .properties: "properties"
            case .required: "required"
            case .propertyOrdering: "propertyOrdering"
            case .minProperties: "minProperties"
            case .maxProperties: "maxProperties"
            case .additionalProperties: "additionalProperties"
            case .minLength: "minLength"
            case .maxLength: "maxLength"
            case .pattern: "pattern"
            case .minimum: "minimum"
            case .maximum: "maximum"
            case .exclusiveMinimum: "exclusiveMinimum"
            case .exclusiveMaximum: "exclusiveMaximum"
            case .default: "default"
            case .example: "example"
            }
        }

        /// Written as they stand, in this order, where they say something about the type.
        static let carried: [Keyword] = [
            .minItems, .maxItems, .minProperties, .maxProperties, .minLength, .maxLength, .pattern,
        ]

        /// The types that the keyword says something about; empty for all of them.
        private var types: [TypeName] {
            switch self {
            case .items, .prefixItems, .minItems, .maxItems: [.array]
            case .properties, .required, .propertyOrdering, .minProperties, .maxProperties, .additionalProperties:
                [.object]
            case .minLength, .maxLength, .pattern: [.string]
            case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: [.number, .integer]
            default: []
            }
        }

        func speaks(of type: TypeName) -> Bool { types.isEmpty || types.contains(type) }

        /// The type of a schema that has the keyword and no `type`.
        var impliedType: TypeName? { types.first }

        /// It may be `null`, and then says so.
        var isData: Bool { self == .const || self == .default || self == .example }

        /// Says something about the schema, and nothing about what it allows.
        var isAnnotation: Bool { self == .title || self == .description || self == .default || self == .example }

        /// Its value is a list of words that is read at one go, however long.
        var isList: Bool { self == .enum || self == .required || self == .propertyOrdering || self == .type }

        /// What the keyword's value must be; nil if it is.
        func fault(_ value: JSONValue) -> String? {
            let isRight: Bool
            let expected: String
            switch self {
            case .reference, .format, .title, .description, .pattern:
                (isRight, expected) = (value.kind == .string, "a string")
            case .allOf, .anyOf, .oneOf, .enum, .prefixItems, .required, .propertyOrdering:
                (isRight, expected) = (value.kind == .array, "an array")
            case .type: (isRight, expected) = (value.kind == .string || value.kind == .array, "a type")
            case .nullable: (isRight, expected) = (value.kind == .bool, "true or false")
            case .items:
                (isRight, expected) = ([.object, .array, .bool].contains(value.kind), "a schema")
            case .properties: (isRight, expected) = (value.kind == .object, "an object of schemas")
            case .minimum, .maximum: (isRight, expected) = (value.kind == .number, "a number")
            case .exclusiveMinimum, .exclusiveMaximum:
                (isRight, expected) = (value.kind == .number || value.kind == .bool, "a number")
            case .minItems, .maxItems, .minProperties, .maxProperties, .minLength, .maxLength:
                // Counts are 64-bit numbers, which the JSON form of protocol buffers writes as strings.
                let count = value.kind == .string ? Int64(value.decoded.string) : value.int
                (isRight, expected) = ((count ?? -1) >= 0, "a count")
            case .const, .additionalProperties, .default, .example: return nil
            }
            return isRight ? nil : "expected \(expected), found \(value.found); removed"
        }
    }
}
