internal import JSONCore

/// The parts of a model's content, as the members of an assistant message.
///
///     Gemini   parts: [{ thought: true, text }, { text }, { inlineData: { mimeType: "image/png", data } }, …]
///     OpenAI   content: "…", reasoning_content: "…", images?: [{ type: "image_url", image_url: { url }, index }],
///              extra_content?: { google: { thought_signature, part_signatures? } }
struct AnswerParts {
    let parts: PartSequence
    private(set) var hasText = false
    private(set) var hasThoughts = false
    private(set) var hasMedia = false
    private(set) var hasCalls = false

    init(_ parts: PartSequence) {
        self.parts = parts
        for part in parts {
            let isThought = Thoughts.isThought(part)
            if part["functionCall"].exists { hasCalls = true }
            if CodeParts.isCode(part) || part["fileData"].exists { hasText = true }
            if part.partText.kind == .string {
                if isThought { hasThoughts = true } else { hasText = true }
            }
            guard part["inlineData"].exists else { continue }
            if isThought {
                part["inlineData"].note(
                    .noCounterpart, "an interim image of the model's thoughts, not part of its answer")
            } else {
                hasMedia = true
            }
        }
    }

    /// Says that several texts become one, and that thoughts come first.
    func noteJoined() {
        var hadText = false
        var hadThought = false
        for part in parts where part.partText.kind == .string {
            let isThought = Thoughts.isThought(part)
            if isThought ? hadThought || hadText : hadText {
                part.partText.note(.saidDifferently, "joined: a message has one text, and one of thoughts before it")
            }
            if isThought { hadThought = true } else { hadText = true }
        }
    }

    /// `content`, and beside it thoughts and images as the dialect carries them. Null only beside tool calls.
    func writeContent(_ message: JSONObjectWriter, _ dialect: Dialect) {
        let tagsThoughts = hasThoughts && dialect.thoughts == .thoughtTags
        if hasText || tagsThoughts || (hasMedia && dialect.images == .markdown) {
            message["content"].string { writeText($0, dialect) }
            for part in parts where !Thoughts.isThought(part) { note(part, dialect) }
        } else if hasCalls {
            message["content"].writeNull()
        } else {
            message["content"] = ""
        }
        if hasThoughts { Thoughts.toOpenAI(parts, message, dialect) }
        if hasMedia, dialect.images == .images { writeImages(message) }
    }

    private func writeText(_ text: JSONStringWriter, _ dialect: Dialect) {
        if hasThoughts, dialect.thoughts == .thoughtTags {
            text.append("<thought>")
            Thoughts.append(parts, to: text)
            text.append("</thought>")
        }
        for part in parts where !Thoughts.isThought(part) { append(part, to: text, dialect) }
    }

    private func append(_ part: JSONValue, to text: JSONStringWriter, _ dialect: Dialect) {
        let inline = part["inlineData"]
        if part.partText.kind == .string {
            text.append(part.partText.content)
        } else if CodeParts.isCode(part) {
            CodeParts.append(part, to: text)
        } else if part["fileData"].exists {
            text.append("[file](\(part["fileData"]["fileUri"]))")
        } else if inline.exists, dialect.images == .markdown || !inline.isImage {
            if inline.isImage { text.append("!") }
            text.append("[\(inline.isImage ? "image" : "file")](data:\(inline["mimeType"]);base64,\(inline["data"]))")
        }
    }

    private func note(_ part: JSONValue, _ dialect: Dialect) {
        let inline = part["inlineData"]
        if CodeParts.isCode(part) {
            CodeParts.note(part)
        } else if part["fileData"].exists {
            part["fileData"].note(.saidDifferently, "stands in the text, as a Markdown link")
        } else if inline.exists, dialect.images == .markdown || !inline.isImage {
            inline["mimeType"].note(.saidDifferently, "stands in the text, as Markdown")
        }
    }

    /// The content of `message` is what these parts make: nobody has edited it.
    func make(_ message: JSONValue) -> Bool {
        let content = message["content"]
        var dialect = Dialect.relay
        if message["extra_content"]["google"]["thought"].exists { dialect.thoughts = .thoughtTags }
        if message["images"].exists { dialect.images = .images }
        var output = JSONOutput()
        output.value { $0.string { writeText($0, dialect) } }
        let made = output.bytes
        guard content.exists else { return made.count == "\"\"".utf8.count }
        return made.count == content.raw.count && made.indices.allSatisfy { made[$0] == content.raw[$0] }
    }

    private func writeImages(_ message: JSONObjectWriter) {
        message["images"].array { images in
            var index: Int64 = 0
            for inline in parts.lazy.filter({ !Thoughts.isThought($0) }).map({ $0["inlineData"] })
            where inline.isImage {
                images.object { image in
                    image["type"] = "image_url"
                    image["image_url"]["url"] = "data:\(inline["mimeType"]);base64,\(inline["data"])"
                    image["index"] = index
                }
                index += 1
            }
        }
    }
}

extension JSONValue {
    /// Inline data that chat completions know as an image.
    var isImage: Bool { self["mimeType"].decoded.hasPrefix("image/") }
}
