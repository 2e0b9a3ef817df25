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
                /model: Routes
                /top_p: GenerationConfig: `top_p` → `topP`
                /user: Requests; note noCounterpart: Gemini does not ask who the user is
                /messages/0/role: Messages
                /messages/0/content: Parts

                """)
        let answer = #"{"candidates":[{"finishReason":"STOP","content":{"parts":[{"text":"Hi"}]}}]}"#
        let response = try Tool("response", "--explain", input: answer)
        #expect(
            response.output
                == "/candidates/0/finishReason: FinishReason\n/candidates/0/content/parts/0/text: AnswerParts\n")
    }
}
