internal import JSONCore

/// What the developer tells the model before the conversation.
///
///     OpenAI   messages: [{ role: "system" | "developer", content: "…" | [{ type: "text", text }, …] }, …]
///     Gemini   systemInstruction: { parts: [{ text }, …] }
///
/// Gemini has one place for it, so messages that come later move to the front, with a warning.
enum SystemInstruction {
    static func toGemini(_ messages: JSONValue, _ request: JSONObjectWriter) {
        request["systemInstruction"]["parts"].array { parts in
            var isLate = false
            var isFirst = true
            for message in messages.elements {
                let role = message["role"]
                guard Role(message: message) == .system else {
                    isLate = true
                    continue
                }
                if isLate {
                    role.warn(.movedToSystemInstruction, "Gemini has system text before the conversation only")
                } else if !isFirst {
                    role.note(.saidDifferently, "joined with the system text before")
                } else if role == "developer" {
                    role.note(.saidDifferently, "Gemini does not tell developer from system")
                }
                isFirst = false
                writeTexts(message["content"], parts)
            }
        }
    }

    /// One text part for each text; empty text says nothing, and a part-less instruction is refused.
    static func writeTexts(_ content: JSONValue, _ parts: JSONArrayWriter) {
        for part in content.elements {
            let text = part.kind == .string ? part : part["text"]
            guard text.kind == .string else {
                part.refuse(.unknownPart, "expected text, found \(part.found)")
                continue
            }
            _ = part["type"].equalsIgnoringCase("text")
            if text.isEmptyString {
                text.note(.emptyOmitted, "empty system text says nothing")
            } else {
                parts.object { $0["text"] = text }
            }
        }
    }

    static func toOpenAI(_ instruction: JSONValue, _ messages: JSONArrayWriter) {
        let parts = instruction.kind == .object && instruction["parts"].exists ? instruction["parts"] : instruction
        _ = instruction["role"].string
        messages.object { message in
            message["role"] = "system"
            let written = message.written
            if let only = parts.elements.only {
                message["content"] = text(only)
            } else {
                message["content"].array { content in
                    for part in parts.elements {
                        content.object { text in
                            text["type"] = "text"
                            text["text"] = Self.text(part)
                        }
                    }
                }
            }
            if message.written == written { message.discard() }
        }
    }

    private static func text(_ part: JSONValue) -> JSONValue {
        let text = part.kind == .string ? part : part["text"]
        if text.kind != .string { part.refuse(.unknownPart, "expected text, found \(part.found)") }
        return text
    }
}
