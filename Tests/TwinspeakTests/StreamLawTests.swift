import Testing

@testable import Twinspeak

/// What a client puts together from a translated stream is what it had got for the same answer without a stream.
@Suite struct StreamLawTests {
    @Test(arguments: try Fixture.streams())
    func fixture(_ fixture: Fixture) throws {
        guard Self.exceptions[fixture.testDescription] == nil, let comparison = try StreamComparison(fixture)
        else { return }
        #expect(comparison.differences == [], "\(fixture.testDescription): \(comparison.description)")
    }

    /// Few streams have no answer to be compared with.
    @Test func mostFixturesAreCompared() throws {
        let compared = try Fixture.streams().count { fixture in
            try Self.exceptions[fixture.testDescription] == nil && StreamComparison(fixture) != nil
        }
        #expect(compared == 148)
    }

    /// Streams of each side, in blocks that run side by side.
    private static let blocks = 0..<40
    private static let blockSize = 50

    @Test(arguments: blocks)
    func randomGemini(_ block: Int) throws {
        for seed in block * Self.blockSize..<(block + 1) * Self.blockSize {
            var stream = RandomGeminiStream(seed: UInt64(seed))
            try check(stream.events(), .gemini, seed)
        }
    }

    @Test(arguments: blocks)
    func randomChat(_ block: Int) throws {
        for seed in block * Self.blockSize..<(block + 1) * Self.blockSize {
            var stream = RandomChatStream(seed: UInt64(seed))
            try check(stream.events(), .openAI, seed)
        }
    }

    private func check(_ events: [String], _ format: WireFormat, _ seed: Int) throws {
        let input = Array(events.map { "data: \($0)\n\n" }.joined().utf8)
        var options = Options()
        options.dialect = Dialect.all[seed % Dialect.all.count]
        options.includeUsage = true
        let translator = Translator(client: format.other, upstream: format, options: options)
        let comparison = try #require(try StreamComparison(input, translator), "\(seed): nothing to compare")
        #expect(comparison.differences == [], "\(seed): \(comparison.description)")
    }

    /// Where a stream cannot say what an answer without a stream says, and why.
    private static let exceptions: [String: String] = [
        "streams/prompt-blocked-behind-text-other": "what is of the whole answer goes with the first chunk, or not",
        "streams/prompt-blocked-behind-text-prohibited-content": "as above",
        "streams/thoughts-between-answers": "a message has its thoughts before its text, a stream as they come",
        "streams/openai-part-signatures": "the texts have been sent, so each signature has an empty text of its own",
        "streams/openai-our-image-signed": "as above",
        "streams/openai-our-images-signed-openrouter": "as above",
        "streams/openai-our-signature-on-thought": "as above",
        "streams/openai-our-code-execution": "the code has been sent as text",
        "streams/openai-our-server-mcp": "the text has been sent without what stood before it",
        "streams/openai-reasoning-details-signature": "clients join the format, which servers say twice",
        "streams/openai-extra-content-index-late": "the first part has been sent under another number",
    ]
}
