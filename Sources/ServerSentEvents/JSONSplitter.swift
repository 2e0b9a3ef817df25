/// Takes a stream of JSON apart into its values, in whatever pieces it comes.
///
///     [{"candidates":[…]}        a value each: what Gemini streams without `alt=sse` is one array,
///     ,⏎                         written piece by piece
///     {"candidates":[…]}]
///
///     {⏎                         one value: the body of an error, or several such, one behind the other
///       "error": {…}⏎
///     }
///
/// A value is an object anywhere, or an array within the outer array; it is handed out as it was written. All that is
/// looked at is strings and brackets: whether a value is JSON is for its reader to say. Commas are not counted.
///
/// What comes out does not depend on how the stream was cut. A value that lies within one piece is handed out where it
/// lies; others are gathered in one buffer, which keeps at most 1 MiB. The work is linear in the bytes pushed.
public struct JSONSplitter {
    /// Containers within containers that one value may have, as many as its reader takes.
    public static let highestDepth = 512

    private enum Phase {
        case open, ended
        case failed(FramingError)
    }

    private enum Place {
        /// Between values.
        case outside
        /// In a value, but in no string.
        case structure
        case string, escape
    }

    private let limit: Int
    private var phase = Phase.open
    private var mark = ByteOrderMark.expected(seen: 0)
    private var place = Place.outside
    private var isInOuterArray = false
    /// What closes the containers of the value, the innermost last.
    private var closers: [UInt8] = []
    private var buffer: [UInt8] = []

    /// - Parameter limit: Bytes that one value may have.
    public init(limit: Int = 64 << 20) { self.limit = max(limit, 0) }

    /// Nothing has been begun that was not ended: no value, no outer array, no byte-order mark.
    public var isComplete: Bool {
        if case .failed = phase { return false }
        if case .expected(seen: 1...) = mark { return false }
        return buffer.isEmpty && !isInOuterArray
    }

    /// What there is of a value that is not complete. Empty after ``FramingError/tooLarge(limit:)``.
    public var remainder: [UInt8] { buffer }

    /// Reads the next piece of the stream, and calls `handle` for every value that is complete with it.
    ///
    /// After ``Demand/enough`` it does nothing; after an error it throws the same again. There is nothing to do at the
    /// end of the stream but to look at ``isComplete``.
    public mutating func push(_ bytes: Span<UInt8>, _ handle: (Span<UInt8>) -> Demand) throws(FramingError) {
        switch phase {
        case .open: try read(bytes, handle)
        case .ended: break
        case .failed(let error): throw error
        }
    }

    private mutating func read(_ bytes: Span<UInt8>, _ handle: (Span<UInt8>) -> Demand) throws(FramingError) {
        let (markCount, mistaken) = mark.skip(bytes)
        guard mistaken.isEmpty else { throw fail(.notJSON(offset: markCount), behind: mistaken.span) }
        // Where the value that is open begins in these bytes.
        var start = markCount
        var position = markCount
        while case .open = phase, position < bytes.count {
            switch place {
            case .outside:
                start = position
                guard readOutside(bytes[position]) else {
                    throw fail(.notJSON(offset: position), behind: bytes.extracting(start..<position))
                }
            case .structure:
                position = bytes.bracketOrQuote(from: position)
                guard position < bytes.count else { break }
                if let error = readStructure(bytes[position], at: position) {
                    throw fail(error, behind: bytes.extracting(start..<position))
                }
                if closers.isEmpty { try handOut(bytes.extracting(start...position), handle) }
            case .string:
                position = bytes.quoteOrBackslash(from: position)
                guard position < bytes.count else { break }
                place = bytes[position] == UInt8(ascii: "\\") ? .escape : .structure
            case .escape:
                place = .string
            }
            position += 1
        }
        guard case .open = phase, place != .outside else { return }
        let begun = bytes.extracting(start...)
        try checkSize(adding: begun)
        buffer.append(begun)
    }

    /// Reads a byte between values; false if it cannot stand there.
    private mutating func readOutside(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"):
            closers.append(UInt8(ascii: "}"))
            place = .structure
        case UInt8(ascii: "[") where isInOuterArray:
            closers.append(UInt8(ascii: "]"))
            place = .structure
        case UInt8(ascii: "["): isInOuterArray = true
        case UInt8(ascii: "]") where isInOuterArray: isInOuterArray = false
        case UInt8(ascii: ","): break
        default: return byte.isBlank
        }
        return true
    }

    /// Reads a bracket, a brace or a quotation mark of a value.
    private mutating func readStructure(_ byte: UInt8, at position: Int) -> FramingError? {
        switch byte {
        case UInt8(ascii: "\""): place = .string
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard closers.count < Self.highestDepth else { return .tooDeep(limit: Self.highestDepth) }
            closers.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        default:
            guard closers.popLast() == byte else { return .notJSON(offset: position) }
        }
        return nil
    }

    private mutating func handOut(_ end: Span<UInt8>, _ handle: (Span<UInt8>) -> Demand) throws(FramingError) {
        try checkSize(adding: end)
        place = .outside
        let demand: Demand
        if buffer.isEmpty {
            demand = handle(end)
        } else {
            buffer.append(end)
            demand = handle(buffer.span)
        }
        if demand == .enough { phase = .ended }
        buffer.cut(to: 0)
    }

    private mutating func checkSize(adding bytes: Span<UInt8>) throws(FramingError) {
        guard buffer.count + bytes.count <= limit else { throw fail(.tooLarge(limit: limit), behind: bytes) }
    }

    /// Ends in an error; what was begun becomes the remainder, unless it is too large, which then is the error.
    private mutating func fail(_ error: FramingError, behind begun: Span<UInt8>) -> FramingError {
        guard buffer.count + begun.count <= limit else {
            buffer = []
            phase = .failed(.tooLarge(limit: limit))
            return .tooLarge(limit: limit)
        }
        buffer.append(begun)
        if case .notJSON = error { phase = .failed(.notJSON(offset: 0)) } else { phase = .failed(error) }
        return error
    }
}
