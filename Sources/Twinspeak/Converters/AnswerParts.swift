internal import JSONCore

/// The parts of a model's content, as the members of an assistant message.
///
///     Gemini   parts: [{ thought: true, text }, { text }, { inlineData: { mimeType: "image/png", data } }, …]
///     OpenAI   content: "…", reasoning_content: "…", images?: [{ type: "image_url", image_url: { url }, index }],
///              extra_content?: { google: { thought_signature, part_signatures? } }
struct AnswerParts {
    private let parts: PartSequence
    private var hasText = false
    private var hasThoughts = false
    private var hasMedia = false
    private(set) var hasCalls = false
    private var signatures = 0

    init(_ parts: PartSequence) {
        self.parts = parts
        for part in parts {
            let isThought = Thoughts.isThought(part)
            if part["functionCall"].exists {
                hasCalls = true
            } else if part["thoughtSignature"].exists {
                signatures += 1
            }
            if CodeParts.isCode(part) { hasText = true }
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
            message["content"].string { text in
                if tagsThoughts {
                    text.append("<thought>")
                    Thoughts.append(parts, to: text)
                    text.append("</thought>")
                }
                for part in parts where !Thoughts.isThought(part) { append(part, to: text, dialect) }
            }
        } else if hasCalls {
            message["content"].writeNull()
        } else {
            message["content"] = ""
        }
        if hasThoughts { Thoughts.toOpenAI(parts, message, dialect) }
        if hasMedia, dialect.images == .images { writeImages(message) }
    }

    private func append(_ part: JSONValue, to text: JSONStringWriter, _ dialect: Dialect) {
        let inline = part["inlineData"]
        if part.partText.kind == .string {
            text.append(part.partText.content)
        } else if CodeParts.isCode(part) {
            CodeParts.append(part, to: text)
        } else if inline.exists, dialect.images == .markdown || !inline.isImage {
            if inline.isImage { text.append("!") }
            text.append("[\(inline.isImage ? "image" : "file")](data:\(inline["mimeType"]);base64,\(inline["data"]))")
            inline["mimeType"].note(.saidDifferently, "stands in the text, as Markdown")
        }
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

    // MARK: Signatures

    /// The members of the message's `extra_content.google` that belong to its parts.
    func writeExtras(_ google: JSONObjectWriter, _ dialect: Dialect) {
        if hasThoughts, dialect.thoughts == .thoughtTags { google["thought"] = true }
        CodeParts.write(parts, google)
        guard signatures > 0 else { return }
        let signed = parts.enumerated().lazy.filter {
            !$0.element["functionCall"].exists && $0.element["thoughtSignature"].exists
        }
        let places = places(dialect)
        if signatures == 1, let only = signed.first(where: { _ in true }) {
            google["thought_signature"] = only.element["thoughtSignature"]
            // Without its place, it would come back on the last text, or else on the last image.
            if lastSigned.map({ places[$0] == places[only.offset] }) ?? true { return }
        }
        google["part_signatures"].array { list in
            for (index, (place, part)) in signed.enumerated() {
                list.object { signature in
                    signature["index"] = Int64(index)
                    signature["part"] = Int64(places[place])
                    signature["thought_signature"] = part["thoughtSignature"]
                }
            }
        }
    }

    /// Where a signature without a place comes back.
    private var lastSigned: Int? {
        let answers = parts.enumerated().filter { !Thoughts.isThought($0.element) }
        return
            (answers.last { Self.isText($0.element) } ?? answers.last { $0.element["inlineData"].isImage })?
            .offset
    }

    /// Says something in the content, and is no image.
    private static func isText(_ part: JSONValue) -> Bool {
        if Thoughts.isThought(part) { return false }
        if part.partText.kind == .string { return !part.partText.isEmptyString }
        return (part["inlineData"].exists && !part["inlineData"].isImage) || CodeParts.isCode(part)
    }

    /// Where each part stands when the message comes back: thoughts are one part before all others, neighbouring texts
    /// are one part, and images in a list of their own follow the text.
    private func places(_ dialect: Dialect) -> [Int] {
        let thinks = parts.contains { Thoughts.isThought($0) && !$0.partText.isEmptyString && $0.partText.exists }
        var next = thinks ? 1 : 0
        var isInText = false
        var images: [Int] = []
        var places: [Int] = []
        for (offset, part) in parts.enumerated() {
            if !Thoughts.isThought(part), part["inlineData"].isImage {
                if dialect.images == .images { images.append(offset) } else if isInText { next += 1 }
                places.append(next)
                if dialect.images == .markdown { (next, isInText) = (next + 1, false) }
            } else {
                places.append(Thoughts.isThought(part) ? 0 : next)
                isInText = isInText || Self.isText(part)
            }
        }
        if isInText { next += 1 }
        for (index, offset) in images.enumerated() { places[offset] = next + index }
        return places
    }
}

extension JSONValue {
    fileprivate var isImage: Bool { self["mimeType"].decoded.hasPrefix("image/") }
}
