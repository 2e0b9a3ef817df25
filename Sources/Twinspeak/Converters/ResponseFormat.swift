internal import JSONCore

/// The form of the answer.
///
///     OpenAI   response_format: { type: "text" | "json_object" } | { type: "json_schema", json_schema: { name, schema?, strict? } }
///     Gemini   { responseMimeType: "application/json", responseSchema? | responseJsonSchema? } in generationConfig
enum ResponseFormat {
    static func toGemini(_ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext)
    {
        let format = chat["response_format"]
        guard format.exists else { return nativeToGemini(native, config) }
        let type = format["type"]
        switch type {
        case "text": return
        case "json_object":
            if isRefused(format, chat, context) { return }
            config["responseMimeType"] = "application/json"
        case "json_schema":
            if isRefused(format, chat, context) { return }
            config["responseMimeType"] = "application/json"
            Schemas.responseToGemini(format["json_schema"]["schema"], config, context.options)
        default:
            if type.kind == .string, type.decoded.firstIndex(of: UInt8(ascii: "/")) != nil {
                config["responseMimeType"] = type
                type.note(.saidDifferently, "a media type, as Gemini names it")
            } else {
                (type.exists ? type : format).refuse(
                    type.exists ? nil : "type", .unknownValue,
                    "expected text, json_object or json_schema, found \(type.found)")
            }
        }
    }

    private static func nativeToGemini(_ native: JSONValue, _ config: JSONObjectWriter) {
        config["responseMimeType"] = native["responseMimeType"]
        config["responseSchema"] = native["responseSchema"]
        config["responseJsonSchema"] = native["responseJsonSchema"]
    }

    /// Up to 2.5, Gemini answers 400 to a JSON response beside function declarations.
    private static func isRefused(_ format: JSONValue, _ chat: JSONValue, _ context: RequestContext) -> Bool {
        let hasTools = !chat["tools"].elements.isEmpty || !chat["functions"].elements.isEmpty
        guard hasTools, !context.capabilities.jsonBesideFunctions else { return false }
        format.warn(.refusedByModel, "the model takes no JSON response beside functions; left out")
        return true
    }

    static func toOpenAI(_ config: JSONValue, _ chat: JSONObjectWriter) {
        let type = config["responseMimeType"]
        let hasSchema = isSchema(config["responseSchema"]) || isSchema(config["responseJsonSchema"])
        guard type.exists || hasSchema else { return }
        if hasSchema,
            !type.exists || type.equalsIgnoringCase("application/json") || type.equalsIgnoringCase("text/x.enum")
        {
            chat["response_format"].object { format in
                format["type"] = "json_schema"
                format["json_schema"].object { json in
                    json["name"] = "response"
                    Schemas.toOpenAI(config, "responseSchema", json: "responseJsonSchema", json["schema"])
                }
            }
        } else if type.equalsIgnoringCase("application/json") {
            chat["response_format"]["type"] = "json_object"
        } else if type.equalsIgnoringCase("text/plain") {
            return
        } else {
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
