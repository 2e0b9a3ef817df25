internal import CTwinspeak
internal import Twinspeak

/// What came of a call, and memory for the next one.
final class CallResult {
    var workspace = Workspace()
    let body = KeptBytes()
    /// What a body in segments has beside the caller's bytes.
    private let written = KeptBytes()
    private var gathered: Kept<twinspeak_segment>?
    private var origin = Origin.findings(Report())
    // Made when they are asked for, and kept until the next call.
    private var madeHeaders: KeptBytes?
    private var madeTarget: KeptBytes?
    private var madeEnvelope: KeptBytes?

    /// What else is known beside the body.
    private enum Origin {
        case request(RequestHead)
        case reply(ReplyHead)
        case stream(OpenStream)
        case findings(Report)
    }

    /// Empties the result, and lets `call` fill it again, unless its arguments cannot be used.
    static func fill(_ handle: OpaquePointer?, _ call: (CallResult) -> Int32?) -> Int32 {
        guard let result = Handle.object(handle, as: CallResult.self) else { return Status.usage }
        result.set(.findings(Report()), body: [])
        return call(result) ?? Status.usage
    }

    func set(_ request: Translator.Request) -> Int32 {
        set(.request(request.head), body: request.body)
        return Status.done
    }

    func set(_ head: RequestHead, _ pieces: [GatheredBody.Piece], of input: LentBytes, _ written: [UInt8]) -> Int32 {
        set(.request(head), pieces, of: input, written)
        return Status.done
    }

    func set(_ head: ReplyHead, _ pieces: [GatheredBody.Piece], of input: LentBytes, _ written: [UInt8]) -> Int32 {
        set(.reply(head), pieces, of: input, written)
        return Status.of(head.refusal)
    }

    /// - Parameter input: stays where it is for as long as C looks at the segments.
    private func set(_ origin: Origin, _ pieces: [GatheredBody.Piece], of input: LentBytes, _ written: [UInt8]) {
        set(origin, body: [])
        self.written.replace(with: written)
        gathered = Kept(
            pieces.map { piece in
                let source = piece.isInput ? input.baseAddress : self.written.start
                return twinspeak_segment(
                    bytes: source.map { $0 + piece.offset }, count: piece.count, is_input: piece.isInput ? 1 : 0)
            })
    }

    func set(_ reply: Translator.Reply) -> Int32 {
        set(.reply(reply.head), body: reply.body)
        return Status.of(reply.refusal)
    }

    func set(_ stream: OpenStream, output: [UInt8]) -> Int32 {
        set(.stream(stream), body: output)
        switch stream.translator.state {
        case .misused: return Status.usage
        case .truncated: return Status.cutOff
        case .open, .finished, .failed: return Status.of(stream.translator.refusal)
        }
    }

    func set(_ report: Report = Report(), output: [UInt8]) -> Int32 {
        set(.findings(report), body: output)
        return Status.done
    }

    func set(_ error: TranslationError) -> Int32 {
        set(.findings(error.report), body: [])
        return Status.of(error)
    }

    /// What is wrong with a body, which is no output.
    func set(found report: Report, isStrict: Bool) -> Int32 {
        set(.findings(report), body: [])
        let isUnread = report.diagnostics.contains { $0.code == .notJSON || $0.code == .limitExceeded }
        if isUnread { return Status.notJSON }
        let worst = report.severity ?? .note
        return worst == .error || (isStrict && worst == .warning) ? Status.faulty : Status.done
    }

    private func set(_ origin: Origin, body: [UInt8]) {
        self.origin = origin
        self.body.replace(with: body)
        written.replace(with: [])
        gathered = nil
        madeHeaders = nil
        madeTarget = nil
        madeEnvelope = nil
    }

    // MARK: Looking

    /// Shows C what `bytes` finds in a result; no bytes of none.
    static func lend<Element>(
        _ handle: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?, _ kept: (CallResult) -> Kept<Element>
    ) -> UnsafePointer<Element>? {
        count?.pointee = 0
        return Handle.object(handle, as: CallResult.self).flatMap { kept($0).lend(count) }
    }

    /// Of a body that is whole, itself.
    var segments: Kept<twinspeak_segment> {
        let kept =
            gathered
            ?? Kept(body.count == 0 ? [] : [twinspeak_segment(bytes: body.start, count: body.count, is_input: 0)])
        gathered = kept
        return kept
    }

    var headers: KeptBytes { Self.made(&madeHeaders) { Array(headerLines.utf8) } }
    var target: KeptBytes { Self.made(&madeTarget) { Array((request?.route.target ?? "").utf8) } }
    var envelope: KeptBytes { Self.made(&madeEnvelope) { facts } }

    private static func made(_ kept: inout KeptBytes?, _ bytes: () -> [UInt8]) -> KeptBytes {
        let made = kept ?? Kept(bytes())
        kept = made
        return made
    }

    var httpStatus: Int32 {
        guard case .reply(let reply) = origin else { return 0 }
        return Int32(clamping: reply.status)
    }

    var exchange: Exchange? { request?.exchange }

    private var request: RequestHead? {
        guard case .request(let request) = origin else { return nil }
        return request
    }

    private var headerLines: String {
        let headers: [Header] =
            switch origin {
            case .request(let request): request.headers
            case .reply(let reply): reply.headers
            case .stream(let stream): stream.translator.headers
            case .findings: []
            }
        return headers.map { "\($0.name): \($0.value)\r\n" }.joined()
    }

    private var facts: [UInt8] {
        switch origin {
        case .request(let request): request.facts
        case .reply(let reply): reply.facts
        case .stream(let stream): stream.translator.facts
        case .findings(let report): report.facts
        }
    }
}
