import Testing
import Twinspeak

/// What the library knows of models, and what a caller knows better.
@Suite struct ModelCapabilitiesTests {
    private let body = #"{"model":"our-flash","messages":[{"role":"user","content":"Hi"}],"reasoning_effort":"high"}"#

    @Test(arguments: [
        ("gemini-2.0-flash", ThinkingCapability.none), ("gemini-1.5-pro", .none),
        ("gemini-2.5-pro", .budget(128...32768, canTurnOff: false)),
        ("models/gemini-2.5-flash-preview-09-2025", .budget(1...24576, canTurnOff: true)),
        ("gemini-2.5-flash-lite", .budget(512...24576, canTurnOff: true)),
        ("gemini-3-pro-preview", .levels([.low, .high])), ("gemini-3.1-pro", .levels([.low, .medium, .high])),
        ("gemini-9-pro", .levels([.low, .medium, .high])),
        ("gemini-3.6-flash", .levels([.minimal, .low, .medium, .high])),
        ("google/gemini-3.7-flash", .levels([.low, .medium, .high])),
        ("gemini-3.1-flash-lite-image", .levels([.minimal, .high])),
    ])
    func thinking(_ model: String, _ capability: ThinkingCapability) {
        #expect(ModelCapabilities(of: model).thinking == capability)
    }

    @Test func inheritFromTheVersionBefore() {
        #expect(ModelCapabilities(of: "gemini-2.0-flash").penalties)
        #expect(!ModelCapabilities(of: "gemini-2.5-pro").penalties)
        #expect(!ModelCapabilities(of: "gemini-2.9-pro").signedParts)
        #expect(ModelCapabilities(of: "gemini-3-pro").signedParts)
        #expect(!ModelCapabilities(of: "gemini-99-pro").trailingModelTurn)
        #expect(ModelCapabilities(of: "gemini-3.5-flash").trailingModelTurn)
        #expect(!ModelCapabilities(of: "gemini-3.5-flash-lite").trailingModelTurn)
        #expect(ModelCapabilities(of: "of-no-version").signedParts)
        #expect(ModelCapabilities(of: "of-no-version").trailingModelTurn)
    }

    @Test(arguments: ["our-flash", "models/our-flash", "tunedModels/our-flash"])
    func theCallerKnowsBetter(_ model: String) throws {
        var options = Options()
        options.model = model
        options.capabilities["our-flash"] = ModelCapabilities(of: "gemini-2.5-flash")
        #expect(try translated(options) == #"{"thinkingConfig":{"thinkingBudget":24576}}"#)
        options.capabilities["our-flash"]?.thinking = .budget(1...100, canTurnOff: true)
        #expect(try translated(options) == #"{"thinkingConfig":{"thinkingBudget":100}}"#)
        options.capabilities = [:]
        #expect(try translated(options) == #"{"thinkingConfig":{"thinkingLevel":"HIGH"}}"#)
    }

    private func translated(_ options: Options) throws -> Substring {
        let request = try Translator(client: .openAI, upstream: .gemini, options: options).request(body)
        let text = String(decoding: request.body, as: UTF8.self)
        let config = try #require(text.firstRange(of: #""generationConfig":"#))
        return text[config.upperBound...].dropLast()
    }

    // MARK: JSON

    @Test func readFromJSON() throws {
        let options = try Options(
            json: Array(
                """
                {"capabilities": {
                  "a": {"as": "gemini-2.5-flash", "penalties": true, "thinking": {"levels": ["low", "high"]}},
                  "b": {"thinking": {"budget": [1, 9], "canTurnOff": true}, "imageSizes": ["8K"], "signedParts": null},
                  "gemini-3-pro": {"thinking": "none", "trailingModelTurn": false}
                }}
                """.utf8))
        var a = ModelCapabilities(of: "gemini-2.5-flash")
        a.penalties = true
        a.thinking = .levels([.low, .high])
        var b = ModelCapabilities(of: "b")
        b.thinking = .budget(1...9, canTurnOff: true)
        b.imageSizes = ["8K"]
        var pro = ModelCapabilities(of: "gemini-3-pro")
        pro.thinking = .none
        pro.trailingModelTurn = false
        #expect(options.capabilities == ["a": a, "b": b, "gemini-3-pro": pro])
    }

    @Test(arguments: [
        (#"{"capabilities":7}"#, ["/capabilities"]),
        (#"{"capabilities":{"a/b~":[]}}"#, ["/capabilities/a~1b~0"]),
        (
            #"{"capabilities":{"m":{"penalties":"yes","thinking":{"budget":[9,1]},"x":1}}}"#,
            ["/capabilities/m/penalties", "/capabilities/m/thinking", "/capabilities/m/x"]
        ),
        (#"{"capabilities":{"m":{"thinking":{"levels":["low","huge"]}}}}"#, ["/capabilities/m/thinking"]),
        (#"{"capabilities":{"m":{"thinking":{"budget":[-1,1]}}}}"#, ["/capabilities/m/thinking"]),
        (
            #"{"capabilities":{"m":{"imageSizes":4,"aspectRatios":["1:1",2]}}}"#,
            ["/capabilities/m/imageSizes", "/capabilities/m/aspectRatios"]
        ),
    ])
    func refusesInJSON(_ json: String, _ pointers: [String]) throws {
        let error = try #require(throws: TranslationError.self) { try Options(json: Array(json.utf8)) }
        #expect(error.report.diagnostics.map(\.pointer) == pointers)
    }
}
