import ServerSentEvents

/// What a splitter made of a stream.
struct Split: Hashable, Sendable {
    var values: [Text] = []
    var error: FramingError?
    var isComplete = true
    var remainder: Text = ""

    /// An offset of an error is given from the start of the stream here.
    ///
    /// - Parameter enough: The number of values after which nothing more is wanted.
    init(of pieces: [Text], limit: Int = 64 << 20, enough: Int = .max) {
        var splitter = JSONSplitter(limit: limit)
        var pushed = 0
        do throws(FramingError) {
            for piece in pieces {
                try splitter.push(piece.bytes.span) { value in
                    values.append(Text(value))
                    return values.count < enough ? .more : .enough
                }
                pushed += piece.bytes.count
            }
        } catch .notJSON(let offset) {
            error = .notJSON(offset: pushed + offset)
        } catch {
            self.error = error
        }
        isComplete = splitter.isComplete
        remainder = Text(splitter.remainder)
    }

    init(_ values: [Text], error: FramingError? = nil, isComplete: Bool = true, remainder: Text = "") {
        self.values = values
        self.error = error
        self.isComplete = isComplete
        self.remainder = remainder
    }
}
