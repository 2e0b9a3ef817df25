import Foundation
import Testing

@Suite struct StreamCommandTests {
    private let gemini =
        #"data: {"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}],"#
        + #""usageMetadata":{"promptTokenCount":1,"totalTokenCount":2}}"# + "\n\n"
    private let chat =
        #"data: {"id":"c","model":"m","created":1,"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}"#
        + "\n\ndata: [DONE]\n\n"

    // MARK: Which format

    @Test func detection() throws {
        #expect(try Tool("stream", input: gemini).output.hasSuffix("data: [DONE]\n\n"))
        #expect(try Tool("stream", input: ": ping\n\n" + chat).output.hasPrefix(#"data: {"candidates":"#))
        #expect(
            try Tool("stream", input: "[" + gemini.dropFirst(6).dropLast(2) + "]").output.contains(
                "chat.completion.chunk"))
    }

    @Test func named() throws {
        let event = "data: {}\n\n" + gemini
        #expect(try Tool("stream", "--from", "gemini", input: event).status == 0)
        #expect(try Tool("stream", "--from", "openai", input: chat).output.contains("candidates"))
    }

    @Test func undecided() throws {
        let run = try Tool("stream", input: "data: {\"id\":\"x\"}\n\n")
        #expect(run.status == 2)
        #expect(run.errors.contains("say --from"))
        #expect(run.output.isEmpty)
        #expect(try Tool("stream", input: "").status == 2)
    }

    // MARK: Options

    @Test func framing() throws {
        let run = try Tool("stream", "--framing", "array", input: chat)
        #expect(run.output.hasPrefix("[{"))
        #expect(run.output.hasSuffix("}]"))
        #expect((try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [Any])?.count == 2)
    }

    @Test func includeUsage() throws {
        #expect(try !Tool("stream", input: gemini).output.contains(#""usage""#))
        #expect(try Tool("stream", "--include-usage", input: gemini).output.contains(#""choices":[],"usage":{"#))
    }

    @Test func request() throws {
        let request =
            #"{"model":"the-model","messages":[{"role":"user","content":"Hi"}],"stream":true,"#
            + #""stream_options":{"include_usage":true}}"#
        let run = try Tool("stream", "--request", "chat.json", input: gemini, files: ["chat.json": request])
        #expect(run.status == 0)
        #expect(run.output.contains(#""model":"the-model""#))
        #expect(run.output.contains(#""usage":{"#))
    }

    @Test func file() throws {
        let run = try Tool("stream", "in.sse", files: ["in.sse": chat])
        #expect(run.output.hasPrefix(#"data: {"candidates":"#))
        #expect(try Tool("stream", "gone.sse").status == 2)
    }

    // MARK: How it ends

    @Test func upstreamErrorIsDone() throws {
        let run = try Tool("stream", input: gemini + #"{"error":{"code":500,"message":"no","status":"INTERNAL"}}"#)
        #expect(run.status == 0)
        #expect(run.output.hasSuffix(#""message":"no","type":"server_error","param":null,"code":null}}"# + "\n\n"))
        #expect(!run.output.contains("[DONE]"))
    }

    @Test func truncated() throws {
        let run = try Tool("stream", input: #"data: {"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}"# + "\n\n")
        #expect(run.status == 1)
        #expect(run.output.contains("stream_truncated"))
    }

    @Test func notAStream() throws {
        let run = try Tool("stream", "--from", "gemini", input: "upstream connect error\n")
        #expect(run.status == 3)
        #expect(run.output.contains(#""message":"upstream connect error""#))
        #expect(try Tool("stream", input: gemini + "data: {\"candidates\":[}\n\n").status == 3)
    }

    @Test func untranslatable() throws {
        let call = #"data: {"candidates":[{"content":{"parts":[{"functionCall":{"args":{}}}]},"finishReason":"STOP"}]}"#
        let run = try Tool("stream", input: call + "\n\n")
        #expect(run.status == 4)
        #expect(run.output.hasPrefix(#"data: {"error":"#))
        #expect(
            run.findings.contains { $0.hasPrefix("error missingMember /candidates/0/content/parts/0/functionCall") })
    }

    // MARK: Pipes

    /// The first event comes out before the second has gone in.
    @Test(.timeLimit(.minutes(1)))
    func eventsAreNotHeldBack() throws {
        let (process, input, output) = try start()
        for text in ["one", "two"] {
            let event = #"data: {"candidates":[{"content":{"parts":[{"text":"\#(text)"}]}}]}"# + "\n\n"
            try input.write(contentsOf: Data(event.utf8))
            #expect(String(decoding: output.availableData, as: UTF8.self).contains(text))
        }
        try input.close()
        #expect(String(decoding: output.availableData, as: UTF8.self).contains("stream_truncated"))
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
    }

    @Test(.timeLimit(.minutes(1)))
    func closedPipeIsANormalEnd() throws {
        let (process, input, output) = try start()
        try output.close()
        try input.write(contentsOf: Data(gemini.utf8))
        try input.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    private func start() throws -> (Process, input: FileHandle, output: FileHandle) {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Tool.binary
        process.arguments = ["stream", "--from", "gemini"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The child has its own end; the parent's would keep the pipe open.
        try output.fileHandleForWriting.close()
        try input.fileHandleForReading.close()
        return (process, input.fileHandleForWriting, output.fileHandleForReading)
    }
}
