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
                details["cached_tokens"] = usage["cachedContentTokenCount"].tokens
                write(usage["promptTokensDetails"], details, prompts)
            }
            target["completion_tokens_details"].object { details in
                details["reasoning_tokens"] = usage["thoughtsTokenCount"].tokens
                write(usage["candidatesTokensDetails"], details, answers)
            }
            if dialect.allowsExtraContent { writeExtras(usage, target["extra_content"]["google"], counts) }
        }
    }

    private typealias Modality = (gemini: StaticString, openAI: StaticString)

    private static let prompts: [Modality] = [
        ("TEXT", "text_tokens"), ("IMAGE", "image_tokens"), ("AUDIO", "audio_tokens"), ("VIDEO", "video_tokens"),
    ]
    private static let answers: [Modality] = prompts.dropLast()

    private static func write(_ details: JSONValue, _ target: JSONObjectWriter, _ modalities: [Modality]) {
        for modality in modalities {
            let counts = details.elements.filter { $0["modality"].equalsIgnoringCase(modality.gemini) }
                .map { $0["tokenCount"] }
            if counts.count == 1 {
                target[modality.openAI] = counts[0].tokens
            } else if let sum = sum(counts) {
                target[modality.openAI] = sum
                for count in counts { count.note(.saidDifferently, "the counts of one modality were added up") }
            } else {
                for count in counts { count.warn(.outOfRange, "the counts of one modality cannot be added up") }
            }
        }
    }

    /// Nil if there is nothing to add, or more than 64 bits hold.
    private static func sum(_ counts: [JSONValue]) -> Int64? {
        var sum: Int64?
        for count in counts {
            guard let more = count.int else { return nil }
            let (result, overflow) = (sum ?? 0).addingReportingOverflow(more)
            if overflow { return nil }
            sum = result
        }
        return sum
    }

    /// Counts of modalities that chat completions have no member for.
    private static func writeOthers(_ details: JSONValue, _ slot: JSONSlot, _ modalities: [Modality]) {
        slot.array { list in
            for detail in details.elements
            where !modalities.contains(where: { detail["modality"].equalsIgnoringCase($0.gemini) }) {
                list.append(detail)
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
            writeOthers(usage["promptTokensDetails"], google["prompt_tokens_details"], prompts)
            writeOthers(usage["candidatesTokensDetails"], google["candidates_tokens_details"], answers)
        }
    }

    // MARK: OpenAI → Gemini

    static func toGemini(_ usage: JSONValue, _ response: JSONObjectWriter) {
        guard usage.exists else { return }
        let google = usage["extra_content"]["google"]
        let promptDetails = usage["prompt_tokens_details"]
        let completionDetails = usage["completion_tokens_details"]
        let prompt = usage["prompt_tokens"].tokens.int
        let completion = usage["completion_tokens"].tokens.int
        let reasoning = completionDetails["reasoning_tokens"].int
        let toolUse = google["toolUsePromptTokenCount"].int
        response["usageMetadata"].object { target in
            target["promptTokenCount"] = prompt.map { max(0, $0 &- (toolUse ?? 0)) }
            target["candidatesTokenCount"] = completion.map { max(0, $0 &- (reasoning ?? 0)) }
            target["totalTokenCount"] = usage["total_tokens"].tokens
            target["cachedContentTokenCount"] = promptDetails["cached_tokens"].tokens
            list(promptDetails, google["promptTokensDetails"], target["promptTokensDetails"], prompts)
            list(completionDetails, google["candidatesTokensDetails"], target["candidatesTokensDetails"], answers)
            target["thoughtsTokenCount"] = completionDetails["reasoning_tokens"].tokens
            for extra in extras { target[extra.gemini] = google[extra.gemini] }
        }
    }

    private static func list(_ details: JSONValue, _ others: JSONValue, _ slot: JSONSlot, _ modalities: [Modality]) {
        slot.array { list in
            for modality in modalities {
                let tokens = details[modality.openAI].tokens
                guard tokens.exists else { continue }
                list.object { detail in
                    detail["modality"] = modality.gemini
                    detail["tokenCount"] = tokens
                }
            }
            for other in others.elements { list.append(other) }
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
            usage["thoughtsTokenCount"].int, usage["totalTokenCount"].int, usage["cachedContentTokenCount"].int,
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

extension JSONValue {
    /// A count of tokens; missing, and said so, if it is none.
    fileprivate var tokens: JSONValue {
        if int != nil { return self }
        if exists { warn(.wrongKind, "expected a whole number, found \(found)") }
        return missing
    }
}
