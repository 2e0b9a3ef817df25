internal import JSONCore

/// How much the model thinks before it answers, and whether it shows its thoughts.
///
///     OpenAI   reasoning_effort: "none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max"
///              or reasoning: { effort?, max_tokens?, exclude?, enabled? }, thinking: { type, budget_tokens? }, …
///     Gemini   generationConfig.thinkingConfig: { thinkingLevel | thinkingBudget, includeThoughts? }
///
/// Gemini answers 400 to level and budget together, and to the one that the model does not know.
struct Thinking {
    enum Amount {
        case effort(Effort)
        case budget(Int64)
        case off
    }

    /// What was asked for; nil if nothing was, which leaves it to the model.
    var amount: Amount?
    /// The caller asked to see thoughts.
    var includeThoughts: Bool?
    /// The value that said how much, or else that thoughts be shown.
    private var source: JSONValue?
    /// The value of a config that said whether.
    private var shown: JSONValue?

    /// The words of `reasoning_effort` in rising order, but for `none`, which is ``Amount/off``.
    enum Effort: Int, CaseIterable {
        case minimal, low, medium, high, xhigh, max

        init?(_ word: JSONValue) {
            guard let effort = Self.allCases.first(where: { word.equalsIgnoringCase($0.word) }) else { return nil }
            self = effort
        }

        /// Gemini has no word beyond `xhigh`.
        init?(level: JSONValue) {
            guard let effort = Self(level), effort != .max else { return nil }
            self = effort
        }

        var word: StaticString {
            switch self {
            case .minimal: "minimal"
            case .low: "low"
            case .medium: "medium"
            case .high: "high"
            case .xhigh: "xhigh"
            case .max: "max"
            }
        }
    }

    static func toGemini(_ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext)
    {
        var thinking = Thinking()
        thinking.readEffort(chat["reasoning_effort"])
        thinking.readReasoning(chat["reasoning"])
        if let include = chat["include_reasoning"].bool {
            thinking.includeThoughts = thinking.includeThoughts ?? include
            chat["include_reasoning"].noteForeign()
        }
        thinking.readThinking(chat["thinking"])
        thinking.readSwitches(chat["enable_thinking"], chat["thinking_budget"])
        let extra = context.extra(orTopLevel: "thinkingConfig")
        let thinkingConfig = extra.exists ? extra : native["thinkingConfig"]
        thinking.readConfig(thinkingConfig)
        if thinking.source == nil, thinking.includeThoughts == true {
            thinking.source =
                [thinkingConfig["includeThoughts"], chat["include_reasoning"], chat["reasoning"], chat["thinking"]]
                .first(where: \.exists)
        }
        config["thinkingConfig"].object { thinking.write($0, context.capabilities.thinking) }
    }

    // MARK: Reading

    private mutating func take(_ amount: Amount?, from source: JSONValue, isForeign: Bool = false) {
        guard let amount else { return }
        if isForeign { source.noteForeign() }
        if self.amount != nil {
            source.warn(.superseded, "another member says how much to think; that one counts")
        } else {
            self.amount = amount
            self.source = source
        }
    }

    private mutating func readEffort(_ word: JSONValue, isForeign: Bool = false) {
        guard word.exists else { return }
        if word.equalsIgnoringCase("none") { return take(.off, from: word, isForeign: isForeign) }
        guard let effort = Effort(word) else {
            return word.refuse(
                .unknownValue, "expected none, minimal, low, medium, high, xhigh or max, found \(word.found)")
        }
        take(.effort(effort), from: word, isForeign: isForeign)
    }

    /// OpenRouter's form: to ask for reasoning is to ask to see it.
    private mutating func readReasoning(_ reasoning: JSONValue) {
        guard reasoning.kind == .object else { return }
        includeThoughts = reasoning["exclude"].bool == true ? nil : true
        reasoning["exclude"].noteForeign()
        readEffort(reasoning["effort"], isForeign: true)
        take(reasoning["max_tokens"].int.map(Amount.budget), from: reasoning["max_tokens"], isForeign: true)
        let enabled = reasoning["enabled"]
        if enabled.bool == false {
            take(.off, from: enabled, isForeign: true)
        } else if enabled.bool == true, amount == nil {
            take(.effort(.medium), from: enabled, isForeign: true)
        }
        if case .off? = amount { includeThoughts = nil }
    }

    /// Anthropic's form.
    private mutating func readThinking(_ thinking: JSONValue) {
        guard thinking.kind == .object else { return }
        let type = thinking["type"]
        if type.equalsIgnoringCase("disabled") { return take(.off, from: type, isForeign: true) }
        guard type.equalsIgnoringCase("enabled") || type.equalsIgnoringCase("adaptive") else { return }
        includeThoughts = includeThoughts ?? true
        type.noteForeign()
        take(thinking["budget_tokens"].int.map(Amount.budget), from: thinking["budget_tokens"], isForeign: true)
    }

    /// Qwen's form.
    private mutating func readSwitches(_ enable: JSONValue, _ budget: JSONValue) {
        if enable.bool == false {
            take(.off, from: enable, isForeign: true)
            if budget.exists { budget.note(.superseded, "thinking is off") }
        } else {
            enable.noteForeign()
            take(budget.int.map(Amount.budget), from: budget, isForeign: true)
        }
    }

