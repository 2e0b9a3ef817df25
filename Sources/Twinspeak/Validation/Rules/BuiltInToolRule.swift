internal import JSONCore

/// Tools that Google runs stand beside functions only from Gemini 3 on, and there on the developer surface only if the
/// request says so.
enum BuiltInToolRule: RequestRule {
    private static let names: [StaticString] = [
        "googleSearch", "codeExecution", "urlContext", "googleMaps", "googleSearchRetrieval", "computerUse",
        "fileSearch",
    ]

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let tools = request["tools"].elements
        guard let model = target.model, tools.contains(where: { !$0["functionDeclarations"].elements.isEmpty }),
            let builtIn = tools.lazy.flatMap({ tool in names.lazy.map { tool[$0] } }).first(where: \.exists)
        else { return }
        let config = request["toolConfig"]
        if !model.capabilities.signedParts {
            builtIn.refuse(.refusedByModel, "the model takes either functions or tools of Google's")
        } else if target.options.surface.combinesToolsByMember {
            if config["includeServerSideToolInvocations"].bool != true {
                builtIn.refuse(
                    .requiresMember,
                    "expected `toolConfig.includeServerSideToolInvocations` beside functions, found none")
            }
            let mode = config["functionCallingConfig"]["mode"]
            if mode.equalsIgnoringCase("AUTO") {
                mode.refuse(.conflictingMembers, "expected VALIDATED beside tools of Google's, found AUTO")
            }
        }
    }
}
