/// Takes a `text/event-stream` apart, as section 9.2.6 of the HTML standard says, in whatever pieces it comes.
///
///     data: {"candidates":[…]}⏎        one event
///     ⏎
///     : comment⏎                       nothing
///     event: error⏎
///     data: {"error":⏎                 one event of type `error`, its two data lines joined by LF
///     data:  {…}}⏎
///     ⏎
///     {⏎                               a line each: no field, but servers that fail in mid-stream send bare JSON
///       "error": {…}⏎
///     }⏎
///
/// Two deviations from the standard, which drops both: a line that is no field is handed out (``Event/line(_:)``), and
/// an event that the end of the stream cuts off from its blank line counts, for Gemini's streams may end so.
///
/// What comes out does not depend on how the stream was cut. Data of one line that lies within one piece is handed out
/// where it lies; all else is gathered in one buffer, which keeps at most 1 MiB. The work is linear in the bytes pushed.
public struct EventParser {
    private enum Phase {
        case open, ended
        case failed(FramingError)
    }

    /// Where in a line the last piece ended. What it held of the line stands in the buffer, behind the data.
    private enum Place {
        case lineStart
        /// Too few bytes to tell the field.
        case name
        /// The buffer holds the value alone, and nothing of an unused one.
        case value(LineField)
    }

    private let limit: Int
    private var phase = Phase.open
    private var mark = ByteOrderMark.expected(seen: 0)
    private var isAfterCarriageReturn = false
    private var place = Place.lineStart
    /// The data of the event so far, and behind it, what has come of an open line.
    private var buffer: [UInt8] = []
    /// Bytes of the data without an open line.
    private var dataCount = 0
    private var hasData = false
    private var type: [UInt8] = []

    /// - Parameter limit: Bytes that the data of one event may have, its type, and a line that is no field, each.
    public init(limit: Int = 64 << 20) { self.limit = max(limit, 0) }

    /// Reads the next piece of the stream, and calls `handle` for everything that is complete with it.
    ///
    /// After ``finish(_:)`` or ``Demand/enough`` it does nothing; after an error it throws the same again.
    public mutating func push(_ bytes: Span<UInt8>, _ handle: (Event) -> Demand) throws(FramingError) {
        guard try isOpen() else { return }
        do { try read(bytes, handle) } catch { throw fail(error) }
    }

    /// Ends the stream: a last line without its line end counts, and so does an event without its blank line.
    public mutating func finish(_ handle: (Event) -> Demand) throws(FramingError) {
        guard try isOpen() else { return }
        do { try readEnd(handle) } catch { throw fail(error) }
        phase = .ended
    }

    private func isOpen() throws(FramingError) -> Bool {
        switch phase {
        case .open: true
        case .ended: false
        case .failed(let error): throw error
        }
    }

    private mutating func fail(_ error: FramingError) -> FramingError {
        phase = .failed(error)
        buffer = []
        type = []
        return error
    }

    // MARK: Lines

    private mutating func read(_ bytes: Span<UInt8>, _ handle: (Event) -> Demand) throws(FramingError) {
        let (markCount, mistaken) = mark.skip(bytes)
        try gather(mistaken.span)
        var position = markCount
        // The data of the event, as long as it is one line of these bytes.
        var data: Range<Int>?
        while case .open = phase, position < bytes.count {
            let isLineFeedOfPair = isAfterCarriageReturn && bytes[position] == UInt8(ascii: "\n")
            isAfterCarriageReturn = false
            let start = isLineFeedOfPair ? position + 1 : position
            let end = bytes.lineEnd(from: start)
            position = end + 1
            guard end < bytes.count else {
                keep(&data, of: bytes)
                try gather(bytes.extracting(start..<end))
                break
            }
            isAfterCarriageReturn = bytes[end] == UInt8(ascii: "\r")
            if case .lineStart = place {
                if start == end {
                    if let value = data {
                        endEvent(handle(.data(bytes.extracting(value), type: type.span)))
                        data = nil
                    } else {
                        dispatch(handle)
                    }
                    continue
                }
                switch LineField.read(bytes.extracting(start..<end), isWhole: true) {
                case (.unused, _)?:
                    continue
                case (.data, let valueStart)? where data == nil && !hasData:
                    data = start + valueStart..<end
                    try checkSize(end - start - valueStart)
                    continue
                default: break
                }
            }
            keep(&data, of: bytes)
            try gather(bytes.extracting(start..<end))
            try closeLine(endedBy: bytes[end], handle)
        }
        keep(&data, of: bytes)
    }

    private mutating func readEnd(_ handle: (Event) -> Demand) throws(FramingError) {
        try gather(mark.end().span)
        try closeLine(endedBy: nil, handle)
        if case .open = phase { dispatch(handle) }
    }

    /// Adds to the open line, or opens one.
    private mutating func gather(_ piece: Span<UInt8>) throws(FramingError) {
        guard !piece.isEmpty else { return }
        if case .lineStart = place { place = .name }
        var count = 0
        while case .name = place, count < piece.count {
            buffer.append(piece[count])
            count += 1
            decide(isWhole: false)
        }
        guard case .value(let field) = place, field != .unused else { return }
        try checkSize(of: field, adding: piece.count - count)
        buffer.append(piece.extracting(count...))
    }

    /// Reads the field of the open line and leaves its value in the buffer, if there is enough of it.
    private mutating func decide(isWhole: Bool) {
        guard let (field, valueStart) = LineField.read(buffer.span.extracting(dataCount...), isWhole: isWhole) else {
            return
        }
        place = .value(field)
        var nameStart = dataCount
        if field == .data, hasData {
            buffer[dataCount] = UInt8(ascii: "\n")
            nameStart += 1
        }
        buffer.removeSubrange(nameStart..<dataCount + valueStart)
    }

    private mutating func closeLine(endedBy lineEnd: UInt8?, _ handle: (Event) -> Demand) throws(FramingError) {
        if case .name = place { decide(isWhole: true) }
        guard case .value(let field) = place else { return }
        place = .lineStart
        try checkSize(of: field, adding: 0)
        switch field {
        case .data:
            hasData = true
            dataCount = buffer.count
        case .event:
            type.cut(to: 0)
            type.append(contentsOf: buffer[dataCount...])
        case .other:
            if let lineEnd { buffer.append(lineEnd) }
            if handle(.line(buffer.span.extracting(dataCount...))) == .enough { phase = .ended }
        case .unused: break
        }
        buffer.cut(to: dataCount)
    }

    // MARK: Events

    /// Takes the data over from a piece that ends, or that an event of several lines began in.
    private mutating func keep(_ data: inout Range<Int>?, of bytes: Span<UInt8>) {
        guard let value = data else { return }
        buffer.append(bytes.extracting(value))
        dataCount = buffer.count
        hasData = true
        data = nil
    }

    private mutating func dispatch(_ handle: (Event) -> Demand) {
        endEvent(hasData ? handle(.data(buffer.span, type: type.span)) : .more)
    }

    private mutating func endEvent(_ demand: Demand) {
        if demand == .enough { phase = .ended }
        buffer.cut(to: 0)
        type.cut(to: 0)
        dataCount = 0
        hasData = false
    }

    // MARK: Limit

    private func checkSize(of field: LineField, adding count: Int) throws(FramingError) {
        switch field {
        case .data: try checkSize(buffer.count + count)
        case .event, .other: try checkSize(buffer.count - dataCount + count)
        case .unused: break
        }
    }

    private func checkSize(_ size: Int) throws(FramingError) {
        guard size <= limit else { throw .tooLarge(limit: limit) }
    }
}
