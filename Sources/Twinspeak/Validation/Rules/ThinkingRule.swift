internal import JSONCore

/// How much to think is said once, and in the way that the model understands.
enum ThinkingRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let config = chat["extra_body"]["google"]["thinkingConfig"]
        let saysHowMuch = config["thinkingLevel"].exists || config["thinkingBudget"].exists
        if chat["reasoning_effort"].exists, saysHowMuch {
            complain(config, .conflictingMembers, "expected it or `reasoning_effort`, found both", target)
        }
        check(config, target)
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        check(request["generationConfig"]["thinkingConfig"], target)
    }

    private static func check(_ config: JSONValue, _ target: ValidationTarget) {
        let level = config["thinkingLevel"]
        let budget = config["thinkingBudget"]
        if level.exists, budget.exists {
            complain(budget, .conflictingMembers, "expected it or `thinkingLevel`, found both", target)
        }
        guard let model = target.model else { return }
        switch model.capabilities.thinking {
        case .none where config.exists: config.warn(.refusedByModel, "by its name, the model does not think")
        case .none: break
        case .levels(let levels):
            if level.kind == .string, !levels.contains(where: { level.equalsIgnoringCase($0.word) }),
                ThinkingCapability.Level.allCases.contains(where: { level.equalsIgnoringCase($0.word) })
            {
                let words = levels.map { "\($0.word)" }.joinedByOr
                complain(level, .refusedByModel, "expected \(words), found \(level.found)", target)
            }
        case .budget(let range, let canTurnOff):
            if level.exists { complain(level, .refusedByModel, "expected `thinkingBudget`, found a level", target) }
            guard let tokens = budget.unquoted.int, tokens != -1, !range.contains(tokens), !(canTurnOff && tokens == 0)
            else {
                return
            }
            let bounds = "\(canTurnOff ? "0, " : "")\(range.lowerBound) to \(range.upperBound)"
            complain(budget, .refusedByModel, "expected -1 or \(bounds), found \(budget.found)", target)
        }
    }

    /// Google refuses it on its chat endpoint too; a translation corrects it.
    private static func complain(
        _ value: JSONValue, _ code: Diagnostic.Code, _ message: String, _ target: ValidationTarget
    ) {
        let isGoogle = target.format == .gemini || !target.options.dialect.allowsAllOfOpenAI
        value.say(nil, isGoogle ? .error : .warning, code, message)
    }
}
