internal import JSONCore

/// A cache holds the system instruction and the tools; a request that uses it has none of its own.
enum CachedContentRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let name = chat["extra_body"]["google"]["cachedContent"]
        guard name.exists else { return }
        let system = chat["messages"].elements.lazy.map { $0["role"] }.first { $0 == "system" || $0 == "developer" }
        refuse([system ?? chat.missing, chat["tools"], chat["tool_choice"]])
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        guard request["cachedContent"].exists else { return }
        refuse([request["systemInstruction"], request["tools"], request["toolConfig"]])
    }

    private static func refuse(_ others: [JSONValue]) {
        for other in others where other.exists {
            other.refuse(.conflictingMembers, "expected nothing of it beside cached content, which holds it")
        }
    }
}
