internal import JSONCore

/// What the model may call.
///
///     OpenAI   tools: [{ type: "function", function: { name, description?, parameters?, strict? } },
///                      { type: "custom", custom: { name, description?, format? } }, { type: "web_search" }, …]
///     Gemini   tools: [{ functionDeclarations: [{ name, description?, parameters? | parametersJsonSchema? }, …] },
///                      { googleSearch: {} }, …]
enum Tools {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let tools = chat["tools"]
        if tools.exists, tools.kind != .array { return tools.refuse(expected: "an array of tools") }
        let parallel = chat["parallel_tool_calls"]
        if parallel.bool == false { parallel.warn(.noCounterpart, "Gemini cannot forbid parallel calls") }
        request["tools"].array { list in
            list.object { tool in
                tool["functionDeclarations"].array { declarations in
                    for tool in tools.elements where isDeclared(tool) { declare(tool, declarations, context) }
                    for function in chat["functions"].elements {
                        function["name"].note(.saidDifferently, "`functions` is the old form of `tools`")
                        declare(function, in: function, declarations, context)
                    }
                }
            }
            BuiltInTools.toGemini(chat, list, hasFunctions: areDeclared(in: chat), context)
        }
    }

    static func areDeclared(in chat: JSONValue) -> Bool {
        chat["tools"].elements.contains { isDeclared($0) } || !chat["functions"].elements.isEmpty
    }

    /// Has a declaration, and is not a tool of the server's.
    static func isDeclared(_ tool: JSONValue) -> Bool {
        let type = tool["type"]
        return type.equalsIgnoringCase("function") || type.equalsIgnoringCase("custom")
            || (!type.exists && (tool["function"].exists || CustomTools.isCustom(tool)))
    }

    private static func declare(_ tool: JSONValue, _ declarations: JSONArrayWriter, _ context: RequestContext) {
        if CustomTools.isCustom(tool) {
            return CustomTools.declare(tool, declarations, context)
        }
        guard tool["function"].kind == .object else {
            return tool.refuse("function", .missingMember, "expected a function, found \(tool["function"].found)")
        }
        declare(tool["function"], in: tool, declarations, context)
    }

    private static func declare(
        _ function: JSONValue, in tool: JSONValue, _ declarations: JSONArrayWriter, _ context: RequestContext
    ) {
        guard function["name"].kind == .string, !function["name"].isEmptyString else {
            return refuseName(of: function)
        }
        guard context.declares(function["name"]) else { return tool.ignore() }
        declarations.object { declaration in
            context.names.write(function["name"], to: declaration["name"])
            function["description"].refuseUnlessString()
            declaration["description"] = function["description"]
            Schemas.parametersToGemini(function["parameters"], declaration, context.options.schemas)
        }
    }

    static func toOpenAI(_ tools: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext) {
        chat["tools"].array { list in
            var isFirst = true
            for tool in tools.elements {
                if tool.kind != .object { tool.refuse(expected: "a tool") }
                for declaration in tool["functionDeclarations"].elements {
                    if !isFirst {
                        declaration["name"].note(.saidDifferently, "chat tools stand in one list, without groups")
                    }
                    guard !declaration["name"].exists || context.declares(declaration["name"]) else {
                        declaration.ignore()
                        continue
                    }
                    list.object { write(declaration, $0, context) }
                }
                isFirst = false
            }
        }
    }

    private static func refuseName(of function: JSONValue) {
        let name = function["name"]
        let expected = "expected a name, found \(name.found)"
        name.exists ? name.refuse(.missingMember, expected) : function.refuse("name", .missingMember, expected)
    }

    private static func write(_ declaration: JSONValue, _ tool: JSONObjectWriter, _ context: RequestContext) {
        guard declaration["name"].kind == .string else { return refuseName(of: declaration) }
        tool["type"] = "function"
        tool["function"].object { function in
            context.names.write(declaration["name"], to: function["name"])
            declaration["description"].refuseUnlessString()
            function["description"] = declaration["description"]
            Schemas.toOpenAI(declaration, "parameters", json: "parametersJsonSchema", function["parameters"])
        }
    }

    static let losses: [Loss] = [
        .note("/tools/*/function/strict", because: "Gemini has no switch for it; mode VALIDATED is the nearest"),
        .note("/tools/*/cache_control", because: "Gemini caches by itself"),
        .note("/tools/*/function/cache_control", because: "Gemini caches by itself"),
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
