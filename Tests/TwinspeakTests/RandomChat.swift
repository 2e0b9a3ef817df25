/// Makes bodies of chat completions.
struct RandomChat {
    var dice: Dice
    let model: String
    /// The functions that the body declares.
    var names: [String] = []
    var calls = 0

    init(dice: Dice, model: String) {
        self.dice = dice
        self.model = model
    }

    mutating func body() -> Sample {
        var body = Sample.object(.chatBody, [])
        let prefix = dice.one(of: ["", "", "", "models/", "google/", "publishers/google/models/"])
        body["model"] = .string(prefix + model)
        names = (0..<(1 + dice.below(4))).map { _ in dice.one(of: SampleData.names + ["9lives", "a.b", "x y"]) }
        names = names.enumerated().filter { !names.prefix($0.offset).contains($0.element) }.map(\.element)
        let isCached = dice.once(in: 25)
        body["messages"] = messages(allowSystem: !isCached)
        if !isCached, dice.once(in: 2) { tools(&body) }
        for member in Self.scalars where dice.once(in: 8) {
            body[member.name] = .data(dice.one(of: member.values))
        }
        generation(&body)
        thinking(&body)
        extras(&body, isCached: isCached)
        return body
    }

    private static let scalars: [(name: String, values: [String])] = [
        ("max_tokens", ["1", "256", "2147483647"]), ("max_completion_tokens", ["1024"]),
        ("temperature", ["0", "1.0", "1e0", "0.70", "2"]), ("top_p", ["0", "0.95", "1"]), ("top_k", ["40", "1"]),
        ("n", ["1", "2", "4"]), ("seed", ["0", "-7", "2147483647", "2147483648", "12345678901234567890"]),
        ("presence_penalty", ["0", "-0.5", "2"]), ("frequency_penalty", ["0.0", "1"]), ("logprobs", ["true", "false"]),
        ("top_logprobs", ["0", "5", "20"]), ("stop", [#""END""#, #"["a"]"#, #"["a","b"]"#, #"["1","2","3","4"]"#]),
        ("stream", ["true", "false"]), ("stream_options", [#"{"include_usage":true}"#, #"{"include_usage":false}"#]),
        ("service_tier", [#""auto""#, #""default""#, #""flex""#, #""priority""#, #""fast""#, #""scale""#]),
        ("metadata", [#"{"team":"a"}"#, "{}"]), ("user", [#""u1""#]), ("safety_identifier", [#""s""#]),
        ("store", ["true", "false"]), ("prompt_cache_key", [#""k""#]), ("logit_bias", [#"{"1":5}"#]),
        ("prediction", [#"{"type":"content","content":"x"}"#]), ("verbosity", [#""low""#]),
        ("parallel_tool_calls", ["true", "false"]), ("prompt_cache_retention", [#""24h""#]),
    ]

    private mutating func generation(_ body: inout Sample) {
        if dice.once(in: 4) {
            body["response_format"] =
                switch dice.below(5) {
                case 0: ["type": "text"]
                case 1: ["type": "json_object"]
                case 2: ["type": "application/json"]
                default:
                    [
                        "type": "json_schema",
                        "json_schema": [
                            "name": "answer", "strict": .data("true"),
                            "schema": .data(dice.one(of: SampleData.schemas)),
                        ],
                    ]
                }
        }
        if dice.once(in: 8) {
            body["modalities"] = .data(dice.one(of: [#"["text"]"#, #"["text","image"]"#, #"["TEXT","audio"]"#]))
        }
        if dice.once(in: 10) { body["audio"] = ["voice": "Kore", "format": .string(dice.one(of: ["wav", "mp3"]))] }
    }

    private mutating func thinking(_ body: inout Sample) {
        guard dice.once(in: 2) else { return }
        let efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"]
        switch dice.below(7) {
        case 0, 1: body["reasoning_effort"] = .string(dice.one(of: efforts))
        case 2:
            var reasoning: Sample = [:]
            switch dice.below(3) {
            case 0: reasoning["effort"] = .string(dice.one(of: efforts))
            case 1: reasoning["max_tokens"] = .data(dice.one(of: ["1024", "100000"]))
            default: reasoning["enabled"] = .data(dice.one(of: ["true", "false"]))
            }
            if dice.once(in: 3) { reasoning["exclude"] = .data(dice.one(of: ["true", "false"])) }
            body["reasoning"] = reasoning
        case 3: body["include_reasoning"] = .data(dice.one(of: ["true", "false"]))
        case 4:
            body["thinking"] =
                dice.once(in: 3) ? ["type": "disabled"] : ["type": "enabled", "budget_tokens": .data("2048")]
        default:
            body["enable_thinking"] = .data(dice.one(of: ["true", "false"]))
            if dice.once(in: 2) { body["thinking_budget"] = .data("512") }
        }
    }

    // MARK: Google's own

    private mutating func extras(_ body: inout Sample, isCached: Bool) {
        var google: Sample = [:]
        if isCached { google[spelled("cached_content", "cachedContent")] = "cachedContents/c1" }
        let safety: Sample = [["category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"]]
        if dice.once(in: 8) { google[spelled("safety_settings", "safetySettings")] = safety }
        if dice.once(in: 8) { google[spelled("image_config", "imageConfig")] = imageConfig() }
        if dice.once(in: 10) { google[spelled("media_resolution", "mediaResolution")] = "MEDIA_RESOLUTION_LOW" }
        if dice.once(in: 8) {
            var config: Sample = [:]
            switch dice.below(3) {
            case 0: config[spelled("thinking_level", "thinkingLevel")] = .string(dice.recased("LOW"))
            case 1: config[spelled("thinking_budget", "thinkingBudget")] = .data(dice.one(of: ["-1", "0", "2000"]))
            default: break
            }
            config[spelled("include_thoughts", "includeThoughts")] = .data(dice.one(of: ["true", "false"]))
            google[spelled("thinking_config", "thinkingConfig")] = config
        }
        if dice.once(in: 12) {
            google[spelled("generation_config", "generationConfig")] =
                dice.once(in: 2) ? ["temperature": .data("0.3")] : [spelled("top_k", "topK"): .data("7")]
        }
        if dice.once(in: 16) { google[spelled("response_modalities", "responseModalities")] = .data(#"["IMAGE"]"#) }
        if dice.once(in: 16) {
            google[spelled("speech_config", "speechConfig")] = .data(
                #"{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Puck"}}}"#)
        }
        if !isCached, dice.once(in: 12) {
            google["tools"] = .data(dice.one(of: [#"[{"codeExecution":{}}]"#, #"[{"googleSearch":{}}]"#]))
        }
        if dice.once(in: 16) { google["labels"] = .data(#"{"cost":"x"}"#) }
        if dice.once(in: 16) { body[spelled("safety_settings", "safetySettings")] = safety }
        if dice.once(in: 16) { body[spelled("image_config", "imageConfig")] = imageConfig() }
        guard case .object(_, let members) = google, !members.isEmpty else { return }
        switch dice.below(4) {
        case 0: body["google"] = google
        case 1: body["extra_body"] = ["extra_body": ["google": google]]
        default: body["extra_body"] = ["google": google]
        }
    }

    private mutating func imageConfig() -> Sample {
        var config: Sample = [:]
        if dice.once(in: 2) {
            config[spelled("aspect_ratio", "aspectRatio")] = .string(dice.one(of: ["16:9", "1:1", "7:5"]))
        }
        if dice.once(in: 2) || config["aspect_ratio"] == nil {
            config[spelled("image_size", "imageSize")] = .string(dice.one(of: ["1K", "4k", "2K"]))
        }
        if dice.once(in: 6) { config[spelled("person_generation", "personGeneration")] = "ALLOW_ALL" }
        return config
    }

    mutating func spelled(_ snake: String, _ camel: String) -> String { dice.once(in: 3) ? camel : snake }
}
