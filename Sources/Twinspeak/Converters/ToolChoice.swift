internal import JSONCore

/// Whether and which tools are called.
///
///     OpenAI   tool_choice: "none" | "auto" | "required" | { type: "function", function: { name } }
///              | { type: "allowed_tools", allowed_tools: { mode: "auto" | "required", tools: [{ function: { name } }, …] } }
///     Gemini   toolConfig: { functionCallingConfig: { mode: "NONE" | "AUTO" | "ANY" | "VALIDATED", allowedFunctionNames? } }
enum ToolChoice {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let choice = chat["tool_choice"].exists ? chat["tool_choice"] : chat["function_call"]
        let combines = context.combinesTools && context.options.surface.combinesToolsByMember
        request["toolConfig"].object { toolConfig in
            config(choice, chat, toolConfig, context)
            if combines { toolConfig["includeServerSideToolInvocations"] = true }
        }
    }

    private static func config(
        _ choice: JSONValue, _ chat: JSONValue, _ toolConfig: JSONObjectWriter, _ context: RequestContext
    ) {
        // Beside tools of the server's, AUTO is refused and VALIDATED is the default.
        let isAutomatic = !choice.exists || choice.equalsIgnoringCase("auto")
        if context.combinesTools, isAutomatic {
            toolConfig["functionCallingConfig"]["mode"] = "VALIDATED"
            if choice.exists { choice.note(.saidDifferently, "beside tools of the server's, Gemini says VALIDATED") }
            return
        }
        guard choice.exists else { return }
        guard !chat["tools"].elements.isEmpty || !chat["functions"].elements.isEmpty else {
            return choice.note(.noCounterpart, "there are no tools to choose from")
        }
        toolConfig["functionCallingConfig"].object { config in
            if choice.kind == .string { return word(choice, config) }
            let allowed = choice["allowed_tools"].exists ? choice["allowed_tools"] : choice
            if choice["type"].equalsIgnoringCase("allowed_tools") || choice["allowed_tools"].exists {
                // AUTO with names is refused; VALIDATED takes them, and leaves the model as free.
                config["mode"] = allowed["mode"].equalsIgnoringCase("required") ? "ANY" : "VALIDATED"
                _ = allowed["mode"].equalsIgnoringCase("auto")
                names(allowed["tools"], config, context)
            } else {
                config["mode"] = "ANY"
                names(choice, config, context)
            }
        }
    }

    private static let words: [(openAI: StaticString, gemini: StaticString)] = [
        ("auto", "AUTO"), ("none", "NONE"), ("required", "ANY"), ("any", "ANY"), ("validated", "VALIDATED"),
    ]

    private static func word(_ choice: JSONValue, _ config: JSONObjectWriter) {
        guard let row = words.first(where: { choice.equalsIgnoringCase($0.openAI) }) else {
            return choice.refuse(.unknownValue, "expected none, auto, required or a tool, found \(choice.found)")
        }
        config["mode"] = row.gemini
    }

    private static func names(_ tools: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext) {
        config["allowedFunctionNames"].array { names in
            for tool in tools.elements {
                let type = tool["type"]
                _ = type.equalsIgnoringCase("function")
                if type.equalsIgnoringCase("custom") { type.note(.saidDifferently, "Gemini has functions only") }
                let chosen = ChatTool.name(tool)
                let name = chosen.exists ? chosen : tool["name"]
                if name.kind == .string {
                    context.expectDeclared(name)
                    context.names.write(name, to: names.element)
                } else {
                    tool.refuse(.missingMember, "expected a function's name, found \(name.found)")
                }
            }
        }
    }

    static func toOpenAI(
        _ toolConfig: JSONValue, _ tools: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext
    ) {
        let config = toolConfig["functionCallingConfig"]
        let mode = config["mode"]
        let names = config["allowedFunctionNames"]
        guard mode.exists || names.exists else { return }
        guard tools.elements.contains(where: { !$0["functionDeclarations"].elements.isEmpty }) else {
            config.ignore()
            return config.note(.noCounterpart, "there are no functions to choose from")
        }
        if mode.equalsIgnoringCase("NONE") {
            chat["tool_choice"] = "none"
        } else if mode.equalsIgnoringCase("ANY") {
            if names.elements.isEmpty {
                chat["tool_choice"] = "required"
            } else if let only = names.elements.only {
                context.expectDeclared(only)
                chat["tool_choice"].object { choice in
                    choice["type"] = "function"
                    context.names.write(only, to: choice["function"]["name"])
                }
            } else {
                allowed("required", names, chat, context)
            }
        } else if mode.equalsIgnoringCase("VALIDATED") {
            if !names.elements.isEmpty {
                allowed("auto", names, chat, context)
            } else if context.options.dialect.allowsExtraMembers {
                chat["tool_choice"] = "validated"
            } else {
                mode.warn(.approximated, "chat completions have no VALIDATED; `auto` is the nearest")
                chat["tool_choice"] = "auto"
            }
        } else if !mode.exists || mode.equalsIgnoringCase("AUTO") || mode.equalsIgnoringCase("MODE_UNSPECIFIED") {
            if names.elements.isEmpty {
                chat["tool_choice"] = "auto"
            } else {
                allowed("auto", names, chat, context)
                names.note(.saidDifferently, "AUTO takes no names; written back as VALIDATED")
            }
        } else {
            mode.refuse(.unknownValue, "expected AUTO, ANY, NONE or VALIDATED, found \(mode.found)")
        }
    }

    private static func allowed(
        _ mode: StaticString, _ names: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext
    ) {
        chat["tool_choice"].object { choice in
            choice["type"] = "allowed_tools"
            choice["allowed_tools"].object { allowed in
                allowed["mode"] = mode
                allowed["tools"].array { tools in
                    for name in names.elements {
                        context.expectDeclared(name)
                        tools.object { tool in
                            tool["type"] = "function"
                            context.names.write(name, to: tool["function"]["name"])
                        }
                    }
                }
            }
        }
    }
}
