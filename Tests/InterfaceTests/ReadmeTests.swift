import Foundation
import Testing
import Twinspeak

/// What the README shows is what happens.
@Suite struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func readme() throws -> String {
        try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    /// Each console block is a command, what it is given, and what it prints: output first, then findings.
    @Test func consoleExamples() throws {
        let blocks = try Self.readme().components(separatedBy: "```console\n$ twinspeak ").dropFirst()
        #expect(blocks.count == 7)
        for block in blocks {
            let lines = block.components(separatedBy: "```")[0].split(separator: "\n", omittingEmptySubsequences: false)
            var arguments = lines[0].split(separator: " ").map(String.init)
            var rest = lines.dropFirst()
            var input = ""
            if let here = arguments.firstIndex(where: { $0.hasPrefix("<<'") }) {
                let word = arguments[here].dropFirst(3).dropLast()
                arguments.removeSubrange(here...)
                input = rest.prefix { $0 != word }.joined(separator: "\n") + "\n"
                rest = rest.drop { $0 != word }.dropFirst()
            }
            arguments = arguments.map { $0.hasPrefix("Fixtures/") ? Self.root.appending(path: $0).path : $0 }
            let result = try Tool(arguments, input: Array(input.utf8))
            #expect(result.output + result.errors == rest.joined(separator: "\n"))
        }
    }

    /// The table of fields is what the command prints; `UPDATE_FIXTURES=1` writes it, and fails.
    @Test func fieldTable() throws {
        let readme = try Self.readme()
        let mark = "<!-- twinspeak fields -->\n\n"
        let current = readme.components(separatedBy: mark)[0] + mark + (try Tool("fields").output)
        guard readme != current else { return }
        if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
            try current.write(to: Self.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
        }
        Issue.record("README.md: the table of fields is not what `twinspeak fields` prints")
    }

    /// The Swift example, with a host's two functions around it.
    @Test func librarySnippet() throws {
        var sent: [[UInt8]] = []
        var printed: [String] = []
        func send(_ body: [UInt8]) { sent.append(body) }
        func print(_ item: some CustomStringConvertible) { printed.append(item.description) }
        let body = Array(
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":1}}"#.utf8)
        let answer = Array(#"{"candidates":[{"content":{"parts":[{"text":"Hello"}]},"finishReason":"STOP"}]}"#.utf8)

        let translator = Translator(client: .openAI, upstream: .gemini)

        let request = try translator.request(body)
        print(request.route.path)
        send(request.body)

        let reply = translator.response(answer, for: request.exchange)
        send(reply.body)
        print(reply.status)

        for finding in request.diagnostics + reply.diagnostics where finding.severity >= .warning {
            print(finding)
        }

        #expect(
            printed == [
                "/v1beta/models/gemini-2.5-flash:generateContent",
                "200",
                "warning noCounterpart /logit_bias: Gemini cannot bias single tokens",
            ])
        #expect(sent.count == 2)
        for line in [
            "let request = try translator.request(body)",
            "let reply = translator.response(answer, for: request.exchange)",
        ] {
            #expect(try Self.readme().contains(line))
        }
    }

    @Test func batchSnippet() throws {
        var written: [String] = []
        func write(_ line: [UInt8]) { written.append(String(decoding: line, as: UTF8.self)) }
        let body = #"{"model":"asked","messages":[{"role":"user","content":"Hi"}]}"#
        let batch = [#"{"custom_id":"r1","body":\#(body)}"#]
        let results = [#"{"key":"r1","response":{"candidates":[{"finishReason":"STOP"}]}}"#]
        let translator = Translator(client: .openAI, upstream: .gemini)
        var workspace = Workspace()
        var exchanges: [String?: Exchange] = [:]

        for line in batch {
            let request = translator.batchRequest(line.utf8.span, using: &workspace)
            write(request.line)
            exchanges[request.key] = request.exchange
        }
        for line in results {
            let result = translator.batchResult(line.utf8.span, using: &workspace) { exchanges[$0] ?? Exchange() }
            write(result.line)
        }

        #expect(written[0].hasPrefix(#"{"key":"r1","request":{"#))
        #expect(written[1].hasPrefix(#"{"id":"batch_req_"#))
        #expect(written[1].contains(#""custom_id":"r1","response":{"#) && written[1].contains(#""model":"asked""#))
        for line in [
            "let request = translator.batchRequest(line.utf8.span, using: &workspace)",
            "let result = translator.batchResult(line.utf8.span, using: &workspace) { exchanges[$0] ?? Exchange() }",
        ] {
            #expect(try Self.readme().contains(line))
        }
    }

    @Test func streamSnippet() throws {
        var sent: [UInt8] = []
        var printed: [Int64] = []
        func send(_ bytes: [UInt8]) { sent += bytes }
        func print(_ number: Int64) { printed.append(number) }
        let event =
            #"{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}],"usageMetadata":"#
            + #"{"promptTokenCount":4,"candidatesTokenCount":1,"totalTokenCount":5}}"#
        let chunks = "data: \(event)\n\n".utf8.map { [$0] }
        let translator = Translator(client: .openAI, upstream: .gemini)
        let body = #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":"Hi"}],"stream":true}"#
        let request = try translator.request(body)

        var stream = translator.stream(for: request.exchange)
        for chunk in chunks { send(stream.push(chunk)) }
        send(stream.finish())
        print(stream.usage?.total ?? 0)

        #expect(printed == [5])
        #expect(String(decoding: sent, as: UTF8.self).hasSuffix("data: [DONE]\n\n"))
        #expect(try Self.readme().contains("for chunk in chunks { send(stream.push(chunk)) }"))
    }

    @Test func capabilitiesSnippet() throws {
        var options = Options()

        var capabilities = ModelCapabilities(of: "gemini-2.5-flash")
        capabilities.penalties = true
        options.capabilities["our-flash"] = capabilities

        let translator = Translator(client: .openAI, upstream: .gemini, options: options)
        let body = #"{"model":"our-flash","messages":[{"role":"user","content":"Hi"}],"presence_penalty":1}"#
        #expect(try translator.request(body).diagnostics.isEmpty)
        #expect(try Self.readme().contains("options.capabilities[\"our-flash\"] = capabilities"))
    }
}
