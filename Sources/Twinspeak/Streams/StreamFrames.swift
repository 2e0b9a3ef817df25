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
    /// JSON without events, or behind them.
    private var values: JSONSplitter
    /// The beginning of what is in no frame: a page of HTML, a text.
    private(set) var stray: [UInt8] = []

    /// What is kept of text in no frame, in bytes.
    private static let longestStray = 4000

    init(limit: Int) {
        events = EventParser(limit: limit)
        values = JSONSplitter(limit: limit)
    }

    /// Nothing has been begun that was not ended.
    var isComplete: Bool { values.isComplete }

    mutating func push(_ bytes: Span<UInt8>, _ handle: (Frame) -> Demand) throws(FramingError) {
        guard framing == nil else { return try read(bytes, handle) }
        guard let found = detector.push(bytes) else { return }
        framing = found.framing
        try read(bytes.extracting(found.offset...), handle)
    }

    mutating func finish(_ handle: (Frame) -> Demand) throws(FramingError) {
        guard framing == .events else { return keep(values.remainder.span) }
        try events.finish { read($0, handle) }
        keep(values.remainder.span)
    }

    private mutating func read(_ bytes: Span<UInt8>, _ handle: (Frame) -> Demand) throws(FramingError) {
        switch framing {
        case .json?:
            do { try values.push(bytes) { handle(.json($0)) } } catch {
                guard case .notJSON = error else { throw error }
                keep(bytes)
            }
        default: try events.push(bytes) { read($0, handle) }
        }
    }

    private mutating func read(_ event: Event, _ handle: (Frame) -> Demand) -> Demand {
        switch event {
        case .data(let data, _):
            if data.isEmpty { return .more }
            return data.isDone ? handle(.done) : handle(.json(data))
        case .line(let line):
            var demand = Demand.more
            do {
                try values.push(line) {
                    demand = handle(.json($0))
                    return .more
                }
            } catch {
                keep(line)
            }
            return demand
        }
    }

    private mutating func keep(_ text: Span<UInt8>) {
        let room = max(0, Self.longestStray - stray.count)
        text.extracting(first: min(room, text.count)).withUnsafeBufferPointer { stray.append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// What ends a stream of chat completions.
    fileprivate var isDone: Bool {
        count == 6 && self[0] == UInt8(ascii: "[") && self[1] == UInt8(ascii: "D") && self[2] == UInt8(ascii: "O")
            && self[3] == UInt8(ascii: "N") && self[4] == UInt8(ascii: "E") && self[5] == UInt8(ascii: "]")
    }
}
