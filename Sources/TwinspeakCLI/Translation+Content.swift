internal import Twinspeak

/// Tells what a body is where `--from` does not, and whether it is a line of a batch file.
extension Translation {
    static let requestMembers = "messages, contents"
    static let responseMembers = "choices, object, candidates, promptFeedback, usageMetadata, error"

    func requestContent(_ body: [UInt8], _ workspace: inout Workspace) throws(TranslationError) -> BodyContent {
        try content(found: Self.requestMembers) { () throws(TranslationError) in
            takesBatches
                ? try WireFormat.detect(requestLine: body.span, options: options, using: &workspace)
                : try WireFormat.detect(request: body, options: options).map { BodyContent($0) }
        }
    }

    func responseContent(_ body: [UInt8], _ workspace: inout Workspace) throws(TranslationError) -> BodyContent {
        let isFailure = invocation.status.map { !(200...299 ~= $0) } ?? false
        return try content(found: Self.responseMembers) {
            () throws(TranslationError) in
            do throws(TranslationError) {
                let content =
                    takesBatches
                    ? try WireFormat.detect(responseLine: body.span, options: options, using: &workspace)
                    : try WireFormat.detect(response: body, options: options).map { BodyContent($0) }
                if content != nil || !isFailure { return content }
            } catch {
                guard isFailure else { throw error }
            }
            return BodyContent(WireFormat.detect(error: body, options: options))
        }
    }

    /// Envelopes hold what a host needs for a call, and a line of a batch is none.
    private var takesBatches: Bool { invocation.isLines && !invocation.isEnvelope }

    private func content(
        found members: String, _ detect: () throws(TranslationError) -> BodyContent?
    ) throws(TranslationError) -> BodyContent {
        if let from = invocation.from {
            let isBatch = takesBatches && (try? detect())?.isBatch == true
            return BodyContent(from, isBatch: isBatch)
        }
        guard let content = try detect() else {
            throw .undecided(members, flag: invocation.command == .validate ? "--as" : "--from")
        }
        return content
    }
}
