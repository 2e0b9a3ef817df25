@testable import Twinspeak

/// Makes bodies of `generateContent`.
struct RandomGemini {
    var dice: Dice
    let options: Options
    var names: [String] = []
    var calls = 0

    init(dice: Dice, options: Options) {
        self.dice = dice
        self.options = options
    }

    mutating func body() -> Sample {
        var body = Sample.object(.geminiBody, [])
        names = dice.shuffled(SampleData.names + ["ns.tool:run", "ns_tool_run"]).prefix(1 + dice.below(4)).map { $0 }
        body["contents"] = contents()
        let isCached = dice.once(in: 25)
        if isCached { body["cachedContent"] = "cachedContents/c1" }
        if !isCached, dice.once(in: 2) { body["systemInstruction"] = system() }
        if !isCached, dice.once(in: 2) { tools(&body) }
        if !dice.once(in: 4) { body["generationConfig"] = config() }
        if dice.once(in: 6) {
            let setting: Sample = .data(#"{"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"BLOCK_NONE"}"#)
            body["safetySettings"] = dice.once(in: 3) ? setting : [setting]
        }
        if dice.once(in: 8) {
            body["serviceTier"] = .string(dice.recased(dice.one(of: ["standard", "flex", "priority"])))
        }
        if dice.once(in: 8) { body["labels"] = .data(#"{"team":"a"}"#) }
        if dice.once(in: 20) { body["store"] = .data("true") }
        return body
    }

    mutating func text() -> Sample { .string(dice.one(of: SampleData.texts)) }

    /// Where a list is expected, one object may stand for it.
    mutating func list(_ elements: [Sample]) -> Sample {
        elements.count == 1 && dice.once(in: 4) ? elements[0] : .list(elements)
    }

    private mutating func system() -> Sample {
        switch dice.below(6) {
        case 0: return text()
        case 1: return ["parts": [["text": text()], ["text": text()]]]
        case 2: return ["role": "system", "parts": [["text": text()]]]
        default: return ["parts": list([["text": text()]])]
        }
    }

    // MARK: Tools

    private mutating func tools(_ body: inout Sample) {
        let declarations = names.map { name in
            var declaration = Sample.object(.declaration, [("name", .string(name))])
            if dice.once(in: 2) { declaration["description"] = text() }
            switch dice.below(5) {
            case 0: break
            case 1: declaration["parametersJsonSchema"] = .data(dice.one(of: SampleData.schemas))
            default: declaration["parameters"] = .data(dice.one(of: SampleData.protoSchemas))
            }
            if dice.once(in: 10) { declaration["behavior"] = "NON_BLOCKING" }
            return declaration
        }
        var tools: [Sample] = [["functionDeclarations": list(declarations)]]
        if dice.once(in: 6), declarations.count > 1 {
            tools = [
                ["functionDeclarations": list([declarations[0]])],
                ["functionDeclarations": .list(Array(declarations.dropFirst()))],
            ]
        }
        // What stands beside declarations is passed on as it is.
        if dice.once(in: 6) { tools.append(.data(dice.one(of: [#"{"codeExecution":{}}"#, #"{"urlContext":{}}"#]))) }
        if dice.once(in: 8) { tools.append(["googleSearch": .data("{}")]) }
        body["tools"] = list(tools)
        guard dice.once(in: 2) else { return }
        var config: Sample = ["mode": .string(dice.recased(dice.one(of: ["AUTO", "ANY", "NONE", "VALIDATED"])))]
        if dice.once(in: 2) {
            config["allowedFunctionNames"] = .list(names.prefix(1 + dice.below(2)).map { .string($0) })
            config["mode"] = .string(dice.recased(dice.one(of: ["ANY", "VALIDATED"])))
        }
        body["toolConfig"] = ["functionCallingConfig": config]
    }

    // MARK: Configuration

    private static let scalars: [(name: String, values: [String])] = [
        ("temperature", ["0", "1.0", "0.70"]), ("topP", ["0.95", "1"]), ("topK", ["40", "1.0"]),
        ("maxOutputTokens", ["1", "8192"]), ("candidateCount", ["1", "2"]), ("seed", ["0", "-7", "2147483647"]),
        ("stopSequences", [#"["a"]"#, #"["a","b","c","d"]"#, #"["1","2","3","4","5"]"#]),
        ("presencePenalty", ["0", "-0.5"]), ("frequencyPenalty", ["0.0", "1"]), ("logprobs", ["0", "5"]),
        ("responseLogprobs", ["true", "false"]), ("mediaResolution", [#""MEDIA_RESOLUTION_LOW""#]),
        ("responseModalities", [#"["TEXT"]"#, #"["TEXT","IMAGE"]"#, #"["audio"]"#]),
        ("speechConfig", [#"{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Kore"}}}"#]),
        ("imageConfig", [#"{"aspectRatio":"16:9"}"#, #"{"imageSize":"2K","aspectRatio":"1:1"}"#]),
        (
            "thinkingConfig",
            [
                #"{"thinkingLevel":"LOW"}"#, #"{"thinkingLevel":"high"}"#, #"{"thinkingBudget":-1}"#,
                #"{"thinkingBudget":2000,"includeThoughts":true}"#, #"{"includeThoughts":true}"#,
                #"{"thinkingLevel":"minimal","includeThoughts":false}"#, #"{"thinkingBudget":0}"#,
            ]
        ), ("enableAffectiveDialog", ["true"]), ("audioTimestamp", ["true"]),
    ]

    private mutating func config() -> Sample {
        var config = Sample.object(.geminiConfig, [])
        for member in Self.scalars where dice.once(in: 6) { config[member.name] = .data(dice.one(of: member.values)) }
        switch dice.below(10) {
        case 0: config["responseMimeType"] = "application/json"
        case 1:
            config["responseMimeType"] = "application/json"
            config["responseSchema"] = .data(dice.one(of: SampleData.protoSchemas))
        case 2:
            config["responseMimeType"] = "application/json"
            config["responseJsonSchema"] = .data(dice.one(of: SampleData.schemas))
        case 3:
            config["responseMimeType"] = "text/x.enum"
            config["responseSchema"] = .data(#"{"type":"STRING","enum":["a","b"]}"#)
        case 4: config["responseMimeType"] = "text/plain"
        default: break
        }
        return config
    }
}
