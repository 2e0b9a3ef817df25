internal import JSONCore

/// The form of the answer.
///
///     OpenAI   response_format: { type: "text" | "json_object" } | { type: "json_schema", json_schema: { name, schema?, strict? } }
///     Gemini   { responseMimeType: "application/json", responseSchema? | responseJsonSchema? } in generationConfig
enum ResponseFormat {
    static func toGemini(_ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext)
    {
        let format = chat["response_format"]
        guard format.exists else { return nativeToGemini(native, chat, config, context) }
        let type = format["type"]
        if type.equalsIgnoringCase("text") {
            return
        } else if type.equalsIgnoringCase("json_object") {
            if isRefused(format, chat, context) { return }
            config["responseMimeType"] = "application/json"
        } else if type.equalsIgnoringCase("json_schema") {
            if isRefused(format, chat, context) { return }
            config["responseMimeType"] = "application/json"
            Schemas.responseToGemini(format["json_schema"]["schema"], config, context.options.schemas)
        } else if type.kind == .string, type.decoded.firstIndex(of: UInt8(ascii: "/")) != nil {
            if !isText(type), isRefused(format, chat, context) { return }
            config["responseMimeType"] = type
            type.note(.saidDifferently, "a media type, as Gemini names it")
        } else {
            (type.exists ? type : format).refuse(
                type.exists ? nil : "type", .unknownValue,
                "expected text, json_object or json_schema, found \(type.found)")
        }
    }

    private static func nativeToGemini(
        _ native: JSONValue, _ chat: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext
    ) {
        let type = native["responseMimeType"]
        let jsonSchema = native["responseJsonSchema"]
        let schema = native["responseSchema"]
        if let form = [type, schema, jsonSchema].first(where: \.exists), !isText(form), isRefused(form, chat, context) {
            schema.ignore()
            return jsonSchema.ignore()
        }
        config["responseMimeType"] = type
        if jsonSchema.exists {
            config["responseJsonSchema"] = jsonSchema
            if schema.exists { schema.warn(.superseded, "the JSON Schema beside it counts") }
        } else {
            config["responseSchema"] = schema
        }
    }

    private static func isText(_ type: JSONValue) -> Bool { type.equalsIgnoringCase("text/plain") }

    /// Up to 2.5, Gemini answers 400 to a JSON response beside function declarations.
    private static func isRefused(_ format: JSONValue, _ chat: JSONValue, _ context: RequestContext) -> Bool {
        guard Tools.areDeclared(in: chat), !context.capabilities.jsonBesideFunctions else { return false }
        format.warn(.refusedByModel, "the model takes no JSON response beside functions; left out")
        return true
    }

    static func toOpenAI(_ config: JSONValue, _ chat: JSONObjectWriter) {
        let type = config["responseMimeType"]
        // The Developer API documents both spellings.
        let json: StaticString = config["responseJsonSchema"].exists ? "responseJsonSchema" : "_responseJsonSchema"
        let hasSchema = isSchema(config["responseSchema"]) || isSchema(config[json])
        guard type.exists || hasSchema else { return }
        if hasSchema,
            !type.exists || type.equalsIgnoringCase("application/json") || type.equalsIgnoringCase("text/x.enum")
        {
            chat["response_format"].object { format in
                format["type"] = "json_schema"
                format["json_schema"].object { target in
                    target["name"] = "response"
                    Schemas.toOpenAI(config, "responseSchema", json: json, target["schema"])
                }
            }
        } else if type.equalsIgnoringCase("application/json") {
            chat["response_format"]["type"] = "json_object"
        } else if !isText(type) {
            type.warn(.noCounterpart, "chat completions answer in text or JSON")
        }
    }

    /// A schema that says nothing is none.
    private static func isSchema(_ schema: JSONValue) -> Bool {
        guard schema.exists else { return false }
        if schema.isEmpty { schema.note(.emptyOmitted, "an empty schema says nothing") }
        return !schema.isEmpty
    }

    static let losses: [Loss] = [
        .note("/response_format/json_schema/name", because: "Gemini's response schemas have no name"),
        .note(
            "/response_format/json_schema/description",
            because: "Gemini's response schemas have no description of their own"),
        .note("/response_format/json_schema/strict", because: "Gemini always follows a response schema"),
    ]
}
