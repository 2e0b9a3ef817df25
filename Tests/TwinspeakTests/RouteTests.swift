import Testing

@testable import Twinspeak

/// What is called, and what was called.
@Suite struct RouteTests {
    @Test(arguments: [
        ("gemini-2.5-flash", "/v1beta/models/gemini-2.5-flash:generateContent"),
        ("models/gemini-2.5-flash", "/v1beta/models/gemini-2.5-flash:generateContent"),
        ("google/gemini-3-flash", "/v1beta/models/gemini-3-flash:generateContent"),
        ("publishers/google/models/gemini-3-flash", "/v1beta/models/gemini-3-flash:generateContent"),
        ("projects/p/locations/us/publishers/google/models/gemini-3", "/v1beta/models/gemini-3:generateContent"),
        ("projects/p/x", "/v1beta/models/projects/p/x:generateContent"),
        ("tunedModels/tone-1", "/v1beta/tunedModels/tone-1:generateContent"),
        ("vendor/model", "/v1beta/models/vendor/model:generateContent"),
        ("a?b", "/v1beta/models/a%3Fb:generateContent"),
        ("a:countTokens", "/v1beta/models/a%3AcountTokens:generateContent"),
        ("a%2Fb", "/v1beta/models/a%252Fb:generateContent"),
        ("模型", "/v1beta/models/%E6%A8%A1%E5%9E%8B:generateContent"),
        ("a b", "/v1beta/models/a%20b:generateContent"),
    ])
    func writesPaths(_ model: String, _ path: String) {
        #expect(Route.generateContent(model: model, stream: false, surface: .developer)?.path == path)
    }

    @Test(arguments: ["../x", "a/../b", ".", "..", "a\r\nb", "a\u{0}b", "a//b", "/a", "a/", "models/"])
    func refusesWhatCannotStandInAPath(_ model: String) {
        #expect(Route.generateContent(model: model, stream: false, surface: .developer) == nil)
    }

    @Test func streams() {
        let route = Route.generateContent(model: "m", stream: true, surface: .vertex)
        #expect(route == Route(path: "/v1/publishers/google/models/m:streamGenerateContent", query: "alt=sse"))
    }

    @Test(arguments: [("/a", "/a", ""), ("/a?b=c", "/a", "b=c"), ("/a?b=c?d", "/a", "b=c?d"), ("", "", "")])
    func takesTargetsApart(_ target: String, _ path: String, _ query: String) {
        #expect(Route(target: target) == Route(path: path, query: query))
        #expect(Route(path: path, query: query).target == target)
    }

    @Test(arguments: [
        ("/v1beta/models/gemini-2.5-pro:generateContent", "gemini-2.5-pro", false),
        ("/v1/v1beta/models/gemini-2.5-pro:streamGenerateContent", "gemini-2.5-pro", true),
        ("/v1/projects/p/locations/l/publishers/google/models/gemini-3:generateContent", "gemini-3", false),
        ("/v1beta/tunedModels/tone-1:generateContent", "tunedModels/tone-1", false),
        ("/v1beta/models/a%3Fb%20c:generateContent", "a?b c", false),
        ("/v1beta/models/a%3:generateContent", "a%3", false),
        ("/v1beta/models/a%+fb%zz:generateContent", "a%+fb%zz", false),
        ("/v1beta/models/%E6%A8%A1:generateContent", "模", false),
    ])
    func readsPaths(_ path: String, _ model: String, _ stream: Bool) {
        let call = Route(path: path).geminiCall
        #expect(call?.model == model)
        #expect(call?.stream == stream)
    }

    @Test(arguments: ["/v1/chat/completions", "/v1beta/models/m:countTokens", "", ":generateContent"])
    func readsNothingElse(_ path: String) {
        #expect(Route(path: path).geminiCall == nil)
    }

    @Test func aGeminiClientNamesTheModelInThePath() throws {
        let translator = Translator(client: .gemini, upstream: .openAI)
        let request = try translator.request(
            #"{"contents":[{"parts":[{"text":"Hi"}]}]}"#,
            at: Route(path: "/v1beta/models/gemini-2.5-pro:streamGenerateContent"))
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"model":"gemini-2.5-pro","messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true}}"#
        )
        #expect(request.route == .chatCompletions)
    }

    @Test func warnsThatNobodyNamesTheModel() throws {
        let body = #"{"contents":[{"parts":[{"text":"Hi"}]}]}"#
        let translator = Translator(client: .gemini, upstream: .openAI)
        let request = try translator.request(body)
        #expect(String(decoding: request.body, as: UTF8.self).hasPrefix(#"{"model":"","messages":"#))
        #expect(
            request.diagnostics.map(\.description) == [
                "warning missingMember /model: expected a model, found none in body, route or options"
            ])
        #expect(try translator.request(body, at: Route(path: "/v1beta/models/m:generateContent")).report.isClean)
        var options = Options()
        options.strict = true
        #expect(throws: TranslationError.self) {
            try Translator(client: .gemini, upstream: .openAI, options: options).request(body)
        }
    }

    @Test func saysHowToShowTheKey() throws {
        let body = #"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#
        var options = Options()
        #expect(try Translator(client: .openAI, upstream: .gemini).request(body).authorization == .googAPIKey)
        options.surface = .vertex
        #expect(
            try Translator(client: .openAI, upstream: .gemini, options: options).request(body).authorization == .bearer)
        options.authorization = .googAPIKey
        #expect(
            try Translator(client: .openAI, upstream: .gemini, options: options).request(body).authorization
                == .googAPIKey)
    }

    @Test func equalWiresPassUnchanged() throws {
        let body = #"{ "model": "m", "messages": [ {"role":"user","content":"Hi"} ], "strange": 1 }"#
        let request = try Translator(client: .openAI, upstream: .openAI).request(body)
        #expect(String(decoding: request.body, as: UTF8.self) == body)
    }
}
