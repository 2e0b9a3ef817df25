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
        ["fields", "--from", "openai"], ["request", "absent.json"], ["request", "/"],
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
