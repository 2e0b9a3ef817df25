internal import JSONCore
internal import ServerSentEvents

/// Reads the values of a stream one by one and writes what comes of them.
struct StreamEngine: ~Copyable {
    private let translator: Translator
    private let exchange: Exchange
    private let identity: Identity
    private var document = JSONDocument()
    private var machine: Machine
    private(set) var output: StreamOutput
    private(set) var state = StreamTranslator.State.open
    private var findings = StreamFindings()
    private var events = 0

    /// What stands between the two sides.
    private enum Machine {
        case toOpenAI(GeminiToOpenAIStream)
        case toGemini(OpenAIToGeminiStream)
    }
}