    private mutating func readConfig(_ config: JSONValue) {
        guard config.kind == .object else { return }
        includeThoughts = config["includeThoughts"].bool ?? includeThoughts
        if config["includeThoughts"].exists { shown = config["includeThoughts"] }
        let level = config["thinkingLevel"]
        if let effort = Effort(level: level) {
            take(.effort(effort), from: level)
        } else if level.exists, !level.equalsIgnoringCase("THINKING_LEVEL_UNSPECIFIED") {
            level.refuse(.unknownValue, "expected minimal, low, medium, high or xhigh, found \(level.found)")
        }
        let budget = config["thinkingBudget"]
        take(budget.int.map { $0 == 0 ? .off : .budget($0) }, from: budget)
    }

    // MARK: Writing

    private func write(_ config: JSONObjectWriter, _ capability: ThinkingCapability) {
        switch capability {
        case .none:
            (source ?? shown)?.warn(.refusedByModel, "the model does not think; left out")
            return
        case .budget(let range, let canTurnOff): writeBudget(config, range, canTurnOff)
        case .levels(let levels): writeLevel(config, levels)
        }
        config["includeThoughts"] = includeThoughts
    }

    private func writeBudget(_ config: JSONObjectWriter, _ range: ClosedRange<Int64>, _ canTurnOff: Bool) {
        switch amount {
        case nil: return
        case .off:
            if canTurnOff {
                source?.note(.saidDifferently, "the model takes a number of tokens, not a word")
            } else {
                source?.warn(.approximated, "the model cannot but think; \(range.lowerBound) is its least")
            }
            config["thinkingBudget"] = canTurnOff ? 0 : range.lowerBound
        case .effort(let effort):
            source?.note(.saidDifferently, "the model takes a number of tokens, not a word")
            let budget: Int64 =
                switch effort {
                case .minimal, .low: 1024
                case .medium: 8192
                case .high: 24576
                case .xhigh, .max: range.upperBound
                }
            config["thinkingBudget"] = min(budget, range.upperBound)
        case .budget(let asked):
            // −1 leaves it to the model.
            let budget =
                asked < 0
                ? -1 : asked == 0 && canTurnOff ? 0 : min(Swift.max(asked, range.lowerBound), range.upperBound)
            if budget != asked {
                source?.warn(
                    .approximated, "the model takes \(range.lowerBound) to \(range.upperBound); written \(budget)")
            }
            config["thinkingBudget"] = budget
        }
    }

    private func writeLevel(_ config: JSONObjectWriter, _ levels: [ThinkingCapability.Level]) {
        switch amount {
        case nil: return
        case .off:
            let least = levels.first ?? .low
            source?.warn(.approximated, "the model cannot but think; \(least.word) is its least")
            config["thinkingLevel"] = least.word
        case .budget(let asked):
            let budget = min(Swift.max(asked, -1), Int64(Int32.max))
            if budget != asked {
                source?.warn(.approximated, "the model takes numbers of 32 bits; written \(budget)")
            }
            config["thinkingBudget"] = budget
        case .effort(let effort):
            let level = Self.nearest(to: effort, levels)
            if !level.word.isSame(as: effort.word) {
                source?.note(.approximated, "the nearest that the model has is \(level.word)")
            }
            config["thinkingLevel"] = level.word
        }
    }

    /// A tie goes up.
    private static func nearest(to effort: Effort, _ levels: [ThinkingCapability.Level]) -> ThinkingCapability.Level {
        let wanted = min(effort.rawValue, ThinkingCapability.Level.high.rawValue)
        return levels.min { left, right in
            (abs(left.rawValue - wanted), -left.rawValue) < (abs(right.rawValue - wanted), -right.rawValue)
        } ?? .high
    }

    // MARK: Gemini → OpenAI

    /// A config that holds only a level is `reasoning_effort` in every dialect; one that holds more goes along whole
    /// where the dialect has a place for it, because Google answers 400 to both.
    static func toOpenAI(_ thinking: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext) {
        guard thinking.exists, !goesWhole(thinking, context.options.dialect) else { return }
        let level = thinking["thinkingLevel"]
        let budget = thinking["thinkingBudget"]
        if level.equalsIgnoringCase("THINKING_LEVEL_UNSPECIFIED") { level.note(.emptyOmitted, "says nothing") }
        if let effort = Effort(level: level) {
            chat["reasoning_effort"] = effort.word
        } else if level.exists, !level.equalsIgnoringCase("THINKING_LEVEL_UNSPECIFIED") {
            level.refuse(.unknownValue, "expected MINIMAL, LOW, MEDIUM, HIGH or XHIGH, found \(level.found)")
        } else if let tokens = budget.int {
            if tokens >= 0 {
                chat["reasoning_effort"] =
                    tokens == 0 ? "none" : tokens <= 1024 ? "low" : tokens <= 8192 ? "medium" : "high"
            }
            budget.warn(.approximated, "chat completions know efforts, not budgets")
        }
        if thinking["includeThoughts"].bool == true {
            thinking["includeThoughts"].warn(.noCounterpart, "the dialect cannot ask for thoughts")
        }
    }

    static func goesWhole(_ thinking: JSONValue, _ dialect: Dialect) -> Bool {
        guard dialect.allowsExtraBody, thinking.kind == .object else { return false }
        return thinking.members.contains {
            $0.value.kind != .null && !($0.name == "thinkingLevel" || $0.name == "thinking_level")
        }
    }
}

extension JSONValue {
    fileprivate func noteForeign() {
        if exists { note(.saidDifferently, "one vendor's word; Gemini says it in `thinkingConfig`") }
    }
}
