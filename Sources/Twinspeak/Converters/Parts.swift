internal import JSONCore

/// One piece of a message.
///
///     OpenAI   { type: "text", text } | { type: "image_url", image_url: { url, detail? } }
///              | { type: "input_audio", input_audio: { data, format } } | { type: "file", file: { filename?, file_data?, file_id? } }
///              | { type: "video_url", video_url: { url } } | { type: "refusal", refusal }
///     Gemini   { text } | { inlineData: { mimeType, data } } | { fileData: { mimeType?, fileUri } }
enum Parts {
    /// The parts of a message's `content`; a bare string is one text part. Empty text beside other parts is omitted.
    static func toGemini(_ content: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        for part in content.elements {
            if part.kind == .string {
                text(part, parts)
                if content.kind == .array { part.note(.saidDifferently, "a bare string, read as a text part") }
                continue
            }
            let type = part["type"]
            if type.equalsIgnoringCase("text") {
                text(part["text"], parts, in: part)
            } else if type.equalsIgnoringCase("refusal") {
                text(part["refusal"], parts, in: part)
            } else if type.equalsIgnoringCase("image_url") {
                Media.imageToGemini(part, "image_url", parts, context)
            } else if type.equalsIgnoringCase("video_url") {
                Media.imageToGemini(part, "video_url", parts, context)
            } else if type.equalsIgnoringCase("input_audio") {
                Media.audioToGemini(part, parts, context)
            } else if type.equalsIgnoringCase("file") {
                Media.fileToGemini(part, parts, context)
            } else if part.kind == .object {
                part.refuse(
                    .unknownPart,
                    "expected a part of type text, image_url, input_audio, file, video_url or refusal, found \(type.found)"
                )
            } else {
                part.refuse(expected: "a part")
            }
        }
    }

    private static func text(_ text: JSONValue, _ parts: JSONArrayWriter, in part: JSONValue? = nil) {
        guard text.kind == .string else {
            if text.exists { return text.refuse(expected: "a string") }
            return (part ?? text).refuse("text", .missingMember, "expected a string, found nothing")
        }
        if text.isEmptyString {
            // A message that is nothing but an empty text is the business of whoever writes the message.
            return part == nil ? text.ignore() : text.note(.emptyOmitted, "an empty text says nothing")
        }
        parts.object { $0["text"] = text }
    }

    // MARK: Gemini → OpenAI

    /// The members of which a part has exactly one.
    static let dataMembers: [StaticString] = [
        "text", "inlineData", "fileData", "functionCall", "functionResponse", "executableCode", "codeExecutionResult",
        "toolCall", "toolResponse",
    ]

    /// Has data of one kind, and text that is text.
    static func isWhole(_ part: JSONValue) -> Bool {
        let text = part["text"]
        return dataMembers.reduce(0) { part[$1].exists ? $0 + 1 : $0 } == 1 && (!text.exists || text.kind == .string)
    }

    /// Gemini answers 400 to a part without data, and to one with two kinds of it.
    static func refuseFaults(_ part: JSONValue) {
        if part.kind == .string { return }
        guard part.kind == .object else { return part.refuse(expected: "a part") }
        var count = 0
        for name in dataMembers where part[name].exists { count += 1 }
        if count > 1 {
            let names = dataMembers.filter { part[$0].exists }.map { "\($0)" }
            part.refuse(.unknownPart, "expected one kind of data, found \(names.joined(separator: " and "))")
        } else if count == 0, !part["thoughtSignature"].exists {
            part.refuse(.unknownPart, "expected text or another kind of data, found \(part.found)")
        }
        part["text"].refuseUnlessString()
    }

    /// A part of a user's content.
    static func toOpenAI(_ part: JSONValue, _ content: JSONArrayWriter, _ options: Options) {
        let text = part.partText
        if text.exists {
            content.object { chat in
                chat["type"] = "text"
                chat["text"] = text
            }
        } else if part["inlineData"].exists {
            Media.inlineToOpenAI(part, content, options.dialect)
        } else if part["fileData"].exists {
            Media.fileToOpenAI(part, content, options.dialect)
        }
    }
}

extension JSONValue {
    /// The text of a Gemini part; a bare string is read as the text of one.
    var partText: JSONValue { kind == .string ? self : self["text"] }
}
