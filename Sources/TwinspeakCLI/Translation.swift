internal import Twinspeak

/// What all bodies of a run are translated with.
struct Translation: Sendable {
    let invocation: Invocation
    let options: Options
    /// What bodies are validated against, if it is not one of the two sides.
    let contract: Contract?
    private let answered: AnsweredRequests

    init(_ invocation: Invocation) throws(Failure) {
        self.invocation = invocation
        options = try invocation.options()
        contract = try invocation.contract(options)
        answered = try AnsweredRequests(invocation, options)
    }

    // MARK: Commands

    /// The body for the upstream.
    func request(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        do throws(TranslationError) {
            let content = try requestContent(body, &workspace)
            if invocation.isExplained {
                return explained(Explanation.of(request: body, content.format, options: options))
            }
            let translator = translator(client: content.format)
            if content.isBatch { return outcome(translator.batchRequest(body.span, using: &workspace), source) }
            do throws(TranslationError) {
                if isGathered {
                    let request = try translator.request(gathering: body, using: &workspace)
                    return Outcome(
                        segments: request.body.segments, findings: findings(request.head.diagnostics, source))
                }
                let request = try translator.request(body.span, using: &workspace)
                return Outcome(
                    invocation.isEnvelope ? request.envelope : request.body,
                    findings: findings(request.diagnostics, source))
            } catch {
                return refused(error, source, translator.refusal(error))
            }
        } catch {
            return undecided(error, source)
        }
    }

    /// The body for the client.
    func response(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        let content: BodyContent
        do throws(TranslationError) {
            content = try responseContent(body, &workspace)
        } catch {
            return undecided(error, source)
        }
        if invocation.isExplained { return explained(Explanation.of(response: body, content.format, options: options)) }
        let translator = translator(client: content.format.other)
        do throws(Failure) {
            if content.isBatch {
                let exchanges = try answered.exchanges(translator)
                let line = translator.batchResult(
                    body.span, identity: invocation.identity, using: &workspace, exchange: exchanges)
                return outcome(line, source)
            }
            let exchange = try answered.exchanges(translator)("")
            if isGathered {
                let reply = translator.response(
                    gathering: body, status: invocation.status ?? 200, headers: invocation.headers, for: exchange,
                    identity: invocation.identity, using: &workspace)
                if let refusal = reply.head.refusal { return refused(refusal, source) }
                return Outcome(segments: reply.body.segments, findings: findings(reply.head.diagnostics, source))
            }
            let reply = translator.response(
                body.span, status: invocation.status ?? 200, headers: invocation.headers, for: exchange,
                identity: invocation.identity, using: &workspace)
            return outcome(reply, source)
        } catch {
            return Outcome(error, output: inPlace(translator.refusal(TranslationError(.untranslatable))))
        }
    }

    /// The error body for the client.
    func error(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        let upstream =
            invocation.from ?? WireFormat.detect(error: body.span, options: options, using: &workspace)
        // A status of success says nothing of an error.
        let status = invocation.status.flatMap { 200...299 ~= $0 ? nil : $0 } ?? 0
        let reply = translator(client: upstream.other).response(
            body.span, status: status, headers: invocation.headers, using: &workspace)
        return outcome(reply, source)
    }

    /// The schema for the other side.
    func schema(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        do throws(TranslationError) {
            let schema = try SchemaTranslation(body, to: invocation.to, options: options)
            return Outcome(schema.body, findings: findings(schema.diagnostics, source))
        } catch {
            return refused(error, source, translator(client: invocation.to.other).refusal(error))
        }
    }

    // MARK: Outcomes

    /// The body is all that is written, so its large strings need no copy.
    private var isGathered: Bool { !invocation.isEnvelope && !invocation.isLines }

    private func explained(_ explanations: [Explanation]) -> Outcome {
        let lines = explanations.map { "\($0.pointer): \($0.by)".onOneLine }
        return Outcome(Array(lines.joined(separator: "\n").utf8), findings: "")
    }

    private func translator(client: WireFormat) -> Translator {
        Translator(client: client, upstream: client.other, options: options)
    }

    private func outcome(_ reply: Translator.Reply, _ source: Source?) -> Outcome {
        if let refusal = reply.refusal { return refused(refusal, source, reply) }
        return Outcome(
            invocation.isEnvelope ? reply.envelope : reply.body, findings: findings(reply.diagnostics, source))
    }

    private func outcome(_ line: BatchTranslation, _ source: Source?) -> Outcome {
        guard let refusal = line.refusal else {
            return Outcome(line.line, findings: findings(line.diagnostics, source))
        }
        return Outcome(.translation(refusal, findings(refusal.report.diagnostics, source)), output: line.line)
    }

    /// - Parameter reply: the same for the client.
    private func refused(_ error: TranslationError, _ source: Source?, _ reply: Translator.Reply? = nil) -> Outcome {
        Outcome(
            .translation(error, findings(error.report.diagnostics, source)), output: reply.map(inPlace) ?? [])
    }

    /// Nobody knows who the client is: a chat client, as long as something must be said in the place of a line.
    func undecided(_ error: TranslationError, _ source: Source?) -> Outcome {
        var outcome = refused(error, source, translator(client: .openAI).refusal(error))
        if !invocation.isLines { outcome.segments = [] }
        return outcome
    }

    private func inPlace(_ reply: Translator.Reply) -> [UInt8] {
        invocation.isEnvelope ? reply.envelope : invocation.isLines ? reply.body : []
    }

    private func findings(_ diagnostics: [Diagnostic], _ source: Source?) -> String {
        diagnostics.isEmpty ? "" : invocation.diagnostics.lines(diagnostics, of: source)
    }
}
