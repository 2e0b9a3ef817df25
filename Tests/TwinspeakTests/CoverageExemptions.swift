/// What the coverage test does not ask for, and why.
enum CoverageExemptions {
    /// Words that the list has, and that mean nothing where they stand.
    static let unknown: [String: String] = [
        "Status.status OK": "an error whose status says that there is none"
    ]

    /// Fields, or single words of them, that may be left out without a finding: the output says the same without them.
    static let silent: [String: String] = [
        "ChatCompletion.object": "says what every completion is",
        "ChatCompletionChunk.object": "says what every chunk is",
        "ChatCompletionChunk.obfuscation": "padding",
        "ChatCompletionRequest.response_format": "of type text, which is what Gemini gives anyway",
        "ChatCompletionRequest.service_tier auto": "is Gemini's default",
        "Content.role": "a content without a role is the user's, and of an answer the model's",
        "CustomObject.format": "of type text, which is what a custom tool takes anyway",
        "Delta.role assistant": "an answer is the model's",
        "ResponseMessage.role assistant": "an answer is the model's",
        "ErrorDetail.BadRequest.@type": "its other member tells what it is",
        "FunctionMessage.name": "a result finds the one call that waits for it",
        "ToolMessage.tool_call_id": "a result finds the one call that waits for it",
        "FunctionResponse.id": "a result finds the one call that waits for it",
        "FunctionResponse.name": "a result finds its call by its id",
        "ImageURL.detail auto": "is Gemini's default",
        "IndexedAnnotation.index": "for clients that put pieces together",
        "ToolCallDelta.index": "for clients that put pieces together",
        "openai: chunk: MessageExtras.parts": "a finding speaks of the whole message that the deltas make",
        "openai: chunk: PartSignature.part": "each signature has an empty part for itself",
        "gemini, vertex: response in a stream: FunctionCall.willContinue": "the pieces say it",
        "gemini, vertex: response in a stream: PartialArg.willContinue": "the pieces say it",
        "PartSignature.index": "for clients that put pieces together",
        "Delta.reasoning_details": "an entry without a text says nothing",
        "ReasoningDetailDelta.format": "an entry without a text says nothing",
        "ReasoningDetailDelta.id": "an entry without a text says nothing",
        "ReasoningDetailDelta.index": "an entry without a text says nothing",
        "ReasoningDetail.format": "thoughts are text",
        "ReasoningDetail.id": "thoughts have no name",
        "ReasoningDetail.index": "thoughts stand in their order",
        "Status.status RESOURCE_EXHAUSTED": "the HTTP status says it too",
    ]

    /// What the tables may call it.
    static func names(of fieldCase: FieldCase, _ list: String) -> [String] {
        [fieldCase.name, fieldCase.nameAndWord, "\(list): \(fieldCase.name)"]
    }
}

extension FieldCase {
    /// What tells the members of a union apart is told by their other members too.
    var isDiscriminator: Bool { field == "type" && word != nil }
}
