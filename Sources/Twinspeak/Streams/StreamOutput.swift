internal import JSONCore

/// The stream as it is written.
///
///     events   data: {…}⏎⏎          and data: [DONE]⏎⏎ for chat clients
///     array    [{…}⏎,⏎{…}]          for Gemini clients that did not ask for events
struct StreamOutput {
    let framing: StreamFraming
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(_ framing: StreamFraming) { self.framing = framing }

    /// A value that is complete.
    mutating func append(_ json: borrowing JSONOutput) {
        switch framing {
        case .events: json.append(to: &bytes, between: "data: ", and: "\n\n")
        case .array: json.append(to: &bytes, between: isFirst ? "[" : "\n,\n", and: "")
        }
        isFirst = false
    }

    mutating func appendDone() { bytes += "data: [DONE]\n\n".utf8 }

    /// What ends every stream of the framing.
    mutating func close() {
        guard framing == .array else { return }
        bytes += (isFirst ? "[]" : "]").utf8
    }

    /// Hands out what has been written since the last time.
    mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(min(taken.count, 1 << 16))
        return taken
    }
}

/// How a stream is written to a client.
public enum StreamFraming: String, Sendable, Hashable, CaseIterable {
    /// `text/event-stream`.
    case events = "sse"
    /// One JSON array, written piece by piece.
    case array
}
