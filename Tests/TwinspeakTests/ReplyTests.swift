import Foundation
import Testing

@testable import Twinspeak

/// What a client gets for an upstream's answer, beside the body.
@Suite struct ReplyTests {
    private let toGemini = Translator(client: .openAI, upstream: .gemini)
    private let toOpenAI = Translator(client: .gemini, upstream: .openAI)

    private let answer = Array(
        #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}],"modelVersion":"m","usageMetadata":{"promptTokenCount":2,"candidatesTokenCount":3,"totalTokenCount":5}}"#
            .utf8)
    private let failure = Array(
        #"{"error":{"code":429,"message":"Slow down.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1.5s"}]}}"#
            .utf8)

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    private func text(_ reply: Translator.Reply) -> String { String(decoding: reply.body, as: UTF8.self) }

    private func members(_ reply: Translator.Reply) throws -> [String: Any] {
        let body = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
        return try #require(body?["error"] as? [String: Any])
    }

    // MARK: Kinds

    @Test func success() {
        let reply = toGemini.response(answer)
        #expect(reply.kind == .success)
        #expect(reply.status == 200)
        #expect(reply.headers == [.json])
        #expect(reply.model == "m")
        #expect(reply.usage?.total == 5)
        #expect(reply.refusal == nil)
    }

    @Test func statusOfSuccessPasses() { #expect(toGemini.response(answer, status: 203).status == 203) }

    @Test func cutOffIsSuccess() {
        let body = #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"MAX_TOKENS"}]}"#
        #expect(toGemini.response(bytes(body)).kind == .success)
    }

    @Test func blockedPrompt() {
        let body = #"{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}}"#
        let reply = toGemini.response(bytes(body))
        #expect(reply.kind == .blocked)
        #expect(reply.status == 200)
        #expect(reply.usage?.prompt == 4)
    }

    @Test(arguments: ["SAFETY", "RECITATION", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "spii"])
    func everyAnswerFiltered(_ reason: String) {
        let body = #"{"candidates":[{"finishReason":"\#(reason)"},{"index":1,"finishReason":"SAFETY"}]}"#
        #expect(toGemini.response(bytes(body)).kind == .blocked)
    }

    @Test func oneAnswerFiltered() {
        let body =
            #"{"candidates":[{"finishReason":"SAFETY"},{"index":1,"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}"#
        #expect(toGemini.response(bytes(body)).kind == .success)
    }

    @Test func filteredChoice() {
        let body = #"{"choices":[{"index":0,"message":{"content":""},"finish_reason":"content_filter"}]}"#
        #expect(toOpenAI.response(bytes(body)).kind == .blocked)
    }

    @Test func upstreamError() {
        let reply = toGemini.response(failure, status: 429)
        #expect(reply.kind == .error)
        #expect(reply.status == 429)
        #expect(reply.refusal == nil)
        #expect(reply.model == nil)
        #expect(reply.usage == nil)
        #expect(
            reply.headers.map { "\($0.name): \($0.value)" }.dropFirst() == ["retry-after: 2", "retry-after-ms: 1500"])
    }

    @Test func errorInSuccess() {
        let reply = toGemini.response(failure, status: 200)
        #expect(reply.kind == .error)
        #expect(reply.status == 429)
    }

    // MARK: Answers that cannot be used

