internal import JSONCore

/// What Google's subset of JSON Schema asks for beyond its keywords, and which schema counts.
enum SchemaRule: RequestRule {
    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        for tool in request["tools"].elements {
            for declaration in tool["functionDeclarations"].elements {
                check(declaration["parameters"])
                check(declaration["response"])
            }
        }
        let config = request["generationConfig"]
        check(config["responseSchema"])
        let jsonSchemas = [config["responseJsonSchema"], config["_responseJsonSchema"]].filter(\.exists)
        if config["responseSchema"].exists, let other = jsonSchemas.first {
            other.refuse(.conflictingMembers, "expected one schema, found `responseSchema` too")
        }
        let schema = config["responseSchema"].exists ? config["responseSchema"] : jsonSchemas.first ?? config.missing
        let type = config["responseMimeType"]
        if schema.exists, !type.exists {
            config.refuse(
                "responseMimeType", .requiresMember, "expected `application/json` beside a schema, found nothing")
        } else if schema.exists, !schema.isEmpty, type == "text/plain" {
            type.refuse(
                .requiresMember, "expected `application/json` or `text/x.enum` beside a schema, found plain text")
        } else if type == "text/x.enum", !schema["enum"].exists {
            type.refuse(.requiresMember, "expected a schema with `enum` beside it, found none")
        }
    }

    private static func check(_ schema: JSONValue) {
        guard schema.kind == .object else { return }
        let type = schema["type"]
        let isObject = type.equalsIgnoringCase("OBJECT")
        if type.equalsIgnoringCase("ARRAY"), !schema["items"].exists {
            schema.refuse("items", .schemaOutsideSubset, "expected the schema of the entries, found nothing")
        }
        if isObject, schema["properties"].kind == .object, schema["properties"].isEmpty {
            // Older models only.
            schema["properties"].warn(.schemaOutsideSubset, "expected at least one property, found none")
        }
        if schema["enum"].exists { checkEnum(schema["enum"], type) }
        checkFormat(schema["format"], type)
        checkRequired(schema)
        for (_, property) in schema["properties"].members { check(property) }
        for branch in schema["anyOf"].elements { check(branch) }
        check(schema["items"])
    }

    private static func checkEnum(_ words: JSONValue, _ type: JSONValue) {
        if !type.equalsIgnoringCase("STRING") {
            words.refuse(.schemaOutsideSubset, "expected type STRING beside it, found \(type.found)")
        }
        for word in words.elements where word.isEmptyString {
            word.refuse(.schemaOutsideSubset, "expected a word, found an empty string")
        }
    }

    private static func checkFormat(_ format: JSONValue, _ type: JSONValue) {
        let known: [(StaticString, [StaticString])] = [
            ("STRING", ["enum", "date-time"]), ("INTEGER", ["int32", "int64"]), ("NUMBER", ["float", "double"]),
        ]
        guard format.kind == .string, let row = known.first(where: { type.equalsIgnoringCase($0.0) }),
            !row.1.contains(where: { format == $0 })
        else { return }
        let words = row.1.map { "`\($0)`" }.joinedByOr
        format.refuse(.schemaOutsideSubset, "expected \(words), found \(format.found)")
    }

    private static func checkRequired(_ schema: JSONValue) {
        guard schema["properties"].exists else { return }
        let names = Set(schema["properties"].members.map(\.name.key))
        for name in schema["required"].elements where name.kind == .string && !names.contains(name.key) {
            name.refuse(.schemaOutsideSubset, "expected the name of a property, found \(name.found)")
        }
    }
}
