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
        let isFailure = !(200...299 ~= status)
        workspace.output.reset(expected: body.count)
        do throws(JSONError) {
            return try workspace.document.read(body, limits: options.limits.json) { root in
                if isFailure || Failure.isSaid(in: root) {
                    return reply(
                        Failure(root, http: status, headers: headers), to: body, &workspace.output,
                        Report(root, losses: Errors.losses, options: options))
                }
                return reply(root, to: body, status: status, for: exchange, identity, &workspace.output)
            }
        } catch {
            let report = Report(diagnostics: [Diagnostic(error)])
            if isFailure {
                let failure = Failure(text: body, http: status, headers: headers)
                return reply(failure, to: body, &workspace.output, failure.isCut ? Self.cut : Report())
            }
            return reply(TranslationError(.notJSON, report: report), to: body, &workspace.output)
        }
    }

    /// The body, HTTP status and headers that tell the client why its request was refused.
    public func refusal(_ error: TranslationError) -> Reply {
        refusal(error, http: ErrorStatus.invalidArgument.http)
    }

    /// - Parameter http: whose fault it is.
    func refusal(_ error: TranslationError, http: Int) -> Reply {
        var output = JSONOutput()
        return reply(Failure(error, http: http), to: Span(), &output, error.report, refusal: error)
    }

    /// What the answer of an upstream cost, without a translation; nil if it does not say so or is not JSON.
    public func usageOnly(_ body: Span<UInt8>) -> TokenUsage? {
        var document = JSONDocument()
        return try? document.read(body, limits: options.limits.json) { TokenUsage(response: $0, upstream) }
    }

    // MARK: Answers

    private func reply(
        _ root: JSONValue, to body: Span<UInt8>, status: Int, for exchange: Exchange, _ identity: Identity,
        _ output: inout JSONOutput
    ) -> Reply {
        let passes = client == upstream
        if root.kind == .object, !passes {
            output.object { convert(root, $0, body, exchange, identity) }
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
            return reply(refusal, to: body, &output, model: model, usage: usage)
        }
        return Reply(
            body: passes ? body.bytes.withUnsafeBytes { Array($0) } : output.bytes, status: status,
            kind: FinishReason.isBlocked(root, upstream) ? .blocked : .success, headers: [.json], model: model,
            usage: usage, report: report, refusal: nil)
    }

    private func convert(
        _ root: JSONValue, _ target: JSONObjectWriter, _ body: Span<UInt8>, _ exchange: Exchange, _ identity: Identity
    ) {
        var exchange = exchange
        let hasRequest = exchange.digest != Digest()
        if !hasRequest { exchange.digest = Digest(words: body) }
        switch upstream {
        case .openAI: Responses.toGemini(root, target, exchange, identity, options)
        case .gemini:
            let context = RequestContext(answering: exchange, hasRequest: hasRequest, root, options)
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
    private func reply(
        _ refusal: TranslationError, to body: Span<UInt8>, _ output: inout JSONOutput, model: String? = nil,
        usage: TokenUsage? = nil
    ) -> Reply {
        reply(
            Failure(refusal, http: ErrorStatus.badGateway), to: body, &output, refusal.report, refusal: refusal,
            model: model, usage: usage)
    }

    /// - Parameter report: Made last, when everything has been looked at.
    private func reply(
        _ failure: Failure, to body: Span<UInt8>, _ output: inout JSONOutput, _ report: @autoclosure () -> Report,
        refusal: TranslationError? = nil, model: String? = nil, usage: TokenUsage? = nil
    ) -> Reply {
        output.reset()
        var http = 0
        var headers: [Header] = []
        output.object { target in
            switch client {
            case .openAI: (http, headers) = Errors.toOpenAI(failure, target)
            case .gemini: http = Errors.toGemini(failure, target)
            }
        }
        // What the client would get from its own side it can read, so that passes as it came.
        let passes = client == upstream && refusal == nil && failure.isWellFormed
        return Reply(
            body: passes ? body.bytes.withUnsafeBytes { Array($0) } : output.bytes,
            status: passes ? failure.http : http, kind: .error, headers: [.json] + headers, model: model, usage: usage,
            report: passes ? Report() : report(), refusal: refusal)
    }
}
