internal import JSONCore

/// Tools that take free text.
///
///     OpenAI   { type: "custom", custom: { name, description?, format?: { type: "grammar", grammar: { syntax, definition } } } }
///              called with { id, type: "custom", custom: { name, input: "…" } }
///     Gemini   { name, description, parameters: { type: "object", properties: { input: { type: "string" } }, required: ["input"] } }
///              called with { name, args: { input: "…" } }
///
/// The exchange remembers their names, so that the answer calls them as the client knows them.
enum CustomTools {
    /// A tool or a call is of this kind by its type, or by what it has where it names none.
    static func isCustom(_ tool: JSONValue) -> Bool {
        let type = tool["type"]
        guard !type.exists else { return type.equalsIgnoringCase("custom") }
        return tool["custom"].exists && !tool["function"].exists
    }

    /// Says that the other side knows no such kind.
    static func note(_ tool: JSONValue) {
        let words = "Gemini has functions only: the text is the string `input`"
        let type = tool["type"]
        type.exists ? type.note(.saidDifferently, words) : tool.note("type", .saidDifferently, words)
    }

    static func declare(_ tool: JSONValue, _ declarations: JSONArrayWriter, _ context: RequestContext) {
        let custom = tool["custom"]
        guard custom["name"].kind == .string else {
            return tool.refuse("custom", .missingMember, "expected a custom tool with a name, found \(custom.found)")
        }
        guard context.declares(custom["name"]) else { return tool.ignore() }
        note(tool)
        declarations.object { declaration in
            context.names.write(custom["name"], to: declaration["name"])
            describe(custom, declaration)
            declaration["parameters"].object { parameters in
                parameters["type"] = "object"
                parameters["properties"]["input"]["type"] = "string"
                parameters["required"].array { $0.append("input") }
            }
        }
    }

    /// What Gemini cannot check, the model is told.
    private static func describe(_ custom: JSONValue, _ declaration: JSONObjectWriter) {
        let description = custom["description"]
        description.refuseUnlessString()
        let format = custom["format"]
        guard format["type"].equalsIgnoringCase("grammar") else {
            _ = format["type"].equalsIgnoringCase("text")
            declaration["description"] = description
            return
        }
        let grammar = format["grammar"].exists ? format["grammar"] : format
        declaration["description"].string { text in
            if description.kind == .string { text.append("\(description)\n\n") }
            text.append("The input follows this \(grammar["syntax"]) grammar:\n\(grammar["definition"])")
        }
        grammar["definition"].note(.approximated, "Gemini checks no grammar, so the model is told of it")
    }

    /// The names of a request's custom tools.
    static func names(_ chat: JSONValue) -> Set<JSONKey> {
        var names: Set<JSONKey> = []
        for tool in chat["tools"].elements where isCustom(tool) {
            names.insert(tool["custom"]["name"].key)
        }
        return names
    }

    static func callToGemini(_ custom: JSONValue, _ args: JSONSlot) {
        args["input"].write(custom["input"])
    }
}
