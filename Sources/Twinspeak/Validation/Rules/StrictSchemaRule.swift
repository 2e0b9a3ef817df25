internal import JSONCore

/// `strict` schemas name every property as required and allow no others; OpenAI refuses the rest.
enum StrictSchemaRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        guard target.isPublishedOnly else { return }
        let format = chat["response_format"]["json_schema"]
        if format["strict"].bool == true {
            let branches = format["schema"]["anyOf"]
            if branches.exists {
                branches.refuse(.schemaOutsideSubset, "expected none at the root where `strict` is set")
            }
            check(format["schema"])
        }
        for tool in chat["tools"].elements where tool["function"]["strict"].bool == true {
            check(tool["function"]["parameters"])
        }
    }

    private static func check(_ schema: JSONValue) {
        guard schema.kind == .object else { return }
        let properties = schema["properties"]
        if schema["type"] == "object" || properties.exists {
            if schema["additionalProperties"].bool != false {
                schema.refuse("additionalProperties", .schemaOutsideSubset, "expected false where `strict` is set")
            }
            let required = Set(schema["required"].elements.map(\.key))
            for (name, value) in properties.members where !required.contains(name.key) {
                value.refuse(.schemaOutsideSubset, "expected its name in `required` where `strict` is set")
            }
        }
        for (_, property) in properties.members { check(property) }
        for definitions in [schema["$defs"], schema["definitions"]] {
            for (_, definition) in definitions.members { check(definition) }
        }
        for branch in schema["anyOf"].elements { check(branch) }
        check(schema["items"])
    }
}
