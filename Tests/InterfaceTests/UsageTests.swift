import Foundation
import Testing

/// Help, and what the command line does not understand.
@Suite struct UsageTests {
    @Test(arguments: [
        [], ["translate"], ["--strict", "request"], ["request", "--sloppy"], ["request", "-x"],
        ["request", "--no-pretty"], ["request", "--pretty=1"], ["request", "--strict=true"],
        ["request", "--from", "claude"], ["request", "--from"], ["request", "--dialect", "x"],
        ["request", "--max-depth", "deep"], ["request", "--max-depth", "-1"], ["response", "--created", "soon"],
        ["response", "--created=-1"], ["request", "--diagnostics", "xml"], ["request", "--request", "x"],
        ["request", "a", "b"],
        ["request", "-", "--options", "-"], ["response", "--request", "-"], ["fields", "x"],
        ["fields", "--from", "openai"], ["request", "--lines", "--explain"], ["request", "absent.json"],
        ["request", "/"],
    ])
    func refused(_ arguments: [String]) throws {
        let run = try Tool(arguments, input: Array("{}".utf8))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("twinspeak: "))
    }

    @Test func complaintsNameWhatIsAllowed() throws {
        let run = try Tool("request", "--dialect", "bard")
        #expect(
            run.errors == """
                twinspeak: --dialect: expected relay, openAI, google or openRouter, found `bard`
                see `twinspeak request --help`

                """)
    }

    @Test func unreadableFile() throws {
        #expect(try Tool("request", "absent.json").errors == "twinspeak: absent.json: No such file or directory\n")
    }

    // MARK: Help

    @Test(arguments: [["--help"], ["-h"], ["request", "--help"], ["response", "a", "b", "--help"], ["fields", "-h"]])
    func help(_ arguments: [String]) throws {
        let run = try Tool(arguments, input: [])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("Usage: twinspeak "))
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 80 && $0.last != " " })
        #expect(lines.count <= 48)
    }

    /// Whoever copies an example gets a result.
    @Test(arguments: ["request", "response", "stream", "error", "schema", "fields"])
    func examples(_ command: String) throws {
        let parts = try Tool(command, "--help").output.components(separatedBy: "\nExamples:\n")
        try #require(parts.count == 2)
        let answer = #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}"#
        let chat = #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}]}"#
        let files = [
            "chat.json": chat, "answer.json": answer, "answer.sse": "data: \(answer)\n\n", "schema.json": "{}",
            "error.json": #"{"error":{"code":429,"status":"RESOURCE_EXHAUSTED"}}"#,
            "batch.jsonl": #"{"custom_id":"1","body":\#(chat)}"#,
            "results.jsonl": #"{"key":"1","response":\#(answer)}"#,
        ]
        for example in parts[1].split(separator: "\n") {
            let words = example.split(separator: " ").map(String.init)
            #expect(words.prefix(2) == ["twinspeak", command])
            let run = try Tool(Array(words.dropFirst()), input: [], files: files)
            #expect(run.status == 0, "\(example): \(run.errors)")
            #expect(!run.output.isEmpty)
        }
    }

    @Test func generalHelpListsCommandsAndExitCodes() throws {
        let output = try Tool("--help").output
        for line in ["\n  request   ", "\n  response  ", "\n  fields    ", "\n  0  ", "\n  2  ", "\n  3  ", "\n  4  "] {
            #expect(output.contains(line))
        }
    }

    @Test(arguments: [["--version"], ["request", "--version"]])
    func version(_ arguments: [String]) throws {
        #expect(try Tool(arguments, input: []).output == "twinspeak 0.1.0\n")
    }
}
