import Synchronization
import Testing

@testable import Twinspeak

/// A server's handler without a server: the client's body goes in, the upstream is a closure, and the answer comes out.
@Suite struct ForwardingTests {
    private static let chat = #"{"model":"gemini-3-pro","messages":[{"role":"user","content":"Hi"}]}"#
    private static let streamed = #"{"model":"gemini-3-pro","stream":true,"messages":[{"role":"user","content":"Hi"}]}"#
    private static let answer =
        #"{"candidates":[{"content":{"parts":[{"text":"Hello"}]},"finishReason":"STOP"}],"#
        + #""usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":2,"totalTokenCount":5},"modelVersion":"g3"}"#
    private static let translator = Translator(client: .openAI, upstream: .gemini)

    @Test func wholeAnswer() async throws {
        let endings = Endings()
        var path = ""
        let forwarded = try await Self.translator.forward(Pieces(Self.chat)) { request in
            path = request.route.path
            return Upstream(status: 200, body: Pieces(Self.answer))
        } ended: {
            endings.add($0)
        }
        let text = await forwarded.text
        #expect(path == "/v1beta/models/gemini-3-pro:generateContent")
        #expect(forwarded.status == 200)
        #expect(text.contains(#""content":"Hello""#))
        #expect(endings.all.map(\.isWhole) == [true])
        #expect(endings.all.first?.usage?.total == 5)
        #expect(endings.all.first?.model == "g3")
    }

