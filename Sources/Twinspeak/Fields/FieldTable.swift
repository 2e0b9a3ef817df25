/// All fields of both protocols that the converters know: what becomes of them, and why some have no counterpart.
///
/// Rows come from the converters' own tables; only what a whole converter translates is named here.
package enum FieldTable {
    /// A body, by what it is and who sends it.
    enum Body {
        case request(WireFormat)
        case response(WireFormat)
        /// One event of a stream.
        case event(WireFormat)
    }

    static func losses(of body: Body) -> [Loss] {
        switch body {
        case .request(.openAI): chatRequest
        case .request(.gemini): geminiRequest
        case .response(.openAI): completion
        case .response(.gemini): geminiResponse
        case .event(.openAI): chunk
        case .event(.gemini): geminiResponse + Errors.losses
        }
    }

    private static let chatRequest =
        Tools.losses + GenerationConfig.losses + ResponseFormat.losses + Messages.losses + Candidates.historyLosses
    private static let geminiRequest =
        Tools.geminiLosses + GenerationConfig.geminiLosses + ImageConfig.geminiLosses + Messages.geminiLosses
        + RequestExtras.geminiLosses + CodeParts.geminiLosses.filter { $0.isBelow("/contents/") }
        + BuiltInTools.geminiLosses
        + (PartDetails.geminiLosses + ToolCalls.geminiLosses).filter { $0.isBelow("/contents/") }
    private static let completion = Candidates.losses + Usage.losses
    private static let chunk =
        completion + completion.map { $0.renamed("message", "delta") } + StreamedChoice.losses + Errors.losses
    private static let geminiResponse =
        Candidates.geminiLosses + Logprobs.geminiLosses + Usage.geminiLosses + Responses.geminiLosses
        + CodeParts.geminiLosses.filter { $0.isBelow("/candidates/") }
        + (PartDetails.geminiLosses + ToolCalls.geminiLosses).filter { $0.isBelow("/candidates/") }

    // MARK: As a table

    package struct Row {
        package let openAI: String
        package let gemini: String
        package let rule: String
    }

    package struct Section {
        package let title: String
        package let rows: [Row]
    }

    package static let sections: [Section] = [
        Section(title: "Requests", rows: requests),
        Section(title: "Generation", rows: GenerationConfig.fields.map(\.row)),
        Section(title: "Answers", rows: answers),
        Section(title: "Why it stopped", rows: FinishReason.rows.map(\.row)),
        Section(title: "Errors", rows: ErrorStatus.rows.map(\.row)),
        Section(title: "Lines of batches", rows: batches + BatchLine.losses.map { $0.row(isOpenAI: true) }),
        Section(title: "Only in chat requests", rows: chatRequest.map { $0.row(isOpenAI: true) }),
        Section(title: "Only in Gemini requests", rows: geminiRequest.map { $0.row(isOpenAI: false) }),
        Section(title: "Only in chat completions", rows: completion.map { $0.row(isOpenAI: true) }),
        Section(title: "Only in Gemini answers", rows: geminiResponse.map { $0.row(isOpenAI: false) }),
    ]

    private static let requests: [Row] = [
        Row(
            openAI: "`model`, `stream`", gemini: "the path",
            rule: "`…/models/MODEL:generateContent` or `:streamGenerateContent`"),
        Row(
            openAI: "`messages`", gemini: "`contents`", rule: "roles assistant ⇄ model; neighbours and results by turn"),
        Row(openAI: "`messages` of role system, developer", gemini: "`systemInstruction`", rule: "all to the front"),
        Row(
            openAI: "parts `text`, `image_url`, `input_audio`, `file`, `video_url`",
            gemini: "`text`, `inlineData`, `fileData`", rule: "data URLs are inline, other URLs references"),
        Row(
            openAI: "`tool_calls`, messages of role tool", gemini: "`functionCall`, `functionResponse`",
            rule: "paired by id, else by name and order"),
        Row(openAI: "`tools`, `functions`", gemini: "`tools[].functionDeclarations`", rule: "schemas as they stand"),
        Row(
            openAI: "`tool_choice`", gemini: "`toolConfig.functionCallingConfig`",
            rule: "none, auto, required, allowed_tools ⇄ NONE, AUTO, ANY, VALIDATED"),
        Row(
            openAI: "`response_format`", gemini: "`responseMimeType`, `responseSchema`, `responseJsonSchema`",
            rule: "text, json_object, json_schema"),
        Row(openAI: "`modalities`", gemini: "`responseModalities`", rule: "in capitals"),
        Row(openAI: "`audio.voice`", gemini: "`speechConfig…voiceName`", rule: "as it is"),
        Row(openAI: "`extra_body.google.image_config`", gemini: "`imageConfig`", rule: "aspect_ratio, image_size"),
        Row(openAI: "`extra_body.google.safety_settings`", gemini: "`safetySettings`", rule: "never injected"),
        Row(openAI: "`extra_body.google.cached_content`", gemini: "`cachedContent`", rule: "as it is"),
        Row(openAI: "`metadata`", gemini: "`labels`", rule: "Vertex AI only"),
        Row(openAI: "`service_tier`", gemini: "`serviceTier`", rule: "default ⇄ standard; Developer API only"),
    ]

    private static let batches: [Row] = [
        Row(openAI: "`custom_id`", gemini: "`key`", rule: "as it is"),
        Row(openAI: "`body`", gemini: "`request`", rule: "as a request; without a stream"),
        Row(openAI: "`body.model`", gemini: "–", rule: "note: the batch is made for one model"),
        Row(openAI: "`method`, `url`", gemini: "–", rule: "`POST`, `/v1/chat/completions`"),
        Row(openAI: "`response.body`", gemini: "`response`", rule: "as an answer"),
        Row(openAI: "`response.status_code`, `response.body.error`", gemini: "`error`", rule: "as an error"),
        Row(openAI: "`error`", gemini: "`error`", rule: "for a request that was not made"),
    ]

    private static let answers = [
        Row(openAI: "`id`", gemini: "`responseId`", rule: "as it is"),
        Row(openAI: "`created`", gemini: "`createTime`", rule: "whole seconds; a fraction is kept in `extra_content`"),
        Row(openAI: "`model`", gemini: "`modelVersion`", rule: "as it is"),
        Row(openAI: "`choices`", gemini: "`candidates`", rule: "in the order of `index`"),
        Row(openAI: "`message.content`", gemini: "text parts", rule: "joined"),
        Row(openAI: "`message.reasoning_content`", gemini: "parts with `thought`", rule: "joined; by dialect"),
        Row(openAI: "`message.tool_calls`", gemini: "`functionCall` parts", rule: "`arguments` is the JSON of `args`"),
        Row(
            openAI: "`message.annotations`", gemini: "`groundingMetadata`",
            rule: "characters ⇄ bytes; the whole object stays in `extra_content`"),
        Row(openAI: "`message.audio`", gemini: "`inlineData` of `audio/*`", rule: "pieces of one type are joined"),
        Row(
            openAI: "`logprobs`", gemini: "`logprobsResult`", rule: "`bytes` from the token; top by place"),
        Row(
            openAI: "`message.extra_content.google`",
            gemini: Candidates.extras.map { "`\($0.gemini)`" }.joined(separator: ", "), rule: "as they are; by dialect"),
        Row(openAI: "`message.refusal`", gemini: "`promptFeedback`", rule: "for a prompt that was blocked"),
        Row(openAI: "`usage.prompt_tokens`", gemini: "`promptTokenCount` + `toolUsePromptTokenCount`", rule: "sum"),
        Row(openAI: "`usage.completion_tokens`", gemini: "`candidatesTokenCount` + `thoughtsTokenCount`", rule: "sum"),
        Row(openAI: "`usage.…_details`", gemini: "`…TokensDetails`, `cachedContentTokenCount`", rule: "by modality"),
    ]
}

extension LeafField {
    fileprivate var row: FieldTable.Row {
        FieldTable.Row(openAI: "`\(openAI)`", gemini: "`\(gemini)`", rule: "\(value)")
    }
}

extension FinishReason.Row {
    fileprivate var row: FieldTable.Row {
        FieldTable.Row(openAI: "`\(openAI)`", gemini: "`\(gemini)`", rule: because.map { "warning: \($0)" } ?? "")
    }
}

extension ErrorStatus {
    fileprivate var row: FieldTable.Row {
        let code = code.map { ", `\($0)`" } ?? ""
        return FieldTable.Row(openAI: "`\(type)`\(code)", gemini: "`\(gemini)`", rule: "HTTP \(openAI) ⇄ \(http)")
    }
}

extension Loss {
    fileprivate func row(isOpenAI: Bool) -> FieldTable.Row {
        let member = "`" + pattern.dropFirst().split(separator: "/").joined(separator: ".") + "`"
        return FieldTable.Row(
            openAI: isOpenAI ? member : "–", gemini: isOpenAI ? "–" : member, rule: "\(severity.rawValue): \(because)")
    }
}
