internal import Twinspeak

extension Invocation {
    /// The body for the upstream, or all that belongs to it. Findings have been written.
    func translatedRequest() throws(Failure) -> [UInt8] {
        try request { (translator, body) throws(TranslationError) in
            let request = try translator.request(body)
            return (isEnvelope ? request.envelope : request.body, request.report)
        }
    }

    /// The body for the upstream, whose large strings are those that were read. Findings have been written.
    func gatheredRequest() throws(Failure) -> GatheredRequest {
        try request { (translator, body) throws(TranslationError) in
            let request = try translator.request(gathering: body)
            return (request, request.head.report)
        }
    }

    private func request<Result>(
        _ translate: (Translator, [UInt8]) throws(TranslationError) -> (Result, Report)
    ) throws(Failure) -> Result {
        let options = try options()
        let body = try read(file, options)
        let client = try format("messages, contents") { () throws(TranslationError) in
            try WireFormat.detect(request: body, options: options)
        }
        let translator = Translator(client: client, upstream: client.other, options: options)
        do throws(TranslationError) {
            let (result, report) = try translate(translator, body)
            System.writeError(diagnostics.lines(report.diagnostics))
            return result
        } catch {
            throw .translation(error, diagnostics, envelope: isEnvelope ? translator.refusal(error).envelope : nil)
        }
    }

    /// The body for the client. Findings have been written.
    func translatedResponse() throws(Failure) -> [UInt8] {
        let options = try options()
        let body = try read(file, options)
        let status = status ?? 200
        let upstream = try format("choices, object, candidates, promptFeedback, usageMetadata, error") {
            () throws(TranslationError) in
            if 200...299 ~= status { return try WireFormat.detect(response: body, options: options) }
            return (try? WireFormat.detect(response: body, options: options))
                ?? WireFormat.detect(error: body, options: options)
        }
        let translator = Translator(client: upstream.other, upstream: upstream, options: options)
        return try written(
            translator.response(
                body, status: status, headers: headers, for: try exchange(translator), identity: identity))
    }

    /// The error body for the client. Findings have been written.
    func translatedError() throws(Failure) -> [UInt8] {
        let options = try options()
        let body = try read(file, options)
        let upstream = from ?? WireFormat.detect(error: body, options: options)
        let translator = Translator(client: upstream.other, upstream: upstream, options: options)
        // A status of success says nothing of an error.
        let status = status.flatMap { 200...299 ~= $0 ? nil : $0 } ?? 0
        return try written(translator.response(body, status: status, headers: headers))
    }

    private func written(_ reply: Translator.Reply) throws(Failure) -> [UInt8] {
        if let refusal = reply.refusal {
            throw .translation(refusal, diagnostics, envelope: isEnvelope ? reply.envelope : nil)
        }
        System.writeError(diagnostics.lines(reply.diagnostics))
        return isEnvelope ? reply.envelope : reply.body
    }

    /// The schema for the other side. Findings have been written.
    func translatedSchema() throws(Failure) -> [UInt8] {
        let options = try options()
        let schema = try read(file, options)
        let translation = try checked { () throws(TranslationError) in
            try SchemaTranslation(schema, to: to, options: options)
        }
        System.writeError(diagnostics.lines(translation.diagnostics))
        return translation.body
    }

    /// What the client's request left behind, if it is given. It has been answered already, so losses do not matter.
    func exchange(_ translator: Translator) throws(Failure) -> Exchange {
        guard let request else { return Exchange() }
        let body = try read(request, translator.options)
        if let exchange = try? Exchange(json: body) { return exchange }
        var options = translator.options
        options.strict = false
        let tolerant = Translator(client: translator.client, upstream: translator.upstream, options: options)
        return try checked(request) { () throws(TranslationError) in try tolerant.request(body).exchange }
    }

    /// The format that was named, or else detected by one of `members`.
    private func format(
        _ members: String, _ detect: () throws(TranslationError) -> WireFormat?
    ) throws(Failure) -> WireFormat {
        if let from { return from }
        guard let detected = try checked(nil, detect) else {
            throw .usage("found none of \(members); say --from openai or --from gemini", command)
        }
        return detected
    }

    private func checked<Result>(
        _ name: String? = nil, _ translate: () throws(TranslationError) -> Result
    ) throws(Failure) -> Result {
        do throws(TranslationError) {
            return try translate()
        } catch {
            throw .translation(error, diagnostics, of: name)
        }
    }

    /// The file's options, overridden by the flags.
    func options() throws(Failure) -> Options {
        var options = Options()
        if let optionsFile {
            let json = try read(optionsFile, options)
            do throws(TranslationError) {
                options = try Options(json: json)
            } catch {
                throw .options(optionsFile, error)
            }
        }
        for setting in settings { _ = options.set(setting.name, setting.value) }
        return options
    }

    /// Reads a file, `-` for standard input, and no more of it than it takes to see that it is too large.
    private func read(_ name: String, _ options: Options) throws(Failure) -> [UInt8] {
        let most = min(max(options.limits.bytes, 0), Int(UInt32.max)) + 1
        do throws(SystemError) {
            let descriptor = name == "-" ? System.standardInput : try System.open(name)
            return try System.read(descriptor, most: most)
        } catch {
            throw .file(name == "-" ? "standard input" : name, error)
        }
    }
}
