internal import JSONCore

/// A translated request whose large strings lie where they came: in the client's body, which it keeps.
///
///     let request = try translator.request(gathering: body)
///     for segment in request.segments { … }                    // as `writev` wants it
public struct GatheredRequest: Sendable {
    /// All but the body.
    public let head: RequestHead
    /// Where each segment lies, in the order of the body.
    public let pieces: [Piece]
    /// The client's body.
    public let input: [UInt8]
    /// All of the body for the upstream that is not in the client's.
    public let written: [UInt8]

    /// Where a segment lies: in the client's body, or in the bytes that were written for it.
    public struct Piece: Sendable, Hashable {
        /// In the client's body; else in ``GatheredRequest/written``.
        public let isInput: Bool
        /// In bytes from its beginning.
        public let offset: Int
        /// In bytes; never 0.
        public let count: Int
    }

    /// The body for the upstream: compact JSON in UTF-8, in pieces that follow each other. None of them is a copy.
    public var segments: [ArraySlice<UInt8>] {
        pieces.map { piece in (piece.isInput ? input : written)[piece.offset..<piece.offset + piece.count] }
    }

    /// How long the body is, in bytes.
    public var count: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension Translator {
    /// As ``request(_:at:)-([UInt8],_)``, without a copy of the body's large strings, of 16 KiB and more: the result keeps `body`,
    /// and refers to it.
    public func request(
        gathering body: [UInt8], at route: Route? = nil, using workspace: inout Workspace
    ) throws(TranslationError) -> GatheredRequest {
        var written: [UInt8] = []
        let (head, pieces) = try request(gathering: body.span, at: route, into: &written, using: &workspace)
        return GatheredRequest(head: head, pieces: pieces, input: body, written: written)
    }

    /// As ``request(gathering:at:using:)``, with memory of its own.
    public func request(gathering body: [UInt8], at route: Route? = nil) throws(TranslationError) -> GatheredRequest {
        var workspace = Workspace(expecting: body.count)
        return try request(gathering: body, at: route, using: &workspace)
    }

    /// As ``request(gathering:at:using:)``, of borrowed bytes: the pieces lie in `body` and in `written`, which the caller
    /// keeps. What stood in `written` is replaced; an error leaves it empty.
    public func request(
        gathering body: Span<UInt8>, at route: Route? = nil, into written: inout [UInt8],
        using workspace: inout Workspace
    ) throws(TranslationError) -> (head: RequestHead, pieces: [GatheredRequest.Piece]) {
        written.removeAll(keepingCapacity: true)
        var isWritten = false
        defer { if !isWritten { written.removeAll(keepingCapacity: true) } }
        var pieces: [GatheredRequest.Piece] = []
        let head = try translate(body, at: route, &workspace) { output, convert in
            pieces = output.object(gathering: body, into: &written, convert).map {
                GatheredRequest.Piece(isInput: $0.isInput, offset: $0.range.lowerBound, count: $0.range.count)
            }
        }
        if client == upstream {
            written.removeAll(keepingCapacity: true)
            pieces = [GatheredRequest.Piece(isInput: true, offset: 0, count: body.count)]
        }
        isWritten = true
        return (head, pieces)
    }
}
