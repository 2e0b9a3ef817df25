internal import JSONCore

/// The parts of a model's content, as the members of an assistant message.
///
///     Gemini   parts: [{ thought: true, text }, { text }, { inlineData: { mimeType: "image/png", data } }, …]
///     OpenAI   content: "…", reasoning_content: "…", images?: [{ type: "image_url", image_url: { url }, index }],
///              audio?: { id, data, … }, extra_content?: { google: { thought_signature, part_signatures? } }
struct AnswerParts {
    let parts: PartSequence
    private(set) var hasText = false
    private(set) var hasThoughts = false
    private(set) var hasImages = false
    private(set) var hasCalls = false
    /// What stands in `audio`: of one type, and what is of another is a link.
    private(set) var audio: [JSONValue] = []

    /// - Parameter linksAudio: The message must not have sound of its own.
    init(_ parts: PartSequence, linksAudio: Bool = false) {
        self.parts = parts
        for part in parts {
            if part["functionCall"].exists, parts.isClients(part) { hasCalls = true }
            let isText = part.partText.kind == .string
            if Thoughts.isThought(part) {
                if isText { hasThoughts = true }
                continue
            }
            let inline = part["inlineData"]
            if isText || CodeParts.isCode(part) || part["fileData"].exists {
                hasText = true
            } else if inline.isImage {
                hasImages = true
            } else if inline.isAudio, !linksAudio, audio.isEmpty || isBeside(inline) {
                audio.append(inline)
            } else if inline.exists {
                hasText = true
            }
        }
    }

    /// As ``make(_:)`` wants them.
    init(_ parts: PartSequence, for message: JSONValue) { self.init(parts, linksAudio: !message["audio"].exists) }

    /// Stands in `audio`.
    func isBeside(_ inline: JSONValue) -> Bool {
        guard let first = audio.first else { return false }
        return inline["mimeType"].isSameString(as: first["mimeType"])
    }

    /// Says that several texts become one, what comes before them and what behind, and what is no part of the answer.
    func noteJoined(_ dialect: Dialect) {
        var hadText = false
        var hadThought = false
        var hadAudio = false
        var hadImage = false
        var call: JSONValue?
        for part in parts {
            if part["functionCall"].exists, parts.isClients(part) {
                call = call ?? part["functionCall"]["name"]
            } else if let name = call, name.exists {
                name.note(.saidDifferently, "stands behind all other parts, as a message's calls do")
                call = name.missing
            }
            let inline = part["inlineData"]
            let isThought = Thoughts.isThought(part)
            if inline.exists, isThought {
                Self.noteInterim(inline)
            } else if isBeside(inline) {
                hadAudio = true
            } else if inline.isImage, dialect.images == .images {
                hadImage = true
            }
            guard part.partText.kind == .string else { continue }
            if isThought ? hadThought || hadText : hadText {
                part.partText.note(.saidDifferently, "joined: a message has one text, and one of thoughts before it")
            } else if hadAudio, !isThought {
                part.partText.note(.saidDifferently, "stands before the sound, as a message's text does")
            } else if hadImage, !isThought {
                part.partText.note(.saidDifferently, "stands before the images, as a message's text does")
            }
            if isThought { hadThought = true } else { hadText = true }
        }
    }

    static func noteInterim(_ inline: JSONValue) {
        inline.note(.noCounterpart, "an interim image of the model's thoughts, not part of its answer")
    }

    /// `content`, and beside it thoughts, images and sound as the dialect carries them. Null only beside tool calls and
    /// sound.
    func writeContent(_ message: JSONObjectWriter, _ dialect: Dialect) {
        if hasText || tagsThoughts(dialect) || (hasImages && dialect.images == .markdown) {
            message["content"].string { writeText($0, dialect) }
            for part in parts where !Thoughts.isThought(part) { note(part, dialect) }
        } else if hasCalls || !audio.isEmpty {
            message["content"].writeNull()
        } else {
            message["content"] = ""
        }
        if hasThoughts { Thoughts.toOpenAI(parts, message, dialect) }
        if hasImages, dialect.images == .images { _ = writeImages(message) }
        AnswerAudio.toOpenAI(audio, message, dialect)
    }

    func tagsThoughts(_ dialect: Dialect) -> Bool { hasThoughts && dialect.thoughts == .thoughtTags }

    /// The thoughts themselves hold the tag that ends them.
    func endsThoughtsEarly(_ dialect: Dialect) -> Bool {
        tagsThoughts(dialect)
            && parts.contains { Thoughts.isThought($0) && $0.partText.plain.firstRange(of: "</thought>") != nil }
    }

    private func writeText(_ text: JSONStringWriter, _ dialect: Dialect) {
        if tagsThoughts(dialect) { writeTags(text) }
        for part in parts where !Thoughts.isThought(part) { append(part, to: text, dialect) }
    }

    func writeTags(_ text: JSONStringWriter) {
        text.append("<thought>")
        Thoughts.append(parts, to: text)
        text.append("</thought>")
    }

    func append(_ part: JSONValue, to text: JSONStringWriter, _ dialect: Dialect) {
        let inline = part["inlineData"]
        if part.partText.kind == .string {
            text.append(part.partText.content)
        } else if CodeParts.isCode(part) {
            CodeParts.append(part, to: text)
        } else if part["fileData"].exists {
            text.append("[file](\(part["fileData"]["fileUri"]))")
        } else if isInText(inline, dialect) {
            if inline.isImage { text.append("!") }
            let name: StaticString = inline.isImage ? "image" : inline.isAudio ? "audio" : "file"
            text.append("[\(name)](data:\(inline["mimeType"]);base64,\(inline["data"]))")
        }
    }

    func isInText(_ inline: JSONValue, _ dialect: Dialect) -> Bool {
        inline.exists && (inline.isImage ? dialect.images == .markdown : !isBeside(inline))
    }

    func note(_ part: JSONValue, _ dialect: Dialect) {
        let inline = part["inlineData"]
        if CodeParts.isCode(part) {
            CodeParts.note(part)
        } else if part["fileData"].exists {
            part["fileData"].note(.saidDifferently, "stands in the text, as a Markdown link")
        } else if isInText(inline, dialect) {
            let type = inline["mimeType"]
            (type.exists ? type : inline).note(.saidDifferently, "stands in the text, as Markdown")
        }
    }

    /// The content of `message` is what these parts make: nobody has edited it.
    func make(_ message: JSONValue) -> Bool {
        let content = message["content"]
        var output = JSONOutput()
        output.value { $0.string { writeText($0, .read(from: message)) } }
        let made = output.bytes
        guard content.exists else { return made.count == "\"\"".utf8.count }
        return made.count == content.raw.count && made.indices.allSatisfy { made[$0] == content.raw[$0] }
    }

    /// - Parameter first: Where the list goes on, in a stream.
    /// - Returns: Where it ends.
    func writeImages(_ message: JSONObjectWriter, from first: Int64 = 0) -> Int64 {
        var index = first
        message["images"].array { images in
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
        return index
    }
}

extension Dialect {
    /// How the content of a message of ours came about.
    static func read(from message: JSONValue) -> Dialect {
        var dialect = Dialect.relay
        if message["extra_content"]["google"]["thought"].exists { dialect.thoughts = .thoughtTags }
        if message["images"].exists { dialect.images = .images }
        return dialect
    }
}

extension JSONValue {
    /// Inline data that chat completions know as an image.
    var isImage: Bool { self["mimeType"].decoded.hasPrefix("image/") }
}
