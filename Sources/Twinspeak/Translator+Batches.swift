internal import JSONCore

/// Batch files: an object in each line, a request or a result, which the vendors name and wrap differently.
///
///     OpenAI   {"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{…}}
///     Gemini   {"key":"1","request":{…}}
extension Translator {
    /// Translates one line of a client's batch of requests for the upstream.
    ///
    /// A Gemini batch is made for one model that its lines do not name, so ``Options/model`` must name it, unless the
    /// requests themselves do. Batches do not stream.
    ///
    /// - Parameters:
    ///   - line: JSON in UTF-8, without the end of the line.
    ///   - workspace: Memory that is kept from one line to the next.
    /// - Returns: The line for the upstream; of a line without a legal translation, a result for the client that says
    ///   why.
    public func batchRequest(_ line: Span<UInt8>, using workspace: inout Workspace) -> BatchTranslation {
        var key: BatchLine.Key?
        do throws(TranslationError) {
            let (request, ownFindings) = try read(line, &workspace) { BatchLine(request: $0, self) }
            key = request.key
            guard let body = request.body else { throw TranslationError(.untranslatable, report: ownFindings) }
            let translation: Request
            do throws(TranslationError) {
                translation = try withoutStreams.request(body.bytes(of: line).span, using: &workspace)
            } catch {
                throw TranslationError(error.code, report: body.report(ownFindings, error.report))
            }
            let report = body.report(ownFindings, translation.report)
            guard options.accepts(report) else { throw TranslationError(.untranslatable, report: report) }
            return BatchTranslation(
                line: passes(line) ?? BatchLine.request(translation.body, key, to: upstream), key: key?.name,
                exchange: translation.exchange, report: report, refusal: nil)
        } catch {
            return refused(error, refusal(error), key, line)
        }
    }

    /// Translates one line of an upstream's results for the client: an answer, or an error.
    ///
    /// - Parameters:
    ///   - line: JSON in UTF-8, without the end of the line.
    ///   - identity: Name and time of the answer, where the upstream gives none.
    ///   - workspace: Memory that is kept from one line to the next.
    ///   - exchange: What the request of this name left behind (``BatchTranslation/exchange``).
    /// - Returns: The line for the client; of a line that cannot be used, one with an error of HTTP status 502.
    public func batchResult(
        _ line: Span<UInt8>, identity: Identity = Identity(), using workspace: inout Workspace,
        exchange: (_ key: String) -> Exchange = { _ in Exchange() }
    ) -> BatchTranslation {
        var key: BatchLine.Key?
        do throws(TranslationError) {
            let (result, ownFindings) = try read(line, &workspace) { BatchLine(result: $0, upstream) }
            key = result.key
            guard let body = result.body else { throw TranslationError(.untranslatable, report: ownFindings) }
            let exchange = exchange(key?.name ?? "")
            let reply = response(
                body.bytes(of: line).span, status: result.status, for: exchange, identity: identity, using: &workspace)
            let report = body.report(ownFindings, reply.report)
            guard reply.refusal == nil, options.accepts(report) else {
                throw TranslationError(.untranslatable, report: report)
            }
            return BatchTranslation(
                line: passes(line) ?? BatchLine.result(reply, key, id: id(line), to: client), key: key?.name,
                exchange: exchange, report: report, refusal: nil)
        } catch {
            return refused(error, refusal(error, http: ErrorStatus.badGateway), key, line)
        }
    }

    private func read(
        _ line: Span<UInt8>, _ workspace: inout Workspace, _ read: (JSONValue) -> BatchLine
    ) throws(TranslationError) -> (BatchLine, Report) {
        do throws(JSONError) {
            return try workspace.document.read(line, limits: options.limits.json) { root in
                (read(root), Report(root, losses: BatchLine.losses, options: options))
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
    }

    private func refused(
        _ error: TranslationError, _ reply: Reply, _ key: BatchLine.Key?, _ line: Span<UInt8>
    ) -> BatchTranslation {
        BatchTranslation(
            line: BatchLine.result(reply, key, id: id(line), to: client), key: key?.name, exchange: Exchange(),
            report: error.report, refusal: error)
    }

    /// The line as it came, where both sides say it the same way.
    private func passes(_ line: Span<UInt8>) -> [UInt8]? {
        client == upstream ? line.bytes.withUnsafeBytes { Array($0) } : nil
    }

    /// A name for a result, the same on every run.
    private func id(_ line: Span<UInt8>) -> String { Digest(words: line).digits(16) }

    private var withoutStreams: Translator {
        var options = options
        options.stream = false
        return Translator(client: client, upstream: upstream, options: options)
    }
}

/// A translated line of a batch file.
public struct BatchTranslation: Sendable {
    /// Compact JSON in UTF-8, without the end of the line.
    public let line: [UInt8]
    /// What the request is called, `custom_id` or `key`; nil if the line does not say.
    public let key: String?
    /// Of a request: for the translation of its result.
    public let exchange: Exchange
    /// Everything that was lost or changed, with places in the line.
    public let report: Report
    /// Why there is no translation, where `line` is our own error.
    public let refusal: TranslationError?

    /// The findings of ``report``.
    public var diagnostics: [Diagnostic] { report.diagnostics }
}