    @Test func eventsAreAskedForOneByOne() async throws {
        let endings = Endings()
        let upstream = Pieces(
            (0..<100).map { "data: " + Self.event("word \($0) ") + "\n\n" } + ["data: \(Self.answer)\n\n"])
        let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
            Upstream(status: 200, body: upstream)
        } ended: {
            endings.add($0)
        }
        #expect(forwarded.headers.contains(Header(name: "content-type", value: "text/event-stream")))
        #expect(upstream.taken == 0)
        var iterator = forwarded.body.makeAsyncIterator()
        for place in 0..<10 {
            let bytes = await iterator.next()
            #expect(String(decoding: bytes ?? [], as: UTF8.self).contains("word \(place) "))
            // A slow client holds the upstream back.
            #expect(upstream.taken == place + 1)
        }
        #expect(endings.all.isEmpty)
        var last = ""
        while let bytes = await iterator.next() { last = String(decoding: bytes, as: UTF8.self) }
        #expect(last.hasSuffix("data: [DONE]\n\n"))
        #expect(endings.all.map(\.isWhole) == [true])
        #expect(endings.all.first?.usage?.total == 5)
    }

    @Test func clientThatGoesAway() async throws {
        let endings = Endings()
        let upstream = Pieces((0..<100).map { "data: " + Self.event("word \($0) ") + "\n\n" })
        do {
            let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
                Upstream(status: 200, body: upstream)
            } ended: {
                endings.add($0)
            }
            for await _ in forwarded.body { break }
        }
        #expect(upstream.taken == 1)
        #expect(endings.all.map(\.isWhole) == [false])
        #expect(endings.all.first?.model == "g3")
    }

    /// Servers end the task of a client that has gone away, often while the upstream has nothing to say.
    @Test func taskThatIsCancelled() async throws {
        let (events, upstream) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        let (ends, isEnded) = AsyncStream.makeStream(of: Void.self)
        upstream.onTermination = { _ in isEnded.finish() }
        upstream.yield(Array("data: \(Self.event("Hel"))\n\n".utf8))
        let reading = Task {
            let endings = Endings()
            let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
                Upstream(status: 200, body: events)
            } ended: {
                endings.add($0)
            }
            var pieces = 0
            for await _ in forwarded.body {
                pieces += 1
                if pieces == 1 { withUnsafeCurrentTask { $0?.cancel() } }
            }
            return endings.all.map(\.isWhole)
        }
        #expect(try await reading.value == [false])
        // Would wait for ever if the upstream were still read.
        for await _ in ends {}
    }

    @Test func bodyThatNobodyReads() async throws {
        let endings = Endings()
        do {
            _ = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
                Upstream(status: 200, body: Pieces("data: \(Self.event("Hel"))\n\n"))
            } ended: {
                endings.add($0)
            }
        }
        #expect(endings.all.map(\.isWhole) == [false])
    }

    /// Servers have the body written by a closure that may run anywhere.
    @MainActor @Test func bodyThatIsReadElsewhere() async throws {
        let endings = Endings()
        let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
            Upstream(status: 200, body: Pieces("data: \(Self.answer)\n\n"))
        } ended: {
            endings.add($0)
        }
        let write: @Sendable () async -> String = { await forwarded.text }
        let text = await Task.detached { await write() }.value
        #expect(text.hasSuffix("data: [DONE]\n\n"))
        #expect(endings.all.map(\.isWhole) == [true])
    }

    @Test func secondIteratorGoesOn() async throws {
        let endings = Endings()
        let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
            Upstream(
                status: 200, body: Pieces(["data: \(Self.event("Hel"))\n\n", "data: \(Self.answer)\n\n"]))
        } ended: {
            endings.add($0)
        }
        for await _ in forwarded.body { break }
        #expect(endings.all.isEmpty)
        let rest = await forwarded.text
        #expect(!rest.contains("Hel\"") && rest.hasSuffix("data: [DONE]\n\n"))
        #expect(endings.all.map(\.isWhole) == [true])
        #expect(await forwarded.text.isEmpty)
    }

    @Test func upstreamThatFailsInTheMiddle() async throws {
        let endings = Endings()
        let upstream = Pieces(["data: \(Self.event("Hel"))\n\n"], failsAtEnd: true)
        let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
            Upstream(status: 200, body: upstream)
        } ended: {
            endings.add($0)
        }
        let text = await forwarded.text
        #expect(text.contains("Hel"))
        #expect(text.contains("stream_truncated"))
        #expect(!text.contains("[DONE]"))
        #expect(endings.all.map(\.isWhole) == [false])
    }

    @Test func upstreamThatCannotBeReached() async throws {
        let endings = Endings()
        let forwarded: Forwarded<Pieces> = try await Self.translator.forward(Pieces(Self.chat)) { _ in
            throw Pieces.Failed()
        } ended: {
            endings.add($0)
        }
        let text = await forwarded.text
        #expect(forwarded.status == 502)
        #expect(text.hasPrefix(#"{"error":{"#))
        #expect(endings.all.map(\.isWhole) == [false])
    }

    @Test func errorOfTheUpstream() async throws {
        let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
            Upstream(
                status: 429, headers: [Header(name: "Retry-After", value: "7")],
                body: Pieces(#"[{"error":{"code":429,"message":"slow down","status":"RESOURCE_EXHAUSTED"}}]"#))
        }
        let text = await forwarded.text
        #expect(forwarded.status == 429)
        #expect(forwarded.headers.contains(Header(name: "retry-after", value: "7")))
        #expect(text.contains("slow down"))
    }

    @Test func requestThatIsRefused() async throws {
        let endings = Endings()
        let forwarded: Forwarded<Pieces> = try await Self.translator.forward(Pieces(#"{"messages":7}"#)) { _ in
            Issue.record("the upstream was asked")
            throw Pieces.Failed()
        } ended: {
            endings.add($0)
        }
        let text = await forwarded.text
        #expect(forwarded.status == 400)
        #expect(text.contains(#""param":"/"#))
        #expect(endings.all.map(\.isWhole) == [false])
    }

    @Test func clientThatBreaksOff() async {
        let body = Pieces(["{"], failsAtEnd: true)
        await #expect(throws: Pieces.Failed.self) {
            _ = try await Self.translator.forward(body) { _ in Upstream(status: 200, body: Pieces("")) }
        }
    }

    @Test func bodyBeyondTheLimitIsNotReadOn() async throws {
        var options = Options()
        options.limits.bytes = 1000
        let translator = Translator(client: .openAI, upstream: .gemini, options: options)
        let body = Pieces(Array(repeating: String(repeating: " ", count: 400), count: 100))
        let forwarded = try await translator.forward(body) { _ in Upstream(status: 200, body: Pieces("")) }
        #expect(forwarded.status == 400)
        #expect(body.taken == 3)
    }

    /// One translator serves them all.
    @Test func manyAtOnce() async throws {
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let forwarded = try await Self.translator.forward(Pieces(Self.streamed)) { _ in
                        await Task.yield()
                        return Upstream(
                            status: 200,
                            body: Pieces(["data: \(Self.event("\(number)"))\n", "\ndata: \(Self.answer)\n\n"]))
                    }
                    return await forwarded.text
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for number in 0..<200 {
            let isThere = texts.contains { $0.contains(#""content":"\#(number)""#) }
            #expect(isThere)
        }
        #expect(texts.allSatisfy { $0.hasSuffix("data: [DONE]\n\n") })
    }

    private static func event(_ text: String) -> String {
        #"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}]}}],"modelVersion":"g3"}"#
    }
}

/// A body in pieces that counts how many have been taken.
private final class Pieces: AsyncSequence, @unchecked Sendable {
    struct Failed: Error {}

    private let pieces: [String]
    private let failsAtEnd: Bool
    private(set) var taken = 0

    init(_ pieces: [String], failsAtEnd: Bool = false) {
        self.pieces = pieces
        self.failsAtEnd = failsAtEnd
    }

    convenience init(_ text: String) { self.init([text]) }

    func makeAsyncIterator() -> Iterator { Iterator(pieces: self) }

    struct Iterator: AsyncIteratorProtocol {
        let pieces: Pieces

        mutating func next() async throws -> [UInt8]? {
            guard pieces.taken < pieces.pieces.count else {
                if pieces.failsAtEnd { throw Failed() }
                return nil
            }
            pieces.taken += 1
            return Array(pieces.pieces[pieces.taken - 1].utf8)
        }
    }
}

private final class Endings: Sendable {
    private let endings = Mutex<[Ending]>([])

    var all: [Ending] { endings.withLock { $0 } }

    func add(_ ending: Ending) { endings.withLock { $0.append(ending) } }
}

extension Forwarded {
    fileprivate var text: String {
        get async {
            var bytes: [UInt8] = []
            for await piece in body { bytes += piece }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
