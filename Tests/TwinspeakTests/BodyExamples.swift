@testable import Twinspeak

/// What the fields of a small legal body hold, where their type does not say it.
enum BodyExamples {
    static let primitives = tree([
        "string": #""probe""#, "bytes": #""cHJvYmU=""#, "boolean": "true", "number": "0.5", "integer": "3",
        "int32": "3", "int64": "3", "duration": #""3s""#, "timestamp": #""2026-01-02T03:04:05.5Z""#,
        "any": #"{"type":"object","properties":{"probe":{"type":"string"}}}"#, "object": #"{"probe":"probe"}"#,
    ])

    /// Other values of the same types.
    static let others = tree([
        "string": #""other""#, "bytes": #""b3RoZXI=""#, "boolean": "false", "number": "0.25", "integer": "4",
        "int32": "4", "int64": "4", "duration": #""4s""#, "timestamp": #""2026-01-02T03:04:06Z""#,
    ])

    static let of = tree([
        "Blob.mimeType": #""image/png""#, "Blob.data": #""iVBORw==""#,
        "FunctionResponseBlob.mimeType": #""image/png""#, "FunctionResponseBlob.data": #""iVBORw==""#,
        "FileData.mimeType": #""image/png""#, "FileData.fileUri": #""https://example.com/probe""#,
        "FunctionResponseFileData.mimeType": #""image/png""#,
        "FunctionResponseFileData.fileUri": #""https://example.com/probe""#,
        "FunctionCall.arguments": #""{\"probe\":1}""#, "FunctionCallDelta.arguments": #""{\"probe\":1}""#,
        "PartialArg.jsonPath": #""$.probe""#,
        "GenerationConfig.responseMimeType": #""application/json""#,
        "ImageURL.url": #""data:image/png;base64,iVBORw==""#, "VideoURL.url": #""https://example.com/a.mp4""#,
        "VideoURL.format": #""video/mp4""#, "ImageURL.format": #""image/png""#, "File.format": #""application/pdf""#,
        "InputAudio.data": #""UklGRg==""#, "File.file_data": #""data:application/pdf;base64,JVBERg==""#,
        "File.file_id": #""files/probe""#, "InputAudio.format": #""audio/wav""#,
        "ErrorDetail.BadRequest.@type": #""type.googleapis.com/google.rpc.BadRequest""#,
        "ErrorDetail.DebugInfo.@type": #""type.googleapis.com/google.rpc.DebugInfo""#,
        "ErrorDetail.ErrorInfo.@type": #""type.googleapis.com/google.rpc.ErrorInfo""#,
        "ErrorDetail.Help.@type": #""type.googleapis.com/google.rpc.Help""#,
        "ErrorDetail.LocalizedMessage.@type": #""type.googleapis.com/google.rpc.LocalizedMessage""#,
        "ErrorDetail.QuotaFailure.@type": #""type.googleapis.com/google.rpc.QuotaFailure""#,
        "ErrorDetail.RetryInfo.@type": #""type.googleapis.com/google.rpc.RetryInfo""#,
        "ErrorDetail.BadRequest.fieldViolations": #"[{"field":"probe","description":"probe"}]"#,
        "Status.code": "404", "Error.code": #""probe""#,
        "ChatCompletionRequest.contents": #"[{"role":"user","parts":[{"text":"probe"}]}]"#,
        "ChatCompletionRequest.model": #""gemini-3-pro-preview""#, "ChatCompletionRequest.top_k": "3",
        "GoogleExtraBody.image_config": #"{"aspect_ratio":"1:1"}"#,
        "GoogleExtraBody.safety_settings": #"{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_NONE"}"#,
        "GoogleExtraBody.thinking_config": #"{"thinking_budget":3}"#,
        "GoogleExtraBody.tools": #"{"google_search":{}}"#,
        "GoogleExtraBody.media_resolution": #""MEDIA_RESOLUTION_LOW""#,
        "ChatCompletionRequest.parallel_tool_calls": "false",
        "UsageExtras.tool_use_prompt_token_count": "3", "MessageExtras.index": "2",
        "MessageExtras.native_finish_reason": #""MAX_TOKENS""#, "Choice.native_finish_reason": #""MAX_TOKENS""#,
        "ChunkChoice.native_finish_reason": #""MAX_TOKENS""#,
        "MessageExtras.parts": #"{"executableCode":{"language":"PYTHON","code":"probe"}}"#,
        "CompletionExtras.prompt_feedback": #"{"blockReason":"SAFETY"}"#,
        "URLCitation.start_index": "1", "URLCitation.end_index": "4",
        "PartSignature.part": "0", "PartSignature.index": "0",
        "ReasoningDetail.format": #""google-gemini-v1""#,
        "PartSignature.thought_signature": #""cHJvYmU=""#, "ResponseAudio.data": #""cHJvYmU=""#,
        "VideoMetadata.start_offset": #""3s""#, "VideoMetadata.end_offset": #""3s""#,
        "MessageExtras.avg_logprobs": "0.5", "MessageExtras.continuation_token": #""cHJvYmU=""#,
        "MessageExtras.finish_message": #""probe""#, "MessageExtras.token_count": "3",
        "MessageExtras.safety_ratings": #"[{"category":"HARM_CATEGORY_HARASSMENT","probability":"LOW"}]"#,
    ])

