internal import JSONCore

/// The parts of one model content, or of several that follow each other and become one message.
struct PartSequence: Sequence {
    private let contents: JSONElements
    private let count: Int
    private let serverCalls: ServerCalls

    /// - Parameter contents: Begins with the first content.
    init(_ contents: JSONElements, count: Int = 1) {
        self.contents = contents
        self.count = count
        serverCalls = ServerCalls(in: contents.prefix(count))
    }

    /// A call or a result that is the client's business.
    func isClients(_ part: JSONValue) -> Bool {
        (part["functionCall"].exists || part["functionResponse"].exists) && !serverCalls.contains(part)
    }

    func makeIterator() -> Iterator { Iterator(contents: contents, left: count) }

    struct Iterator: IteratorProtocol {
        fileprivate var contents: JSONElements
        fileprivate var left: Int
        private var parts: JSONElements?

        fileprivate init(contents: JSONElements, left: Int) {
            self.contents = contents
            self.left = left
        }

        mutating func next() -> JSONValue? {
            while true {
                if let part = parts?.next() { return part }
                guard left > 0, let content = contents.next() else { return nil }
                left -= 1
                parts = content["parts"].elements
            }
        }
    }
}
