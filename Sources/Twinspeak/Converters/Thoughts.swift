internal import JSONCore

/// What the model thought before it answered.
///
///     OpenAI   { role: "assistant", reasoning_content: "…" } or { reasoning: "…" }
///     Gemini   { thought: true, text: "…" }, before the answer
enum Thoughts {
    static func toGemini(_ message: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        let content = message["reasoning_content"]
        let thoughts = content.exists ? content : message["reasoning"]
        if content.exists, message["reasoning"].exists {
            message["reasoning"].note(.superseded, "`reasoning_content` says it too")
        }
        guard thoughts.kind == .string, !thoughts.isEmptyString else {
            if thoughts.isEmptyString { thoughts.ignore() }
            return
        }
        if context.options.historyThoughts == .drop {
            return thoughts.note(.notAllowed, "the options drop thoughts of the history")
        }
        parts.object { part in
            part["thought"] = true
            part["text"] = thoughts
        }
    }

    /// Writes the thoughts among `parts` where the dialect wants them, if it wants them beside the content.
    static func toOpenAI(_ parts: JSONValue, _ message: JSONObjectWriter, _ dialect: Dialect) {
        switch dialect.thoughts {
        case .reasoningContent: message["reasoning_content"].string { append(parts, to: $0) }
        case .reasoning: message["reasoning"].string { append(parts, to: $0) }
        case .thoughtTags: break
        case .dropped:
            for part in parts.elements where isThought(part) {
                part["text"].warn(.noCounterpart, "the dialect has no place for thoughts")
            }
        }
    }

    static func append(_ parts: JSONValue, to text: JSONStringWriter) {
        for part in parts.elements where isThought(part) { text.append(part["text"].content) }
    }

    static func isThought(_ part: JSONValue) -> Bool { part["thought"].bool == true }
}
