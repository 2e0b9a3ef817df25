/// Large runs of the input that an output refers to, instead of copying them.
///
/// In the place of each, the output holds a mark: a zero, which no JSON has, and the number of the reference. What is
/// taken back and written over takes its mark with it, so a reference counts only if its mark is still there.
struct JSONGathering {
    struct Reference {
        /// Where in the output its mark stands.
        let place: Int
        /// Where in the input it begins.
        let offset: Int
        let count: Int
    }

    let input: UnsafeBufferPointer<UInt8>
    private(set) var references: [Reference] = []

    static let markLength = 5

    init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

    /// Refers to a run, and answers the number of the reference; nil if the run is no part of the input.
    mutating func refer(to source: UnsafePointer<UInt8>, _ count: Int, at place: Int) -> UInt32? {
        guard let base = input.baseAddress, source >= base, source + count <= base + input.count else { return nil }
        references.append(Reference(place: place, offset: source - base, count: count))
        return UInt32(truncatingIfNeeded: references.count - 1)
    }
}

extension JSONSlot {
    /// What `body` writes is copied, however long its strings are, so that its size can be measured.
    public func copying<Result>(_ body: (JSONSlot) -> Result) -> Result {
        let shortest = buffer.pointee.shortestReference
        buffer.pointee.shortestReference = .max
        defer { buffer.pointee.shortestReference = shortest }
        return body(self)
    }
}

extension JSONOutput {
    /// A piece of an output: a run of the input, or of the bytes that were written.
    public struct Piece: Sendable, Hashable {
        public let isInput: Bool
        public let range: Range<Int>
    }

    /// Runs of the input that are this long are referred to.
    static let shortestReference = 16 << 10

    /// As ``object(into:expected:_:)``, but large runs of `input` are not copied.
    ///
    /// - Returns: The pieces in their order. Those that are not of the input are ranges of `bytes`.
    public mutating func object(
        gathering input: Span<UInt8>, into bytes: inout [UInt8], _ body: (JSONObjectWriter) -> Void
    ) -> [Piece] {
        input.withUnsafeBufferPointer { input in
            let gathering = UnsafeMutablePointer<JSONGathering>.allocate(capacity: 1)
            gathering.initialize(to: JSONGathering(input))
            buffer.pointee.gathering = gathering
            buffer.pointee.shortestReference = Self.shortestReference
            object(body)
            buffer.pointee.gathering = nil
            buffer.pointee.shortestReference = .max
            let pieces = take(gathering.move().references, into: &bytes)
            gathering.deallocate()
            settle()
            return pieces
        }
    }

    /// Writes everything but the marks to `bytes`.
    private func take(_ references: [JSONGathering.Reference], into bytes: inout [UInt8]) -> [Piece] {
        let written = UnsafeBufferPointer(start: buffer.pointee.bytes, count: count)
        var pieces: [Piece] = []
        var position = 0
        func copy(to end: Int) {
            guard end > position else { return }
            pieces.append(Piece(isInput: false, range: bytes.count..<bytes.count + end - position))
            bytes.append(contentsOf: written[position..<end])
        }
        for (number, reference) in references.enumerated() where isMarked(reference, number, written) {
            copy(to: reference.place)
            pieces.append(Piece(isInput: true, range: reference.offset..<reference.offset + reference.count))
            position = reference.place + JSONGathering.markLength
        }
        copy(to: count)
        return pieces
    }

    private func isMarked(
        _ reference: JSONGathering.Reference, _ number: Int, _ written: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard reference.place + JSONGathering.markLength <= written.count, written[reference.place] == 0 else {
            return false
        }
        let mark = written[reference.place + 1..<reference.place + JSONGathering.markLength]
        return mark.reversed().reduce(0) { $0 << 8 | Int($1) } == number
    }
}

extension JSONOutput.Buffer {
    /// Writes the mark of a run; copies what is no part of the input.
    @inline(never)
    public mutating func refer(to source: UnsafePointer<UInt8>, _ length: Int) {
        guard let number = gathering?.pointee.refer(to: source, length, at: count) else {
            reserve(length &+ 2)
            return append(source, length)
        }
        reserve(JSONGathering.markLength &+ 2)
        append(0)
        for place in 0..<4 { append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(place)))) }
    }
}
