import Testing

@testable import Twinspeak

/// Lines of batch files, as a host translates them.
@Suite struct BatchTests {
    private let toGemini = Translator(client: .openAI, upstream: .gemini)
    private let request =
        #"{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function","function":{"name":"get weather"}}]}}"#
    private let result =
        #"{"key":"a","response":{"candidates":[{"content":{"parts":[{"functionCall":{"name":"get_weather","args":{}}}]},"finishReason":"STOP"}]}}"#

    private func batchRequest(_ translator: Translator, _ line: String) -> BatchTranslation {
        var workspace = Workspace()
        return translator.batchRequest(line.utf8.span, using: &workspace)
    }

    private func batchResult(_ translator: Translator, _ line: String) -> BatchTranslation {
        var workspace = Workspace()
        return translator.batchResult(line.utf8.span, using: &workspace)
    }

    @Test func requestAndItsResult() {
        var workspace = Workspace()
        let there = toGemini.batchRequest(request.utf8.span, using: &workspace)
        #expect(there.refusal == nil)
        #expect(there.key == "a")
        #expect(there.exchange.model == "gemini-2.5-flash")
        #expect(!there.exchange.stream)
        let exchanges = [there.key: there.exchange]
        let back = toGemini.batchResult(result.utf8.span, identity: Identity(id: "x", created: 7), using: &workspace) {
            exchanges[$0] ?? Exchange()
        }
        #expect(back.refusal == nil)
        #expect(back.key == "a")
        let line = String(decoding: back.line, as: UTF8.self)
        for said in [#""custom_id":"a""#, #""id":"x""#, #""created":7"#, #""model":"gemini-2.5-flash""#, "get weather"]
        {
            #expect(line.contains(said))
        }
    }

    @Test func streamsAreNotAskedFor() {
        var options = Options()
        options.stream = true
        options.model = "m"
        let line = #"{"key":"a","request":{"contents":[{"parts":[{"text":"Hi"}]}]}}"#
        let translation = batchRequest(Translator(client: .gemini, upstream: .openAI, options: options), line)
        #expect(String(decoding: translation.line, as: UTF8.self).contains(#""stream":false"#))
        #expect(!translation.exchange.stream)
    }

    // MARK: Refused

    @Test(arguments: ["", "{", "[", "{\"custom_id\":\"a\",\"body\":{}"])
    func notJSON(_ line: String) {
        let request = batchRequest(toGemini, line)
        #expect(request.refusal == TranslationError(.notJSON))
        #expect(String(decoding: request.line, as: UTF8.self).contains(#""status_code":400"#))
        let result = batchResult(toGemini, line)
        #expect(result.refusal == TranslationError(.notJSON))
        #expect(String(decoding: result.line, as: UTF8.self).contains(#""status_code":502"#))
    }

    @Test(arguments: ["[]", "7", "null", "{}", #"{"messages":[]}"#, #"{"key":"a","request":{}}"#])
    func noLine(_ line: String) {
        #expect(batchRequest(toGemini, line).refusal == TranslationError(.untranslatable))
        #expect(batchResult(toGemini, line).refusal == TranslationError(.untranslatable))
    }

    @Test func limits() {
        var options = Options()
        options.limits.bytes = 100
        let translation = batchRequest(Translator(client: .openAI, upstream: .gemini, options: options), request)
        #expect(translation.diagnostics.map(\.code) == [.limitExceeded])
    }

    // MARK: The same side

    @Test func passes() {
        var options = Options()
        options.model = "g"
        for format in WireFormat.allCases {
            let translator = Translator(client: format, upstream: format, options: options)
            let isChat = format == .openAI
            let line = isChat ? request : #"{ "key" : "a", "request":{"contents":[{"parts":[{"text":"Hi"}]}]} }"#
            let there = batchRequest(translator, line)
            #expect(String(decoding: there.line, as: UTF8.self) == line)
            #expect(there.refusal == nil)
            #expect(there.key == "a")
            let answer =
                isChat
                ? #"{ "id":"1","custom_id":"a","response":{"status_code":429,"request_id":"1","body":{"error":{"message":"m"}}} }"#
                : #"{ "key":"a","error":{"code":8,"message":"m"} }"#
            let back = batchResult(translator, answer)
            #expect(String(decoding: back.line, as: UTF8.self) == answer)
            #expect(back.refusal == nil)
        }
    }

    // MARK: Places

    @Test func placesInTheLine() throws {
        let line = """
            { "custom_id": "ü",
              "body": { "model": "g", "messages":
                [{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://a.b/c.png"}}]}],
                "user": 7, "logit_bias": {"1": 2} } }
            """
        let translation = batchRequest(toGemini, line)
        let bias = try #require(translation.diagnostics.first { $0.pointer == "/body/logit_bias" })
        #expect(bias.line == 4)
        #expect(bias.column == 30)
        #expect(
            translation.report.remoteMedia == [
                RemoteMedia(pointer: "/body/messages/0/content/0/image_url/url", url: "https://a.b/c.png")
            ])
        let inOneLine = batchRequest(toGemini, line.split(separator: "\n").joined())
        let found = try #require(inOneLine.diagnostics.first { $0.pointer == "/body/logit_bias" })
        #expect(found.line == 1)
        #expect(found.column == line.split(separator: "\n").prefix(3).joined().unicodeScalars.count + 30)
    }

    /// The body of an error stands in a frame that the line does not have.
    @Test func placesOfErrors() throws {
        let line = #"{"key":"ü","error":{"code":13,"message":"m","surprise":1}}"#
        let translation = batchResult(toGemini, line)
        #expect(translation.refusal == nil)
        let found = try #require(translation.diagnostics.first { $0.pointer == "/error/surprise" })
        #expect(found.code == .unknownMember)
        #expect(found.line == 1)
        #expect(found.column == line.unicodeScalars.count - 2)
    }

    // MARK: Errors

    @Test(
        "Errors of batches count as gRPC does",
        arguments: [
            (1, 499), (2, 500), (3, 400), (4, 504), (5, 404), (6, 409), (7, 403), (8, 429), (9, 400), (10, 409),
            (11, 400), (12, 501), (13, 500), (14, 503), (15, 500), (16, 401), (0, 500), (17, 500), (429, 429),
        ])
    func numbers(_ code: Int, _ http: Int) {
        let translation = batchResult(toGemini, #"{"key":"a","error":{"code":\#(code),"message":"m"}}"#)
        #expect(String(decoding: translation.line, as: UTF8.self).contains(#""status_code":\#(http),"#))
    }

    /// Where there is an HTTP status of a failure, a number says nothing.
    @Test func numbersBesideAnHTTPStatus() {
        let body = Array(#"{"error":{"code":3,"message":"m"}}"#.utf8)
        #expect(toGemini.response(body, status: 429).status == 429)
        #expect(toGemini.response(body, status: 200).status == 400)
    }

    @Test(arguments: [("batch_expired", "DEADLINE_EXCEEDED"), ("batch_cancelled", "CANCELLED"), ("x", "INTERNAL")])
    func requestsThatWereNotMade(_ code: String, _ status: String) {
        let line = #"{"id":"1","custom_id":"a","response":null,"error":{"code":"\#(code)","message":"m"}}"#
        let translation = batchResult(Translator(client: .gemini, upstream: .openAI), line)
        let text = String(decoding: translation.line, as: UTF8.self)
        #expect(text.hasPrefix(#"{"key":"a","error":{"code":"#))
        #expect(text.hasSuffix(#""status":"\#(status)"}}"#))
    }
}
