internal import JSONCore

/// What the answer cost, in tokens.
///
///     Gemini   usageMetadata: { promptTokenCount, toolUsePromptTokenCount?, candidatesTokenCount, thoughtsTokenCount?,
///                               totalTokenCount, cachedContentTokenCount?, promptTokensDetails?: [{ modality, tokenCount }] }
///     OpenAI   usage: { prompt_tokens, completion_tokens, total_tokens, prompt_tokens_details?: { cached_tokens? },
///                       completion_tokens_details?: { reasoning_tokens? } }
///
/// Gemini counts thoughts and tool-use prompts apart; chat completions count them in.
enum Usage {
    static func toOpenAI(_ usage: JSONValue, _ completion: JSONObjectWriter, _ dialect: Dialect) {
        let counts = Counts(gemini: usage)
        guard counts.isKnown else {
            if usage.exists, dialect.allowsExtraContent {
                completion["usage"].object { writeExtras(usage, $0["extra_content"]["google"], nil) }
            }
            return
        }
        counts.note(usage)
        completion["usage"].object { target in
            target["prompt_tokens"] = counts.prompt &+ counts.toolUse
            target["completion_tokens"] = counts.completion
            target["total_tokens"] = counts.total ?? counts.prompt &+ counts.toolUse &+ counts.completion
            target["prompt_tokens_details"].object { details in
                details["cached_tokens"] = usage["cachedContentTokenCount"]
                modalities(usage["promptTokensDetails"], details, ["text", "image", "audio", "video"])
            }
            target["completion_tokens_details"].object { details in
                details["reasoning_tokens"] = usage["thoughtsTokenCount"]
                modalities(usage["candidatesTokensDetails"], details, ["text", "image", "audio"])
            }
            if dialect.allowsExtraContent { writeExtras(usage, target["extra_content"]["google"], counts) }
        }
    }

    private static let names: [(modality: StaticString, openAI: StaticString)] = [
        ("text", "text_tokens"), ("image", "image_tokens"), ("audio", "audio_tokens"), ("video", "video_tokens"),
    ]

    private static func modalities(_ details: JSONValue, _ target: JSONObjectWriter, _ known: [StaticString]) {
        for detail in details.elements {
            let modality = detail["modality"]
            if let row = names.first(where: { modality.equalsIgnoringCase($0.modality) }),
                known.contains(where: { $0.isSame(as: row.modality) })
            {
                target[row.openAI] = detail["tokenCount"]
            }
        }
    }

    private static let extras: [(gemini: StaticString, openAI: StaticString)] = [
        ("toolUsePromptTokenCount", "tool_use_prompt_token_count"),
        ("toolUsePromptTokensDetails", "tool_use_prompt_tokens_details"),
        ("cacheTokensDetails", "cache_tokens_details"),
        ("trafficType", "traffic_type"),
        ("serviceTier", "service_tier"),
        ("billablePromptUsage", "billable_prompt_usage"),
    ]

    /// What has no member of its own goes along as it is.
    private static func writeExtras(_ usage: JSONValue, _ slot: JSONSlot, _ counts: Counts?) {
        slot.object { google in
            for extra in extras { google[extra.openAI] = usage[extra.gemini] }
        }
    }

    // MARK: OpenAI → Gemini

    static func toGemini(_ usage: JSONValue, _ response: JSONObjectWriter) {
        guard usage.exists else { return }
        let google = usage["extra_content"]["google"]
        let promptDetails = usage["prompt_tokens_details"]
        let completionDetails = usage["completion_tokens_details"]
        let prompt = usage["prompt_tokens"].int
        let completion = usage["completion_tokens"].int
        let reasoning = completionDetails["reasoning_tokens"].int
        let toolUse = google["toolUsePromptTokenCount"].int
        response["usageMetadata"].object { target in
            target["promptTokenCount"] = prompt.map { max(0, $0 &- (toolUse ?? 0)) }
            target["candidatesTokenCount"] = completion.map { max(0, $0 &- (reasoning ?? 0)) }
            target["totalTokenCount"] = usage["total_tokens"]
            target["cachedContentTokenCount"] = promptDetails["cached_tokens"]
            list(promptDetails, target["promptTokensDetails"])
            list(completionDetails, target["candidatesTokensDetails"])
            target["thoughtsTokenCount"] = completionDetails["reasoning_tokens"]
            for extra in extras { target[extra.gemini] = google[extra.gemini] }
        }
    }

    private static func list(_ details: JSONValue, _ slot: JSONSlot) {
        let words: [(openAI: StaticString, modality: StaticString)] = [
            ("text_tokens", "TEXT"), ("image_tokens", "IMAGE"), ("audio_tokens", "AUDIO"), ("video_tokens", "VIDEO"),
        ]
        slot.array { list in
            for word in words where details[word.openAI].exists {
                list.object { detail in
                    detail["modality"] = word.modality
                    detail["tokenCount"] = details[word.openAI]
                }
            }
        }
    }

    static let losses: [Loss] = [
        .note(
            "/usage/prompt_tokens_details/cache_write_tokens",
            because: "Gemini does not count what it writes to a cache"),
        .note(
            "/usage/completion_tokens_details/accepted_prediction_tokens", because: "Gemini has no predicted outputs"),
        .note(
            "/usage/completion_tokens_details/rejected_prediction_tokens", because: "Gemini has no predicted outputs"),
    ]
}

/// Gemini's counts, with thoughts where chat completions have them.
struct Counts {
    let prompt: Int64
    let toolUse: Int64
    let candidates: Int64
    let thoughts: Int64
    let total: Int64?
    /// There is any count at all; proto3 leaves out zeros.
    let isKnown: Bool

    init(gemini usage: JSONValue) {
        let counts = [
            usage["promptTokenCount"].int, usage["toolUsePromptTokenCount"].int, usage["candidatesTokenCount"].int,
            usage["thoughtsTokenCount"].int, usage["totalTokenCount"].int,
        ]
        isKnown = counts.contains { $0 != nil }
        prompt = counts[0] ?? 0
        toolUse = counts[1] ?? 0
        candidates = counts[2] ?? 0
        thoughts = counts[3] ?? 0
        total = counts[4]
    }

    /// Says what does not come back as it was.
    func note(_ usage: JSONValue) {
        if thoughts > 0, completion == candidates {
            usage["candidatesTokenCount"].note(.saidDifferently, "counts the thoughts already, as the total tells")
        }
        if total == nil { usage.note("totalTokenCount", .saidDifferently, "not given, so the counts were added up") }
    }

    /// Some servers count thoughts among the candidates' tokens; then the total is reached without them.
    var completion: Int64 {
        total == prompt &+ candidates &+ toolUse ? candidates : candidates &+ thoughts
    }
}
