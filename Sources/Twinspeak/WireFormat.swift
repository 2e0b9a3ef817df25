/// One of the two protocols.
public enum WireFormat: String, Sendable, Hashable, CaseIterable {
    /// OpenAI chat completions: `POST /v1/chat/completions`.
    case openAI = "openai"
    /// Gemini native: `generateContent` and `streamGenerateContent`.
    case gemini

    /// The one that a translation leads to.
    public var other: WireFormat { self == .openAI ? .gemini : .openAI }
}
