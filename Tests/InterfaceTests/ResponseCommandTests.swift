import Foundation
import Testing

@Suite struct ResponseCommandTests {
    private let gemini =
        #"{"candidates":[{"content":{"role":"model","parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}"#
    private let completion =
        #"{"id":"c","object":"chat.completion","created":1,"model":"m","choices":"#
        + #"[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]}"#

    // MARK: Which format

    @Test func candidatesAreGemini() throws {
        let run = try Tool("response", input: gemini)
        #expect(run.status == 0)
        #expect(run.output.contains(#""object":"chat.completion""#))
        #expect(run.output.hasSuffix("}\n"))
    }

    @Test func feedbackAndUsageAreGemini() throws {
        for member in [#""promptFeedback":{"blockReason":"SAFETY"}"#, #""usage_metadata":{"promptTokenCount":1}"#] {
            let run = try Tool("response", input: "{\(member)}")
            #expect(!run.errors.contains("say --from"), "\(member)")
        }
    }

    @Test func choicesAreOpenAI() throws {
        let run = try Tool("response", "answer.json", files: ["answer.json": completion])
        #expect(run.status == 0)
        #expect(run.output.contains(#""candidates":[{"#))
    }

    @Test func undecided() throws {
        let run = try Tool("response", input: #"{"id":"x"}"#)
        #expect(run.status == 2)
        #expect(run.errors.contains("say --from"))
        #expect(run.output.isEmpty)
    }

    @Test func notJSON() throws {
        let run = try Tool("response", input: "{\n\"choices\":[}")
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("error notJSON line 2, column 12: "))
        #expect(run.output.isEmpty)
    }

    @Test func notAnObject() throws { #expect(try Tool("response", input: "7").status == 4) }

    // MARK: Name and time

    @Test func identity() throws {
        let run = try Tool("response", "--id", "chatcmpl-7", "--created=1700000000", input: gemini)
        #expect(run.output.contains(#""id":"chatcmpl-7""#))
        #expect(run.output.contains(#""created":1700000000"#))
    }

    @Test func identityIsTheSameOnEveryRun() throws {
        let run = try Tool("response", input: gemini)
        #expect(run.output.contains(#""created":0"#))
        #expect(try Tool("response", input: gemini).output == run.output)
    }

    @Test func now() throws {
        let before = Int64(Date.now.timeIntervalSince1970)
        let run = try Tool("response", "--created", "now", input: gemini)
        let object = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
        let created = try #require(object?["created"] as? Int64)
        #expect((before...before + 60).contains(created))
    }

    // MARK: The request that it answers

    @Test func request() throws {
        let chat = #"{"model":"the-model","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":2}}"#
        let run = try Tool("response", "--request", "chat.json", input: gemini, files: ["chat.json": chat])
        #expect(run.status == 0)
        #expect(run.output.contains(#""model":"the-model""#))
        #expect(run.errors.isEmpty)
        #expect(try !Tool("response", input: gemini).output.contains("the-model"))
        #expect(run.output != (try Tool("response", "--model", "the-model", input: gemini).output))
    }

    @Test func strictIsAboutTheAnswer() throws {
        let chat = #"{"model":"m","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":2}}"#
        let run = try Tool(
            "response", "--strict", "--request", "-", "answer.json", input: chat, files: ["answer.json": gemini])
        #expect(run.status == 0)
    }

    @Test func requestWithoutTranslation() throws {
        let run = try Tool("response", "--request", "chat.json", input: gemini, files: ["chat.json": "[]"])
        #expect(run.status == 4)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("twinspeak: chat.json: no legal translation\nerror wrongKind line 1, column 1: "))
        #expect(try Tool("response", "--request", "x", input: gemini, files: ["x": "{"]).status == 3)
        #expect(try Tool("response", "--request", "x", input: gemini).status == 2)
    }
}
