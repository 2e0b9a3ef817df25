internal import JSONCore
internal import ServerSentEvents

/// Tells the format of a body by the names of its members.
extension WireFormat {
    /// The format of a request: `messages` says OpenAI, `contents` Gemini, both OpenAI; nil if there is neither.
    ///
    /// - Throws: ``TranslationError``, as a translation of the body would, if it is not JSON or no object.
    package static func detect(request body: [UInt8], options: Options = Options()) throws(TranslationError)
        -> WireFormat?
    {
        try detect(body, options) { root in
            if root["messages"].exists { return .openAI }
            return root["contents"].exists ? .gemini : nil
        }
    }

    /// The format of a response: `choices` and `object` say OpenAI, `candidates`, `promptFeedback` and `usageMetadata`
    /// Gemini, and an error says what ``detect(error:options:)`` does; nil if there is none of them.
    ///
    /// - Throws: ``TranslationError``, as a translation of the body would, if it is not JSON or no object.
    package static func detect(response body: [UInt8], options: Options = Options()) throws(TranslationError)
        -> WireFormat?
    {
        try detect(body, options, of(response:))
    }

    private static func of(response root: JSONValue) -> WireFormat? {
        if root["choices"].exists || root["object"].exists { return .openAI }
        let isGemini = root["candidates"].exists || root["promptFeedback"].exists || root["usageMetadata"].exists
        if isGemini { return .gemini }
        return Failure.isSaid(in: root) ? of(error: root) : nil
    }

    /// The format of a stream, by the first value in it; nil as long as there is none, or it does not tell.
    package static func detect(stream bytes: [UInt8], options: Options = Options()) -> WireFormat? {
        var frames = StreamFrames(limit: options.limits.event)
        var document = JSONDocument()
        var detected: WireFormat?
        try? frames.push(bytes.span) { frame in
            guard case .json(let value) = frame else { return .enough }
            let found = try? document.read(value, limits: options.limits.json) { root in
                root.elements.lazy.compactMap(of(response:)).first
            }
            detected = found ?? nil
            return detected == nil ? .more : .enough
        }
        return detected
    }

    /// The format of an error: `error.status`, a numeric `error.code` or an array say Gemini, anything else OpenAI.
    package static func detect(error body: [UInt8], options: Options = Options()) -> WireFormat {
        var document = JSONDocument()
        return (try? document.read(body.span, limits: options.limits.json, of(error:))) ?? .openAI
    }

    private static func of(error root: JSONValue) -> WireFormat {
        let error = root["error"]
        let isGemini = root.kind == .array || error["status"].kind == .string || error["code"].kind == .number
        return isGemini ? .gemini : .openAI
    }

    private static func detect(_ body: [UInt8], _ options: Options, _ format: (JSONValue) -> WireFormat?)
        throws(TranslationError) -> WireFormat?
    {
        var document = JSONDocument()
        var refusal: Report?
        let detected: WireFormat?
        do throws(JSONError) {
            detected = try document.read(body.span, limits: options.limits.json) { root in
                if root.kind == .object || Failure.isSaid(in: root) { return format(root) }
                root.refuse(expected: "an object")
                refusal = Report(root, losses: [], options: options)
                return nil
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        if let refusal { throw TranslationError(.untranslatable, report: refusal) }
        return detected
    }
}
