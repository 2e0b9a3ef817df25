/// A JSON document that is made up: what the protocols give a meaning, and data that is only carried.
indirect enum Sample {
    /// JSON text whose inside is nobody's business: scalars, schemas, arguments, and what is passed on as it stands.
    case data(String)
    case list([Sample])
    case object(Shape, [(name: String, value: Sample)])

    /// What an object is, which says what else could be in it.
    enum Shape {
        case plain, chatBody, message, chatCall, geminiBody, geminiConfig, geminiPart, functionCall, declaration
    }

    subscript(name: String) -> Sample? {
        get {
            guard case .object(_, let members) = self else { return nil }
            return members.first { $0.name == name }?.value
        }
        set {
            guard case .object(let shape, var members) = self else { return }
            members.removeAll { $0.name == name }
            if let newValue { members.append((name, newValue)) }
            self = .object(shape, members)
        }
    }

    /// A string; `content` is escaped already.
    static func string(_ content: String) -> Sample { .data("\"" + content + "\"") }

    /// A string that holds JSON text.
    static func quoted(_ json: String) -> Sample {
        var quoted = ""
        for character in json {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.append(character)
        }
        return .string(quoted)
    }

    var elements: [Sample] {
        guard case .list(let elements) = self else { return [] }
        return elements
    }

    /// The same as data, because it is passed on as it stands.
    var frozen: Sample { .data(text) }

    /// Compact JSON.
    var json: [UInt8] { Array(text.utf8) }

    private var text: String {
        switch self {
        case .data(let text): text
        case .list(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(_, let members):
            "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    /// The same with the members of every object changed, from the leaves up; `pointer` leads to the object.
    func changed(
        at pointer: String = "", _ change: (_ pointer: String, Shape, inout [(name: String, value: Sample)]) -> Void
    ) -> Sample {
        switch self {
        case .data: return self
        case .list(let elements):
            return .list(elements.enumerated().map { $0.element.changed(at: "\(pointer)/\($0.offset)", change) })
        case .object(let shape, let members):
            var members = members.map { (name: $0.name, value: $0.value.changed(at: "\(pointer)/\($0.name)", change)) }
            change(pointer, shape, &members)
            return .object(shape, members)
        }
    }
}

extension Sample: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral content: String) { self = .string(content) }
    init(arrayLiteral elements: Sample...) { self = .list(elements) }
    init(dictionaryLiteral members: (String, Sample)...) {
        self = .object(.plain, members.map { (name: $0.0, value: $0.1) })
    }
}

extension Sample.Shape {
    /// Members that could be there, and may as well be null.
    var optionalMembers: [String] {
        switch self {
        case .plain: []
        case .chatBody:
            [
                "max_tokens", "max_completion_tokens", "temperature", "top_p", "top_k", "n", "stop", "seed", "logprobs",
                "presence_penalty", "frequency_penalty", "top_logprobs", "response_format", "modalities", "audio",
                "reasoning_effort", "reasoning", "include_reasoning", "thinking", "enable_thinking", "thinking_budget",
                "extra_body", "google", "image_config", "safety_settings", "metadata", "service_tier", "tools",
                "tool_choice", "functions", "function_call", "web_search_options", "stream", "stream_options", "user",
                "logit_bias", "prediction", "verbosity", "parallel_tool_calls", "store", "contents",
            ]
        case .message:
            [
                "name", "refusal", "audio", "images", "tool_calls", "function_call", "reasoning_content", "reasoning",
                "reasoning_details", "thinking_blocks", "extra_content", "thought_signature",
            ]
        case .chatCall: ["extra_content", "thought_signature", "thoughtSignature", "provider_specific_fields"]
        case .geminiBody:
            [
                "systemInstruction", "tools", "toolConfig", "generationConfig", "safetySettings", "cachedContent",
                "labels", "serviceTier", "model", "store",
            ]
        case .geminiConfig:
            [
                "temperature", "topP", "topK", "maxOutputTokens", "candidateCount", "stopSequences", "seed",
                "presencePenalty", "frequencyPenalty", "responseLogprobs", "logprobs", "responseMimeType",
                "responseSchema", "responseJsonSchema", "responseModalities", "speechConfig", "thinkingConfig",
                "imageConfig", "mediaResolution",
            ]
        case .geminiPart:
            [
                "text", "thought", "thoughtSignature", "inlineData", "fileData", "functionCall", "functionResponse",
                "executableCode", "codeExecutionResult", "videoMetadata", "mediaResolution", "toolCall",
            ]
        case .functionCall: ["id", "args"]
        case .declaration: ["description", "parameters", "parametersJsonSchema", "behavior"]
        }
    }
}
