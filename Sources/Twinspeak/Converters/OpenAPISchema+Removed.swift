internal import JSONCore

/// What the subset has no word for.
extension OpenAPISchema {
    /// Says what is lost with a keyword that is not rewritten.
    func remove(_ name: JSONValue, _ value: JSONValue) {
        if Self.isDefinitions(name) {
            return say(value, .note, "definitions stand where they are referred to")
        }
        if Self.isAnnotation(name) {
            return say(value, .note, "an annotation that the subset does not have; removed")
        }
        if Self.defaults.contains(where: { name == $0.name && value.kind == .bool && value.bool == $0.value }) {
            return say(value, .note, "says nothing; removed")
        }
        let isKnown = Self.constraints.contains { name == $0 }
        say(
            value, .warning,
            isKnown ? "a constraint that the subset does not have; removed" : "no keyword of the subset; removed")
    }

    /// What an object may have beside its properties; a target that knows only the subset never adds any.
    func removeAdditionalProperties(_ value: JSONValue) {
        if value.kind == .bool || value.isEmpty {
            say(value, .note, "the subset speaks of named properties only; removed")
        } else {
            say(value, .warning, "the subset has no word for properties without names; removed")
        }
    }

    /// Holds schemas that others refer to.
    static func isDefinitions(_ name: JSONValue) -> Bool { definitions.contains { name == $0 } }

    /// Says something about a schema, and nothing about what it allows. Those that the subset has are not among them.
    static func isAnnotation(_ name: JSONValue) -> Bool {
        annotations.contains { name == $0 } || name.decoded.hasExactPrefix("x-")
    }

    private static let definitions: [StaticString] = ["$defs", "definitions", "components"]

    private static let annotations: [StaticString] = [
        "$schema", "$id", "id", "$anchor", "$comment", "$vocabulary", "examples", "readOnly", "writeOnly", "deprecated",
        "contentEncoding", "contentMediaType", "contentSchema", "discriminator", "externalDocs", "xml", "strict",
    ]

    private static let constraints: [StaticString] = [
        "not", "if", "then", "else", "multipleOf", "uniqueItems", "contains", "minContains", "maxContains",
        "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "dependencies",
        "additionalItems", "unevaluatedItems", "unevaluatedProperties", "$dynamicRef", "$recursiveRef",
    ]

    /// Values that a constraint also has when it is not there.
    private static let defaults: [(name: StaticString, value: Bool)] = [
        ("uniqueItems", false), ("additionalItems", true), ("unevaluatedItems", true), ("unevaluatedProperties", true),
        // Nothing that the target makes has more than the named properties.
        ("unevaluatedProperties", false),
    ]
}
