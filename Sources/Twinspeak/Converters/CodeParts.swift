internal import JSONCore

/// What the model ran on the server, which chat completions have no part for.
///
///     Gemini   { executableCode: { language, code } }, { codeExecutionResult: { outcome, output } },
///              { toolCall: {…} }, { toolResponse: {…} }, and what ``ServerCalls`` finds
///     OpenAI   the code and its output in fences in the content; all parts as they are in extra_content.google.parts
enum CodeParts {
    static func isCode(_ part: JSONValue) -> Bool {
        part["executableCode"].exists || part["codeExecutionResult"].exists
    }

    /// Shows code and output in the text.
    static func append(_ part: JSONValue, to text: JSONStringWriter) {
        let code = part["executableCode"]
        if code.exists {
            let language = code["language"]
            let word: StaticString = language.equalsIgnoringCase("PYTHON") ? "python" : ""
            fence(code["code"], word, text)
        } else {
            let result = part["codeExecutionResult"]
            _ = result["outcome"].equalsIgnoringCase("OUTCOME_OK")
            fence(result["output"], "", text)
        }
    }

    static func note(_ part: JSONValue) {
        let code = part["executableCode"]["code"]
        if code.exists { code.note(.saidDifferently, "the code stands in the text, in a fence") }
        let result = part["codeExecutionResult"]
        let output = result["output"].exists ? result["output"] : result
        if output.exists { output.note(.saidDifferently, "the output stands in the text, in a fence") }
    }

    private static func fence(_ value: JSONValue, _ word: StaticString, _ text: JSONStringWriter) {
        let lines = value.content
        text.append("\n```\(word)\n\(lines)")
        text.append(lines.hasExactSuffix("\\n") ? "```\n" : "\n```\n")
    }

    /// Some part cannot be put together again from the message.
    static func areAmong(_ parts: PartSequence) -> Bool {
        parts.contains { part in
            isCode(part) || part["fileData"].exists || part["toolCall"].exists || part["toolResponse"].exists
                || (part["functionCall"].exists && !parts.isClients(part))
        }
    }

    /// The whole list, so that nothing has to be put together again: calls stand among the message's own.
    static func write(_ parts: PartSequence, _ google: JSONObjectWriter) {
        google["parts"].array { list in
            for part in parts where !parts.isClients(part) { list.object { keep(part, known, $0) } }
        }
    }

    private struct Member {
        let name: StaticString
        var members: [Member] = []

        static func of(_ name: StaticString, _ members: StaticString...) -> Member {
            Member(name: name, members: members.map { Member(name: $0) })
        }
    }

    private static let known: [Member] = [
        .of("text"), .of("thought"), .of("thoughtSignature"), .of("inlineData", "mimeType", "data", "displayName"),
        .of("fileData", "mimeType", "fileUri", "displayName"), .of("videoMetadata", "startOffset", "endOffset", "fps"),
        .of("mediaResolution", "level", "numTokens"), .of("executableCode", "id", "language", "code"),
        .of("codeExecutionResult", "id", "outcome", "output"), .of("toolCall"), .of("toolResponse"),
        .of("functionCall"), .of("functionResponse"), .of("partMetadata"),
    ]

    /// What is not known is not carried along, but reported as everywhere.
    private static func keep(
        _ object: JSONValue, _ known: [Member], _ kept: JSONObjectWriter, _ path: String = "parts",
        for surface: Surface? = nil
    ) {
        for (_, value) in object.members where value.exists {
            guard let member = known.first(where: { object[$0.name].node == value.node }) else { continue }
            let path = "\(path).\(member.name)"
            if surface?.leavesOut(value, path) == true { continue }
            if member.members.isEmpty {
                EnumWords.write(value, member.name, to: kept)
            } else {
                kept[member.name].object { keep(value, member.members, $0, path, for: surface) }
            }
        }
    }

    /// The list as it was, in place of everything that was made of it; false if there is none that says the same.
    static func toGemini(_ message: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) -> Bool {
        guard let kept = kept(in: message) else {
            let list = message["extra_content"]["google"]["parts"]
            if !list.elements.isEmpty {
                list.warn(.superseded, "the parts are not those of the message; what it says counts")
            }
            return false
        }
        for part in kept {
            if Thoughts.isThought(part), context.dropsThoughts {
                part.note(.notAllowed, "the options drop thoughts of the history")
            } else {
                parts.object { keep(part, known, $0, for: context.options.surface) }
            }
        }
        for made: StaticString in [
            "content", "reasoning_content", "reasoning", "reasoning_details", "images", "audio",
        ] {
            message[made].ignore()
        }
        for made: StaticString in ["thought", "thoughtSignature", "partSignatures"] {
            message["extra_content"]["google"][made].ignore()
        }
        return true
    }

    /// The list that the message brings along, if it says the same as the message.
    ///
    /// A client's calls and results stand among the message's own, where each finds the other.
    static func kept(in message: JSONValue) -> PartSequence? {
        let kept = PartSequence(message["extra_content"]["google"].elements)
        guard kept.contains(where: { _ in true }), kept.allSatisfy({ Parts.isWhole($0) && !kept.isClients($0) }),
            AnswerParts(kept, for: message).make(message)
        else { return nil }
        return kept
    }

    static let geminiLosses = losses(below: "/contents/*/parts/*/") + losses(below: "/candidates/*/content/parts/*/")

    private static func losses(below part: String) -> [Loss] {
        let ran = ["functionCall", "functionResponse", "toolCall", "toolResponse"]
        return [
            .note(part + "executableCode/id", because: "the code stands in the text"),
            .note(part + "codeExecutionResult/id", because: "the output stands in the text"),
            .warning(part + "codeExecutionResult/outcome", because: "the dialect has no place for how the code ended"),
        ] + ran.map { .warning(part + $0, because: "the dialect has no place for what the server ran") }
    }
}
