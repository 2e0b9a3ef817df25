import Foundation
import Testing

@Suite struct ErrorCommandTests {
    private let gemini = #"{"error":{"code":429,"message":"Slow down.","status":"RESOURCE_EXHAUSTED"}}"#
    private let openAI =
        #"{"error":{"message":"Slow down.","type":"requests","param":null,"code":"rate_limit_exceeded"}}"#

    private func envelope(_ run: Tool) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    }

    private func error(_ body: Any?) throws -> [String: Any] {
        try #require((body as? [String: Any])?["error"] as? [String: Any])
    }

    // MARK: Which format

    @Test func geminiErrors() throws {
        let bodies = [
            gemini, "[\(gemini)]", #"{"error":{"status":"UNAVAILABLE"}}"#, #"{"error":{"code":503,"message":"x"}}"#,
            "[]",
        ]
        for body in bodies {
            let run = try Tool("error", input: body)
            #expect(run.status == 0)
            #expect(run.output.contains(#""param":null"#), "\(body)")
        }
    }

    @Test func openAIErrors() throws {
        for body in [openAI, #"{"error":"text"}"#, #"{"detail":"x"}"#, "{}", "", "text", "<html>"] {
            let run = try Tool("error", input: body)
            #expect(run.status == 0)
            #expect(run.output.contains(#""status":""#), "\(body)")
        }
    }

    @Test func formatIsNamed() throws {
        #expect(try Tool("error", "--from", "gemini", input: "text").output.contains(#""param":null"#))
        #expect(try Tool("error", "--from", "openai", input: gemini).output.contains(#""status":"RESOURCE_EXHAUSTED""#))
    }

    // MARK: Status and headers

    @Test func statusOfTheBody() throws {
        let body = try envelope(try Tool("error", "--envelope", input: gemini))
        #expect(body["status"] as? Int == 429)
        let other = try envelope(try Tool("error", "--envelope", input: openAI))
        #expect(other["status"] as? Int == 429)
    }

    @Test func statusThatIsGiven() throws {
        let run = try Tool("error", "--envelope", "--status", "504", "--from", "openai", input: "text")
        let body = try envelope(run)
        #expect(body["status"] as? Int == 504)
        let inner = try error(body["body"])
        #expect(inner["status"] as? String == "DEADLINE_EXCEEDED")
        #expect(inner["message"] as? String == "text")
    }

    /// The command says that it is an error, so a status of success says nothing.
    @Test(arguments: ["{}", "text", "", "[]", #"{"candidates":[]}"#])
    func statusOfSuccess(_ body: String) throws {
        let run = try Tool("error", "--status", "200", input: body)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(#"{"error":{"#))
    }

    @Test func headers() throws {
        let run = try Tool(
            "error", "--envelope", "--status=503", "--header", "Retry-After: 2.5", "--from=gemini", input: "")
        let headers = try #require(try envelope(run)["headers"] as? [String: String])
        #expect(headers["retry-after"] == "3")
        #expect(headers["retry-after-ms"] == "2500")
        let other = try Tool("error", "--status=503", "--header=RETRY-AFTER:2", "--from=openai", input: "")
        #expect(other.output.contains(#""retryDelay":"2s""#))
    }

    @Test func wrongUse() throws {
        for arguments in [["--status", "abc"], ["--status", "9"], ["--header", "none"]] {
            let run = try Tool(["error"] + arguments, input: Array(gemini.utf8))
            #expect(run.status == 2, "\(arguments)")
            #expect(run.output.isEmpty)
        }
    }

    // MARK: Any bytes

    @Test func anyBytes() throws {
        for body in [[UInt8](0...255), [0xFF], [0x7B], [0xEF, 0xBB, 0xBF], Array(repeating: 0x5B, count: 2000)] {
            let run = try Tool(["error"], input: body)
            #expect(run.status == 0)
            let output = try JSONSerialization.jsonObject(with: Data(run.outputBytes))
            #expect(try error(output)["message"] is String)
        }
    }

    @Test func pageWithoutItsURL() throws {
        let run = try Tool(
            "error", "--status", "404",
            input: "<html><title>Error 404</title><p>/v1beta/models/x?key=SECRET was not found</html>")
        #expect(run.output.contains(#""message":"Error 404""#))
        #expect(!run.output.contains("SECRET") && !run.errors.contains("SECRET"))
        #expect(run.errors.hasPrefix("note saidDifferently line 1, column 1: "))
    }

    // MARK: Of the command `response`

    @Test func responseWithStatus() throws {
        let run = try Tool("response", "--status", "429", input: gemini)
        #expect(run.status == 0)
        #expect(run.output.contains(#""code":"rate_limit_exceeded""#))
        let page = try Tool("response", "--status", "502", "--from", "gemini", input: "<html>")
        #expect(page.status == 0)
        #expect(page.output.contains(#""type":"server_error""#))
    }

    @Test func responseThatIsAnError() throws {
        let run = try Tool("response", "--envelope", input: gemini)
        #expect(run.status == 0)
        #expect(try envelope(run)["status"] as? Int == 429)
    }

    // MARK: Envelopes of refusals

    @Test(arguments: [("{", Int32(3)), ("{}", 4), (#"{"candidates":[]}"#, 4)])
    func refusedAnswer(_ body: String, _ exit: Int32) throws {
        let run = try Tool("response", "--envelope", "--from", "gemini", input: body)
        #expect(run.status == exit)
        #expect(!run.errors.isEmpty)
        let envelope = try envelope(run)
        #expect(envelope["status"] as? Int == 502)
        #expect(Set(try error(envelope["body"]).keys) == ["message", "type", "param", "code"])
        #expect(try Tool("response", "--from", "gemini", input: body).output.isEmpty)
    }

    @Test(arguments: [("{", Int32(3)), (#"{"contents":[]}"#, 4)])
    func refusedRequest(_ body: String, _ exit: Int32) throws {
        let run = try Tool("request", "--envelope", "--from", "gemini", input: body)
        #expect(run.status == exit)
        let envelope = try envelope(run)
        #expect(envelope["status"] as? Int == 400)
        let error = try error(envelope["body"])
        #expect(error["code"] as? Int == 400)
        #expect(error["status"] as? String == "INVALID_ARGUMENT")
    }
}
