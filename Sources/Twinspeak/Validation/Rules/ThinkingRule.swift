internal import JSONCore

/// How much to think is said once, and in the way that the model understands.
enum ThinkingRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let config = chat["extra_body"]["google"]["thinkingConfig"]
        guard config.exists else { return }
        if chat["reasoning_effort"].exists {
            target.complain(config, nil, .conflictingMembers, "expected it or `reasoning_effort`, found both")
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
            target.complain(budget, nil, .conflictingMembers, "expected it or `thinkingLevel`, found both")
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
                target.complain(level, nil, .refusedByModel, "expected \(words), found \(level.found)")
            }
        case .budget(let range, let canTurnOff):
            if level.exists { target.complain(level, nil, .refusedByModel, "expected `thinkingBudget`, found a level") }
            guard let tokens = budget.int, tokens != -1, !range.contains(tokens), !(canTurnOff && tokens == 0) else {
                return
            }
            let bounds = "\(canTurnOff ? "0, " : "")\(range.lowerBound) to \(range.upperBound)"
            target.complain(budget, nil, .refusedByModel, "expected -1 or \(bounds), found \(budget.found)")
        }
    }
}
