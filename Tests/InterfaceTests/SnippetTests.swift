import Foundation
import Synchronization
import Testing
import Twinspeak

/// What the README and the guides show in Swift compiles, and does what they say: each of their lines stands here, or in
/// `ReadmeTests`, with a host's functions around it.
@Suite struct SnippetTests {
    private let translator = Translator(client: .openAI, upstream: .gemini)
    private let body = Array(
        #"{"model":"gemini-3-pro","messages":[{"role":"user","content":"Hi"}],"stream":true}"#.utf8)
    private static let event =
        #"data: {"candidates":[{"content":{"parts":[{"text":"Hello"}]},"finishReason":"STOP"}],"usageMetadata":"#
        + #"{"promptTokenCount":4,"candidatesTokenCount":1,"totalTokenCount":5}}"# + "\n\n"

    @Test func everyLineIsCompiled() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func text(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let tests = try ["SnippetTests", "ReadmeTests"].map { try text("Tests/InterfaceTests/\($0).swift") }
        let compiled = Set(tests.joined().split(separator: "\n").map(Self.code))
        let catalogue = "Sources/Twinspeak/Twinspeak.docc"
        let guides = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: catalogue).path)
        var seen = 0
        for path in ["README.md"] + guides.sorted().map({ catalogue + "/" + $0 }) {
            for block in try text(path).components(separatedBy: "```swift\n").dropFirst() {
                for line in block.components(separatedBy: "```")[0].split(separator: "\n") {
                    seen += 1
                    #expect(compiled.contains(Self.code(line)), "\(path): \(line)")
                }
            }
        }
        #expect(seen > 50)
    }

    /// Without what stands around it.
    private static func code(_ line: Substring) -> String {
        let code = line.firstRange(of: "   // ").map { line[..<$0.lowerBound] } ?? line
        return code.trimmingCharacters(in: .whitespaces)
    }

    // MARK: Validating

    @Test func validation() {
        let payload = Array(#"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#.utf8)

        let report = WireFormat.openAI.validate(request: payload)
        #expect(report.isClean, "\(report.summary)")
    }

    @Test func validationForOpenAI() {
        let payload = Array(#"{"model":"m","top_k":4,"messages":[{"role":"user","content":"Hi"}]}"#.utf8)

        var options = Options()
        options.dialect = .openAI
        let report = WireFormat.openAI.validate(request: payload, options: options)

        #expect(report.diagnostics.map(\.code) == [.unknownMember])
    }

    // MARK: Memory

    @Test func memoryThatIsUsedAgain() throws {
        var sent: [UInt8] = []
        func send(_ segment: ArraySlice<UInt8>) { sent += segment }

        var workspace = Workspace()
        var output: [UInt8] = []
        let head = try translator.request(body.span, into: &output, using: &workspace)

        let gathered = try translator.request(gathering: body)
        for segment in gathered.body.segments { send(segment) }

        #expect(head.exchange.model == "gemini-3-pro")
        #expect(sent == output)
    }

    // MARK: Embedding

    private struct Client: Sendable {
        struct Response {
            let status = 200
            let headers: [Header] = []
            let body: Chunks
        }

        func post(_ target: String, _ body: [UInt8], keyAs: Authorization = .googAPIKey) async throws -> Response {
            #expect(target == "/v1beta/models/gemini-3-pro:streamGenerateContent?alt=sse")
            return Response(body: Chunks(chunks: [Array(SnippetTests.event.utf8)]))
        }
    }

    private struct Chunks: AsyncSequence {
        let chunks: [[UInt8]]

        func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...]) }

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<[UInt8]>

            mutating func next() async throws -> [UInt8]? { rest.popFirst() }
        }
    }

    @Test func handler() async throws {
        let client = Client()
        let body = Chunks(chunks: [self.body])
        let route = Route(method: "POST", path: "/v1/chat/completions")
        let logged = Mutex<[Int64?]>([])
        @Sendable func log(_ usage: TokenUsage?) { logged.withLock { $0.append(usage?.total) } }

        let answer = try await translator.forward(body, at: route) { asked in
            let response = try await client.post(asked.route.target, asked.body)
            return Upstream(status: response.status, headers: response.headers, body: response.body)
        } ended: { ending in
            log(ending.usage)
        }

        for await _ in answer.body {}
        #expect(logged.withLock { $0 } == [5])
    }

    @Test func handlerOfAServer() async throws {
        struct Message: Sendable {
            let method = "POST"
            let path = "/v1/chat/completions"
            let body: Chunks
        }
        let client = Client()
        let request = Message(body: Chunks(chunks: [self.body]))
        var sent: [UInt8] = []
        let logged = Mutex<[Bool]>([])
        var responded: [Int] = []
        @Sendable func log(_ usage: TokenUsage?, _ isWhole: Bool) { logged.withLock { $0.append(isWhole) } }
        func respond(_ status: Int, _ headers: [Header]) { responded.append(status) }
        func send(_ bytes: [UInt8]) { sent += bytes }

        let route = Route(method: request.method, path: request.path)
        let answer = try await translator.forward(request.body, at: route) { asked in
            let response = try await client.post(asked.route.target, asked.body, keyAs: asked.authorization)
            return Upstream(status: response.status, headers: response.headers, body: response.body)
        } ended: { ending in
            log(ending.usage, ending.isWhole)
        }
        respond(answer.status, answer.headers)
        for await bytes in answer.body { send(bytes) }

        #expect(responded == [200])
        #expect(logged.withLock { $0 } == [true])
        #expect(String(decoding: sent, as: UTF8.self).hasSuffix("data: [DONE]\n\n"))
    }
}
