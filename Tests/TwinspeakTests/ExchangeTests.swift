import Testing

@testable import Twinspeak

/// What a request leaves behind, and what its answer makes of it.
@Suite struct ExchangeTests {
    private let translator = Translator(client: .openAI, upstream: .gemini)

    private func body(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func restoresNames() throws {
        let request = try translator.request(
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function","function":{"name":"a b"}}]}"#
        )
        #expect(request.exchange.renamed == ["a_b": "a b"])
        let reply = translator.response(
            body(
                #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"a_b","args":{}}}]},"finishReason":"STOP"}]}"#
            ),
            for: request.exchange)
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(text.contains(#""function":{"name":"a b","arguments":"{}"}"#))
    }

    @Test func restoresCustomTools() throws {
        let request = try translator.request(
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"custom","custom":{"name":"note"}}]}"#
        )
        let reply = translator.response(
            body(
                #"{"candidates":[{"content":{"parts":[{"functionCall":{"id":"c1","name":"note","args":{"input":"x"}}}]}}]}"#
            ),
            for: request.exchange)
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(text.contains(#""tool_calls":[{"id":"c1","type":"custom","custom":{"name":"note","input":"x"}}]"#))
    }

    /// One letter that is spelled in two ways makes two names.
    @Test func namesAreBytes() throws {
        let tools = ["é", "e\u{301}"].map { #"{"type":"custom","custom":{"name":"\#($0)"}}"# }.joined(separator: ",")
        let request = try translator.request(
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"tools":[\#(tools)]}"#)
        let read = try Exchange(json: request.exchange.json)
        #expect(read == request.exchange)
        #expect(read.customNames.count == 2)
        #expect(read.renamed.count == 2)
    }

    /// A name that is legal for Gemini comes back as the client gave it, be it legal for chat completions or not.
    @Test(arguments: [("math.add", "math.add"), ("math add", "math_add")])
    func theClientsNamesStay(_ name: String, _ upstream: String) throws {
        let translator = Translator(client: .openAI, upstream: .gemini)
        let tool = #"{"type":"function","function":{"name":"\#(name)"}}"#
        let body = #"{"model":"g","messages":[{"role":"user","content":"Hi"}],"tools":[\#(tool)]}"#
        let exchange = try translator.request(body).exchange
        let answer =
            #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"\#(upstream)"}}]},"finishReason":"STOP"}]}"#
        let reply = translator.response(Array(answer.utf8), for: exchange)
        #expect(String(decoding: reply.body, as: UTF8.self).contains(#""function":{"name":"\#(name)""#))
    }

    @Test func remembersTheModel() throws {
        let request = try translator.request(
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}]}"#)
        let reply = translator.response(
            body(#"{"candidates":[{"content":{"parts":[{"text":"Hello"}]},"finishReason":"STOP"}]}"#),
            for: request.exchange)
        #expect(String(decoding: reply.body, as: UTF8.self).contains(#""model":"gemini-2.5-flash""#))
    }

    @Test func serialises() throws {
        var exchange = Exchange()
        exchange.model = "gemini-\"3\""
        exchange.stream = true
        exchange.includeUsage = true
        exchange.renamed = ["b_": "b.", "a_": "a."]
        exchange.customTools = ["shell", "note"]
        exchange.digest = Digest("x".utf8)
        let json = exchange.json
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"model":"gemini-\"3\"","stream":true,"includeUsage":true,"framing":"sse","renamed":{"a_":"a.","b_":"b."},"customTools":["note","shell"],"digest":"af63f54c86021707"}"#
        )
        #expect(try Exchange(json: json) == exchange)
        #expect(
            try Exchange(json: body(#"{"body":{},"exchange":"# + String(decoding: json, as: UTF8.self) + "}"))
                == exchange)
    }

    @Test(arguments: [#"{"model":7}"#, #"{"renamed":[]}"#, #"{"digest":"x"}"#, #"{"else":1}"#, "[]"])
    func refusesWhatIsNoExchange(_ json: String) {
        #expect(throws: TranslationError(.untranslatable)) { try Exchange(json: body(json)) }
    }

    @Test func refusesWhatIsNotJSON() {
        #expect(throws: TranslationError(.notJSON)) { try Exchange(json: body("{")) }
    }

    @Test func sameRequestSameDigest() throws {
        let one = try translator.request(#"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#)
        let same = try translator.request(#"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#)
        let other = try translator.request(#"{"model":"m","messages":[{"role":"user","content":"Ho"}]}"#)
        #expect(one.exchange == same.exchange)
        #expect(one.exchange != other.exchange)
    }

    /// Bodies of megabytes, which differ in the middle alone.
    @Test func everyByteCountsInDigest() throws {
        let half = String(repeating: "x", count: 1 << 20)
        let digests = try ["a", "b"].map { middle in
            let request = #"{"model":"m","messages":[{"role":"user","content":"\#(half)\#(middle)\#(half)"}]}"#
            return try translator.request(request).exchange.digest
        }
        #expect(digests[0] != digests[1])
    }
}
