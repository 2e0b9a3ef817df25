import Foundation
import Testing

@Suite struct RequestCommandTests {
    private let chat = #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}]}"#
    private let gemini = #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}"#

    @Test func standardInput() throws {
        for arguments in [["request"], ["request", "-"], ["request", "--", "-"]] {
            let run = try Tool(arguments, input: Array(chat.utf8))
            #expect(run.output == gemini + "\n")
            #expect(run.errors.isEmpty)
            #expect(run.status == 0)
        }
    }

    @Test func file() throws {
        let run = try Tool("request", "chat.json", files: ["chat.json": chat])
        #expect(run.output == gemini + "\n")
        #expect(run.status == 0)
    }

    @Test func fileThatLooksLikeAnOption() throws {
        let run = try Tool("request", "--", "--chat", files: ["--chat": chat])
        #expect(run.output == gemini + "\n")
    }

    @Test func pipe() throws {
        let shell = Process()
        let output = Pipe()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "(printf '%s' '\(chat)') | '\(Tool.binary.path)' request"]
        shell.standardOutput = output
        try shell.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(String(decoding: bytes, as: UTF8.self) == gemini + "\n")
    }

    // MARK: Which format

    @Test func contentsAreGemini() throws {
        let run = try Tool("request", "--model", "g", input: gemini)
        #expect(run.output.hasPrefix(#"{"model":"g","messages":[{"role":"user","content":"Hi"}]"#))
    }

    @Test func messagesBesideContentsAreOpenAI() throws {
        let both = chat.dropLast() + "," + gemini.dropFirst()
        #expect(try Tool("request", input: String(both)).output == gemini + "\n")
    }

    @Test func undecided() throws {
        let run = try Tool("request", input: #"{"model":"g"}"#)
        #expect(run.status == 2)
        #expect(run.errors.contains("say --from"))
        #expect(run.output.isEmpty)
    }

    @Test func formatByName() throws {
        for name in ["openai", "OpenAI"] {
            let run = try Tool("request", "--from", name, input: #"{"model":"g"}"#)
            #expect(run.status == 4)
            #expect(run.findings.contains { $0.hasPrefix("error missingMember /messages: ") })
        }
    }

    // MARK: No translation

    @Test(arguments: [[], ["--from", "openai"]])
    func notJSON(_ from: [String]) throws {
        let run = try Tool(["request"] + from, input: Array("{".utf8))
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("error notJSON line 1, column 2: "))
        #expect(run.findings.count == 1)
    }

    @Test(arguments: [[], ["--from", "gemini"]])
    func notAnObject(_ from: [String]) throws {
        let run = try Tool(["request"] + from, input: Array("[]".utf8))
        #expect(run.status == 4)
        #expect(run.output.isEmpty)
        #expect(run.errors == "error wrongKind line 1, column 1: expected an object, found an empty array\n")
    }

    @Test func noMessages() throws {
        for arguments in [["request"], ["request", "--model", "g"]] {
            let run = try Tool(arguments, input: Array(#"{"messages":[]}"#.utf8))
            #expect(run.status == 4)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("error "))
        }
    }

    @Test func everyErrorHasItsPlace() throws {
        let run = try Tool(
            "request",
            input: """
                {"model":"g","temperature":"hot","messages":[
                  {"role":"narrator","content":"Once"},
                  {"role":"user","content":[{"type":"image_url"},{"type":"text","text":"What is this?"}]}
                ]}
                """)
        #expect(run.status == 4)
        #expect(run.output.isEmpty)
        #expect(
            run.findings.map { $0.prefix { $0 != ":" } } == [
                "error wrongKind /temperature", "error unknownRole /messages/0/role",
                "error missingMember /messages/1/content/0/image_url",
            ])
    }

    @Test func limits() throws {
        let run = try Tool("request", "--max-bytes", "10", input: chat)
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("error limitExceeded line "))
        #expect(try Tool("request", "--max-bytes", "\(Int.max)", input: chat).status == 0)
    }

    // MARK: Much of it

    @Test func largeImage() throws {
        let image = String(repeating: "iVBORw0K", count: 5 << 17)
        let part = #"{"type":"image_url","image_url":{"url":"data:image/png;base64,\#(image)"}}"#
        let run = try Tool(
            "request", "--pretty", input: #"{"model":"g","messages":[{"role":"user","content":[\#(part)]}]}"#)
        #expect(run.status == 0)
        #expect(run.outputBytes.count > 5 << 20)
        #expect(run.output.contains("\n          \"inlineData\": {\n            \"mimeType\": \"image/png\",\n"))
        #expect(run.output.contains("\"data\": \"\(image)\"\n"))
    }

    @Test func closedPipe() throws {
        let text = String(repeating: "much ", count: 100_000)
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let run = try Tool(
            ["request"], input: Array(#"{"model":"g","messages":[{"role":"user","content":"\#(text)"}]}"#.utf8),
            output: pipe.fileHandleForWriting)
        #expect(run.isExit)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }
}
