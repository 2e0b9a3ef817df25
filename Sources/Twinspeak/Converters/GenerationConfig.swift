internal import JSONCore

/// How the answer is made.
///
///     OpenAI   { temperature?, top_p?, max_tokens?, stop?, n?, seed?, response_format?, modalities?, audio?, … }
///     Gemini   generationConfig: { temperature?, topP?, maxOutputTokens?, stopSequences?, candidateCount?, seed?,
///                                  responseMimeType?, responseModalities?, speechConfig?, imageConfig?, … }
///
/// A chat body may also hold `generation_config` itself, at the top level or in `extra_body.google`; a chat member that
/// says the same wins.
enum GenerationConfig {
    static let fields = [
        LeafField("max_tokens", "maxOutputTokens", .integer(1...Int64(Int32.max))),
        LeafField("temperature", "temperature", .number(0...2)),
        LeafField("top_p", "topP", .number(0...1)),
        LeafField("top_k", "topK", .number(0...1_000_000)),
        LeafField("n", "candidateCount", .integer(1...128)),
        LeafField("stop", "stopSequences", .texts(openAI: 4, gemini: 5)),
        LeafField("seed", "seed", .seed),
        LeafField("presence_penalty", "presencePenalty", .number(-2...2)),
        LeafField("frequency_penalty", "frequencyPenalty", .number(-2...2)),
        LeafField("logprobs", "responseLogprobs", .boolean),
        LeafField("top_logprobs", "logprobs", .integer(0...20)),
    ]

    /// Google's own endpoint for chat completions answers 400 to them.
    private static let notOfGoogle: [StaticString] = ["seed", "frequency_penalty", "logprobs", "top_logprobs"]

    // MARK: OpenAI → Gemini

    static func toGemini(_ chat: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext) {
        let native = context.extra(orTopLevel: "generationConfig")
        let mostTokens = chat["max_completion_tokens"]
        for field in fields {
            var value = chat[field.openAI]
            if field.openAI.isSame(as: "max_tokens"), mostTokens.exists {
                if value.exists { value.warn(.superseded, "`max_completion_tokens` is given too; that one counts") }
                value = mostTokens
            }
            let nativeValue = native[field.gemini]
            if value.exists, nativeValue.exists {
                nativeValue.warn(.superseded, "`\(field.openAI)` says it too; that one counts")
            }
            let source = value.exists ? value : nativeValue
            if field.openAI.isSame(as: "top_logprobs"), source.exists {
                let asks = chat["logprobs"].exists ? chat["logprobs"] : native["responseLogprobs"]
                if warnsOfNoList(source, beside: asks) { continue }
            }
            if source.exists, !isRefused(source, field, context) { field.toGemini(source, config) }
        }
        ResponseFormat.toGemini(chat, native, config, context)
        Modalities.toGemini(chat, native, config, context)
        Speech.toGemini(chat, native, config, context)
        ImageConfig.toGemini(chat, native, config, context)
        Thinking.toGemini(chat, native, config, context)
        let resolution = native["mediaResolution"]
        let extra = context.extra(orTopLevel: "mediaResolution")
        let given = resolution.exists ? resolution : extra
        given.refuseUnlessString()
        if given.kind == .string { EnumWords.write(given, "mediaResolution", to: config) }
    }

    /// How many alternatives to list means nothing, and is refused, where the list itself is not asked for.
    private static func warnsOfNoList(_ count: JSONValue, beside list: JSONValue) -> Bool {
        guard list.bool != true else { return false }
        count.warn(.requiresMember, "log probabilities are not asked for, so neither is their number; left out")
        return true
    }

    /// What only some models refuse is left out or sent, as their row says, and the caller is told.
    private static func isRefused(_ value: JSONValue, _ field: LeafField, _ context: RequestContext) -> Bool {
        let capabilities = context.capabilities
        if field.openAI.isSame(as: "top_k"), value.isFraction, context.options.surface.countsTopK {
            value.refuse(expected: "a whole number")
            return true
        }
        if field.value.isPenalty(field.openAI), !capabilities.penalties {
            value.warn(.refusedByModel, "the model takes no penalties; left out")
            return true
        }
        if field.openAI.isSame(as: "n"), !capabilities.severalCandidates, let count = value.int, count > 1 {
            value.warn(.refusedByModel, "the model gives one candidate only; sent as asked")
        }
        return false
    }

    // MARK: Gemini → OpenAI

