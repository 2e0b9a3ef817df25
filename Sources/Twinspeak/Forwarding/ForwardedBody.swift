/// The body of an answer that is passed on while it comes.
public struct ForwardedBody<Upstream: AsyncSequence>: AsyncSequence where Upstream.Element: Sequence<UInt8> {
    private let whole: [UInt8]
    private let events: Events?

    init(whole: [UInt8]) {
        self.whole = whole
        events = nil
    }

    init(events: Upstream, _ stream: consuming StreamTranslator, _ ended: @escaping (Ending) -> Void) {
        whole = []
        self.events = Events(events, stream, ended)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(whole: whole, events: events) }

    /// One pass over the body; a second one over the same body goes on where the first one stopped.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var whole: [UInt8]
        fileprivate let events: Events?

        public mutating func next() async -> [UInt8]? { await next(isolation: nil) }

        /// The next bytes for the client; nil at the end.
        public mutating func next(isolation: isolated (any Actor)?) async -> [UInt8]? {
            if let events { return await events.next(isolation: isolation) }
            guard !whole.isEmpty else { return nil }
            defer { whole = [] }
            return whole
        }
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
                var piece: Upstream.Element?
                // An upstream that fails has stopped before its answer was whole, which the translator says.
                do { piece = try await upstream.next(isolation: isolation) } catch { piece = nil }
                var bytes = piece.map { stream.push(Array($0)) } ?? []
                self.upstream = upstream
                if piece == nil || stream.state != .open {
                    bytes += stream.finish()
                    self.upstream = nil
                    end()
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
