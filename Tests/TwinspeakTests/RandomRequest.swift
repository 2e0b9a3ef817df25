@testable import Twinspeak

/// A legal request that is made up, the same for the same seed.
struct RandomRequest {
    let format: WireFormat
    let sample: Sample
    let options: Options
    let seed: UInt64

    init(_ format: WireFormat, seed: UInt64) {
        var dice = Dice(seed: seed)
        var options = Options()
        options.dialect = dice.one(of: Dialect.all)
        options.surface = dice.one(of: Surface.all)
        options.schemas = dice.once(in: 4) ? .jsonSchema : .auto
        options.historyThoughts = dice.once(in: 8) ? .drop : .keep
        if dice.once(in: 6) { options.thoughtSignatureFallback = nil }
        let model = dice.one(of: [
            "gemini-2.0-flash", "gemini-2.5-flash", "gemini-2.5-pro", "gemini-2.5-flash-lite", "gemini-3-pro-preview",
            "gemini-3.1-flash-image", "gemini-3.6-flash", "gemini-flash-latest",
        ])
        if format == .gemini {
            options.model = model
            options.stream = dice.once(in: 3)
        }
        self.format = format
        self.options = options
        self.seed = seed
        var chat = RandomChat(dice: dice, model: model)
        var gemini = RandomGemini(dice: dice, options: options)
        sample = format == .openAI ? chat.body() : gemini.body()
    }

    /// The translation of the sample, or of another that was made of it.
    func translated(_ sample: Sample? = nil) throws -> Translator.Request {
        try translated((sample ?? self.sample).json)
    }

    func translated(_ json: [UInt8]) throws -> Translator.Request {
        try Translator(client: format, upstream: format.other, options: options).request(json)
    }
}

/// Texts, media and schemas that both sides know.
enum SampleData {
    static let texts = [
        "Hello", "line\\none", "caf\\u00e9 \\ud83d\\ude00", "tab\\t\\\"quoted\\\"", " ", "ünïcödé \u{2028}", "a\\\\b",
        "[link](https://example.com)", "<b>bold</b>", "42", "null", "a \\/ b", "\\ud83d alone",
    ]
    static let signatures = ["c2ln", "AAEC/w==", "c2lnbmF0dXJl"]
    static let images = [
        ("image/png", "iVBORw0KGgo="), ("image/jpeg", "/9j/4AAQ"), ("image/webp", "UklGRg=="),
        ("image/gif", "R0lGODlh"),
    ]
    /// Inside the subset of both surfaces, and outside of it.
    static let schemas = [
        #"{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer","format":"int32"}},"required":["city"]}"#,
        ##"{"type":"object","properties":{"a":{"type":["string","null"]},"b":{"$ref":"#/$defs/b"}},"$defs":{"b":{"type":"number"}}}"##,
        #"{"type":"object","properties":{"type":{"type":"string","enum":["x","y"]},"list":{"type":"array","items":{"type":"number","minimum":1.0}}},"additionalProperties":false}"#,
        #"{"type":"object","properties":{"a":{"type":"string"}},"required":["a","gone"]}"#,
        #"{"type":"object","properties":{"u":{"anyOf":[{"type":"string"},{"type":"integer"}]}}}"#,
        #"{"type":"object","properties":{}}"#, #"{"type":"object"}"#, "{}",
    ]
    static let protoSchemas = [
        #"{"type":"OBJECT","properties":{"a":{"type":"STRING","nullable":true},"b":{"type":"ARRAY","items":{"type":"INTEGER"},"maxItems":"3"}},"required":["a"],"propertyOrdering":["b","a"]}"#,
        #"{"type":"OBJECT","properties":{"e":{"type":"STRING","enum":["x","y"],"nullable":true,"example":"x"}}}"#,
        #"{"type":"object","properties":{"t":{"type":"string","description":"d"}}}"#,
        #"{"type":"OBJECT","properties":{"n":{"type":"NUMBER","minimum":0,"maximum":1e3,"format":"double"}}}"#,
    ]
    static let arguments = [
        "{}", #"{"city":"Paris"}"#, #"{"n":1.0,"big":12345678901234567890,"deep":{"a":[1,{"b":null}]}}"#,
        #"{"text":"é \" \\ \n"}"#, #"{"b":1,"a":2}"#,
    ]
    static let names = ["get_weather", "lookup", "google_search", "a-b", "_x", "search2"]
}
