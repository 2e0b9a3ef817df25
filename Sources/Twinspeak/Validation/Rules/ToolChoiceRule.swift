internal import JSONCore

/// A tool that is asked for is declared.
enum ToolChoiceRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let choice = chat["tool_choice"]
        let declared = Set(chat["tools"].elements.map { ChatTool.name($0).key })
        if choice.exists, chat["tools"].elements.isEmpty {
            target.complain(choice, nil, .requiresMember, "expected `tools` beside it, found none")
        }
        if choice.kind == .object { refuseUndeclared(ChatTool.name(choice), declared) }
        for tool in choice["allowed_tools"]["tools"].elements { refuseUndeclared(ChatTool.name(tool), declared) }
        let functions = Set(chat["functions"].elements.map { $0["name"].key })
        refuseUndeclared(chat["function_call"]["name"], functions)
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let config = request["toolConfig"]["functionCallingConfig"]
        let allowed = config["allowedFunctionNames"]
        let declarations = request["tools"].elements.flatMap { $0["functionDeclarations"].elements.map { $0 } }
        let declared = Set(declarations.map { $0["name"].key })
        for name in allowed.elements { refuseUndeclared(name, declared) }
        let mode = config["mode"]
        guard !allowed.elements.isEmpty else { return }
        if mode.equalsIgnoringCase("AUTO") || mode.equalsIgnoringCase("NONE") {
            // Google refuses it, and a relay documents it.
            allowed.warn(.conflictingMembers, "expected mode ANY or VALIDATED beside it, found \(mode.found)")
        }
    }

    private static func refuseUndeclared(_ name: JSONValue, _ declared: Set<JSONKey>) {
        guard name.kind == .string, !declared.contains(name.key) else { return }
        name.refuse(.undeclaredTool, "expected the name of a declared tool, found \(name.found)")
    }
}
