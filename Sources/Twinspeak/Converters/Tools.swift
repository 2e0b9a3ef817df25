internal import JSONCore

/// What the model may call.
///
///     OpenAI   tools: [{ type: "function", function: { name, description?, parameters?, strict? } }, …]
///     Gemini   tools: [{ functionDeclarations: [{ name, description?, parameters? | parametersJsonSchema? }, …] }]
enum Tools {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let tools = chat["tools"]
        let functions = chat["functions"]
        if tools.exists, tools.kind != .array { return tools.refuse(expected: "an array of tools") }
        let parallel = chat["parallel_tool_calls"]
        if parallel.bool == false { parallel.warn(.noCounterpart, "Gemini cannot forbid parallel calls") }
        guard tools.elements.contains(where: isFunction) || functions.exists else { return }
        request["tools"][.first]["functionDeclarations"].array { declarations in
            for tool in tools.elements where isFunction(tool) {
                guard tool["function"].kind == .object else {
                    tool.refuse("function", .missingMember, "expected a function, found \(tool["function"].found)")
                    continue
                }
                declare(tool["function"], declarations, context)
            }
            for function in functions.elements {
                function["name"].note(.saidDifferently, "`functions` is the old form of `tools`")
                declare(function, declarations, context)
            }
        }
    }

    private static func isFunction(_ tool: JSONValue) -> Bool {
        tool["type"] == "function" || (!tool["type"].exists && tool["function"].exists)
    }

    private static func declare(_ function: JSONValue, _ declarations: JSONArrayWriter, _ context: RequestContext) {
        guard function["name"].kind == .string else {
            return function.refuse("name", .missingMember, "expected a name, found \(function["name"].found)")
        }
        declarations.object { declaration in
            declaration["name"] = function["name"]
            declaration["description"] = function["description"]
            Schemas.parametersToGemini(function["parameters"], declaration, context.options)
        }
    }

    static func toOpenAI(_ tools: JSONValue, _ chat: JSONObjectWriter) {
        chat["tools"].array { list in
            var isFirst = true
            for tool in tools.elements {
                defer { isFirst = false }
                if tool.kind != .object { tool.refuse(expected: "a tool") }
                for declaration in tool["functionDeclarations"].elements {
                    guard declaration["name"].kind == .string else {
                        declaration.refuse(
                            "name", .missingMember, "expected a name, found \(declaration["name"].found)")
                        continue
                    }
                    if !isFirst {
                        declaration["name"].note(.saidDifferently, "chat tools stand in one list, without groups")
                    }
                    list.object { tool in
                        tool["type"] = "function"
                        tool["function"].object { function in
                            function["name"] = declaration["name"]
                            function["description"] = declaration["description"]
                            Schemas.toOpenAI(
                                declaration, "parameters", json: "parametersJsonSchema", function["parameters"])
                        }
                    }
                }
            }
        }
        for tool in tools.elements where tool["googleSearch"].exists {
            chat["web_search_options"].writeEmptyObject()
            tool["googleSearch"].note(.saidDifferently, "`web_search_options` asks for it, without details")
            break
        }
    }

    static let losses: [Loss] = [
        .note("/tools/*/function/strict", because: "Gemini has no switch for it; mode VALIDATED is the nearest"),
        .note("/tools/*/cache_control", because: "Gemini caches by itself"),
        .note("/functions/*/strict", because: "Gemini has no switch for it; mode VALIDATED is the nearest"),
    ]

    static let geminiLosses: [Loss] = [
        .warning(
            "/tools/*/functionDeclarations/*/behavior", because: "chat completions have no asynchronous functions"),
        .warning("/tools/*/functionDeclarations/*/response", because: "chat completions do not describe results"),
        .warning(
            "/tools/*/functionDeclarations/*/responseJsonSchema", because: "chat completions do not describe results"),
    ]
}
