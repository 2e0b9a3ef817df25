extension Translator {
    /// Takes a client's request, asks the upstream, and gives the client's answer: whole, or event by event while the
    /// upstream still answers.
    ///
    ///     let answer = try await translator.forward(request.body, at: route) { request in
    ///         let response = try await client.send(request.body, to: host + request.route.target)
    ///         return Upstream(status: response.status, headers: response.headers, body: response.body)
    ///     } ended: { log($0.usage) }
    ///     respond(answer.status, answer.headers)
    ///     for await bytes in answer.body { try await send(bytes) }
    ///
    /// Nothing is read ahead: the next piece of the upstream's body is asked for when the client wants more, and nobody
    /// asks any more once the iterator of `body` is gone. Does no I/O of its own and starts no task.
    ///
    /// - Parameters:
    ///   - body: The client's body in pieces. More bytes than the limit are not read, and refused.
    ///   - route: What the client called. A Gemini client names model and streaming only there.
    ///   - identity: Name and time of the answer, where the upstream gives none.
    ///   - isolation: Where the request is translated, and an answer in one piece: by default where the caller is.
    ///   - ask: Sends the translated request. What it throws becomes an error of HTTP status 502.
    ///   - ended: Called once for each request that could be read: at the end of its answer, or when nobody reads on;
    ///     then by whatever task was the last to hold the body.
    /// - Throws: What reading the client's body throws; then there is nobody to answer.
    public func forward<Body: AsyncSequence, Answer: AsyncSequence & Sendable>(
        _ body: Body, at route: Route? = nil, identity: Identity = Identity(),
        isolation: isolated (any Actor)? = #isolation, asking ask: (Request) async throws -> Upstream<Answer>,
        ended: @escaping @Sendable (Ending) -> Void = { _ in }
    ) async throws(Body.Failure) -> Forwarded<Answer>
    where Body.Element: Sequence<UInt8>, Answer.Element: Sequence<UInt8> {
        let request: Request
        do {
            let bytes = try await gathered(body, isolation: isolation)
            do throws(TranslationError) {
                request = try self.request(bytes, at: route)
            } catch {
                return answered(refusal(error), ended)
            }
        }
        let upstream: Upstream<Answer>
        do {
            upstream = try await ask(request)
        } catch {
            return answered(response([], status: 502, for: request.exchange), ended)
        }
        if request.exchange.stream, 200...299 ~= upstream.status {
            let body = ForwardedBody(events: upstream.body, self, request.exchange, identity, ended)
            return Forwarded(status: upstream.status, headers: body.headers, body: body)
        }
        // A body that breaks off is not whole, which its translation shows.
        var whole: [UInt8] = []
        do { whole = try await gathered(upstream.body, isolation: isolation) } catch {}
        return answered(
            response(
                whole, status: upstream.status, headers: upstream.headers, for: request.exchange, identity: identity),
            ended)
    }

    private func answered<Answer>(_ reply: Reply, _ ended: (Ending) -> Void) -> Forwarded<Answer> {
        ended(
            Ending(
                isWhole: reply.kind != .error, usage: reply.usage, model: reply.model, report: reply.report))
        return Forwarded(status: reply.status, headers: reply.headers, body: ForwardedBody(whole: reply.body))
    }

    /// No more than it takes to see that it is too much.
    private func gathered<Pieces: AsyncSequence>(
        _ pieces: Pieces, isolation: isolated (any Actor)?
    ) async throws(Pieces.Failure) -> [UInt8] where Pieces.Element: Sequence<UInt8> {
        var bytes: [UInt8] = []
        var iterator = pieces.makeAsyncIterator()
        while bytes.count <= options.limits.bytes, let piece = try await iterator.next(isolation: isolation) {
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}

/// What an upstream answered, its body in pieces as they come.
public struct Upstream<Body: AsyncSequence & Sendable>: Sendable where Body.Element: Sequence<UInt8> {
    /// The HTTP status.
    public let status: Int
    /// The headers, of which only `retry-after` and `retry-after-ms` are looked at.
    public let headers: [Header]
    /// The body.
    public let body: Body

    /// An answer whose body is still to be read.
    public init(status: Int, headers: [Header] = [], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What the client gets.
public struct Forwarded<Upstream: AsyncSequence & Sendable>: Sendable where Upstream.Element: Sequence<UInt8> {
    /// The HTTP status.
    public let status: Int
    /// Headers to set; those of the upstream are not passed on.
    public let headers: [Header]
    /// The body in pieces, none of them empty. To be read once.
    public let body: ForwardedBody<Upstream>
}

/// How an answer ended.
public struct Ending: Sendable {
    /// The whole answer has been given, and it is no error.
    public let isWhole: Bool
    /// What it cost, as far as the upstream has said.
    public let usage: TokenUsage?
    /// The model that answered, if the upstream named it.
    public let model: String?
    /// What was lost or changed.
    public let report: Report
}
