/// What is measured.
enum Measure: String, CaseIterable {
    /// The tape alone.
    case parse
    /// The tape, then every value and name on its own through the writers: compact JSON again.
    case rewrite
    /// Requests, OpenAI to Gemini and back, with diagnostics and a reused workspace.
    case toGemini, toOpenAI
    /// The same without a workspace: all memory is fresh.
    case toGeminiPlain, toOpenAIPlain
    /// Events of a stream taken out and parsed, and no more.
    case streamParse
    /// Streams, pushed as a whole.
    case streamToOpenAI, streamToGemini
    /// Streams, in pieces as a network brings them.
    case streamToOpenAIPieces, streamToGeminiPieces

    var isOfStreams: Bool { rawValue.hasPrefix("stream") }

    func documents(of payload: Payload) -> [[UInt8]] {
        switch self {
        case .parse, .rewrite, .toGemini, .toGeminiPlain, .streamToGemini, .streamToGeminiPieces: payload.openAI
        case .toOpenAI, .toOpenAIPlain, .streamParse, .streamToOpenAI, .streamToOpenAIPieces: payload.gemini
        }
    }
}
