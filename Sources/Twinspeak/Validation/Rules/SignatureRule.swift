internal import JSONCore

/// From Gemini 3 on, the first function call of every model turn since the user last spoke is signed.
enum SignatureRule: RequestRule {
    /// Google's own chat endpoint refuses; the translation would put a signature there.
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        guard target.asksForSignatures, target.options.dialect.allowsExtraContent else { return }
        let messages = chat["messages"].elements.map { $0 }
        let start = messages.lastIndex { Role(message: $0) == .user } ?? 0
        for message in messages[start...] where Role(message: message) == .assistant {
            let calls = message["tool_calls"].elements
            let details = ThoughtSignatures.details(of: message)
            guard let first = calls.first(where: { $0.kind == .object }),
                !calls.contains(where: { ThoughtSignatures.isSigned($0, details) }),
                ThoughtSignatures.ofMessage(message) == nil
            else { continue }
            first.warn(
                .signatureMissing, "expected `extra_content.google.thought_signature`, which the model asks for")
        }
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        guard target.asksForSignatures else { return }
        let contents = request["contents"].elements.map { $0 }
        let start = contents.lastIndex { content in
            Role(content: content) != .assistant
                && content["parts"].elements.contains { !$0["functionResponse"].exists }
        }
        for content in contents[(start ?? 0)...] where Role(content: content) == .assistant {
            let calls = content["parts"].elements.filter { $0["functionCall"].exists }
            guard let first = calls.first, !first["thoughtSignature"].exists else { continue }
            // Whether one on a later call will do, is not known.
            let isSigned = calls.contains { $0["thoughtSignature"].exists }
            first.say(
                "thoughtSignature", isSigned ? .warning : .error, .signatureMissing,
                "expected the signature that the call came with, found none")
        }
    }
}

extension ValidationTarget {
    /// Models that make images recommend it only.
    fileprivate var asksForSignatures: Bool {
        guard let model, !model.name.makesImages else { return false }
        return model.capabilities.signedParts
    }
}