    @Test(arguments: ["{}", "[]", "7", "", "{", #"{"candidates":[]}"#])
    func unusable(_ body: String) throws {
        let reply = toGemini.response(bytes(body))
        #expect(reply.kind == .error)
        #expect(reply.status == 502)
        #expect(reply.refusal != nil)
        let message = try members(reply)["message"] as? String
        #expect(message?.hasPrefix("the upstream's answer cannot be used: ") == true)
    }

    @Test func unusableHasACost() {
        let reply = toGemini.response(bytes(#"{"usageMetadata":{"promptTokenCount":7},"modelVersion":"m"}"#))
        #expect(reply.status == 502)
        #expect(reply.usage?.prompt == 7)
        #expect(reply.model == "m")
    }

    @Test func strict() {
        var options = Options()
        options.strict = true
        let strict = Translator(client: .openAI, upstream: .gemini, options: options)
        let body = #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"OTHER"}]}"#
        let reply = strict.response(bytes(body))
        #expect(reply.status == 502)
        #expect(reply.refusal?.code == .untranslatable)
        #expect(toGemini.response(bytes(body)).status == 200)
        // An error is passed on whatever it loses.
        #expect(strict.response(failure, status: 429).refusal == nil)
    }

    // MARK: Refused requests

    private func refused(_ translator: Translator, _ body: String) throws -> Translator.Reply {
        do throws(TranslationError) {
            _ = try translator.request(bytes(body))
        } catch {
            return translator.refusal(error)
        }
        Issue.record("translated: \(body)")
        return translator.response([])
    }

    @Test func chatRefusal() throws {
        let reply = try refused(toGemini, #"{"model":"m","messages":[{"role":"user","content":[{"type":"smell"}]}]}"#)
        #expect(reply.status == 400)
        #expect(reply.kind == .error)
        #expect(reply.refusal != nil)
        let error = try members(reply)
        #expect(Set(error.keys) == ["message", "type", "param", "code"])
        #expect(error["type"] as? String == "invalid_request_error")
        let pointer = reply.diagnostics.first { $0.severity == .error }?.pointer
        #expect(error["param"] as? String == pointer)
        #expect(pointer?.hasPrefix("/messages/0") == true)
    }

    @Test func geminiRefusalHasAllViolations() throws {
        let reply = try refused(
            toOpenAI,
            #"{"contents":[{"parts":[{"functionResponse":{"name":"f","response":{}}},{"x":1}]},{"parts":[{"y":1}]}]}"#)
        #expect(reply.status == 400)
        let error = try members(reply)
        #expect(error["code"] as? Int == 400)
        #expect(error["status"] as? String == "INVALID_ARGUMENT")
        let details = try #require(error["details"] as? [[String: Any]])
        #expect(details.count == 1)
        #expect(details[0]["@type"] as? String == "type.googleapis.com/google.rpc.BadRequest")
        let violations = try #require(details[0]["fieldViolations"] as? [[String: String]])
        let errors = reply.diagnostics.filter { $0.severity == .error }
        #expect(violations.map { $0["field"] } == errors.map(\.pointer))
        #expect(errors.count > 1)
    }

    @Test func refusalOfTheWholeBody() throws {
        let error = try members(try refused(toGemini, "nonsense"))
        #expect(error["param"] is NSNull)
        #expect(error["code"] as? String == "notJSON")
    }

    // MARK: The same on both sides

    @Test(arguments: WireFormat.allCases)
    func sameWirePasses(_ format: WireFormat) {
        let translator = Translator(client: format, upstream: format)
        let body = bytes(#" {"candidates" : [ ], "choices":[{}], "error" : null} "#)
        let reply = translator.response(body)
        #expect(reply.body == body)
        #expect(reply.status == 200)
        #expect(reply.diagnostics.isEmpty)
    }

    @Test func sameWireErrorsPass() {
        let translator = Translator(client: .gemini, upstream: .gemini)
        let reply = translator.response(failure, status: 429)
        #expect(reply.body == failure)
        #expect(reply.status == 429)
        #expect(reply.kind == .error)
        #expect(reply.diagnostics.isEmpty)
    }

    @Test func sameWireErrorInSuccess() {
        let reply = Translator(client: .gemini, upstream: .gemini).response(failure, status: 200)
        #expect(reply.body == failure)
        #expect(reply.status == 429)
    }

    /// The headers say JSON, and so it must be.
    @Test(
        arguments: WireFormat.allCases,
        [
            #"[{"error":{"message":"x"}}]"#, #"{"error":"x"}"#, "<html><title>502</title></html>", "", "no upstream",
            "\"text\"",
        ])
    func sameWireErrorsAreMadeWhole(_ format: WireFormat, _ body: String) throws {
        let reply = Translator(client: format, upstream: format).response(bytes(body), status: 502)
        #expect(reply.status == 502)
        #expect(try members(reply)["message"] is String)
    }

    @Test func sameWireWithoutAnAnswerIsNotBlocked() {
        let reply = Translator(client: .gemini, upstream: .gemini).response(bytes("{}"))
        #expect(reply.kind == .success)
        #expect(reply.body == bytes("{}"))
    }

    // MARK: Headers

    @Test(arguments: ["retry-after", "Retry-After", "RETRY-AFTER"])
    func headerNames(_ name: String) {
        let reply = toGemini.response([], status: 503, headers: [Header(name: name, value: "3")])
        #expect(reply.headers.contains(Header(name: "retry-after", value: "3")))
        #expect(reply.headers.contains(Header(name: "Retry-After-MS", value: "3000")))
    }

    @Test func dropsHeaders() {
        #expect(toGemini.response([]).dropHeaders.contains("content-length"))
        #expect(toGemini.response(answer).dropHeaders.contains("content-encoding"))
    }

    @Test func model() {
        #expect(toOpenAI.response(bytes(#"{"model":"n","choices":[{"message":{"content":"x"}}]}"#)).model == "n")
        #expect(toOpenAI.response(bytes(#"{"model":"","choices":[{"message":{"content":"x"}}]}"#)).model == nil)
        #expect(toGemini.response(bytes(#"{"candidates":[{}],"modelVersion":7}"#)).model == nil)
    }
}
