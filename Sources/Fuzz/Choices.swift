import Twinspeak

/// What the first bytes of an input choose. Zeros are the defaults, of an input that OpenAI's side wrote.
struct Choices {
    static let count = 4

    private let bytes: [UInt8]

    /// Missing bytes are zeros.
    static func split(_ input: some Sequence<UInt8>) -> (Choices, text: [UInt8]) {
        let input = Array(input)
        let bytes = Array(input.prefix(count)) + Array(repeating: 0, count: max(0, count - input.count))
        return (Choices(bytes: bytes), Array(input.dropFirst(count)))
    }

    private func bit(_ place: Int) -> Bool { bytes[place / 8] >> (place % 8) & 1 == 1 }
    private func number(_ place: Int, below bound: Int) -> Int { Int(bytes[place / 8] >> (place % 8)) % bound }

    /// Who wrote the input.
    var format: WireFormat { bit(0) ? .gemini : .openAI }

    var options: Options {
        var options = Options()
        options.surface = bit(1) ? .vertex : .developer
        options.dialect = Dialect.all[number(2, below: 4)]
        options.schemas = Options.Schemas.allCases[number(4, below: 4) % 3]
        options.strict = bit(6)
        options.lenient = bit(7)
        if bit(8) { options.historyThoughts = .drop }
        if bit(9) { options.remoteMedia = .reject }
        if bit(10) { options.extensions = .none }
        if bit(11) { options.thoughtSignatureFallback = nil }
        options.mirrorContents = bit(12)
        if bit(13) { options.limits = small }
        // A Gemini body names no model; its path does.
        options.model = [bit(0) ? "gpt-5" : nil, "gemini-2.5-flash", "gemini-3-pro-preview", "m"][number(14, below: 4)]
        if bit(16) { options.includeUsage = true }
        if bit(17) { options.framing = .array }
        return options
    }

    private var small: Options.Limits {
        var limits = Options.Limits()
        limits.bytes = 2000
        limits.nodes = 150
        limits.depth = 8
        limits.event = 400
        limits.diagnostics = 3
        return limits
    }

    /// The body is an answer to the request below.
    var hasRequest: Bool { bit(18) }

    /// What the client's request left behind: renamed functions, tools of free text, and usage.
    var exchange: Exchange {
        var exchange = Exchange()
        guard hasRequest else { return exchange }
        exchange.model = "gemini-3-pro-preview"
        exchange.renamed = ["get_weather": "get weather", "_2": "2"]
        exchange.customTools = ["run", "get_weather"]
        exchange.includeUsage = true
        return exchange
    }

    var identity: Identity { bit(19) ? Identity(id: "an \"id\"", created: 1_700_000_000) : Identity() }

    /// An HTTP status that is none of success.
    var failure: Int {
        [400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 499, 500, 501, 503, 504, 529][number(20, below: 16)]
    }

    /// For choices that are too many to be named: where a stream is cut.
    var dice: Dice { Dice(seed: UInt32(bytes[3])) }
    /// What is validated.
    var kind: Int { number(20, below: 4) }
}
