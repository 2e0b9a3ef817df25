internal import JSONCore

/// What the model thought before it answered.
///
///     OpenAI   { role: "assistant", reasoning_content: "…" } or { reasoning: "…" }
///     Gemini   { thought: true, text: "…" }, before the answer
enum Thoughts {
    /// The parts of thoughts that the message has, whether or not the options let them pass.
    ///
    /// - Parameter tagged: Thoughts that stood in the content, between tags.
    static func toGemini(
        _ message: JSONValue, tagged: JSONSlice?, _ parts: JSONArrayWriter, isDropped: Bool
    ) -> Int {
        var chosen: [JSONValue]?
        if let tagged { write(message["content"], tagged, parts, isDropped: isDropped) }
        for (index, texts) in carriers(message).enumerated() where !texts.isEmpty {
            if let first = tagged?.string ?? chosen?.joined {
                note(texts, isSame: texts.joined == first)
                continue
            }
            chosen = texts
            for text in texts {
                if index > 1 { text.note(.saidDifferently, "one vendor's place for thoughts") }
                write(text, text.content, parts, isDropped: isDropped)
            }
        }
        return tagged.map { $0.isEmpty ? 0 : 1 } ?? chosen?.count ?? 0
    }

    /// The texts of each place where clients keep thoughts, the one that counts first.
    private static func carriers(_ message: JSONValue) -> [[JSONValue]] {
        let blocks = message["thinking_blocks"].elements.map { block in
            _ = block["type"].equalsIgnoringCase("thinking")
            return block["thinking"]
        }
        let carriers = [
            [message["reasoning_content"]], [message["reasoning"]],
            message["reasoning_details"].elements.map(text), blocks,
        ]
        return carriers.map { texts in
            for text in texts where text.isEmptyString { text.ignore() }
            return texts.filter { $0.kind == .string && !$0.isEmptyString }
        }
    }

    private static func note(_ texts: [JSONValue], isSame: Bool) {
        for text in texts {
            if isSame {
                text.note(.superseded, "another member says it too")
            } else {
                text.warn(.superseded, "another member has other thoughts; those count")
            }
        }
    }

    /// The text of an entry of OpenRouter's list, if it has one.
    private static func text(_ detail: JSONValue) -> JSONValue {
        let text = detail["text"].exists ? detail["text"] : detail["summary"]
        if text.exists || !(detail["data"].exists || detail["signature"].exists) {
            for name: StaticString in ["type", "format", "id", "index"] { detail[name].ignore() }
        }
        return text
    }

    private static func write(
        _ source: JSONValue, _ text: JSONSlice, _ parts: JSONArrayWriter, isDropped: Bool
    ) {
        guard !text.isEmpty else { return }
        if isDropped {
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

extension [JSONValue] {
    fileprivate var joined: String { map(\.decoded.string).joined() }
}

extension RequestContext {
    var dropsThoughts: Bool { options.historyThoughts == .drop && !isAnswer }
}