    static func toOpenAI(_ config: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext) {
        let dialect = context.options.dialect
        for field in fields {
            let value = config[field.gemini]
            guard value.exists else { continue }
            if field.openAI.isSame(as: "top_logprobs"), warnsOfNoList(value, beside: config["responseLogprobs"]) {
                continue
            }
            if field.openAI.isSame(as: "max_tokens"), dialect.saysMaxCompletionTokens {
                LeafField("max_completion_tokens", field.gemini, field.value).toOpenAI(value, chat)
            } else if field.openAI.isSame(as: "top_k"), !dialect.allowsExtraMembers {
                value.warn(.noCounterpart, "the dialect has no `top_k`")
            } else if !dialect.allowsAllOfOpenAI, notOfGoogle.contains(where: field.openAI.isSame) {
                value.warn(.noCounterpart, "the dialect has no `\(field.openAI)`")
            } else if field.openAI.isSame(as: "stop"), let only = value.elements.only, only.kind == .string {
                chat["stop"] = only
            } else {
                field.toOpenAI(value, chat)
            }
        }
        ResponseFormat.toOpenAI(config, chat)
        Modalities.toOpenAI(config, chat, dialect)
        Speech.toOpenAI(config, chat)
        Thinking.toOpenAI(config["thinkingConfig"], chat, context)
    }

    static let losses: [Loss] = [
        .warning("/logit_bias", because: "Gemini cannot bias single tokens"),
        .warning("/prediction", because: "Gemini has no predicted outputs"),
        .warning("/verbosity", because: "Gemini has no switch for it"),
        .warning("/moderation", because: "Gemini has no such switch"),
        .note("/provider", because: "whom to ask is not the model's matter"),
        .note("/models", because: "whom to ask is not the model's matter"),
        .note("/route", because: "whom to ask is not the model's matter"),
        .note("/user", because: "Gemini does not ask who the user is"),
        .note("/safety_identifier", because: "Gemini does not ask who the user is"),
        .note("/store", because: "what is stored is not the model's matter"),
        .note("/prompt_cache_key", because: "Gemini caches by itself"),
        .note("/prompt_cache_options", because: "Gemini caches by itself"),
        .note("/prompt_cache_retention", because: "Gemini caches by itself"),
        .note("/cache_control", because: "Gemini caches by itself"),
        .note("/stream_options/include_obfuscation", because: "Gemini streams are not padded"),
        .note("/web_search_options", because: "Gemini's search takes no such settings"),
        .note("/audio/format", because: "Gemini chooses the format"),
    ]

    static let geminiLosses: [Loss] = [
        .warning("/generationConfig/routingConfig", because: "chat completions name one model"),
        .warning("/generationConfig/audioTimestamp", because: "chat completions have no switch for it"),
        .warning("/generationConfig/enableAffectiveDialog", because: "chat completions have no switch for it"),
        .warning("/generationConfig/enableEnhancedCivicAnswers", because: "chat completions have no switch for it"),
        .warning("/generationConfig/audioTranscriptionConfig", because: "chat completions have nothing like it"),
        .warning("/generationConfig/modelConfig", because: "chat completions have no such preference"),
        .warning("/generationConfig/translationConfig", because: "chat completions have nothing like it"),
        .warning(
            "/generationConfig/speechConfig/voiceConfig/replicatedVoiceConfig",
            because: "chat completions name a voice, and bring none"),
        .warning("/generationConfig/speechConfig/voiceConfig/voice", because: "chat completions name a prebuilt voice"),
        .warning("/generationConfig/_responseJsonSchema", because: "`responseJsonSchema` beside it counts"),
        .warning("/generationConfig/mediaResolution", because: "the dialect has no place for it"),
        .warning("/generationConfig/speechConfig/languageCode", because: "chat completions do not say the language"),
        .warning("/generationConfig/speechConfig/multiSpeakerVoiceConfig", because: "chat completions name one voice"),
        .warning("/generationConfig/responseFormat", because: "not translated"),
    ]
}

extension JSONValue {
    fileprivate var isFraction: Bool { kind == .number && int == nil }
}

extension LeafValue {
    fileprivate func isPenalty(_ name: StaticString) -> Bool {
        name.isSame(as: "presence_penalty") || name.isSame(as: "frequency_penalty")
    }
}

extension StaticString {
    func isSame(as other: StaticString) -> Bool {
        utf8CodeUnitCount == other.utf8CodeUnitCount
            && (utf8Start == other.utf8Start || JSONSlice(self).equalsIgnoringCase(other))
    }
}
