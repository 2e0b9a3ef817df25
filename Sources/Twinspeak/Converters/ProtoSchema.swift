internal import JSONCore

/// Gemini's own schema as JSON Schema.
///
///     Gemini   { type: "OBJECT", nullable: true, properties, propertyOrdering?, example?, maxItems: "3", … }
///     OpenAI   { type: ["object", "null"], properties, examples: […], maxItems: 3, … }
///
/// Recursion is as deep as the text is nested, which the scan has limited to 512.
enum ProtoSchema {
    static func write(_ schema: JSONValue, _ slot: JSONSlot) {
        guard schema.kind == .object else { return slot.write(verbatim: schema) }
        slot.object(keepingEmpty: true) { target in
            let isNullable = schema["nullable"].bool == true
            RepeatedMembers.passOver(in: schema, spellings: true)
            for (name, value) in schema.members where !value.isShadowed {
                write(name, value, of: schema, isNullable, target)
            }
        }
    }

    private static func write(
        _ name: JSONValue, _ value: JSONValue, of schema: JSONValue, _ isNullable: Bool, _ target: JSONObjectWriter
    ) {
        switch name {
        case "type": type(value, isNullable, target["type"])
        case "nullable": value.note(.schemaChanged, "JSON Schema says it among the types")
        case "propertyOrdering", "property_ordering":
            value.note(.schemaChanged, "JSON Schema says it by the order of the properties")
        case "example" where schema["examples"].exists: supersede(value, by: "examples")
        case "example": target["examples"][.first].write(verbatim: value)
        case "properties": properties(value, order: schema["propertyOrdering"], target["properties"])
        case "items": write(value, target["items"])
        case "additionalProperties", "additional_properties": write(value, target["additionalProperties"])
        case "defs" where schema["$defs"].exists: supersede(value, by: "$defs")
        case "defs":
            value.note(.schemaChanged, "JSON Schema spells it `$defs`")
            properties(value, order: value.missing, target["$defs"])
        case "ref" where schema["$ref"].exists: supersede(value, by: "$ref")
        case "ref":
            value.note(.schemaChanged, "JSON Schema spells it `$ref`")
            reference(value, target["$ref"])
        case "anyOf", "any_of": branches(value, isNullable && !schema["type"].exists, target["anyOf"])
        case "enum" where isNullable: nullableEnum(value, target["enum"])
        case "minItems", "min_items": count(value, target["minItems"])
        case "maxItems", "max_items": count(value, target["maxItems"])
        case "minLength", "min_length": count(value, target["minLength"])
        case "maxLength", "max_length": count(value, target["maxLength"])
        case "minProperties", "min_properties": count(value, target["minProperties"])
        case "maxProperties", "max_properties": count(value, target["maxProperties"])
        default: target[name].write(verbatim: value)
        }
    }

    private static func supersede(_ value: JSONValue, by name: StaticString) {
        value.warn(.superseded, "`\(name)` says it too; that one counts")
    }

    private static let types: [StaticString] = ["string", "number", "integer", "boolean", "array", "object", "null"]

    private static func type(_ value: JSONValue, _ isNullable: Bool, _ slot: JSONSlot) {
        guard let known = types.first(where: { value.equalsIgnoringCase($0) }) else {
            return slot.write(verbatim: value)
        }
        guard isNullable else { return slot.write(known) }
        slot.array { types in
            types.element.write(known)
            types.element.write("null")
        }
    }

    /// The order that `propertyOrdering` gives is the order of the members.
    private static func properties(_ properties: JSONValue, order: JSONValue, _ slot: JSONSlot) {
        guard properties.kind == .object else { return slot.write(verbatim: properties) }
        RepeatedMembers.passOver(in: properties, spellings: false)
        let counting = properties.members.lazy.filter { !$0.value.isShadowed }
        guard order.exists else {
            return slot.object(keepingEmpty: true) { target in
                for (name, schema) in counting { write(schema, target[name]) }
            }
        }
        var places: [JSONKey: Int] = [:]
        for (place, name) in order.elements.enumerated() { places[name.key] = place }
        let members = counting.enumerated().sorted { left, right in
            let leftPlace = places[left.element.name.key] ?? Int.max
            let rightPlace = places[right.element.name.key] ?? Int.max
            return (leftPlace, left.offset) < (rightPlace, right.offset)
        }
        slot.object(keepingEmpty: true) { target in
            for (_, member) in members { write(member.value, target[member.name]) }
        }
    }

    private static func reference(_ reference: JSONValue, _ slot: JSONSlot) {
        let path = reference.content
        if path.hasExactPrefix("#/defs/") {
            slot.write("#/$defs/\(path.dropFirst(7))" as JSONText)
        } else {
            slot.write(verbatim: reference)
        }
    }

    private static func branches(_ branches: JSONValue, _ isNullable: Bool, _ slot: JSONSlot) {
        guard branches.kind == .array, !branches.isEmpty else { return slot.write(verbatim: branches) }
        slot.array { list in
            for branch in branches.elements { write(branch, list.element) }
            if isNullable { list.object { $0["type"] = "null" } }
        }
    }

    private static func nullableEnum(_ values: JSONValue, _ slot: JSONSlot) {
        slot.array { list in
            for value in values.elements { list.append(value) }
            list.element.writeNull()
        }
    }

    /// Counts are 64-bit numbers, which the JSON form of protocol buffers writes as strings.
    private static func count(_ value: JSONValue, _ slot: JSONSlot) {
        if value.kind == .string, let number = Int64(value.decoded.string) {
            value.note(.schemaChanged, "JSON Schema counts in numbers")
            slot.write(number)
        } else {
            slot.write(verbatim: value)
        }
    }
}
