/// The body of an answer that is passed on while it comes. Any task may read it, one at a time.
public struct ForwardedBody<Upstream: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Upstream.Element: Sequence<UInt8> {
    private let whole: [UInt8]
    private let reader: Reader?

    init(whole: [UInt8]) {
        self.whole = whole
        reader = nil
    }

    init(
        events: Upstream, _ translator: Translator, _ exchange: Exchange, _ identity: Identity,
        _ ended: @escaping @Sendable (Ending) -> Void
    ) {
        whole = []
        reader = Reader(events, translator, exchange, identity, ended)
    }

    /// Of a stream; else empty.
    var headers: [Header] { reader?.headers ?? [] }

    public func makeAsyncIterator() -> Iterator { Iterator(whole: whole, reader: reader) }

    /// One pass over the body; a second one over the same body goes on where the first one stopped.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var whole: [UInt8]
        fileprivate let reader: Reader?

        public mutating func next() async -> [UInt8]? { await next(isolation: nil) }

        /// The next bytes for the client; nil at the end.
        public mutating func next(isolation: isolated (any Actor)?) async -> [UInt8]? {
            if let reader { return await reader.next() }
            guard !whole.isEmpty else { return nil }
            defer { whole = [] }
            return whole
        }
    }

    /// Lets any task read the one stream.
    fileprivate actor Reader {
        let headers: [Header]
        private let events: Events

        init(
            _ upstream: Upstream, _ translator: Translator, _ exchange: Exchange, _ identity: Identity,
            _ ended: @escaping @Sendable (Ending) -> Void
        ) {
            let stream = translator.stream(for: exchange, identity: identity)
            headers = stream.headers
            events = Events(upstream, stream, ended)
        }

        func next() async -> [UInt8]? { await events.next(isolation: self) }
    }

    /// The state of the one stream, which ends when nobody refers to it any more.
    fileprivate final class Events {
        private var upstream: Upstream.AsyncIterator?
        private var stream: StreamTranslator
        private let ended: (Ending) -> Void
        private var hasEnded = false

        init(_ upstream: Upstream, _ stream: consuming StreamTranslator, _ ended: @escaping (Ending) -> Void) {
            self.upstream = upstream.makeAsyncIterator()
            self.stream = stream
            self.ended = ended
        }

        deinit { end() }

        func next(isolation: isolated (any Actor)?) async -> [UInt8]? {
            while var upstream {
                // Who asks while another one is waiting gets no more: bodies are read once.
                self.upstream = nil
                var piece: Upstream.Element?
                // An upstream that fails has stopped before its answer was whole, which the translator says.
                do { piece = try await upstream.next(isolation: isolation) } catch { piece = nil }
                var bytes = piece.map { stream.push(Array($0)) } ?? []
                if piece == nil || stream.state != .open {
                    bytes += stream.finish()
                    end()
                } else {
                    self.upstream = upstream
                }
                if !bytes.isEmpty { return bytes }
            }
            return nil
        }

        private func end() {
            guard !hasEnded else { return }
            hasEnded = true
            ended(
                Ending(
                    isWhole: stream.state == .finished, usage: stream.usage, model: stream.model, report: stream.report)
            )
        }
    }
}
