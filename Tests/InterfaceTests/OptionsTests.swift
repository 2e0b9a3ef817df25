import Testing

import Twinspeak

/// What all translating commands understand.
@Suite struct OptionsTests {
    private let chat =
        #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":2}}"#

    @Test func everyOptionIsAFlag() throws {
        let help = try Tool("request", "--help").output
        for row in Options.table {
            let name = row.kind == .switched ? "--[no-]" + row.flag.dropFirst(2) : row.flag
            #expect(help.contains("  \(name) "))
            let values = row.words.isEmpty ? [row.kind == .number ? "512" : "x"] : row.words
            for value in row.kind == .switched ? [] : values {
                let run = try Tool("response", row.flag, value, "\(row.flag)=\(value)", "--from", "gemini", "absent")
                #expect(run.errors == "twinspeak: absent: No such file or directory\n")
            }
        }
    }

    @Test func switchesAndTheirOpposites() throws {
        #expect(try Tool("request", "--strict", input: chat).status == 4)
        #expect(try Tool("request", "--strict", "--no-strict", input: chat).status == 0)
        #expect(try Tool("request", "--no-strict", "--strict", input: chat).status == 4)
    }

    @Test func strict() throws {
        let run = try Tool("request", "--strict", input: chat)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("warning noCounterpart /logit_bias: "))
    }

    @Test func wordsInAnyCase() throws {
        let body = #"{"contents":[{"parts":[{"text":"Hi"}]}],"generationConfig":{"maxOutputTokens":5}}"#
        for word in ["openAI", "openai"] {
            let run = try Tool("request", "--model", "m", "--dialect", word, input: body)
            #expect(run.output.contains(#""max_completion_tokens":5"#))
        }
    }

    // MARK: Options in a file

    @Test func optionsFile() throws {
        let run = try Tool("request", "--options", "o.json", input: chat, files: ["o.json": #"{"strict":true}"#])
        #expect(run.status == 4)
    }

    @Test func flagsOverrideTheFile() throws {
        for arguments in [["--options", "o.json", "--no-strict"], ["--no-strict", "--options=o.json"]] {
            let run = try Tool(
                ["request"] + arguments, input: Array(chat.utf8), files: ["o.json": #"{"strict":true}"#])
            #expect(run.status == 0)
        }
    }

    @Test func brokenOptionsFile() throws {
        let files = ["a": "{", "b": #"{"strict":"yes","dialect":"x"}"#, "c": #"{"stirct":true}"#]
        for name in ["a", "b", "c", "absent"] {
            let run = try Tool("request", "--options", name, input: chat, files: files)
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("twinspeak: \(name): "))
            #expect(run.findings.count == (name == "b" ? 2 : 1))
        }
    }

    // MARK: Layout

    @Test func pretty() throws {
        let body = #"{"model":"g","messages":[{"role":"user","content":"a \"{[,:]}\" \\"}],"temperature":0.10}"#
        let run = try Tool("request", "--pretty", input: body)
        #expect(
            run.output == #"""
                {
                  "contents": [
                    {
                      "role": "user",
                      "parts": [
                        {
                          "text": "a \"{[,:]}\" \\"
                        }
                      ]
                    }
                  ],
                  "generationConfig": {
                    "temperature": 0.10
                  }
                }

                """#)
    }

    @Test func emptyContainers() {
        let text = String(decoding: JSONLayout.pretty(Array(#"{"a":{},"b":[ ],"c":[[],{}]}"#.utf8)), as: UTF8.self)
        #expect(text == "{\n  \"a\": {},\n  \"b\": [],\n  \"c\": [\n    [],\n    {}\n  ]\n}")
    }

    @Test(arguments: ["", "\"", "\"\\", "]]", "{", "7"])
    func layoutOfAnything(_ text: String) { _ = JSONLayout.pretty(Array(text.utf8)) }

    // MARK: Findings

    @Test func findingsAsText() throws {
        let run = try Tool("request", input: chat)
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("warning noCounterpart /logit_bias: "))
        #expect(run.findings.count == 1)
    }

    @Test func findingsAsJSON() throws {
        let run = try Tool("request", "--diagnostics=json", input: chat)
        let start = #"{"severity":"warning","code":"noCounterpart","pointer":"/logit_bias","message":""#
        #expect(run.errors.hasPrefix(start))
        #expect(run.errors.hasSuffix("\",\"line\":1,\"column\":86}\n"))
        let error = try Tool("request", "--diagnostics", "json", input: "{")
        #expect(error.status == 3)
        #expect(error.errors.hasPrefix(#"{"severity":"error","code":"notJSON","pointer":"","message":"expected a"#))
    }

    @Test func noFindings() throws {
        #expect(try Tool("request", "--diagnostics", "none", input: chat).errors.isEmpty)
        let error = try Tool("request", "--diagnostics", "none", input: "[]")
        #expect(error.status == 4)
        #expect(error.errors.isEmpty)
    }

    @Test func namesCannotForgeLines() throws {
        let body = #"{"model":"g","messages":[{"role":"user","content":"Hi"}],"a\nerror \u001b[2J\"":1}"#
        let text = try Tool("request", input: body)
        #expect(text.errors.hasPrefix(#"warning unknownMember /a\u000aerror \u001b[2J": "#))
        #expect(text.findings.count == 1)
        let json = try Tool("request", "--diagnostics", "json", input: body)
        #expect(json.errors.contains(#""pointer":"/a\u000aerror \u001b[2J\"","#))
    }
}
