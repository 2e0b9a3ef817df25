/// Which converter takes what stands at a place, and below it.
struct TakenBy: Sendable {
    private let place: Loss
    /// The converter, and the row of its table where it has one.
    let by: String

    private init(_ pattern: String, _ converter: Any.Type, _ row: String = "") {
        place = .note(pattern, because: "")
        by = "\(converter)" + row
    }

    /// The more names a pattern has, the closer it is.
    var length: Int { place.pattern.utf8.count }

    func takes(_ pointer: String) -> Bool { pointer.withItsContainers.contains { place.matches($0) } }

    static func request(_ format: WireFormat) -> [TakenBy] { format == .openAI ? chatRequest : geminiRequest }
    static func response(_ format: WireFormat) -> [TakenBy] { format == .openAI ? completion : geminiResponse }

    // MARK: Requests

    private static let chatRequest: [TakenBy] =
        GenerationConfig.fields.map { field in
            TakenBy("/\(field.openAI)", GenerationConfig.self, ": `\(field.openAI)` → `\(field.gemini)`")
        } + [
            TakenBy("/max_completion_tokens", GenerationConfig.self, ": `max_completion_tokens` → `maxOutputTokens`"),
            TakenBy("", Requests.self), TakenBy("/model", Exchange.self), TakenBy("/stream", Exchange.self),
            TakenBy("/stream_options", Exchange.self),
            TakenBy("/contents", Messages.self),
            TakenBy("/messages", Messages.self), TakenBy("/messages/*/content", Parts.self),
            TakenBy("/messages/*/content/*/image_url", Media.self),
            TakenBy("/messages/*/content/*/video_url", Media.self),
            TakenBy("/messages/*/content/*/input_audio", Media.self), TakenBy("/messages/*/content/*/file", Media.self),
            TakenBy("/messages/*/reasoning", Thoughts.self), TakenBy("/messages/*/reasoning_content", Thoughts.self),
            TakenBy("/messages/*/reasoning_details", ReasoningDetails.self),
            TakenBy("/messages/*/thinking_blocks", Thoughts.self), TakenBy("/messages/*/images", AnswerParts.self),
            TakenBy("/messages/*/audio", AnswerAudio.self), TakenBy("/messages/*/refusal", AnswerParts.self),
            TakenBy("/messages/*/extra_content", AnswerParts.self),
            TakenBy("/messages/*/extra_content/google/thought_signature", ThoughtSignatures.self),
            TakenBy("/messages/*/tool_calls", ToolCalls.self), TakenBy("/messages/*/function_call", ToolCalls.self),
            TakenBy("/messages/*/tool_calls/*/extra_content", ThoughtSignatures.self),
            TakenBy("/messages/*/tool_call_id", ToolResults.self), TakenBy("/messages/*/name", ToolResults.self),
            TakenBy("/functions", Tools.self),
            TakenBy("/tools/*/custom", CustomTools.self),
            TakenBy("/tools/*/function/parameters", Schemas.self), TakenBy("/functions/*/parameters", Schemas.self),
            TakenBy("/tool_choice", ToolChoice.self), TakenBy("/parallel_tool_calls", ToolChoice.self),
            TakenBy("/function_call", ToolChoice.self),
            TakenBy("/web_search_options", BuiltInTools.self),
            TakenBy("/response_format", ResponseFormat.self),
            TakenBy("/response_format/json_schema/schema", Schemas.self),
            TakenBy("/modalities", Modalities.self), TakenBy("/audio", Speech.self),
            TakenBy("/reasoning_effort", Thinking.self), TakenBy("/reasoning", Thinking.self),
            TakenBy("/include_reasoning", Thinking.self), TakenBy("/thinking", Thinking.self),
            TakenBy("/enable_thinking", Thinking.self), TakenBy("/thinking_budget", Thinking.self),
            TakenBy("/extra_body", ExtraBody.self), TakenBy("/google", ExtraBody.self),
            TakenBy("/metadata", RequestExtras.self), TakenBy("/service_tier", RequestExtras.self),
        ]
        + ["", "/google", "/extra_body/google", "/extra_body/extra_body/google"].flatMap { place in
            [
                TakenBy("\(place)/imageConfig", ImageConfig.self), TakenBy("\(place)/thinkingConfig", Thinking.self),
                TakenBy("\(place)/safetySettings", RequestExtras.self),
                TakenBy("\(place)/cachedContent", RequestExtras.self), TakenBy("\(place)/labels", RequestExtras.self),
                TakenBy("\(place)/tools", place.isEmpty ? Tools.self : BuiltInTools.self),
            ]
        }

