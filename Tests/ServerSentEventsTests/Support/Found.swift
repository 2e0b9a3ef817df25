import ServerSentEvents

/// What a parser found in a stream, in order; an error is the last of it.
enum Found: Hashable, Sendable {
    case data(Text, type: Text = "")
    case line(Text)
    case failure(FramingError)

    /// - Parameter enough: The number of events after which nothing more is wanted.
    static func events(in pieces: [Text], limit: Int = 64 << 20, enough: Int = .max) -> [Found] {
        var parser = EventParser(limit: limit)
        var found: [Found] = []
        func add(_ event: Event) -> Demand {
            switch event {
            case .data(let data, let type): found.append(.data(Text(data), type: Text(type)))
            case .line(let line): found.append(.line(Text(line)))
            }
            return found.count < enough ? .more : .enough
        }
        do throws(FramingError) {
            for piece in pieces { try parser.push(piece.bytes.span, add) }
            try parser.finish(add)
        } catch {
            found.append(.failure(error))
        }
        return found
    }
}
