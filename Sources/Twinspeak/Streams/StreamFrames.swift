internal import JSONCore
internal import ServerSentEvents

/// The JSON values of a stream, however they are framed.
///
///     data: {"candidates":[…]}⏎⏎            events; chat completions end with data: [DONE]
///     [{"candidates":[…]}⏎,⏎{…}]            one array, as Gemini streams without `alt=sse`
///     {⏎  "error": {…}⏎}                    bare JSON, also behind events: how Gemini fails in mid-stream
struct StreamFrames {
    /// A value to be read, or the end that a chat stream announces.
    enum Frame: ~Escapable {
        case json(Span<UInt8>)
        case done
    }

    private var detector = FramingDetector()
    private var framing: Framing?
    private var events: EventParser
    private var bare: BareJSON

    init(limit: Int) {
        events = EventParser(limit: limit)
        bare = BareJSON(limit: limit)
    }

    /// The beginning of what is in no frame: a page of HTML, a text, JSON that was cut off.
    var stray: [UInt8] { bare.stray }

    mutating func push(_ bytes: Span<UInt8>, _ handle: (Frame) -> Demand) throws(FramingError) {
        guard framing == nil else { return try read(bytes, handle) }
        guard let found = detector.push(bytes) else { return }
        framing = found.framing
        try read(bytes.extracting(found.offset...), handle)
    }

    private mutating func read(_ bytes: Span<UInt8>, _ handle: (Frame) -> Demand) throws(FramingError) {
        if framing == .json { return try bare.push(bytes, handle) }
        try events.push(bytes) { Self.read($0, &bare, handle) }
    }

    mutating func finish(_ handle: (Frame) -> Demand) throws(FramingError) {
        if framing == .events { try events.finish { Self.read($0, &bare, handle) } }
        bare.finish()
    }

    private static func read(_ event: Event, _ bare: inout BareJSON, _ handle: (Frame) -> Demand) -> Demand {
        switch event {
        case .data(let data, _):
            if data.isEmpty { return .more }
            return data.isDone ? handle(.done) : handle(.json(data))
        case .line(let line):
            var demand = Demand.more
            // What is too large for a value is a text.
            try? bare.push(line) {
                demand = handle($0)
                return .more
            }
            return demand
        }
    }
}

/// JSON without events, or behind them.
private struct BareJSON {
    private var values: JSONSplitter
    private(set) var stray: [UInt8] = []
    private var hasRemainder = false

    /// What is kept of a text, in bytes.
    private static let longestStray = 4000

    init(limit: Int) { values = JSONSplitter(limit: limit) }

    mutating func push(
        _ bytes: Span<UInt8>, _ handle: (StreamFrames.Frame) -> Demand
    ) throws(FramingError) {
        do { try values.push(bytes) { handle(.json($0)) } } catch {
            guard case .notJSON(let offset) = error else { throw error }
            keepRemainder()
            keep(bytes.extracting(offset...))
        }
    }

    mutating func finish() { keepRemainder() }

    /// What had been begun, once.
    private mutating func keepRemainder() {
        if !hasRemainder { keep(values.remainder.span) }
        hasRemainder = true
    }

    private mutating func keep(_ text: Span<UInt8>) {
        let room = max(0, Self.longestStray - stray.count)
        text.extracting(first: min(room, text.count)).withUnsafeBufferPointer { stray.append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// What ends a stream of chat completions.
    fileprivate var isDone: Bool {
        let done: StaticString = "[DONE]"
        return count == done.utf8CodeUnitCount && JSONSlice.lending(self) { $0.hasExactPrefix(done) }
    }
}