    private static let geminiRequest: [TakenBy] =
        GenerationConfig.fields.map { field in
            TakenBy(
                "/generationConfig/\(field.gemini)", GenerationConfig.self, ": `\(field.gemini)` → `\(field.openAI)`")
        } + [
            TakenBy("", Requests.self), TakenBy("/model", Exchange.self),
            TakenBy("/contents", Messages.self), TakenBy("/systemInstruction", SystemInstruction.self),
            TakenBy("/contents/*/parts", Parts.self), TakenBy("/contents/*/parts/*/inlineData", Media.self),
            TakenBy("/contents/*/parts/*/fileData", Media.self), TakenBy("/contents/*/parts/*/thought", Thoughts.self),
            TakenBy("/contents/*/parts/*/thoughtSignature", ThoughtSignatures.self),
            TakenBy("/contents/*/parts/*/functionCall", ToolCalls.self),
            TakenBy("/contents/*/parts/*/functionResponse", ToolResults.self),
            TakenBy("/contents/*/parts/*/executableCode", CodeParts.self),
            TakenBy("/contents/*/parts/*/codeExecutionResult", CodeParts.self),
            TakenBy("/contents/*/parts/*/toolCall", ServerCalls.self),
            TakenBy("/contents/*/parts/*/toolResponse", ServerCalls.self),
            TakenBy("/contents/*/parts/*/mediaResolution", PartDetails.self),
            TakenBy("/contents/*/parts/*/videoMetadata", PartDetails.self),
            TakenBy("/tools", BuiltInTools.self), TakenBy("/tools/*/functionDeclarations", Tools.self),
            TakenBy("/tools/*/functionDeclarations/*/parameters", ProtoSchema.self),
            TakenBy("/tools/*/functionDeclarations/*/parametersJsonSchema", Schemas.self),
            TakenBy("/toolConfig", ToolChoice.self), TakenBy("/generationConfig", GenerationConfig.self),
            TakenBy("/generationConfig/responseMimeType", ResponseFormat.self),
            TakenBy("/generationConfig/responseSchema", ProtoSchema.self),
            TakenBy("/generationConfig/responseJsonSchema", Schemas.self),
            TakenBy("/generationConfig/responseModalities", Modalities.self),
            TakenBy("/generationConfig/speechConfig", Speech.self),
            TakenBy("/generationConfig/thinkingConfig", Thinking.self),
            TakenBy("/generationConfig/imageConfig", ImageConfig.self),
            TakenBy("/safetySettings", RequestExtras.self), TakenBy("/cachedContent", RequestExtras.self),
            TakenBy("/labels", RequestExtras.self), TakenBy("/serviceTier", RequestExtras.self),
        ]

    // MARK: Responses

    private static let completion: [TakenBy] = [
        TakenBy("", Responses.self), TakenBy("/choices", Candidates.self),
        TakenBy("/created", CreateTime.self), TakenBy("/extra_content", CreateTime.self),
        TakenBy("/choices/*/message", AnswerParts.self), TakenBy("/choices/*/message/tool_calls", ToolCalls.self),
        TakenBy("/choices/*/message/audio", AnswerAudio.self),
        TakenBy("/choices/*/message/annotations", Grounding.self),
        TakenBy("/choices/*/message/reasoning_content", Thoughts.self),
        TakenBy("/choices/*/message/reasoning_details", ReasoningDetails.self),
        TakenBy("/choices/*/finish_reason", FinishReason.self),
        TakenBy("/choices/*/native_finish_reason", FinishReason.self), TakenBy("/choices/*/logprobs", Logprobs.self),
        TakenBy("/usage", Usage.self), TakenBy("/error", Errors.self),
    ]

    private static let geminiResponse: [TakenBy] = [
        TakenBy("", Responses.self), TakenBy("/candidates", Candidates.self),
        TakenBy("/createTime", CreateTime.self),
        TakenBy("/candidates/*/content", AnswerParts.self),
        TakenBy("/candidates/*/content/parts/*/functionCall", ToolCalls.self),
        TakenBy("/candidates/*/content/parts/*/thoughtSignature", ThoughtSignatures.self),
        TakenBy("/candidates/*/content/parts/*/executableCode", CodeParts.self),
        TakenBy("/candidates/*/content/parts/*/codeExecutionResult", CodeParts.self),
        TakenBy("/candidates/*/finishReason", FinishReason.self),
        TakenBy("/candidates/*/groundingMetadata", Grounding.self),
        TakenBy("/candidates/*/logprobsResult", Logprobs.self), TakenBy("/promptFeedback", FinishReason.self),
        TakenBy("/usageMetadata", Usage.self), TakenBy("/error", Errors.self),
    ]
}

extension String {
    /// A pointer and the pointers of what holds its value, the nearest first; the root is empty.
    var withItsContainers: [String] {
        var pointers = [self]
        var rest = self[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            pointers.append(String(rest))
        }
        return pointers
    }
}
