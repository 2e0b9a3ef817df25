internal import JSONCore

/// What the model thought before it answered.
///
///     OpenAI   { role: "assistant", reasoning_content: "…" } or { reasoning: "…" }
///     Gemini   { thought: true, text: "…" }, before the answer
enum Thoughts {
    /// - Parameter tagged: Thoughts that stood in the content, between tags.
    static func toGemini(
        _ message: JSONValue, tagged: JSONSlice?, _ parts: JSONArrayWriter, _ context: RequestContext
    ) {
        let content = message["reasoning_content"]
        let source = content.exists ? content : message["reasoning"]
        if content.exists, message["reasoning"].exists {
            message["reasoning"].note(.superseded, "`reasoning_content` says it too")
        }
        if source.kind == .string {
            write(source, source.content, parts, context)
            for detail in message["reasoning_details"].elements { text(detail).ignore() }
            for block in message["thinking_blocks"].elements { block["thinking"].ignore() }
        } else if let tagged {
            write(message["content"], tagged, parts, context)
        } else {
            for detail in message["reasoning_details"].elements {
                text(detail).noteForeign()
                write(text(detail), text(detail).content, parts, context)
            }
            for block in message["thinking_blocks"].elements {
                _ = block["type"] == "thinking"
                block["thinking"].noteForeign()
                write(block["thinking"], block["thinking"].content, parts, context)
            }
        }
    }

    /// How many parts of thoughts a message has, whether or not they are kept.
    static func count(_ message: JSONValue, tagged: JSONSlice?) -> Int {
        let content = message["reasoning_content"]
        let source = content.exists ? content : message["reasoning"]
        if source.kind == .string { return source.isEmptyString ? 0 : 1 }
        if let tagged { return tagged.isEmpty ? 0 : 1 }
        let details = message["reasoning_details"].elements.lazy.map { text($0).content }
        let blocks = message["thinking_blocks"].elements.lazy.map { $0["thinking"].content }
        return details.filter { !$0.isEmpty }.count + blocks.filter { !$0.isEmpty }.count
    }

    /// The text of an entry of OpenRouter's list, if it has one.
    private static func text(_ detail: JSONValue) -> JSONValue {
        let text = detail["text"].exists ? detail["text"] : detail["summary"]
        if text.exists { for name: StaticString in ["type", "format", "id", "index"] { detail[name].ignore() } }
        return text
    }

    private static func write(
        _ source: JSONValue, _ text: JSONSlice, _ parts: JSONArrayWriter, _ context: RequestContext
    ) {
        guard !text.isEmpty else { return }
        if context.options.historyThoughts == .drop, !context.isAnswer {
            return source.note(.notAllowed, "the options drop thoughts of the history")
        }
        parts.object { part in
            part["thought"] = true
            part["text"].write(text: text)
        }
    }

    /// Writes the thoughts among `parts` where the dialect wants them, if it wants them beside the content.
    static func toOpenAI(_ parts: PartSequence, _ message: JSONObjectWriter, _ dialect: Dialect) {
        switch dialect.thoughts {
        case .reasoningContent: message["reasoning_content"].string { append(parts, to: $0) }
        case .reasoning: message["reasoning"].string { append(parts, to: $0) }
        case .thoughtTags: break
        case .dropped:
            for part in parts where isThought(part) {
                part.partText.warn(.noCounterpart, "the dialect has no place for thoughts")
            }
        }
    }

    static func append(_ parts: PartSequence, to text: JSONStringWriter) {
        for part in parts where isThought(part) { text.append(part.partText.content) }
    }

    static func isThought(_ part: JSONValue) -> Bool { part["thought"].bool == true }
}

extension JSONValue {
    fileprivate func noteForeign() {
        if exists { note(.saidDifferently, "one vendor's place for thoughts") }
    }
}
