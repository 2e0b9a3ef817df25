internal import JSONCore

/// Gemini's contents are not empty, each part holds one kind of data, and only newer models refuse the last word.
enum ContentRule: RequestRule {
    private static let data: [StaticString] = [
        "text", "inlineData", "fileData", "functionCall", "functionResponse", "executableCode", "codeExecutionResult",
        "toolCall", "toolResponse",
    ]

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let contents = request["contents"]
        if contents.kind == .array, contents.isEmpty {
            contents.refuse(.emptyContents, "expected at least one content, found none")
        }
        for content in contents.elements where content.kind == .object {
            checkRole(content)
            checkParts(content)
        }
        let system = request["systemInstruction"]
        if system.kind == .object { checkParts(system) }
        checkEnd(contents, target)
    }

    private static func checkRole(_ content: JSONValue) {
        let role = content["role"]
        guard role.kind == .string, Role(content: content) == .unknown else { return }
        role.refuse(.unknownRole, "expected user or model, found \(role.found)")
    }

    private static func checkParts(_ content: JSONValue) {
        let parts = content["parts"]
        if !parts.exists || parts.isEmpty {
            content.refuse("parts", .emptyContents, "expected at least one part, found none")
        }
        for part in parts.elements where part.kind == .object && !data.contains(where: { part[$0].exists }) {
            part.refuse(.unknownPart, "expected text, media, a call or a result, found \(part.found)")
        }
    }

    private static func checkEnd(_ contents: JSONValue, _ target: ValidationTarget) {
        guard let model = target.model, !model.capabilities.trailingModelTurn,
            let last = contents.elements.reversed().first, Role(content: last) == .assistant,
            !(last["parts"].elements.reversed().first?["functionResponse"].exists ?? false)
        else { return }
        last.refuse(.refusedByModel, "the model refuses a conversation that ends with its own turn")
    }
}
