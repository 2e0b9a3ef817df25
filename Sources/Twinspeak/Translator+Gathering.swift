internal import JSONCore

/// A translated request whose large strings are not copied.
public struct GatheredRequest: Sendable {
    /// All but the body.
    public let head: RequestHead
    /// The body for the upstream.
    public let body: GatheredBody
}

/// A translated answer whose large strings are not copied.
public struct GatheredReply: Sendable {
    /// All but the body.
    public let head: ReplyHead
    /// The body for the client.
    public let body: GatheredBody
}

extension Translator {
    // MARK: Requests

    /// As ``request(_:at:)-([UInt8],_)``, without a copy of the body's large strings, of 16 KiB and more: the result keeps `body`,
    /// and refers to it.
    public func request(
        gathering body: [UInt8], at route: Route? = nil, using workspace: inout Workspace
    ) throws(TranslationError) -> GatheredRequest {
        var written: [UInt8] = []
        let (head, pieces) = try request(gathering: body.span, at: route, into: &written, using: &workspace)
        return GatheredRequest(head: head, body: GatheredBody(pieces: pieces, input: body, written: written))
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
    ) throws(TranslationError) -> (head: RequestHead, pieces: [GatheredBody.Piece]) {
        written.removeAll(keepingCapacity: true)
        var isWritten = false
        defer { if !isWritten { written.removeAll(keepingCapacity: true) } }
        var pieces: [GatheredBody.Piece] = []
        let head = try translate(body, at: route, &workspace) { output, object in
            pieces = GatheredBody.Piece.write(object, gathering: body, into: &written, &output)
        }
        if client == upstream {
            written.removeAll(keepingCapacity: true)
            pieces = [GatheredBody.Piece(whole: body)]
        }
        isWritten = true
        return (head, pieces)
    }

    // MARK: Answers

    /// As ``response(_:status:headers:for:identity:)``, without a copy of the body's large strings, of 16 KiB and more:
    /// the result keeps `body`, and refers to it.
    public func response(
        gathering body: [UInt8], status: Int = 200, headers: [Header] = [], for exchange: Exchange = Exchange(),
        identity: Identity = Identity(), using workspace: inout Workspace
    ) -> GatheredReply {
        var written: [UInt8] = []
        let (head, pieces) = response(
            gathering: body.span, status: status, headers: headers, for: exchange, identity: identity, into: &written,
            using: &workspace)
        return GatheredReply(head: head, body: GatheredBody(pieces: pieces, input: body, written: written))
    }

    /// As ``response(gathering:status:headers:for:identity:using:)``, with memory of its own.
    public func response(
        gathering body: [UInt8], status: Int = 200, headers: [Header] = [], for exchange: Exchange = Exchange(),
        identity: Identity = Identity()
    ) -> GatheredReply {
        var workspace = Workspace()
        return response(
            gathering: body, status: status, headers: headers, for: exchange, identity: identity, using: &workspace)
    }

    /// As ``response(gathering:status:headers:for:identity:using:)``, of borrowed bytes: the pieces lie in `body` and in
    /// `written`, which the caller keeps. What stood in `written` is replaced.
    public func response(
        gathering body: Span<UInt8>, status: Int = 200, headers: [Header] = [], for exchange: Exchange = Exchange(),
        identity: Identity = Identity(), into written: inout [UInt8], using workspace: inout Workspace
    ) -> (head: ReplyHead, pieces: [GatheredBody.Piece]) {
        var pieces: [GatheredBody.Piece] = []
        let head = answer(body, status: status, headers: headers, for: exchange, identity, &workspace) {
            output, object in
            pieces = GatheredBody.Piece.write(object, gathering: body, into: &written, &output)
        }
        if head.isPassed {
            written.removeAll(keepingCapacity: true)
            pieces = [GatheredBody.Piece(whole: body)]
        }
        return (head, pieces)
    }
}
