internal import JSONCore

/// Who asks for JSON says so in words (OpenAI), and asks for no function calls beside it (Gemini up to 2.5).
enum ResponseFormatRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let type = chat["response_format"]["type"]
        guard target.isPublishedOnly, type == "json_object", !chat["messages"].elements.contains(where: saysJSON) else {
            return
        }
        type.refuse(.requiresMember, "expected the word JSON in a message beside it, found it in none")
    }

    private static func saysJSON(_ message: JSONValue) -> Bool {
        message["content"].elements.contains { part in
            let text = (part.kind == .string ? part : part["text"]).decoded.string.lowercased()
            return Array(text.utf8).firstRange(of: Array("json".utf8)) != nil
        }
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let type = request["generationConfig"]["responseMimeType"]
        guard let model = target.model, !model.capabilities.jsonBesideFunctions, type.exists, !(type == "text/plain"),
            request["tools"].elements.contains(where: { !$0["functionDeclarations"].elements.isEmpty })
        else { return }
        type.refuse(.refusedByModel, "the model takes no JSON mode beside functions")
    }
}
