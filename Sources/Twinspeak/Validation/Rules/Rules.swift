internal import JSONCore

/// Something that must hold between several members of a request, and that a field list cannot say.
protocol RequestRule: SendableMetatype {
    static func check(chat: JSONValue, _ target: ValidationTarget)
    static func check(gemini: JSONValue, _ target: ValidationTarget)
}

extension RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {}
    static func check(gemini: JSONValue, _ target: ValidationTarget) {}
}

enum Rules {
    private static let ofRequests: [any RequestRule.Type] = [
        MessageRule.self, ContentRule.self, ToolPairingRule.self, SignatureRule.self, DeclarationRule.self,
        ToolChoiceRule.self, BuiltInToolRule.self, SchemaRule.self, StrictSchemaRule.self, ResponseFormatRule.self,
        GenerationRule.self, LogprobsRule.self, ThinkingRule.self, ImageConfigRule.self, MediaRule.self,
        CachedContentRule.self, SafetyRule.self, CompanionRule.self, ArgumentsRule.self,
    ]

    static func check(_ root: JSONValue, _ kind: Validator.Kind, _ target: ValidationTarget) {
        guard root.kind == .object else { return }
        switch (kind, target.format) {
        case (.request, .openAI): for rule in ofRequests { rule.check(chat: root, target) }
        case (.request, .gemini): for rule in ofRequests { rule.check(gemini: root, target) }
        case (.response, .openAI): AnswerRule.check(completion: root, target)
        case (.response, .gemini): AnswerRule.check(gemini: root)
        case (.chunk, _), (.error, _): break
        }
    }
}
