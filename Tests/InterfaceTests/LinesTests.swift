import Foundation
import Testing

/// Many bodies in one file.
@Suite struct LinesTests {
    private let chat = #"{"model":"g","messages":[{"role":"user","content":"Hi"}]}"#
    private let contents = #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}"#
    private let lossy = #"{"model":"g","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":2}}"#

    private func lines(_ run: Tool) -> [String] {
        run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// What stands before the message of each finding.
    private func places(_ run: Tool) -> [String] {
        run.findings.map { $0.components(separatedBy: ": ").dropLast().joined(separator: ": ") }
    }

    // MARK: A result for each line

    @Test func oneResultPerLine() throws {
        let run = try Tool("request", "--lines", input: "\(chat)\n\(contents)\n\(chat)\n")
        #expect(run.status == 0)
        #expect(
            run.errors == "-:2: warning missingMember /model: expected a model, found none in body, route or options\n")
        #expect(
            lines(run) == [
                contents, #"{"model":"","messages":[{"role":"user","content":"Hi"}],"stream":false}"#, contents,
            ])
    }

    @Test(arguments: ["\r\n", "\n\n \t\r\n", "\n"])
    func lineEnds(_ end: String) throws {
        let run = try Tool("request", "--lines", input: [chat, chat, chat].joined(separator: end))
        #expect(lines(run) == [contents, contents, contents])
    }

    @Test func nothing() throws {
        for input in ["", "\n", " \n\t\n"] {
            let run = try Tool("request", "--lines", input: input)
            #expect(run.status == 0)
            #expect(run.output.isEmpty && run.errors.isEmpty)
        }
    }

    @Test func errorsInPlace() throws {
        let input = [chat, "{", "", "[]", #"{"model":"g"}"#, lossy, chat].joined(separator: "\n")
        let run = try Tool("request", "--lines", "--strict", input: input)
        #expect(run.status == 4)
        let results = lines(run)
        #expect(results.count == 6)
        #expect(results.first == contents && results.last == contents)
        let codes = try results.dropFirst().dropLast().map { line in
            let body = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: [String: Any]]
            return body?["error"]?["code"] as? String
        }
        #expect(codes == ["notJSON", "wrongKind", "missingMember", "noCounterpart"])
        #expect(
            places(run) == [
                "-:2: error notJSON line 2, column 2", "-:4: error wrongKind line 4, column 1",
                "-:5: error missingMember line 5, column 1", "-:6: warning noCounterpart /logit_bias",
            ])
    }

    /// The error is for whoever wrote the line.
    @Test func errorsOfTheClientsSide() throws {
        let gemini = try Tool("request", "--lines", "--from", "gemini", input: #"{"contents":[]}"#)
        #expect(gemini.output.hasPrefix(#"{"error":{"code":400,"#))
        let answers = try Tool("response", "--lines", input: #"{"candidates":[]}"# + "\n" + #"{"choices":[]}"#)
        #expect(answers.status == 4)
        #expect(lines(answers).map { $0.contains(#""code":502"#) } == [false, true])
    }

    @Test(arguments: [("", Int32(0)), ("{}", 2), ("{", 3), (#"{"messages":[]}"#, 4)])
    func codeOfTheWorstLine(_ line: String, _ code: Int32) throws {
        for input in ["\(line)\n\(chat)", "\(chat)\n\(line)\n\(chat)", "\(chat)\n\(line)"] {
            #expect(try Tool("request", "--lines", input: input).status == code)
        }
        #expect(try Tool("request", "--lines", input: "{}\n{\n\(line)").status == max(code, 3))
    }

    // MARK: Commands

    @Test func responses() throws {
        let answer = #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}"#
        let run = try Tool("response", "--lines", "--id", "x", "--created", "7", input: "\(answer)\n\(answer)\n")
        #expect(run.status == 0)
        #expect(lines(run).allSatisfy { $0.hasPrefix(#"{"id":"x","object":"chat.completion","created":7,"#) })
        let request = try Tool(
            "response", "--lines", "--request", "chat.json", input: "\(answer)\n\(answer)\n",
            files: ["chat.json": chat.replacing("\"g\"", with: "\"asked\"")])
        #expect(lines(request).count == 2)
        #expect(lines(request).allSatisfy { $0.contains(#""model":"asked""#) })
    }

    @Test func brokenAnsweredRequest() throws {
        let run = try Tool(
            "response", "--lines", "--request", "chat.json", input: #"{"candidates":[]}"#, files: ["chat.json": "{"])
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("twinspeak: chat.json: "))
    }

    @Test func errors() throws {
        let run = try Tool("error", "--lines", "--from", "gemini", "--status", "429", input: "slow down\n{}\n<html>\n")
        #expect(run.status == 0)
        #expect(lines(run).count == 3)
        #expect(lines(run).allSatisfy { $0.contains(#""code":"rate_limit_exceeded""#) })
        let responses = try Tool("response", "--lines", "--from", "gemini", "--status", "503", input: "busy\nbusy\n")
        #expect(lines(responses).count == 2)
        #expect(lines(responses).allSatisfy { $0.contains(#""message":"busy","type":"server_error""#) })
    }

    @Test func schemas() throws {
        let run = try Tool("schema", "--lines", input: "{\"type\":\"string\"}\n[]\n{\"const\":1}\n")
        #expect(run.status == 4)
        #expect(lines(run).first == #"{"type":"STRING"}"#)
        #expect(lines(run)[1].hasPrefix(#"{"error":{"message":"#))
        #expect(lines(run).count == 3)
    }

    @Test func envelopes() throws {
        let run = try Tool("request", "--lines", "--envelope", input: "\(chat)\n{\n")
        #expect(run.status == 3)
        #expect(lines(run).map { String($0.prefix(16)) } == [#"{"method":"POST""#, #"{"status":400,"h"#])
        let batch = #"{"custom_id":"1","body":\#(chat)}"#
        #expect(try Tool("request", "--lines", "--envelope", input: batch).status == 2)
    }

    // MARK: Findings

    @Test func findingsAsJSON() throws {
        let run = try Tool(
            "request", "--lines", "--diagnostics", "json", "a.jsonl", files: ["a.jsonl": "\n\(chat)\n\(lossy)\n"])
        #expect(run.findings.count == 1)
        #expect(run.errors.hasPrefix(#"{"file":"a.jsonl","severity":"warning","code":"noCounterpart","#))
        #expect(run.errors.hasSuffix(#","line":3,"column":71}"# + "\n"))
    }

    @Test func fileNamesCannotForgeLines() throws {
        let run = try Tool("request", "--lines", "a\u{1b}[2J\nb", files: ["a\u{1b}[2J\nb": lossy])
        #expect(run.errors.hasPrefix(#"a\u001b[2J\u000ab:1: warning "#))
        #expect(run.findings.count == 1)
    }

    // MARK: Files

    @Test func severalFiles() throws {
        let files = ["a": "\(chat)\n\(lossy)", "b": "\n\(lossy)\n"]
        let run = try Tool("request", "--lines", "a", "absent", "b", files: files)
        #expect(run.status == 2)
        #expect(lines(run) == [contents, contents, contents])
        #expect(
            run.findings.map { $0.prefix { $0 != "/" } } == [
                "a:2: warning noCounterpart ", "twinspeak: absent: No such file or directory",
                "b:2: warning noCounterpart ",
            ])
    }

    @Test func filesOfOneBodyEach() throws {
        let files = ["a": chat, "b": "{", "c": lossy]
        let run = try Tool("request", "a", "b", "absent", "c", files: files)
        #expect(run.status == 3)
        #expect(lines(run) == [contents, contents])
        #expect(
            places(run) == [
                "b: error notJSON line 1, column 2", "twinspeak: absent", "c: warning noCounterpart /logit_bias",
            ])
        let json = try Tool("request", "--diagnostics=json", "a", "c", files: files)
        #expect(json.errors.hasPrefix(#"{"file":"c","severity":"warning","#))
    }

    // MARK: Limits

    @Test func longLines() throws {
        let long = chat.replacing("Hi", with: String(repeating: "x", count: 1 << 20))
        let run = try Tool("request", "--lines", "--max-bytes", "1000", input: "\(long)\n\(chat)\n\(long)")
        #expect(run.status == 3)
        #expect(lines(run).count == 3)
        #expect(lines(run)[1] == contents)
        #expect(
            places(run).map { $0.prefix(25) }
                == ["-:1: error limitExceeded l", "-:3: error limitExceeded l"].map { $0.prefix(25) })
    }

    @Test(arguments: [
        ["--lines", "--pretty"], ["--jobs", "2"], ["--lines", "--jobs", "0"], ["--lines", "--jobs", "many"],
        ["--lines", "--jobs=257"], ["--lines", "a", "b", "-", "-"],
    ])
    func wrongUse(_ arguments: [String]) throws {
        let run = try Tool(["request"] + arguments, input: Array(chat.utf8))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
    }
}
