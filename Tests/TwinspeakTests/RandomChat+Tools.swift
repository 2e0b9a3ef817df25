extension RandomChat {
    /// Declarations of all kinds, and which of them may be called.
    mutating func tools(_ body: inout Sample) {
        guard !dice.once(in: 8) else {
            body["functions"] = .list(names.map { ["name": .string($0), "parameters": schema()] })
            if dice.once(in: 2) {
                body["function_call"] = dice.once(in: 2) ? "auto" : ["name": .string(names[0])]
            }
            return
        }
        var tools: [Sample] = names.map { name in
            if dice.once(in: 10) { return custom(name) }
            var function: Sample = ["name": .string(name)]
            if dice.once(in: 2) { function["description"] = .string(dice.one(of: SampleData.texts)) }
            if !dice.once(in: 5) { function["parameters"] = schema() }
            if dice.once(in: 5) { function["strict"] = .data(dice.one(of: ["true", "false"])) }
            return ["type": "function", "function": function]
        }
        if dice.once(in: 5) {
            tools.append(
                dice.one(of: [
                    ["type": "web_search"], ["type": "code_interpreter"], ["type": "url_context"],
                    ["googleSearch": .data("{}")], ["google_maps": .data("{}")], ["type": "web_search_preview"],
                ]))
        }
        body["tools"] = .list(tools)
        if dice.once(in: 12) {
            body["web_search_options"] = .data(dice.one(of: ["{}", #"{"search_context_size":"low"}"#]))
        }
        if dice.once(in: 2) { body["tool_choice"] = choice() }
    }

    private mutating func schema() -> Sample { .data(dice.one(of: SampleData.schemas)) }

    private mutating func custom(_ name: String) -> Sample {
        var custom: Sample = ["name": .string(name), "description": "d"]
        if dice.once(in: 2) {
            custom["format"] = ["type": "grammar", "grammar": ["syntax": "lark", "definition": "start: /x/"]]
        }
        return ["type": "custom", "custom": custom]
    }

    private mutating func choice() -> Sample {
        switch dice.below(4) {
        case 0, 1: return .string(dice.one(of: ["none", "auto", "required", "any", "validated"]))
        case 2: return ["type": "function", "function": ["name": .string(names[0])]]
        default:
            let tools = names.prefix(2).map { name -> Sample in
                ["type": "function", "function": ["name": .string(name)]]
            }
            let mode = dice.one(of: ["auto", "required"])
            return ["type": "allowed_tools", "allowed_tools": ["mode": .string(mode), "tools": .list(tools)]]
        }
    }
}
