internal import JSONCore

/// What an answer cost, in tokens, whichever side counted: for billing and limits.
///
/// The parts do not overlap: `total` is `prompt`, `toolUse`, `completion` and `thoughts` together, where the upstream's
/// own counts add up. No count is negative; what is not said is 0.
public struct TokenUsage: Sendable, Hashable {
    /// The prompt, cached tokens included.
    public var prompt: Int64 = 0
    /// Of `prompt`, what came from a cache.
    public var cached: Int64 = 0
    /// What tools that run at the upstream put into the prompt.
    public var toolUse: Int64 = 0
    /// What was answered, without thoughts.
    public var completion: Int64 = 0
    /// What was thought.
    public var thoughts: Int64 = 0
    /// As the upstream says it, or else the sum.
    public var total: Int64 = 0
    /// `prompt` by what it was made of, where that is known.
    public var promptByModality = ByModality()
    /// `completion` by what it was made of, where that is known.
    public var completionByModality = ByModality()

    /// Tokens by what they stand for; 0 where it is not said.
    public struct ByModality: Sendable, Hashable {
        /// Text.
        public var text: Int64 = 0
        /// Images.
        public var image: Int64 = 0
        /// Audio.
        public var audio: Int64 = 0
        /// Video.
        public var video: Int64 = 0
        /// Documents, as PDF.
        public var document: Int64 = 0
    }

    /// The counts of an answer's body; nil if it holds none.
    init?(response root: JSONValue, _ upstream: WireFormat) {
        self.init(usage: root[upstream == .openAI ? "usage" : "usageMetadata"], upstream)
    }

    /// The counts themselves.
    init?(usage: JSONValue, _ upstream: WireFormat) {
        switch upstream {
        case .openAI: self.init(openAI: usage)
        case .gemini: self.init(gemini: usage)
        }
    }

    // MARK: Gemini

    /// Proto3 leaves out zeros, so one count is enough to know them all.
    init?(gemini usage: JSONValue) {
        let total = usage["totalTokenCount"].count
        let candidates = usage["candidatesTokenCount"].count
        let thoughts = usage["thoughtsTokenCount"].count
        let prompt = usage["promptTokenCount"].count
        let toolUse = usage["toolUsePromptTokenCount"].count
        let cached = usage["cachedContentTokenCount"].count
        guard [total, candidates, thoughts, prompt, toolUse, cached].contains(where: { $0 != nil }) else { return nil }
        self.prompt = prompt ?? 0
        self.cached = cached ?? 0
        self.toolUse = toolUse ?? 0
        self.thoughts = thoughts ?? 0
        completion = candidates ?? 0
        // Some servers count thoughts among the candidates' tokens; then the total is reached without them.
        if self.thoughts > 0, total == self.prompt.adding(self.toolUse).adding(completion) {
            completion = max(0, completion - self.thoughts)
        }
        self.total = total ?? sum
        promptByModality = ByModality(usage["promptTokensDetails"])
        completionByModality = ByModality(usage["candidatesTokensDetails"])
    }

    // MARK: OpenAI

    init?(openAI usage: JSONValue) {
        let prompt = usage["prompt_tokens"].count
        let completion = usage["completion_tokens"].count
        let total = usage["total_tokens"].count
        guard [prompt, completion, total].contains(where: { $0 != nil }) else { return nil }
        let promptDetails = usage["prompt_tokens_details"]
        let completionDetails = usage["completion_tokens_details"]
        toolUse = usage["extra_content"]["google"]["toolUsePromptTokenCount"].count ?? 0
        thoughts = completionDetails["reasoning_tokens"].count ?? 0
        cached = promptDetails["cached_tokens"].count ?? 0
        self.prompt = max(0, (prompt ?? 0) - toolUse)
        self.completion = completion ?? 0
        // Some vendors do not count thoughts among the completion's tokens; then the total is reached only with them.
        if total != (prompt ?? 0).adding(self.completion).adding(thoughts) {
            self.completion = max(0, self.completion - thoughts)
        }
        self.total = total ?? sum
        promptByModality = ByModality(openAI: promptDetails)
        completionByModality = ByModality(openAI: completionDetails)
    }

    /// Some sum is larger than what 64 bits hold.
    var isBeyondBounds: Bool { prompt.adding(toolUse) == .max || completion.adding(thoughts) == .max || total == .max }

    private var sum: Int64 { prompt.adding(toolUse).adding(completion).adding(thoughts) }
}

extension TokenUsage.ByModality {
    /// A list of `{ modality, tokenCount }`.
    fileprivate init(_ details: JSONValue) {
        for detail in details.elements {
            let tokens = detail["tokenCount"].count ?? 0
            let modality = detail["modality"]
            if modality.equalsIgnoringCase("TEXT") { text = text.adding(tokens) }
            if modality.equalsIgnoringCase("IMAGE") { image = image.adding(tokens) }
            if modality.equalsIgnoringCase("AUDIO") { audio = audio.adding(tokens) }
            if modality.equalsIgnoringCase("VIDEO") { video = video.adding(tokens) }
            if modality.equalsIgnoringCase("DOCUMENT") { document = document.adding(tokens) }
        }
    }

    /// An object of `text_tokens`, `image_tokens` and so on.
    fileprivate init(openAI details: JSONValue) {
        text = details["text_tokens"].count ?? 0
        image = details["image_tokens"].count ?? 0
        audio = details["audio_tokens"].count ?? 0
        video = details["video_tokens"].count ?? 0
    }
}

extension JSONValue {
    /// A number of tokens; nil if it is none.
    var count: Int64? { int.flatMap { $0 >= 0 ? $0 : nil } }
}

extension Int64 {
    /// The sum, or the largest number where the sum is larger.
    func adding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
