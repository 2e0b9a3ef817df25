import Testing

@testable import Twinspeak

/// What the fixtures cannot show: order, number and targets of the findings.
@Suite struct ValidatorTests {
    private func validate(
        _ format: WireFormat, _ body: String, _ change: (inout Options) -> Void = { _ in }
    ) -> Report {
        var options = Options()
        options.dialect = .openAI
        change(&options)
        return format.validate(request: body.utf8, options: options)
    }

    private static let hello = #""messages":[{"role":"user","content":"Hello"}]"#
    private static let contents = #""contents":[{"role":"user","parts":[{"text":"Hello"}]}]"#

    // MARK: Order

    /// Findings of the list, of rules and of the translation come mixed, as the body has them.
    @Test func orderOfTheBody() {
        let report = validate(
            .openAI,
            #"{"top_logprobs":30,"modle":"m","tools":5,"messages":[],"stream_options":{"a":1},"temperature":9}"#)
        #expect(
            report.diagnostics.map(\.pointer)
                == [
                    "/model", "/top_logprobs", "/top_logprobs", "/modle", "/tools", "/messages", "/stream_options",
                    "/stream_options/a", "/temperature",
                ])
        let places = report.diagnostics.map { ($0.line, $0.column) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: ["", "relay", "google", "openRouter"])
    func nothingIsSaidTwice(_ dialect: String) throws {
        let body = #"{"model":"m","messages":[{"role":"tool","tool_call_id":"a","content":5},{}],"n":"x","seed":[]}"#
        let options = dialect.isEmpty ? Options() : try Options(json: Array(#"{"dialect":"\#(dialect)"}"#.utf8))
        let report = WireFormat.openAI.validate(request: body.utf8, options: options)
        let said = report.diagnostics.map { "\($0.code) \($0.pointer)" }
        #expect(said.count == Set(said).count)
        #expect(said.contains("resultWithoutCall /messages/0/tool_call_id"))
    }

    /// What a lenient translation leaves out is wrong all the same.
    @Test func lenientTranslationsForgiveNothing() {
        let report = validate(.openAI, #"{"model":"m","temperature":"hot",\#(Self.hello)}"#) {
            $0.dialect = .relay
            $0.lenient = true
        }
        #expect(report.severity == .error)
    }

    /// The rule only warns in a dialect that may be more lenient; the translation refuses, and that counts.
    @Test func theGraverOfTwoCounts() throws {
        let call = #"{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}"#
        let assistant = #"{"role":"assistant","tool_calls":[\#(call)]}"#
        let body =
            #"{"model":"m","messages":[{"role":"user","content":"x"},\#(assistant),{"role":"user","content":"y"}]}"#
        let report = validate(.openAI, body) { $0.dialect = .relay }
        let finding = try #require(report.diagnostics.first { $0.code == .callWithoutResult })
        #expect(finding.severity == .error)
        #expect(finding.pointer == "/messages/1/tool_calls/0/function/name")
    }

    // MARK: Notes

    @Test(arguments: [
        (#"{"model":"m",\#(hello),"logit_bias":{"1":500}}"#, "translation: warning noCounterpart: "),
        (#"{"model":"m",\#(hello),"stop":["a","b","c","d","e","f"]}"#, "translation, of /stop/5: warning cutToLimit: "),
        (#"{"model":"m",\#(hello),"tool_choice":{"type":"functions"}}"#, "translation: "),
        (#"{"model":"m",\#(hello),"stream_options":{}}"#, "the translation says nothing of it"),
    ])
    func note(_ body: String, _ beginning: String) throws {
        let report = validate(.openAI, body)
        let note = try #require(report.diagnostics.first?.note)
        #expect(note.hasPrefix(beginning), "\(note)")
    }

    // MARK: Limits

    @Test(arguments: [0, 1, 7, 20])
    func findingsBeyondTheLimitAreCounted(_ limit: Int) throws {
        let members = (0..<20).map { #""unknown\#($0)":\#($0)"# }.joined(separator: ",")
        let report = validate(.openAI, #"{"model":"m",\#(Self.hello),\#(members)}"#) { $0.limits.diagnostics = limit }
        let last = try #require(report.diagnostics.last)
        #expect(report.diagnostics.count == min(limit + 1, 20))
        #expect(report.diagnostics.prefix(limit).allSatisfy { $0.code == .unknownMember })
        guard limit < 20 else { return }
        #expect(last.code == .moreDiagnostics)
        #expect(last.severity == .error)
        #expect(last.message.hasPrefix("\(20 - limit) "), "\(last)")
    }

    /// Three of the list and three of rules: together they are cut, and counted together.
    @Test func theLimitIsOfAllTogether() throws {
        let body =
            #"{"model":"m",\#(Self.hello),"a":1,"b":2,"c":3,"top_logprobs":1,"stream_options":{},"max_tokens":1,"max_completion_tokens":2}"#
        let report = validate(.openAI, body) { $0.limits.diagnostics = 2 }
        #expect(report.diagnostics.map(\.code) == [.unknownMember, .unknownMember, .moreDiagnostics])
        #expect(report.diagnostics.last?.message.hasPrefix("4 ") == true)
    }

    /// What is only told of is no error because there is much of it.
    @Test func manyLossesAreNoError() {
        let members = (0..<50).map { #""unknown\#($0)":\#($0)"# }.joined(separator: ",")
        let report = validate(.openAI, #"{"model":"gemini-2.5-flash",\#(Self.hello),\#(members)}"#) {
            $0.dialect = .relay
            $0.limits.diagnostics = 10
        }
        #expect(report.diagnostics.count == 11)
        #expect(report.severity == .warning, "\(report.summary)")
    }

    // MARK: Text

    @Test(arguments: WireFormat.allCases)
    func byteOrderMark(_ format: WireFormat) {
        let body = format == .openAI ? #"{"model":"m",\#(Self.hello)}"# : "{\(Self.contents)}"
        let report = format.validate(request: [0xEF, 0xBB, 0xBF] + Array(body.utf8))
        #expect(report.isClean)
        #expect(report.diagnostics.map(\.code) == [.byteOrderMark])
    }

    @Test(arguments: ["", " ", "{", "{]", "nul", "{\"a\":1,}", "\u{FEFF}\u{FEFF}{}"])
    func notJSON(_ body: String) {
        for format in WireFormat.allCases {
            let reports = [
                format.validate(request: body.utf8), format.validate(response: body.utf8),
                format.validate(chunk: body.utf8), format.validate(error: body.utf8),
            ]
            for report in reports {
                #expect(report.diagnostics.map(\.code) == [.notJSON])
                #expect(report.severity == .error)
            }
        }
    }

    @Test(arguments: ["null", "true", "5", "\"x\"", "[]", "[{}]"])
    func roots(_ body: String) {
        for format in WireFormat.allCases {
            let reports = [
                format.validate(request: body.utf8), format.validate(response: body.utf8),
                format.validate(chunk: body.utf8), format.validate(error: body.utf8),
            ]
            for report in reports { #expect(report.severity == .error, "\(format): \(report.summary)") }
        }
    }

    // MARK: Kinds of bodies

    private static let chunk =
        #"{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]}"#

    @Test func eachKindHasItsOwnList() {
        var options = Options()
        options.dialect = .openAI
        let error = #"{"error":{"message":"m","type":"t","param":null,"code":null}}"#
        #expect(WireFormat.openAI.validate(chunk: Self.chunk.utf8, options: options).isClean)
        #expect(!WireFormat.openAI.validate(response: Self.chunk.utf8, options: options).isClean)
        #expect(!WireFormat.openAI.validate(error: Self.chunk.utf8, options: options).isClean)
        #expect(WireFormat.openAI.validate(error: error.utf8, options: options).isClean)
        #expect(!WireFormat.openAI.validate(chunk: error.utf8, options: options).isClean)
    }

    /// An event holds what has come so far: no candidates, a line break between its members.
    @Test func geminiChunk() {
        let chunk = "{\"usageMetadata\":{\"promptTokenCount\":5},\r\n\"modelVersion\":\"gemini-2.5-flash\"}"
        #expect(WireFormat.gemini.validate(chunk: chunk.utf8).isClean)
        let wrong = "{\n\"candidates\":[{\"content\":{\"parts\":[{\"text\":5}]}}]}"
        let report = WireFormat.gemini.validate(chunk: wrong.utf8)
        #expect(report.diagnostics.map(\.pointer) == ["/candidates/0/content/parts/0/text"])
        #expect(report.diagnostics.first?.line == 2)
    }

    // MARK: Targets

    private static let level =
        #"{\#(contents),"generationConfig":{"thinkingConfig":{"thinkingLevel":"LOW"}}}"#

    @Test(arguments: [("gemini-2.5-flash", false), ("models/gemini-3-flash-preview", true), ("our-flash", true)])
    func modelOfOptions(_ model: String, _ isTaken: Bool) {
        #expect(validate(.gemini, Self.level) { $0.model = model }.isClean == isTaken)
    }

    /// The options' model counts before the body's.
    @Test func modelOfBody() {
        let body = Self.level.replacing("{\"contents\"", with: "{\"model\":\"models/gemini-2.5-flash\",\"contents\"")
        #expect(!validate(.gemini, body).isClean)
        #expect(validate(.gemini, body) { $0.model = "gemini-3-flash-preview" }.isClean)
    }

    @Test func describedModel() {
        let report = validate(.gemini, Self.level) {
            $0.model = "our-flash"
            $0.capabilities["our-flash"] = ModelCapabilities(of: "gemini-2.5-flash")
        }
        #expect(report.diagnostics.map(\.code) == [.refusedByModel])
    }

    @Test func surfaceAndDialect() {
        let labels = #"{\#(Self.contents),"labels":{"a":"b"}}"#
        #expect(!validate(.gemini, labels).isClean)
        #expect(validate(.gemini, labels) { $0.surface = .vertex }.isClean)
        let seed = #"{"model":"m",\#(Self.hello),"seed":1}"#
        #expect(validate(.openAI, seed).isClean)
        #expect(validate(.openAI, seed) { $0.dialect = .google }.diagnostics.map(\.code) == [.notAllowed])
    }

    /// A map of several kinds of values: each value may be any of them.
    @Test func mapsOfEnumerations() {
        let types = #"{"hate":["text"],"violence":["image","text"]}"#
        let result =
            #"{"type":"moderation_result","model":"m","flagged":true,"categories":{},"category_scores":{},"category_applied_input_types":\#(types)}"#
        let results = #"{"type":"moderation_results","model":"m","results":[\#(result)]}"#
        let body = Self.chunk.dropLast() + #","moderation":{"input":\#(results),"output":\#(results)}}"#
        var options = Options()
        options.dialect = .openAI
        let report = WireFormat.openAI.validate(chunk: body.utf8, options: options)
        #expect(report.isClean, "\(report.summary)")
        let wrong = WireFormat.openAI.validate(chunk: body.replacing("image", with: "smell").utf8, options: options)
        #expect(wrong.diagnostics.map(\.code) == [.unknownValue, .unknownValue])
    }

    @Test("Findings of an event stand where the body has them, whichever lines it has")
    func linesOfEvents() {
        let lines = [
            #"{"object":"chat.completion.chunk","#, #""choices":[{"index":0,"delta":{},"#, #" "colour":[1]}]}"#,
        ]
        let report = WireFormat.openAI.validate(chunk: Array(lines.joined(separator: "\n").utf8))
        let found = report.diagnostics.filter { $0.pointer.hasPrefix("/choices/0/colour") }
        #expect(found.map(\.line) == [3] && found.map(\.column) == [2 + #""colour":"#.utf8.count])
    }
}
