internal import JSONCore

/// The way back: Gemini `contents` as chat `messages`. The shapes stand in `Messages.swift`.
extension Messages {
    static func toOpenAI(_ request: JSONValue, _ chat: JSONObjectWriter, _ context: inout RequestContext) {
        let contents = request["contents"]
        guard contents.exists else {
            return request.refuse("contents", .missingMember, "expected the conversation, found nothing")
        }
        let isEmpty = contents.elements.isEmpty
        if isEmpty { contents.refuse(.emptyContents, "expected at least one content, found \(contents.found)") }
        context.calls.avoidIDs(in: contents)
        chat["messages"].array { messages in
            SystemInstruction.toOpenAI(request["systemInstruction"], messages)
            var wasModel = false
            for content in contents.elements { write(content, messages, &context, &wasModel) }
            context.calls.refuseUnanswered(isFollowed: false)
        }
    }

    private static func write(
        _ content: JSONValue, _ messages: JSONArrayWriter, _ context: inout RequestContext, _ wasModel: inout Bool
    ) {
        // A bare string is read as the text of one part.
        if content.kind == .string {
            return messages.object { message in
                message["role"] = "user"
                message["content"] = content
            }
        }
        guard content.kind == .object else { return content.refuse(expected: "a content") }
        let parts = content["parts"]
        guard !parts.elements.isEmpty else {
            let expected = "expected at least one part, found \(parts.found)"
            return parts.exists
                ? parts.refuse(.missingMember, expected) : content.refuse("parts", .missingMember, expected)
        }
        for part in parts.elements { Parts.refuseFaults(part) }
        switch Role(content: content) {
        case .assistant:
            // One content may answer the calls of several model contents before it.
            if !wasModel { context.calls.endTurn() }
            wasModel = true
            assistant(parts, messages, &context)
        case .user:
            wasModel = false
            user(parts, messages, &context)
        default:
            content["role"].refuse(.unknownRole, "expected user or model, found \(content["role"].found)")
            user(parts, messages, &context)
        }
    }

    private static func user(_ parts: JSONValue, _ messages: JSONArrayWriter, _ context: inout RequestContext) {
        ToolResults.toOpenAI(parts, messages, &context)
        if !parts.elements.contains(where: { $0["functionResponse"].exists }) { context.calls.endTurn() }
        let others = parts.elements.lazy.filter { !$0["functionResponse"].exists }
        guard others.contains(where: { _ in true }) else { return }
        if let first = parts.elements.first(where: { _ in true }), !first["functionResponse"].exists,
            parts.elements.contains(where: { $0["functionResponse"].exists })
        {
            first["text"].note(.saidDifferently, "moved behind the results, which must follow their calls")
        }
        messages.object { message in
            message["role"] = "user"
            if let only = parts.elements.only, only["text"].kind == .string {
                message["content"] = only["text"]
            } else {
                message["content"].array { content in
                    for part in others { Parts.toOpenAI(part, content, context.options) }
                }
            }
        }
    }

    private static func assistant(_ parts: JSONValue, _ messages: JSONArrayWriter, _ context: inout RequestContext) {
        let dialect = context.options.dialect
        messages.object { message in
            message["role"] = "assistant"
            let answer = AnswerParts(parts)
            answer.noteJoined()
            answer.writeContent(message, dialect)
            var calls = context.calls
            ToolCalls.toOpenAI(parts, message, context) { call in calls.add(functionCall: call) }
            context.calls = calls
            guard dialect.allowsExtraContent else { return }
            message["extra_content"]["google"].object { answer.writeExtras($0, dialect) }
        }
    }
}
