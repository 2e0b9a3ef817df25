import Testing

/// Batch files of both vendors, line by line.
@Suite struct BatchCommandTests {
    private let chat =
        #"{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"g","messages":[{"role":"user","content":"Hi"}]}}"#
    private let gemini = #"{"key":"a","request":{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}}"#
    private let answer =
        #"{"key":"a","response":{"candidates":[{"content":{"parts":[{"functionCall":{"name":"get_weather","args":{}}}]},"finishReason":"STOP"}]}}"#

    @Test func requests() throws {
        let run = try Tool("request", "--lines", "--diagnostics", "none", input: chat)
        #expect(run.status == 0)
        #expect(run.output == gemini + "\n")
        let back = try Tool("request", "--lines", "--model", "g", "--dialect", "openai", input: gemini)
        #expect(back.status == 0)
        #expect(back.output == chat + "\n")
    }

    /// Detected line by line.
    @Test func mixedWithBodies() throws {
        let body = #"{"model":"g","messages":[{"role":"user","content":"Hi"}]}"#
        let run = try Tool(
            "request", "--lines", "--model", "g", "--dialect", "openai", "--diagnostics=none",
            input: [chat, body, gemini, chat].joined(separator: "\n"))
        #expect(run.status == 0)
        let request = #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}"#
        #expect(run.output == [gemini, request, chat, gemini].map { $0 + "\n" }.joined())
    }

    @Test func onlyWithLines() throws {
        let run = try Tool("request", input: chat)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
    }

    @Test func namedFormat() throws {
        #expect(
            try Tool("request", "--lines", "--from", "openai", "--diagnostics=none", input: chat).output == gemini
                + "\n")
        let run = try Tool("request", "--lines", "--from", "openai", input: gemini)
        #expect(run.status == 4)
        #expect(run.output.contains(#""custom_id":null,"response":{"status_code":400,"#))
    }

    @Test func findingsHaveTheirPlaceInTheLine() throws {
        let lossy = chat.replacing(#""model":"g""#, with: #""model":"g","logit_bias":{"1":2}"#)
        let run = try Tool("request", "--lines", "--diagnostics=json", input: "\n" + lossy)
        #expect(run.findings.count == 2)
        #expect(run.findings.last?.contains(#""pointer":"/body/logit_bias""#) == true)
        #expect(run.findings.last?.hasSuffix(#""line":2,"column":96}"#) == true)
    }

    @Test func withoutALegalTranslation() throws {
        let run = try Tool("request", "--lines", input: [gemini, chat].joined(separator: "\n"))
        #expect(run.status == 4)
        #expect(run.output.hasPrefix(#"{"key":"a","error":{"code":400,"message":"/request/model: expected a model"#))
        #expect(run.output.hasSuffix("\n" + gemini + "\n"))
    }

    @Test func results() throws {
        let run = try Tool("response", "--lines", "--created", "7", input: answer)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(#"{"id":"batch_req_"#))
        #expect(run.output.contains(#""custom_id":"a","response":{"status_code":200,"request_id":""#))
        #expect(run.output.contains(#""created":7,"#))
        #expect(run.output.hasSuffix("]}},\"error\":null}\n"))
        let back = try Tool("response", "--lines", input: run.output)
        #expect(back.status == 0)
        #expect(back.output.hasPrefix(#"{"key":"a","response":{"candidates":[{"content":{"parts":[{"functionCall":"#))
    }

    /// Each result is paired with its request by name: model and renamed functions come from there.
    @Test func requestsOfTheResults() throws {
        func request(_ name: String, _ model: String, _ function: String) -> String {
            #"{"custom_id":"\#(name)","body":{"model":"\#(model)","messages":[{"role":"user","content":"Hi"}],"#
                + #""tools":[{"type":"function","function":{"name":"\#(function)"}}]}}"# + "\n"
        }
        let batch = "\n" + request("b", "two", "get.weather!") + request("a", "one", "get weather")
        for jobs in ["1", "3"] {
            let run = try Tool(
                "response", "--lines", "--jobs", jobs, "--request", "batch.jsonl",
                input: [answer, answer.replacing("\"a\"", with: "\"b\""), answer.replacing("\"a\"", with: "\"c\"")]
                    .joined(separator: "\n"), files: ["batch.jsonl": batch])
            #expect(run.status == 0)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 3)
            for (line, found) in zip(lines, [("one", "get weather"), ("two", "get_weather"), ("", "get_weather")]) {
                #expect(line.contains(#""model":"\#(found.0)""#))
                #expect(line.contains(#""name":"\#(found.1)""#))
            }
        }
    }
}
