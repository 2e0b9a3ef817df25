import Testing

@testable import Twinspeak

/// What a host can ask a stream, at each moment.
@Suite struct StreamStateTests {
    private let toOpenAI = Translator(client: .openAI, upstream: .gemini)
    private let toGemini = Translator(client: .gemini, upstream: .openAI)

    private func event(_ json: String) -> [UInt8] { Array("data: \(json)\n\n".utf8) }

    private func text(_ text: String, _ more: String = "") -> [UInt8] {
        event(#"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}]}\#(more)}],"modelVersion":"gemini-x"}"#)
    }

    private var end: [UInt8] {
        event(#"{"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":3,"totalTokenCount":5}}"#)
    }

    private let failure = #"{"error":{"code":500,"message":"no","status":"INTERNAL"}}"#

    // MARK: From open to the end

    @Test func wholeStream() {
        let stream = HeldStream(toOpenAI)
        #expect(stream.state == .open)
        #expect(!stream.sawFirstToken)
        #expect(stream.model == nil)
        #expect(stream.usage == nil)
        _ = stream.push(event(#"{"candidates":[{"content":{"parts":[{"text":""}]}}]}"#))
        #expect(!stream.sawFirstToken)
        _ = stream.push(text("Hi"))
        #expect(stream.sawFirstToken)
        #expect(stream.model == "gemini-x")
        _ = stream.push(end)
        #expect(stream.state == .open)
        #expect(stream.usage?.prompt == 3)
        let rest = stream.finish()
        #expect(String(decoding: rest, as: UTF8.self).hasSuffix("data: [DONE]\n\n"))
        #expect(stream.state == .finished)
        #expect(stream.refusal == nil)
    }

    /// A host that drops the stream still bills for it.
    @Test func clientWentAway() {
        let stream = HeldStream(toOpenAI)
        _ = stream.push(text("Hi") + end)
        #expect(stream.usage?.total == 5)
        #expect(stream.model == "gemini-x")
        #expect(stream.state == .open)
    }

    @Test func chatUpstream() {
        let stream = HeldStream(toGemini)
        _ = stream.push(
            event(#"{"id":"c","model":"gpt","created":1,"choices":[{"index":0,"delta":{"role":"assistant"}}]}"#))
        #expect(!stream.sawFirstToken)
        #expect(stream.model == "gpt")
        _ = stream.push(event(#"{"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}"#))
        #expect(stream.sawFirstToken)
        _ = stream.push(event(#"{"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":3,"total_tokens":5}}"#))
        #expect(stream.usage?.completion == 3)
        _ = stream.push(Array("data: [DONE]\n\n".utf8))
        #expect(stream.state == .finished)
        #expect(stream.finish().isEmpty)
        #expect(stream.state == .finished)
    }

    // MARK: Behind the end

    @Test func misused() {
        let stream = HeldStream(toOpenAI)
        _ = stream.push(text("Hi") + end)
        _ = stream.finish()
        #expect(stream.push(text("more")).isEmpty)
        #expect(stream.state == .misused)
        let twice = HeldStream(toOpenAI)
        _ = twice.finish()
        #expect(twice.state == .truncated)
        #expect(twice.finish().isEmpty)
        #expect(twice.state == .misused)
    }

    /// The upstream goes on talking; that is no fault of the host's.
    @Test func behindAnError() {
        let stream = HeldStream(toOpenAI)
        #expect(!stream.push(event(failure)).isEmpty)
        #expect(stream.state == .failed)
        #expect(stream.push(text("more")).isEmpty)
        #expect(stream.finish().isEmpty)
        #expect(stream.state == .failed)
        #expect(stream.refusal == nil)
    }

    @Test func behindDone() {
        let stream = HeldStream(toOpenAI)
        _ = stream.push(text("Hi") + end + Array("data: [DONE]\n\n".utf8))
        #expect(stream.state == .finished)
        #expect(stream.push(text("more")).isEmpty)
        #expect(stream.state == .finished)
    }

    // MARK: Both sides the same

    @Test func sameWire() {
        let translator = Translator(client: .gemini, upstream: .gemini)
        let stream = HeldStream(translator)
        let bytes = text("Hi") + end
        #expect(stream.push(Array(bytes.prefix(20))) == Array(bytes.prefix(20)))
        #expect(stream.push(Array(bytes.dropFirst(20))) == Array(bytes.dropFirst(20)))
        #expect(stream.usage?.total == 5)
        #expect(stream.finish().isEmpty)
        #expect(stream.state == .finished)
        let failing = HeldStream(translator)
        #expect(failing.push(event(failure)) == event(failure))
        #expect(failing.state == .failed)
        #expect(failing.push(text("more")) == text("more"))
    }

    // MARK: Findings

    @Test func findingsOfEventsAreToldOnce() {
        let stream = HeldStream(toOpenAI)
        _ = stream.push(text("a", #","novelty":1"#) + text("b", #","novelty":2"#) + text("c", #","other":2"#))
        #expect(stream.diagnostics.map(\.pointer) == ["/0/candidates/0/novelty", "/2/candidates/0/other"])
    }

    @Test func findingsAreLimited() throws {
        var options = Options()
        options.limits.diagnostics = 3
        let stream = HeldStream(Translator(client: .openAI, upstream: .gemini, options: options))
        for number in 0..<10 { _ = stream.push(text("a", #","novelty\#(number)":1"#)) }
        #expect(stream.diagnostics.count == 4)
        let last = try #require(stream.diagnostics.last)
        #expect(last.code == .moreDiagnostics)
        #expect(last.message.hasPrefix("7 more"))
    }

    @Test func ownRefusal() {
        let stream = HeldStream(toOpenAI)
        _ = stream.push(
            event(#"{"candidates":[{"content":{"parts":[{"functionCall":{"args":{}}}]},"finishReason":"STOP"}]}"#))
        let output = String(decoding: stream.finish(), as: UTF8.self)
        #expect(stream.state == .failed)
        #expect(stream.refusal?.code == .untranslatable)
        #expect(output.hasPrefix("data: {\"error\":"))
        #expect(!output.contains("finish_reason"))
    }
}
