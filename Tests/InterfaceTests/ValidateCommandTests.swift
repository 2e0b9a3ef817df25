import Foundation
import Testing

/// `twinspeak validate`: findings on standard output, and an exit code that scripts can go by.
@Suite struct ValidateCommandTests {
    private static let faulty = #"{"model":"m","temperature":"hot","messages":[{"role":"user","content":"Hi"}]}"#
    private static let valid = #"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#

    @Test func findingsAreTheOutput() throws {
        let run = try Tool("validate", input: Self.faulty)
        #expect(run.status == 1)
        #expect(
            run.output.hasPrefix("error wrongKind /temperature: expected a number, found `\"hot\"` (translation: error")
        )
        #expect(run.errors.isEmpty)
    }

    @Test func nothingIsSaidOfWhatIsValid() throws {
        let run = try Tool("validate", input: Self.valid)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test func asData() throws {
        let run = try Tool("validate", "--diagnostics", "json", input: Self.faulty)
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(json?["code"] as? String == "wrongKind")
        #expect(json?["line"] as? Int == 1)
        #expect((json?["note"] as? String)?.hasPrefix("translation: error wrongKind") == true)
    }

    @Test(arguments: [
        ("request", #"{"contents":[]}"#, 1), ("response", #"{"candidates":7}"#, 1), ("chunk", #"{"candidates":7}"#, 1),
        ("error", #"{"error":{"code":"x","status":7}}"#, 1), ("error", #"{"error":{"code":400,"message":"m"}}"#, 0),
        ("response", #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}"#, 0),
    ])
    func kinds(_ kind: String, _ body: String, _ code: Int32) throws {
        #expect(try Tool("validate", "--as", "gemini", "--kind", kind, input: body).status == code)
    }

    @Test func strictCountsWarnings() throws {
        let body = #"{"model":"m","colour":1,"messages":[{"role":"user","content":"Hi"}]}"#
        #expect(try Tool("validate", input: body).status == 0)
        #expect(try Tool("validate", "--strict", input: body).status == 1)
    }

    @Test func dialectAndModelCount() throws {
        let body = #"{"model":"gemini-3-pro","top_k":1,"messages":[{"role":"user","content":"Hi"}]}"#
        #expect(try Tool("validate", input: body).status == 0)
        #expect(try Tool("validate", "--dialect", "openAI", input: body).status == 1)
        let thinking =
            #"{"contents":[{"parts":[{"text":"Hi"}]}],"generationConfig":{"thinkingConfig":{"thinkingLevel":"LOW"}}}"#
        #expect(try Tool("validate", "--model", "gemini-3-pro", input: thinking).status == 0)
        #expect(try Tool("validate", "--model", "gemini-2.5-pro", input: thinking).status == 1)
    }

    @Test func severalFilesAndLines() throws {
        let files = ["good.json": Self.valid, "bad.json": Self.faulty]
        let run = try Tool("validate", "good.json", "bad.json", files: files)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("bad.json: error wrongKind"))
        let lines = try Tool("validate", "--lines", input: Self.valid + "\n" + Self.faulty + "\n" + Self.valid + "\n")
        #expect(lines.status == 1)
        #expect(lines.output.hasPrefix("-:2: error wrongKind /temperature"))
        #expect(lines.output.split(separator: "\n").count == 1)
    }

    // MARK: Lines of batch files

    private static let batch = """
        {"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":\(faulty)}
        {"custom_id":"a","method":"POST","url":"/v1/embeddings","body":\(valid)}
        {"key":"a","request":{"contents":[]}}
        {"key":"a","request":{"contents":[{"parts":[{"text":"Hi"}]}]}}
        \(valid)
        {"colour":1}
        """

    /// Places are those of the line, and what is around the body is looked at too.
    @Test func batchOfRequests() throws {
        let run = try Tool("validate", "--lines", "--diagnostics", "json", input: Self.batch)
        #expect(run.status == 2)
        #expect(run.errors.isEmpty)
        let findings = try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        let places = findings.map { "\($0["line"] ?? "") \($0["column"] ?? "") \($0["pointer"] ?? "")" }
        #expect(places == ["1 97 /body/temperature", "2 40 /url", "3 34 /request/contents", "6 1 "])
        #expect((findings[0]["note"] as? String)?.hasPrefix("translation: error wrongKind") == true)
    }

    @Test func batchOfResults() throws {
        let lines = """
            {"custom_id":"a","response":{"status_code":200,"body":{"choices":7}}}
            {"custom_id":"a","response":{"status_code":429,"body":{"error":{"message":7,"type":"t","param":null,"code":null}}}}
            {"key":"a","response":{"candidates":7}}
            {"key":"a","error":{"code":"x","message":"m","status":"INTERNAL"}}
            """
        let run = try Tool("validate", "--lines", "--kind", "response", input: lines)
        #expect(run.status == 1)
        for place in [
            "-:1: warning wrongKind /response/body/choices:", "-:2: warning wrongKind /response/body/error/message:",
            "-:3: error wrongKind /response/candidates:", "-:4: error wrongKind /error/code:",
        ] {
            #expect(run.output.contains(place), "\(run.output)")
        }
    }

    @Test func batchAgainstContract() throws {
        let run = try Tool("validate", "--lines", "--as", "anyfast-gemini", input: Self.batch)
        #expect(run.status == 1)
        #expect(run.output.contains("-:3: error outOfRange /request/contents: expected at least `1` items"))
        #expect(!run.output.contains("-:4:"))
    }

    /// Contracts have answers, and no errors.
    @Test func errorsBesideContract() throws {
        let body = #"{"error":{"code":400,"message":7}}"#
        let run = try Tool("validate", "--as", "anyfast-gemini", "--kind", "error", input: body)
        #expect(run.status == 1)
    }

    @Test func modelOfContract() throws {
        let run = try Tool(
            "validate", "--as", "anyfast-gemini", "--model", "gpt-4", input: #"{"contents":[{"parts":[]}]}"#)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("error unknownValue line 1, column 1: the model: expected "))
    }

    @Test(arguments: ["xiexus-gemini", "theturbo-gemini", "anyfast-gemini"])
    func contracts(_ name: String) throws {
        let run = try Tool("validate", "--as", name, input: #"{"contents":7}"#)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("error wrongKind /contents: expected"))
    }

    @Test func schemaOfTheCallers() throws {
        let files = ["schema.json": #"{"$defs":{"a":{"type":"object","required":["x"]}}}"#]
        func run(_ arguments: String...) throws -> Tool {
            try Tool(["validate"] + arguments, input: Array("{}".utf8), files: files)
        }
        let held = try run("--schema", "schema.json", "--pointer", "/$defs/a")
        #expect(held.status == 1)
        #expect(held.output.hasPrefix("error missingMember /x: "))
        #expect(try run("--pointer", "/a").status == 2)
        #expect(try run("--schema", "schema.json", "--as", "gemini").status == 2)
        #expect(try run("--schema", "schema.json", "--pointer", "/b").status == 2)
    }

    @Test func notJSON() throws {
        let run = try Tool("validate", input: "{")
        #expect(run.status == 3)
        #expect(run.output.hasPrefix("error notJSON"))
    }

    @Test func undecided() throws {
        let run = try Tool("validate", input: "{}")
        #expect(run.status == 2)
        #expect(run.errors.contains("say --as openai or --as gemini"))
        #expect(run.output.isEmpty)
    }

    @Test func explanations() throws {
        let body = #"{"model":"m","top_p":1,"user":"me","messages":[{"role":"user","content":"Hi"}]}"#
        let run = try Tool("request", "--explain", input: body)
        #expect(run.status == 0)
        #expect(
            run.output == """
                /model: Exchange
                /top_p: GenerationConfig: `top_p` → `topP`
                /user: Requests; note noCounterpart: Gemini does not ask who the user is
                /messages/0/role: Messages
                /messages/0/content: Parts

                """)
        let config = #"{"image_config":{"image_size":"1K"}}"#
        let places =
            #"{"model":"m","messages":[{"role":"user","content":"Hi"}],"extra_body":{"extra_body":{"google":\#(config)}}}"#
        let extended = try Tool("request", "--explain", input: places)
        #expect(extended.output.hasSuffix("/extra_body/extra_body/google/image_config/image_size: ImageConfig\n"))
        let answer = #"{"candidates":[{"finishReason":"STOP","content":{"parts":[{"text":"Hi"}]}}]}"#
        let response = try Tool("response", "--explain", input: answer)
        #expect(
            response.output
                == "/candidates/0/finishReason: FinishReason\n/candidates/0/content/parts/0/text: AnswerParts\n")
    }
}
