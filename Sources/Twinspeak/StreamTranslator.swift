internal import JSONCore
internal import ServerSentEvents

extension Translator {
    /// Translates a stream for the client, event by event, as its bytes come.
    ///
    ///     var stream = translator.stream(for: request.exchange)
    ///     send(stream.push(chunk)); …; send(stream.finish())
    ///
    /// - Parameters:
    ///   - exchange: What the request left behind: names, model, whether the client wants usage, and how it is framed.
    ///   - identity: Name and time of the answer, where the upstream gives none.
    public func stream(for exchange: Exchange = Exchange(), identity: Identity = Identity()) -> StreamTranslator {
        StreamTranslator(self, exchange, identity)
    }
}

/// One stream on its way from the upstream to the client: bytes in, in any pieces, bytes out.
///
/// Does no I/O and keeps no clock. Its memory is bounded by the largest event, the tool calls that are not complete,
/// and the first mebibyte of the answer's text, which citations and code are placed in.
public struct StreamTranslator: ~Copyable {
    /// How far the stream has come.
    public enum State: Sendable, Hashable {
        /// More may come.
        case open
        /// The answer is whole.
        case finished
        /// The upstream reported an error, or sent what cannot be translated. The client has been told.
        case failed
        /// The upstream stopped before the answer was whole. The client has been told.
        case truncated
        /// Something was pushed after the end; it was dropped.
        case misused
    }

    /// How far the stream has come.
    public private(set) var state = State.open
    private let upstream: WireFormat
    /// Both sides say it the same way: bytes go through as they come, and are only looked at.
    private let passes: Bool
    private var frames: StreamFrames
    private var document = JSONDocument()
    private var engine: StreamEngine
    private let limits: Options.Limits
    private var isEnded = false

    init(_ translator: Translator, _ exchange: Exchange, _ identity: Identity) {
        var exchange = exchange
        exchange.framing = translator.options.framing ?? exchange.framing
        exchange.includeUsage = translator.options.includeUsage ?? exchange.includeUsage
        upstream = translator.upstream
        passes = translator.client == translator.upstream
        limits = translator.options.limits
        frames = StreamFrames(limit: limits.event)
        engine = StreamEngine(translator, exchange, identity)
    }

    /// Headers to set.
    public var headers: [Header] { [engine.framing == .events ? .eventStream : .json] }
    /// Headers of the upstream's message that must not be passed on.
    public var dropHeaders: [String] { Header.dropped }

    // MARK: Bytes

    /// Takes the next bytes of the upstream's stream, cut anywhere, and gives what the client can be sent.
    public mutating func push(_ bytes: [UInt8]) -> [UInt8] { push(bytes.span) }

    /// As ``push(_:)``, of borrowed bytes.
    public mutating func push(_ bytes: Span<UInt8>) -> [UInt8] {
        guard !isEnded else {
            state = .misused
            return []
        }
        if state == .open {
            do { try frames.push(bytes) { Self.handle($0, &document, &engine, limits) } } catch { engine.fail(error) }
            state = engine.state
        }
        let output = engine.output.take()
        return passes ? bytes.withUnsafeBufferPointer(Array.init) : output
    }

    /// Ends the stream: the upstream has closed it.
    public mutating func finish() -> [UInt8] {
        guard !isEnded else {
            state = .misused
            return []
        }
        isEnded = true
        guard state == .open else { return [] }
        do {
            try frames.finish { Self.handle($0, &document, &engine, limits, isLast: true) }
        } catch {
            engine.fail(error)
        }
        engine.finish(stray: frames.stray)
        state = engine.state
        return passes ? [] : engine.output.take()
    }

    private static func handle(
        _ frame: StreamFrames.Frame, _ document: inout JSONDocument, _ engine: inout StreamEngine,
        _ limits: Options.Limits, isLast: Bool = false
    ) -> Demand {
        switch frame {
        case .done: engine.finish()
        case .json(let bytes):
            do throws(JSONError) {
                try document.read(bytes, limits: limits.json) { engine.read($0) }
            } catch {
                if isLast, case .unexpectedEnd = error.reason { engine.cut() } else { engine.fail(event: bytes, error) }
            }
        }
        return engine.state == .open ? .more : .enough
    }

    // MARK: What is known so far

    /// What the answer has cost so far, as the upstream said last; nil as long as it has not said anything.
    public var usage: TokenUsage? {
        var document = JSONDocument()
        let upstream = upstream
        return try? document.read(engine.usage.span) { TokenUsage(usage: $0, upstream) }
    }

    /// The model that answers, once the upstream has named it.
    public var model: String? { engine.model }
    /// Something of the answer has been sent: a text, a thought, a call or media.
    public var sawFirstToken: Bool { engine.sawFirstToken }
    /// Why the upstream's stream cannot be translated, where the client's error is our own and not the upstream's.
    public var refusal: TranslationError? { engine.refusal }
    /// What was lost or changed so far. What every event brings again is listed once, at the first of them; a pointer
    /// begins with the number of its event, unless it is about what several events made together.
    public var report: Report { engine.report }
    /// The findings of ``report``.
    public var diagnostics: [Diagnostic] { report.diagnostics }
}
