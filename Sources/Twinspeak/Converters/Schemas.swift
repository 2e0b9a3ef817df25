internal import JSONCore

/// The shape of arguments and answers.
///
///     OpenAI   any JSON Schema: parameters, response_format.json_schema.schema
///     Gemini   a subset of OpenAPI's: parameters, responseSchema    JSON Schema: parametersJsonSchema, responseJsonSchema
///
/// A schema goes as it stands into the member that takes it; Gemini answers 400 to both members, and to any keyword
/// outside of the subset in the first. Targets that know only the first get a rewritten one, see ``OpenAPISchema``.
enum Schemas {
    static func parametersToGemini(_ schema: JSONValue, _ declaration: JSONObjectWriter, _ place: Options.Schemas) {
        guard schema.exists else { return }
        guard schema.kind == .object else { return schema.refuse(expected: "a JSON Schema") }
        // A function without arguments has no parameters: an empty list of properties is a 400.
        if saysNothing(schema) {
            return schema.note(.emptyOmitted, "a function without arguments has no parameters on the other side")
        }
        if place == .openAPI {
            OpenAPISchema.writeParameters(schema, declaration["parameters"])
        } else if place == .auto, SchemaSubset.contains(schema) {
            write(schema, declaration["parameters"])
        } else {
            write(schema, declaration["parametersJsonSchema"])
        }
    }

    static func responseToGemini(_ schema: JSONValue, _ config: JSONObjectWriter, _ place: Options.Schemas) {
        guard schema.kind == .object else { return schema.exists ? schema.refuse(expected: "a JSON Schema") : () }
        if place == .openAPI {
            OpenAPISchema.write(schema, config["responseSchema"])
        } else if place == .auto, SchemaSubset.contains(schema) {
            write(schema, config["responseSchema"])
        } else {
            write(schema, config["responseJsonSchema"])
        }
    }

    /// Says no more than that there is an object.
    private static func saysNothing(_ schema: JSONValue) -> Bool {
        schema.members.allSatisfy { name, value in
            switch name {
            case "type": value.equalsIgnoringCase("object")
            case "title", "description": true
            case "additionalProperties": value.kind == .bool
            case "properties", "required": value.isEmpty
            default: false
            }
        }
    }

    /// As it stands, but for names in `required` that are no property: Gemini answers 400 to them.
    private static func write(_ schema: JSONValue, _ slot: JSONSlot) {
        if RequiredNames.areDeclared(in: schema) {
            slot.write(schema)
        } else {
            RequiredNames.writeDeclared(schema, slot)
        }
    }

    // MARK: Gemini → OpenAI

    /// Writes the schema from the member that has it; where both do, JSON Schema counts.
    static func toOpenAI(_ owner: JSONValue, _ name: StaticString, json: StaticString, _ slot: JSONSlot) {
        let jsonSchema = owner[json]
        let schema = owner[name]
        guard jsonSchema.exists else { return schema.exists ? ProtoSchema.write(schema, slot) : slot.write(schema) }
        if schema.exists { schema.warn(.superseded, "the JSON Schema beside it counts") }
        slot.write(jsonSchema)
    }
}
