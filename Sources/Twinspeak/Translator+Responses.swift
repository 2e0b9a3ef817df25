internal import JSONCore

extension Translator {
    /// Translates an upstream's answer for the client, whatever it is: a success, a blocked prompt, an error in any
    /// shape, or nothing that makes sense.
    ///
    /// - Parameters:
    ///   - body: What came; of a success, JSON in UTF-8.
    ///   - status: The HTTP status of the upstream's message.
    ///   - headers: Its headers, of which only `retry-after` and `retry-after-ms` are looked at.
    ///   - exchange: What the request left behind.
    ///   - identity: Name and time of the answer, where the upstream gives none.
    /// - Returns: What the client gets. An answer that has no legal translation becomes an error of HTTP status 502.
    public func response(
        _ body: [UInt8], status: Int = 200, headers: [Header] = [], for exchange: Exchange = Exchange(),
        identity: Identity = Identity()
    ) -> Reply {
        var workspace = Workspace()
        return response(
            body.span, status: status, headers: headers, for: exchange, identity: identity, using: &workspace)
    }

    /// As ``response(_:status:headers:for:identity:)``, of borrowed bytes, and with memory that is kept from one body
    /// to the next.
    public func response(
        _ body: Span<UInt8>, status: Int = 200, headers: [Header] = [], for exchange: Exchange = Exchange(),
        identity: Identity = Identity(), using workspace: inout Workspace
    ) -> Reply {
        var output: [UInt8] = []
        let head = answer(body, status: status, headers: headers, for: exchange, identity, &workspace) { json, object in
            output.removeAll(keepingCapacity: true)
            json.object(into: &output, expected: body.count, object)
        }
        return Reply(body: head.isPassed ? body.bytes.withUnsafeBytes { Array($0) } : output, head: head)
    }

    /// The body, HTTP status and headers that tell the client why its request was refused.
    public func refusal(_ error: TranslationError) -> Reply {
        refusal(error, http: ErrorStatus.invalidArgument.http)
    }

    /// - Parameter http: whose fault it is.
    func refusal(_ error: TranslationError, http: Int) -> Reply {
        var output: [UInt8] = []
        var json = JSONOutput()
        let head = answer(Failure(error, http: http), &json, error.report, refusal: error) { json, object in
            json.object(object)
            output = json.bytes
        }
        return Reply(body: output, head: head)
    }

    /// What the answer of an upstream cost, without a translation; nil if it does not say so or is not JSON.
    public func usageOnly(_ body: Span<UInt8>) -> TokenUsage? {
        var document = JSONDocument()
        return try? document.read(body, limits: options.limits.json) { TokenUsage(response: $0, upstream) }
    }

    // MARK: Answers

    /// - Parameter write: May be asked again: then an error takes the place of what was written.
    func answer(
        _ body: Span<UInt8>, status: Int, headers: [Header], for exchange: Exchange, _ identity: Identity,
        _ workspace: inout Workspace, _ write: Write
    ) -> ReplyHead {
        let isFailure = !(200...299 ~= status)
        do throws(JSONError) {
            return try workspace.document.read(body, limits: options.limits.json) { root in
                if isFailure || Failure.isSaid(in: root) {
                    return answer(
                        Failure(root, http: status, headers: headers), &workspace.output,
                        Report(root, losses: Errors.losses, options: options), write)
                }
                return answer(root, body, status: status, for: exchange, identity, &workspace.output, write)
            }
        } catch {
            let report = Report(diagnostics: [Diagnostic(error)])
            if isFailure {
                let failure = Failure(text: body, http: status, headers: headers)
                return answer(failure, &workspace.output, failure.isCut ? Self.cut : Report(), write)
            }
            return answer(TranslationError(.notJSON, report: report), &workspace.output, write)
        }
    }

    private func answer(
        _ root: JSONValue, _ body: Span<UInt8>, status: Int, for exchange: Exchange, _ identity: Identity,
        _ output: inout JSONOutput, _ write: Write
    ) -> ReplyHead {
        let passes = client == upstream
        if root.kind == .object, !passes {
            write(&output) { convert(root, $0, body, exchange, identity) }
        } else if !passes {
            root.refuse(expected: "an object")
        }
        // All that is looked at from here on counts as said. Of what passes unchanged nothing is lost.
        let losses = FieldTable.losses(of: .response(upstream))
        let report = passes ? Report() : Report(root, losses: losses, options: options)
        let usage = TokenUsage(response: root, upstream)
        let model = root[upstream == .openAI ? "model" : "modelVersion"].string.flatMap { $0.isEmpty ? nil : $0 }
        guard options.accepts(report) else {
            let refusal = TranslationError(.untranslatable, report: report)
            return answer(refusal, &output, model: model, usage: usage, write)
        }
        return ReplyHead(
            status: status, kind: FinishReason.isBlocked(root, upstream) ? .blocked : .success, headers: [.json],
            model: model, usage: usage, report: report, refusal: nil, isPassed: passes)
    }

    private func convert(
        _ root: JSONValue, _ target: JSONObjectWriter, _ body: Span<UInt8>, _ exchange: Exchange, _ identity: Identity
    ) {
        var exchange = exchange
        let hasRequest = exchange.digest != Digest()
        if !hasRequest { exchange.digest = Digest(of: body) }
        switch upstream {
        case .openAI: Responses.toGemini(root, target, exchange, identity, shared)
        case .gemini:
            let context = RequestContext(answering: exchange, hasRequest: hasRequest, root, shared)
            Responses.toOpenAI(root, target, exchange, identity, context)
        }
    }

    // MARK: Errors

    private static let cut = Report(diagnostics: [
        Diagnostic(
            severity: .note, code: .saidDifferently, pointer: "",
            message: "no JSON; of a page its title is passed on, of a text its beginning, as UTF-8, and no URL's query",
            line: 1, column: 1)
    ])

    /// The upstream's answer cannot be used.
    private func answer(
        _ refusal: TranslationError, _ output: inout JSONOutput, model: String? = nil, usage: TokenUsage? = nil,
        _ write: Write
    ) -> ReplyHead {
        answer(
            Failure(refusal, http: ErrorStatus.badGateway), &output, refusal.report, refusal: refusal, model: model,
            usage: usage, write)
    }

    /// - Parameter report: Made last, when everything has been looked at.
    private func answer(
        _ failure: Failure, _ output: inout JSONOutput, _ report: @autoclosure () -> Report,
        refusal: TranslationError? = nil, model: String? = nil, usage: TokenUsage? = nil, _ write: Write
    ) -> ReplyHead {
        var http = 0
        var headers: [Header] = []
        write(&output) { target in
            switch client {
            case .openAI: (http, headers) = Errors.toOpenAI(failure, target)
            case .gemini: http = Errors.toGemini(failure, target)
            }
        }
        // What the client would get from its own side it can read, so that passes as it came.
        let passes = client == upstream && refusal == nil && failure.isWellFormed
        return ReplyHead(
            status: passes ? failure.http : http, kind: .error, headers: [.json] + headers, model: model, usage: usage,
            report: passes ? Report() : report(), refusal: refusal, isPassed: passes)
    }
}
