internal import JSONCore

/// A translated body whose large strings lie where they came: in the body that it was made of, which it keeps.
///
///     let request = try translator.request(gathering: body)
///     for segment in request.body.segments { … }               // as `writev` wants it
public struct GatheredBody: Sendable {
    /// Where each segment lies, in their order.
    public let pieces: [Piece]
    /// The body that was translated.
    public let input: [UInt8]
    /// All that does not lie in `input`.
    public let written: [UInt8]

    /// Where a segment lies: in the body that was translated, or in the bytes that were written for it.
    public struct Piece: Sendable, Hashable {
        /// In the body that was translated; else in ``GatheredBody/written``.
        public let isInput: Bool
        /// In bytes from its beginning.
        public let offset: Int
        /// In bytes; never 0.
        public let count: Int
    }

    /// Compact JSON in UTF-8, in pieces that follow each other. None of them is a copy.
    public var segments: [ArraySlice<UInt8>] {
        pieces.map { piece in (piece.isInput ? input : written)[piece.offset..<piece.offset + piece.count] }
    }

    /// How long it is, in bytes.
    public var count: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension GatheredBody.Piece {
    /// All of a body that passes as it came.
    init(whole body: Span<UInt8>) { self.init(isInput: true, offset: 0, count: body.count) }

    private init(_ piece: JSONOutput.Piece) {
        self.init(isInput: piece.isInput, offset: piece.range.lowerBound, count: piece.range.count)
    }

    /// Puts an object in the place of what stands in `written`, but for what lies in `input`.
    static func write(
        _ object: (JSONObjectWriter) -> Void, gathering input: Span<UInt8>, into written: inout [UInt8],
        _ output: inout JSONOutput
    ) -> [Self] {
        written.removeAll(keepingCapacity: true)
        return output.object(gathering: input, into: &written, object).map(Self.init)
    }
}
