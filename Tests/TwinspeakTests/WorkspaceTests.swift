import Testing

@testable import Twinspeak

@Suite("Workspaces")
struct WorkspaceTests {
    private let translator = Translator(client: .openAI, upstream: .gemini)

    /// A chat with `count` tool calls and their results, and `text` in the question.
    private func chat(calls count: Int = 0, text: String = "?") -> [UInt8] {
        let calls = (0..<count).map {
            #"{"id":"c\#($0)","type":"function","function":{"name":"f","arguments":"{\"n\":[\#($0)]}"}}"#
        }
        let results = (0..<count).map { #"{"role":"tool","tool_call_id":"c\#($0)","content":"\#($0)"}"# }
        let turn = [#"{"role":"assistant","tool_calls":[\#(calls.joined(separator: ","))]}"#] + results
        let messages = [#"{"role":"user","content":"\#(text)"}"#] + (count == 0 ? [] : turn)
        return Array(#"{"model":"gemini-2.5-pro","messages":[\#(messages.joined(separator: ","))]}"#.utf8)
    }

    @Test("A workspace keeps at most 1 MiB, however large a body was")
    func memory() throws {
        var workspace = Workspace()
        for body in [chat(calls: 40_000), chat(text: String(repeating: "x\\n", count: 2_000_000)), chat()] {
            var output: [UInt8] = []
            _ = try translator.request(body.span, into: &output, using: &workspace)
            #expect(workspace.memory <= 1 << 20)
        }
    }

    @Test("Neither does it keep the names of many functions", arguments: ["f", "f n"])
    func memoryOfNames(_ name: String) throws {
        var workspace = Workspace()
        let tools = (0..<5_000).map { #"{"type":"function","function":{"name":"\#(name)\#($0)"}}"# }
        let body =
            #"{"model":"m","messages":[{"role":"user","content":"?"}],"tools":[\#(tools.joined(separator: ","))]}"#
        _ = try translator.request(Array(body.utf8).span, using: &workspace)
        #expect(workspace.context == nil)
        _ = try translator.request(chat().span, using: &workspace)
        #expect(workspace.context != nil)
    }

    @Test("It does so after answers")
    func memoryOfAnswers() {
        var workspace = Workspace()
        let text = String(repeating: "x\\n", count: 2_000_000)
        for text in [text, "?"] {
            let body = Array(#"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}]}}]}"#.utf8)
            #expect(translator.response(body.span, using: &workspace).body.count > text.utf8.count)
            #expect(workspace.memory <= 1 << 20)
        }
    }

    @Test("A refused body, or none that is JSON, leaves an empty output and a workspace that serves on")
    func refused() throws {
        var workspace = Workspace()
        var output = Array("before".utf8)
        for body in [#"{"model":"gemini-2.5-pro","messages":[]}"#, "{", "[]"] {
            let bytes = Array(body.utf8)
            #expect(throws: TranslationError.self) {
                _ = try translator.request(bytes.span, into: &output, using: &workspace)
            }
            #expect(output.isEmpty && workspace.memory <= 1 << 20)
        }
        _ = try translator.request(chat().span, into: &output, using: &workspace)
        #expect(output == (try translator.request(chat())).body)
    }

    @Test("What the last request named is not taken for what the next one names")
    func models() throws {
        var workspace = Workspace()
        var output: [UInt8] = []
        for model in ["gemini-2.5-pro", "gemini-3-pro", "gemini-2.5-pro", "tunedModels/x"] {
            let body = Array(
                #"{"model":"\#(model)","messages":[{"role":"user","content":"?"}],"presence_penalty":1}"#.utf8)
            let head = try translator.request(body.span, into: &output, using: &workspace)
            let alone = try translator.request(body)
            #expect(head.exchange == alone.exchange && head.route == alone.route && head.report == alone.report)
            #expect(output == alone.body)
        }
        let client = Translator(client: .gemini, upstream: .openAI)
        let body = Array(#"{"contents":[{"parts":[{"text":"?"}]}]}"#.utf8)
        for path in [
            "/v1beta/models/a:generateContent", "/v1beta/models/b:streamGenerateContent",
            "/v1beta/models/a:generateContent",
        ] {
            let route = Route(path: path)
            let head = try client.request(body.span, at: route, into: &output, using: &workspace)
            #expect(head.exchange == (try client.request(body, at: route)).exchange)
        }
    }
}
