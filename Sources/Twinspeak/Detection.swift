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
        var workspace = Workspace()
        return try detect(body.span, options, &workspace, of(request:))
    }

    private static func of(request root: JSONValue) -> WireFormat? {
        if root["messages"].exists { return .openAI }
        return root["contents"].exists ? .gemini : nil
    }

    /// The format of a response: `choices` and `object` say OpenAI, `candidates`, `promptFeedback` and `usageMetadata`
    /// Gemini, and an error says what ``detect(error:options:)`` does; nil if there is none of them.
    ///
    /// - Throws: ``TranslationError``, as a translation of the body would, if it is not JSON or no object.
    package static func detect(response body: [UInt8], options: Options = Options()) throws(TranslationError)
        -> WireFormat?
    {
        var workspace = Workspace()
        return try detect(body.span, options, &workspace, of(response:))
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
        var workspace = Workspace()
        return detect(error: body.span, options: options, using: &workspace)
    }

    /// As ``detect(error:options:)``, of borrowed bytes.
    package static func detect(
        error body: Span<UInt8>, options: Options, using workspace: inout Workspace
    ) -> WireFormat {
        (try? workspace.document.read(body, limits: options.limits.json, of(error:))) ?? .openAI
    }

    private static func of(error root: JSONValue) -> WireFormat {
        let error = root["error"]
        let isGemini = root.kind == .array || error["status"].kind == .string || error["code"].kind == .number
        return isGemini ? .gemini : .openAI
    }

    private static func detect<Found>(
        _ body: Span<UInt8>, _ options: Options, _ workspace: inout Workspace, _ find: (JSONValue) -> Found?
    ) throws(TranslationError) -> Found? {
        var refusal: Report?
        let found: Found?
        do throws(JSONError) {
            found = try workspace.document.read(body, limits: options.limits.json) { root in
                if root.kind == .object || Failure.isSaid(in: root) { return find(root) }
                root.refuse(expected: "an object")
                refusal = Report(root, losses: [], options: options)
                return nil
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        if let refusal { throw TranslationError(.untranslatable, report: refusal) }
        return found
    }
}

// MARK: Lines

/// What a body is.
package struct BodyContent: Sendable {
    package let format: WireFormat
    /// A line of a batch file, with the body inside.
    package let isBatch: Bool

    package init(_ format: WireFormat, isBatch: Bool = false) {
        self.format = format
        self.isBatch = isBatch
    }
}

extension WireFormat {
    /// The content of a line in a file of requests; nil if it does not tell. Batch files are looked for first.
    ///
    /// - Throws: As ``detect(request:options:)``.
    package static func detect(
        requestLine line: Span<UInt8>, options: Options, using workspace: inout Workspace
    ) throws(TranslationError) -> BodyContent? {
        try detect(line, options, &workspace) { root in
            if let format = BatchLine.format(request: root) { return BodyContent(format, isBatch: true) }
            return of(request: root).map { BodyContent($0) }
        }
    }

    /// The content of a line in a file of answers; nil if it does not tell. Batch files are looked for first.
    ///
    /// - Throws: As ``detect(response:options:)``.
    package static func detect(
        responseLine line: Span<UInt8>, options: Options, using workspace: inout Workspace
    ) throws(TranslationError) -> BodyContent? {
        try detect(line, options, &workspace) { root in
            if let format = BatchLine.format(result: root) { return BodyContent(format, isBatch: true) }
            return of(response: root).map { BodyContent($0) }
        }
    }
}

extension TranslationError.Code {
    /// Nobody said the format of the body, and the body does not tell it.
    package static let undecided = Self(description: "undecided")
}

extension TranslationError {
    /// The body holds none of the `members` that tell its format.
    package static func undecided(_ members: String, flag: String = "--from") -> TranslationError {
        let message = "found none of \(members); say \(flag) openai or \(flag) gemini"
        return TranslationError(
            .undecided, report: Report(diagnostics: [Diagnostic(.error, .missingMember, message, JSONPlace.start)]))
    }
}
