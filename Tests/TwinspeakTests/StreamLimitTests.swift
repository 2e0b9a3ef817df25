import JSONCore
import Testing

@testable import Twinspeak

/// What a stream costs, and what it is refused for.
@Suite struct StreamLimitTests {
    private let toOpenAI = Translator(client: .openAI, upstream: .gemini)
    private let toGemini = Translator(client: .gemini, upstream: .openAI)

    private func event(_ json: String) -> [UInt8] { Array("data: \(json)\n\n".utf8) }

    @Test(arguments: ["data: ", "", "[", ": ok\n\ndata: {}\n\n"])
    func eventAboveTheLimit(_ beginning: String) {
        var options = Options()
        options.limits.event = 100
        let stream = HeldStream(Translator(client: .openAI, upstream: .gemini, options: options))
        let text = String(repeating: "x", count: 200)
        let isText = beginning.hasPrefix(":")
        let json = #"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}]},"finishReason":"STOP"}]}"#
        let output = stream.push(Array((beginning + (isText ? "data: " : "") + json + "\n\n").utf8)) + stream.finish()
        #expect(stream.state == .failed)
        #expect(String(decoding: output, as: UTF8.self).contains("an event of more than 100 bytes"))
        #expect(stream.refusal?.report.diagnostics.first?.code == .limitExceeded)
    }

    /// The answer's text is kept for citations, but not without end.
    @Test func keptTextIsCapped() {
        var fold = StreamFold()
        let piece = String(repeating: "0123456789abcdef", count: 1 << 12)
        for _ in 0..<40 { add(piece, to: &fold) }
        #expect(fold.isCut)
        #expect(fold.json.count < 1 << 20 | 1 << 10)
    }

    private func add(_ text: String, to fold: inout StreamFold) {
        var services = StreamServices(toOpenAI, Exchange(), Identity())
        services.read(Array(#"{"text":"\#(text)"}"#.utf8)) { part in
            fold.append(part)
            part.ignore()
        }
    }

    @Test func longTextsHaveNoCitations() {
        let stream = HeldStream(toOpenAI)
        let text = String(repeating: "x", count: 600_000)
        let parts = #"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}]}}]}"#
        let end = #"{"candidates":[{"finishReason":"STOP","groundingMetadata":{"webSearchQueries":["q"]}}]}"#
        let output = stream.push(event(parts) + event(parts) + event(end)) + stream.finish()
        #expect(stream.state == .finished)
        #expect(output.count > 1_200_000)
        #expect(stream.diagnostics.map(\.code) == [.cutToLimit])
    }

    // MARK: Time

    @Test(.timeLimit(.minutes(1)))
    func argumentsInFragmentsOfOneByte() {
        let stream = HeldStream(toGemini)
        let head = #"{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\":\""}}"#
        _ = stream.push(event(#"{"choices":[{"index":0,"delta":{"tool_calls":[\#(head)]}}]}"#))
        let fragment = #"{"index":0,"function":{"arguments":"x"}}"#
        let fragments = repeatElement(fragment, count: 100).joined(separator: ",")
        let many = event(#"{"choices":[{"index":0,"delta":{"tool_calls":[\#(fragments)]}}]}"#)
        for _ in 0..<1000 { _ = stream.push(many) }
        let end =
            #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"}"}}]},"finish_reason":"stop"}]}"#
        let output = stream.push(event(end)) + stream.finish()
        #expect(stream.state == .finished)
        #expect(String(decoding: output, as: UTF8.self).contains(#""args":{"a":"xxx"#))
        #expect(output.count > 100_000)
    }

    @Test(.timeLimit(.minutes(1)))
    func partialArgsOfOneByte() {
        let stream = HeldStream(toOpenAI)
        let piece = #"{"jsonPath":"$.a[0].b","stringValue":"x","willContinue":true}"#
        let pieces = repeatElement(piece, count: 100).joined(separator: ",")
        let call = #"{"functionCall":{"partialArgs":[\#(pieces)],"willContinue":true}}"#
        _ = stream.push(
            event(#"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","willContinue":true}}]}}]}"#))
        let many = event(#"{"candidates":[{"content":{"parts":[\#(call)]}}]}"#)
        for _ in 0..<200 { _ = stream.push(many) }
        let end = #"{"candidates":[{"content":{"parts":[{"functionCall":{}}]},"finishReason":"STOP"}]}"#
        let output = stream.push(event(end)) + stream.finish()
        #expect(stream.state == .finished)
        #expect(output.count > 20_000)
    }

    /// Searching a list for each would take minutes.
    @Test(.timeLimit(.minutes(1)))
    func manyCallsAndChoices() {
        let calls = (0..<20_000).map {
            #"{"index":\#($0),"id":"c\#($0)","type":"function","function":{"name":"f","arguments":"{}"}}"#
        }
        let toGemini = HeldStream(toGemini)
        let list = calls.joined(separator: ",")
        _ = toGemini.push(event(#"{"choices":[{"delta":{"tool_calls":[\#(list)]},"finish_reason":"stop"}]}"#))
        #expect(toGemini.finish().count > 20_000 * 40)
        let toOpenAI = HeldStream(toOpenAI)
        let candidates = (0..<2000).map {
            #"{"index":\#($0),"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}"#
        }
        _ = toOpenAI.push(event(#"{"candidates":[\#(candidates.joined(separator: ","))]}"#))
        _ = toOpenAI.finish()
        #expect(toOpenAI.state == .finished)
    }

    /// Deep paths are no way around the limit of nesting.
    @Test func deepestPath() {
        for (depth, state) in [(400, StreamTranslator.State.finished), (512, .failed), (5000, .failed)] {
            let stream = HeldStream(toOpenAI)
            let path = "$" + String(repeating: ".a", count: depth)
            let call = #"{"functionCall":{"name":"f","partialArgs":[{"jsonPath":"\#(path)","numberValue":1}]}}"#
            _ = stream.push(event(#"{"candidates":[{"content":{"parts":[\#(call)]},"finishReason":"STOP"}]}"#))
            _ = stream.finish()
            #expect(stream.state == state, "\(depth)")
        }
    }
}
