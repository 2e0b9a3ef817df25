internal import JSONCore

/// The conversation.
///
///     OpenAI   messages: [{ role, content: "…" | [part, …] | null, tool_calls?, tool_call_id?, … }, …]
///     Gemini   contents: [{ role: "user" | "model", parts: [part, …] }, …]
///
/// Consecutive assistant messages are one model content, because Gemini refuses a function call that does not follow a
/// user's turn. All results for one model content are one user content, as Gemini pairs them by turn.
enum Messages {
    // MARK: OpenAI → Gemini

    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let messages = chat["messages"]
        let contents = chat["contents"]
        if messages.elements.isEmpty, contents.exists {
            contents.note(.saidDifferently, "the conversation, because `messages` is empty")
            chat.note("messages", .saidDifferently, "empty, so the conversation is taken from `contents`")
            if contents.isEmpty { contents.refuse(.emptyContents, "expected at least one content, found none") }
            for content in contents.elements where haveParts(content) { refuseUnknownRole(of: content) }
            request["contents"] = contents
            return
        }
        guard messages.exists else {
            return chat.refuse("messages", .missingMember, "expected the conversation, found nothing")
        }
        guard messages.kind == .array else { return messages.refuse(expected: "an array of messages") }
        if contents.exists { compare(contents, with: messages) }
        let isSystemOnly = messages.elements.allSatisfy { Role(message: $0) == .system }
        if !isSystemOnly { SystemInstruction.toGemini(messages, request) }
        let written = request.written
        request["contents"].array { contents in
            if isSystemOnly {
                systemToUser(messages, contents)
            } else {
                write(messages, contents, context)
            }
        }
        let isRefused = chat.highestGrade == Diagnostic.Severity.error.rank && !context.options.lenient
        if request.written == written, !isRefused {
            messages.refuse(.emptyContents, "expected at least one message that says something")
        }
    }

    /// Gemini needs something to answer, so system text without a conversation becomes the user's.
    private static func systemToUser(_ messages: JSONValue, _ contents: JSONArrayWriter) {
        append("user", to: contents) { parts in
            for message in messages.elements {
                SystemInstruction.writeTexts(message["content"], parts)
                message["role"].note(.saidDifferently, "without any other message, system text is the user's")
            }
        }
    }

    private static func write(_ messages: JSONValue, _ contents: JSONArrayWriter, _ context: RequestContext) {
        var rest = messages.elements
        var isFirst = true
        var message = rest.next()
        while let current = message {
            message = rest.next()
            guard current.kind == .object else {
                current.refuse(expected: "a message")
                continue
            }
            switch Role(message: current) {
            case .system: continue
            case .user: user(current, contents, context)
            case .assistant: assistant(current, &message, &rest, contents, context, isFirst: isFirst)
            case .tool: ToolResults.orphanToGemini(current, contents, context)
            case .unknown: refuse(current)
            }
            isFirst = false
        }
    }

    private static func refuse(_ message: JSONValue) {
        let role = message["role"]
        let expected = "expected system, developer, user, assistant or tool, found \(role.found)"
        if role.exists { role.refuse(.unknownRole, expected) } else { message.refuse("role", .missingMember, expected) }
        message.ignore()
    }

    private static func user(_ message: JSONValue, _ contents: JSONArrayWriter, _ context: RequestContext) {
        let content = message["content"]
        guard content.exists, !(content.kind == .array && content.isEmpty) else {
            let expected = "expected text or parts, found \(content.found)"
            return content.exists
                ? content.refuse(.missingMember, expected) : message.refuse("content", .missingMember, expected)
        }
        append("user", to: contents) { parts in
            Parts.toGemini(content, parts, context)
            // Gemini accepts an empty text, and refuses a content without parts.
            if parts.isEmpty, content.isEmptyText { parts.object { $0["text"] = "" } }
        }
    }

    /// An assistant message, those that follow it at once, and the results of their calls.
    private static func assistant(
        _ first: JSONValue, _ next: inout JSONValue?, _ rest: inout JSONElements, _ contents: JSONArrayWriter,
        _ context: RequestContext, isFirst: Bool
    ) {
        context.calls.removeAll()
        var message = first
        let wasWritten = append("model", to: contents) { parts in
            while true {
                AnswerParts.toGemini(message, parts, context)
                while let system = next, Role(message: system) == .system { next = rest.next() }
                guard let following = next, Role(message: following) == .assistant else { break }
                message = following
                message["role"].note(.saidDifferently, "joined with the message before: Gemini wants turns")
                next = rest.next()
            }
        }
        if !wasWritten { first.warn(.emptyOmitted, "the message says nothing, so it was omitted") }
        if isFirst, let call = context.calls.entries.first?.call {
            call.refuse(.callWithoutResult, "expected a user message before the first function call")
        }
        let calls = !context.calls.entries.isEmpty
        ToolResults.toGemini(&next, &rest, contents, context)
        if next == nil, wasWritten, !calls, !context.capabilities.trailingModelTurn {
            message["role"].warn(.refusedByModel, "the model wants the user's turn last; sent as asked")
        }
    }

    /// A content vanishes with its parts.
    @discardableResult
    static func append(_ role: StaticString, to contents: JSONArrayWriter, _ body: (JSONArrayWriter) -> Void) -> Bool {
        var wasWritten = true
        contents.object { content in
            content["role"] = role
            let written = content.written
            content["parts"].array(body)
            wasWritten = content.written > written
            if !wasWritten { content.discard() }
        }
        return wasWritten
    }

    /// One documented relay asks for `contents` beside `messages`.
    private static func compare(_ contents: JSONValue, with messages: JSONValue) {
        var others = contents.elements
        var isSame = true
        for message in messages.elements where Role(message: message) != .system {
            let content = others.next() ?? contents.missing
            let text = content["parts"].elements.only?["text"] ?? contents.missing
            let isSameRole = Role(content: content) == Role(message: message)
            if !isSameRole || !text.isSameString(as: message["content"]) { isSame = false }
        }
        if isSame, others.isEmpty {
            contents.note(.superseded, "says the same as `messages`")
        } else {
            contents.warn(.superseded, "differs from `messages`, which is the conversation")
        }
    }
}

extension JSONValue {
    /// The content of a message that holds text and nothing in it.
    fileprivate var isEmptyText: Bool {
        isEmptyString || elements.contains { $0.partText.isEmptyString }
    }
}

extension Messages {
    static let losses: [Loss] = [
        .warning("/messages/*/name", because: "Gemini's contents do not name who speaks"),
        .note("/messages/*/cache_control", because: "Gemini caches by itself"),
        .note("/messages/*/content/*/cache_control", because: "Gemini caches by itself"),
        .note("/messages/*/content/*/prompt_cache_breakpoint", because: "Gemini caches by itself"),
        .note("/messages/*/annotations", because: "Gemini's contents name no sources"),
    ]

    static let geminiLosses: [Loss] = [
        .warning("/contents/*/parts/*/videoMetadata", because: "chat completions cannot cut videos"),
        .warning("/contents/*/parts/*/mediaResolution", because: "chat completions say it of images only"),
        .warning("/contents/*/parts/*/thoughtSignature", because: "the dialect has no place for it"),
        .note("/contents/*/parts/*/inlineData/displayName", because: "chat images have no name"),
        .note(
            "/contents/*/parts/*/functionResponse/parts/*/inlineData/displayName", because: "chat images have no name"),
        .note("/contents/*/parts/*/partMetadata", because: "chat completions have nothing like it"),
        .note("/contents/*/parts/*/fileData/displayName", because: "chat links have no name"),
    ]
}
