/// What is measured.
enum Measure: String, CaseIterable {
    /// The tape alone.
    case parse
    /// The tape, then every value and name on its own through the writers: compact JSON again.
    case rewrite
    /// The bytes copied and not looked at: the limit of the machine.
    case copy
    /// Requests, OpenAI to Gemini and back, with diagnostics, a reused workspace and a reused output.
    case toGemini, toOpenAI
    /// The same with a new output for each.
    case toGeminiNew, toOpenAINew
    /// The same without a workspace: all memory is fresh.
    case toGeminiPlain, toOpenAIPlain
    /// The same as segments, whose large strings are those of the input.
    case toGeminiGathered, toOpenAIGathered
    /// Answers with a reused workspace, and the same as segments.
    case answerToOpenAI, answerToGemini, answerToOpenAIGathered, answerToGeminiGathered
    /// Events of a stream taken out and parsed, and no more.
    case streamParse
    /// Streams, pushed as a whole.
    case streamToOpenAI, streamToGemini
    /// Streams, in pieces as a network brings them.
    case streamToOpenAIPieces, streamToGeminiPieces

    var kind: Payload.Kind {
        rawValue.hasPrefix("stream") ? .stream : rawValue.hasPrefix("answer") ? .answers : .requests
    }

    func documents(of payload: Payload) -> [[UInt8]] {
        switch self {
        case .parse, .rewrite, .copy, .toGemini, .toGeminiNew, .toGeminiPlain, .toGeminiGathered, .answerToGemini,
            .answerToGeminiGathered, .streamToGemini, .streamToGeminiPieces:
            payload.openAI
        case .toOpenAI, .toOpenAINew, .toOpenAIPlain, .toOpenAIGathered, .answerToOpenAI, .answerToOpenAIGathered,
            .streamParse, .streamToOpenAI, .streamToOpenAIPieces:
            payload.gemini
        }
    }
}
