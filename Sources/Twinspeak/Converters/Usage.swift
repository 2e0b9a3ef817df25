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
        guard let counts = TokenUsage(gemini: usage) else {
            if usage.exists { usage.note(.noCounterpart, "without any count there is no usage") }
            return
        }
        note(gemini: usage, counts)
        completion["usage"].object { target in
            target["prompt_tokens"] = counts.prompt.adding(counts.toolUse)
            target["completion_tokens"] = counts.completion.adding(counts.thoughts)
            target["total_tokens"] = counts.total
            target["prompt_tokens_details"].object { details in
                details["cached_tokens"] = usage["cachedContentTokenCount"].tokens
                write(usage["promptTokensDetails"], details, dialect.allowsModalities ? prompts : audio)
            }
            target["completion_tokens_details"].object { details in
                details["reasoning_tokens"] = usage["thoughtsTokenCount"].tokens
                write(usage["candidatesTokensDetails"], details, dialect.allowsModalities ? answers : audio)
            }
            if dialect.allowsExtraContent { writeExtras(usage, target["extra_content"]["google"]) }
        }
        if !dialect.allowsExtraContent { noteExtras(usage, dialect.allowsModalities) }
    }

    /// Says what does not come back as it was, and which counts are none.
    private static func note(gemini usage: JSONValue, _ counts: TokenUsage) {
        let candidates = usage["candidatesTokenCount"]
        if counts.thoughts > 0, counts.completion != candidates.count ?? 0 {
            candidates.note(.saidDifferently, "counts the thoughts already, as the total tells")
        }
        let total = usage["totalTokenCount"]
        if !total.exists {
            usage.note("totalTokenCount", .saidDifferently, "not given, so the counts were added up")
        }
        for count in [usage["promptTokenCount"], usage["toolUsePromptTokenCount"], candidates, total] {
            _ = count.tokens
        }
        if counts.isBeyondBounds {
            usage.warn(.outOfRange, "the sum of the counts is more than 64 bits hold; the largest number stands for it")
        }
    }

    private typealias Modality = (gemini: StaticString, openAI: StaticString)

    private static let prompts: [Modality] = [
        ("TEXT", "text_tokens"), ("IMAGE", "image_tokens"), ("AUDIO", "audio_tokens"), ("VIDEO", "video_tokens"),
    ]
    private static let answers: [Modality] = prompts.dropLast()
    /// What the published specification has had from the beginning.
    private static let audio: [Modality] = [("AUDIO", "audio_tokens")]

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
            guard let more = count.count else { return nil }
            let (result, overflow) = (sum ?? 0).addingReportingOverflow(more)
            if overflow { return nil }
            sum = result
        }
        return sum
    }

    /// Counts of modalities that chat completions have no member for.
    private static func others(_ details: JSONValue, than modalities: [Modality]) -> [JSONValue] {
        details.elements.filter { detail in
            !modalities.contains { detail["modality"].equalsIgnoringCase($0.gemini) }
        }
    }

    private static func writeOthers(_ details: JSONValue, _ slot: JSONSlot, _ modalities: [Modality]) {
        slot.array { list in
            for detail in others(details, than: modalities) { list.append(detail) }
        }
    }

    private static let extras: [(gemini: StaticString, openAI: StaticString)] = [
        ("toolUsePromptTokensDetails", "tool_use_prompt_tokens_details"),
        ("cacheTokensDetails", "cache_tokens_details"),
        ("trafficType", "traffic_type"),
        ("serviceTier", "service_tier"),
        ("billablePromptUsage", "billable_prompt_usage"),
    ]

    /// What has no member of its own goes along as it is.
    private static func writeExtras(_ usage: JSONValue, _ slot: JSONSlot) {
        RepeatedMembers.passOver(in: usage, spellings: true)
        slot.object { google in
            let toolUse = usage["toolUsePromptTokenCount"]
            google["tool_use_prompt_token_count"] = toolUse.count == nil ? toolUse.missing : toolUse
            for extra in extras { google[extra.openAI] = usage[extra.gemini] }
            writeOthers(usage["promptTokensDetails"], google["prompt_tokens_details"], prompts)
            writeOthers(usage["candidatesTokensDetails"], google["candidates_tokens_details"], answers)
            for (name, count) in usage.members where count.isUntouched && !count.isShadowed {
                google.slot(string: NativeSpelling.snakeCase(name.decoded.string)).write(count)
            }
        }
    }

    /// What has been looked at, and has no place.
    private static func noteExtras(_ usage: JSONValue, _ allowsModalities: Bool) {
        for (list, written) in [("promptTokensDetails", prompts), ("candidatesTokensDetails", answers)]
            as [(StaticString, [Modality])]
        {
            for detail in others(usage[list], than: allowsModalities ? written : audio) {
                detail.note(.noCounterpart, "the dialect has no place for it")
            }
        }
        let toolUse = usage["toolUsePromptTokenCount"]
        if toolUse.count != nil { toolUse.note(.saidDifferently, "counted among `prompt_tokens`") }
    }

    // MARK: OpenAI → Gemini

    static func toGemini(_ usage: JSONValue, _ response: JSONObjectWriter, _ options: Options) {
        guard usage.exists else { return }
        let google = usage["extra_content"]["google"]
        let promptDetails = usage["prompt_tokens_details"]
        let completionDetails = usage["completion_tokens_details"]
        let counts = TokenUsage(openAI: usage)
        if let counts {
            note(openAI: usage, counts)
        } else if !usage.members.contains(where: { _ in true }) {
            usage.note(.noCounterpart, "without any count there is no usage")
        }
        response["usageMetadata"].object { target in
            if usage["prompt_tokens"].shortTokens.exists { target["promptTokenCount"] = counts?.prompt }
            if usage["completion_tokens"].shortTokens.exists { target["candidatesTokenCount"] = counts?.completion }
            target["totalTokenCount"] = usage["total_tokens"].shortTokens
            target["cachedContentTokenCount"] = promptDetails["cached_tokens"].shortTokens
            func native(_ name: StaticString, of owner: JSONValue) -> JSONValue {
                NativeValue.ofAnswer(owner[name], name, in: "UsageMetadata", options)
            }
            list(promptDetails, native("promptTokensDetails", of: google), target["promptTokensDetails"], prompts)
            list(
                completionDetails, native("candidatesTokensDetails", of: google), target["candidatesTokensDetails"],
                answers)
            target["thoughtsTokenCount"] = completionDetails["reasoning_tokens"].shortTokens
            target["toolUsePromptTokenCount"] = google["toolUsePromptTokenCount"].shortTokens
            // Vertex AI's own endpoint for chat completions has a place of its own.
            let vertex = usage["extra_properties"]["google"]
            for extra in extras {
                let value = native(extra.gemini, of: google[extra.gemini].exists ? google : vertex)
                if value.kind == .number {
                    // The JSON form of protocol buffers numbers its words too, which Google's client does not read.
                    value.warn(.wrongKind, "expected a word, found \(value.found); left out")
                } else {
                    target[extra.gemini] = value
                }
            }
            for (_, count) in google.members where count.isUntouched {
                count.note(.noCounterpart, "not a count that Gemini is known to give")
            }
        }
    }

    /// Says which sums the client's side would not come to.
    private static func note(openAI usage: JSONValue, _ counts: TokenUsage) {
        let prompt = usage["prompt_tokens"]
        let completion = usage["completion_tokens"]
        if let given = prompt.count, given != counts.prompt.adding(counts.toolUse) {
            prompt.warn(.approximated, "less than its part `tool_use_prompt_token_count`")
        }
        guard let given = completion.count, given != counts.completion.adding(counts.thoughts) else { return }
        if given == counts.completion {
            completion.note(.saidDifferently, "does not count the thoughts, as the total tells")
        } else {
            completion.warn(.approximated, "less than its part `reasoning_tokens`")
        }
    }

    private static func list(_ details: JSONValue, _ others: JSONValue, _ slot: JSONSlot, _ modalities: [Modality]) {
        slot.array { list in
            for modality in modalities {
                let tokens = details[modality.openAI].shortTokens
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

    static let geminiLosses: [Loss] =
        [
            .note("/usageMetadata/promptTokensDetails/*", because: "the dialect has no place for it"),
            .note("/usageMetadata/candidatesTokensDetails/*", because: "the dialect has no place for it"),
        ] + extras.map { .note("/usageMetadata/\($0.gemini)", because: "the dialect has no place for it") }
}

extension JSONValue {
    /// A count of tokens; missing, and said so, if it is none.
    fileprivate var tokens: JSONValue {
        if count != nil { return self }
        if exists { warn(.wrongKind, "expected a whole number of 0 or more, found \(found)") }
        return missing
    }

    /// The same for Gemini, which counts with 32 bits.
    fileprivate var shortTokens: JSONValue {
        guard let count, count > Int32.max else { return tokens }
        warn(.outOfRange, "expected a whole number of 32 bits, found \(found)")
        return missing
    }
}