    /// What stands in a message beside the field, or in the message where nothing is said of the field.
    static let beside: [String: [String: Tree]] = [
        "Part": ["text": #""probe""#],
        "Part.videoMetadata": ["fileData": #"{"mimeType":"video/mp4","fileUri":"https://example.com/a.mp4"}"#],
        "Part.mediaResolution": ["inlineData": #"{"mimeType":"image/png","data":"iVBORw=="}"#],
        "Content": ["parts": #"[{"text":"probe"}]"#],
        "Blob": ["mimeType": #""image/png""#, "data": #""iVBORw==""#],
        "FunctionResponseBlob": ["mimeType": #""image/png""#, "data": #""iVBORw==""#],
        "FileData": ["mimeType": #""image/png""#, "fileUri": #""https://example.com/probe""#],
        "FunctionCall": ["name": #""probe""#],
        "FunctionResponsePart": ["inlineData": #"{"mimeType":"image/png","data":"iVBORw=="}"#],
        "Candidate": ["content": #"{"role":"model","parts":[{"text":"probe"}]}"#, "finishReason": #""STOP""#],
        "GenerateContentResponse":
            ["candidates": #"[{"content":{"role":"model","parts":[{"text":"probe"}]},"finishReason":"STOP"}]"#],
        "Schema": ["type": #""STRING""#],
        "Status": ["message": #""probe""#],
        "VoiceConfig": ["prebuiltVoiceConfig": #"{"voiceName":"probe"}"#],
        "GenerationConfig": ["seed": "3"],
        "AssistantMessage": ["content": #""probe""#], "Delta": ["content": #""probe""#],
        "TokenLogprob": ["bytes": "[112,114,111,98,101]"], "TopLogprob": ["bytes": "[112,114,111,98,101]"],
        "ReasoningDetail.data": ["type": #""reasoning.encrypted""#],
        "ReasoningDetail.summary": ["type": #""reasoning.summary""#],
        "File.file_id": [:], "File.format": ["file_id": #""files/probe""#],
        "ChatCompletionRequest": ["messages": #"[{"role":"user","content":"probe"}]"#],
        "ToolCallDelta": ["id": #""probe""#, "function": #"{"name":"probe","arguments":"{}"}"#],
        "FunctionCallDelta": ["name": #""probe""#],
        "ReasoningDetail": ["text": #""probe""#],
        "File": ["file_data": #""data:application/pdf;base64,JVBERg==""#],
    ].mapValues(tree)

    /// Elements that must stand before one, for it to make sense.
    ///
    /// - Parameter isOfModel: The model says it.
    static func before(
        _ step: FieldCase.Step, _ rest: ArraySlice<FieldCase.Step>, isOfModel: Bool
    ) -> [Tree] {
        switch (step.message, step.field.name) {
        case ("GenerateContentRequest", "contents") where rest.contains { $0.field.name == "functionResponse" }:
            [tree(#"{"role":"model","parts":[{"functionCall":{"id":"probe","name":"probe","args":{}}}]}"#)]
        case ("Content", "parts") where isOfModel && rest.first?.field.name == "functionResponse":
            [tree(#"{"functionCall":{"id":"probe","name":"probe","args":{}}}"#)]
        case ("ChatCompletionRequest", "messages"):
            [tree(#"{"role":"user","content":"probe"}"#)] + called(by: step.shape)
        default: []
        }
    }

    /// The call that a result answers.
    private static func called(by shape: FieldList.Shape) -> [Tree] {
        let function = #"{"name":"probe","arguments":"{}"}"#
        switch shape.innermost {
        case .message("ToolMessage"):
            let call = #"{"id":"probe","type":"function","function":\#(function)}"#
            return [tree(#"{"role":"assistant","tool_calls":[\#(call)]}"#)]
        case .message("FunctionMessage"):
            return [tree(#"{"role":"assistant","function_call":\#(function)}"#)]
        default: return []
        }
    }

    /// Who says it: what only a model says stands in a model's content.
    static func role(of way: [String]) -> String {
        let ofModel: Set = [
            "candidates", "functionCall", "executableCode", "codeExecutionResult", "toolCall", "toolResponse",
            "thought",
            "thoughtSignature", "audioTranscription",
        ]
        return way.contains(where: ofModel.contains) ? "model" : "user"
    }

    private static func tree(_ json: String) -> Tree { Tree(Array(json.utf8)) ?? .leaf("null") }

    private static func tree(_ json: [String: String]) -> [String: Tree] { json.mapValues(tree) }
}
