internal import JSONCore

/// The way back: Gemini `contents` as chat `messages`. The shapes stand in `Messages.swift`.
extension Messages {
    static func toOpenAI(_ request: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext) {
        let contents = request["contents"]
        guard contents.exists else {
            return request.refuse("contents", .missingMember, "expected the conversation, found nothing")
        }
        let isEmpty = contents.elements.isEmpty
        if isEmpty { contents.refuse(.emptyContents, "expected at least one content, found \(contents.found)") }
        chat["messages"].array { messages in
            SystemInstruction.toOpenAI(request["systemInstruction"], messages)
            var rest = contents.elements
            while true {
                let here = rest
                guard let content = rest.next() else { break }
                guard Role(content: content) == .assistant, content.kind == .object else {
                    write(content, messages, context)
                    continue
                }
                var count = 1
                // Google's SDK keeps a streamed answer as one content for each event; and chat completions want results
                // right behind their calls, while one content may answer several model contents.
                while let following = Self.next(rest), Role(content: following) == .assistant {
                    following["role"].note(.saidDifferently, "joined with the content before: an answer is one message")
                    _ = rest.next()
                    count += 1
                }
                ToolResults.endTurn(isFollowed: true, messages, context)
                assistant(here, count, messages, context)
            }
            ToolResults.endTurn(isFollowed: false, messages, context)
        }
    }

    private static func next(_ contents: JSONElements) -> JSONValue? {
        var contents = contents
        return contents.next()
    }

    private static func write(_ content: JSONValue, _ messages: JSONArrayWriter, _ context: RequestContext) {
        // A bare string is read as the text of one part.
        if content.kind == .string {
            return messages.object { message in
                message["role"] = "user"
                message["content"] = content
            }
        }
        guard content.kind == .object else { return content.refuse(expected: "a content") }
        guard haveParts(content) else { return }
        refuseUnknownRole(of: content)
        user(content["parts"], messages, context)
    }

    static func refuseUnknownRole(of content: JSONValue) {
        guard Role(content: content) == .unknown else { return }
        content["role"].refuse(.unknownRole, "expected user or model, found \(content["role"].found)")
    }

    /// Refuses what Gemini answers 400 to.
    static func haveParts(_ content: JSONValue) -> Bool {
        let parts = content["parts"]
        for part in parts.elements { Parts.refuseFaults(part) }
        guard parts.elements.isEmpty else { return true }
        let expected = "expected at least one part, found \(parts.found)"
        if parts.exists {
            parts.refuse(.missingMember, expected)
        } else {
            content.refuse("parts", .missingMember, expected)
        }
        return false
    }

    private static func user(_ parts: JSONValue, _ messages: JSONArrayWriter, _ context: RequestContext) {
        ToolResults.toOpenAI(parts, messages, context)
        if !parts.elements.contains(where: { $0["functionResponse"].exists }) {
            ToolResults.endTurn(isFollowed: true, messages, context)
        }
        let media = ToolResults.separateMedia(of: parts, context.options.dialect)
        let others = parts.elements.lazy.filter { !$0["functionResponse"].exists }
        guard !media.isEmpty || others.contains(where: { _ in true }) else { return }
        let hasResults = parts.elements.contains { $0["functionResponse"].exists }
        if hasResults, let first = parts.elements.first(where: { _ in true }), !first["functionResponse"].exists {
            first.note(.saidDifferently, "moved behind the results, which must follow their calls")
        } else if hasResults, let first = others.first(where: { _ in true }) {
            first.note(.saidDifferently, "a message of its own, because results stand alone")
        }
        messages.object { message in
            message["role"] = "user"
            let written = message.written
            if let only = parts.elements.only, only.partText.kind == .string {
                message["content"] = only.partText
            } else {
                message["content"].array { content in
                    for part in media { Parts.toOpenAI(part, content, context.options) }
                    for part in others { Parts.toOpenAI(part, content, context.options) }
                }
            }
            guard message.written == written else { return }
            message.discard()
            parts.warn(.emptyOmitted, "nothing of the content can be said, so it was omitted")
        }
    }

    private static func assistant(
        _ contents: JSONElements, _ count: Int, _ messages: JSONArrayWriter, _ context: RequestContext
    ) {
        guard contents.prefix(count).reduce(true, { haveParts($1) && $0 }) else { return }
        let dialect = context.options.dialect
        let parts = PartSequence(contents, count: count)
        messages.object { message in
            message["role"] = "assistant"
            // The published specification knows sound in a history by its id only.
            let answer = AnswerParts(parts, linksAudio: !dialect.allowsExtraContent)
            answer.noteJoined(dialect)
            answer.writeContent(message, dialect)
            ToolCalls.toOpenAI(parts, message, context) { call in context.calls.add(functionCall: call) }
            guard dialect.allowsExtraContent else { return }
            message["extra_content"]["google"].object { answer.writeExtras($0, dialect) }
        }
    }
}
