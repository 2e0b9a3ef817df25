internal import JSONCore

/// The way back: the members of an assistant message as the parts of a model's content. The shapes stand in
/// `AnswerParts.swift`.
extension AnswerParts {
    private enum Piece {
        case text(JSONSlice, signature: JSONSlice? = nil)
        case image(type: JSONSlice, data: JSONSlice)
        /// A part that is written as a user's would be.
        case part(JSONValue)
    }

    static func toGemini(_ message: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        if isPlain(message) {
            if !message["content"].isEmptyString { parts.object { $0["text"] = message["content"] } }
            message["content"].ignore()
            return ToolCalls.toGemini(message, parts, signature: nil, context)
        }
        if CodeParts.toGemini(message, parts) {
            return ToolCalls.toGemini(message, parts, signature: nil, context)
        }
        var pieces: [Piece] = []
        let content = message["content"]
        let google = message["extra_content"]["google"]
        let isTagged = google["thought"].bool == true
        let thoughts = isTagged ? tagged(content) : nil
        if let thoughts { append(content, thoughts.rest, to: &pieces) } else { append(content, to: &pieces) }
        for image in message["images"].elements {
            image["index"].note(.saidDifferently, "images are parts in their order")
            if let piece = inlineImage(image) { pieces.append(piece) } else { append(image, to: &pieces) }
        }
        if let refusal = refusal(message) { pieces.append(.text(refusal)) }
        Thoughts.toGemini(message, tagged: thoughts?.thoughts, parts, context)
        let thoughtCount = Thoughts.count(message, tagged: thoughts?.thoughts)
        let signatures = Signatures(message, pieces: pieces, after: thoughtCount, context)
        for (place, piece) in pieces.enumerated() { write(piece, signatures.of(place), parts, context) }
        if let alone = signatures.alone {
            parts.object { part in
                part["text"] = ""
                part["thoughtSignature"].write(text: alone)
            }
        }
        ToolCalls.toGemini(message, parts, signature: signatures.call, context)
    }

    /// A string without images, and nothing beside it but calls: what nearly every message is.
    private static func isPlain(_ message: JSONValue) -> Bool {
        let content = message["content"]
        guard !content.exists || content.kind == .string else { return false }
        let hasOnly = message.members.allSatisfy { name, value in
            name == "role" || name == "content" || name == "tool_calls" || name == "name" || value.kind == .null
        }
        return hasOnly && content.between.firstRange(of: "](data:") == nil
    }

    // MARK: Pieces

    private static func append(_ content: JSONValue, to pieces: inout [Piece]) {
        for part in content.elements {
            if part.kind == .string {
                append(part, part.content, to: &pieces)
            } else if part["type"] == "text", part["text"].kind == .string {
                let signature = part["extra_content"]["google"]["thought_signature"]
                if signature.kind == .string {
                    signature.note(.saidDifferently, "one vendor's place for a thought signature")
                    pieces.append(.text(part["text"].content, signature: signature.content))
                } else {
                    append(part["text"], part["text"].content, to: &pieces)
                }
            } else if part["type"] == "refusal", part["refusal"].kind == .string {
                part["refusal"].note(.saidDifferently, "a refusal is plain text on the other side")
                pieces.append(.text(part["refusal"].content))
            } else {
                pieces.append(.part(part))
            }
        }
    }

    private static func append(_ value: JSONValue, _ text: JSONSlice, to pieces: inout [Piece]) {
        var images = MarkdownImages(text)
        if images.hasImages {
            value.note(.saidDifferently, "images in the text are parts of their own, without a name")
            while let piece = images.next() {
                switch piece {
                case .text(let text): pieces.append(.text(text))
                case .image(let type, let data): pieces.append(.image(type: type, data: data))
                }
            }
        } else if !text.isEmpty {
            pieces.append(.text(text))
        }
        if images.hasBroken { value.note(.unusableMedia, "an image in the text is not whole, and stays text") }
    }

    /// An image of its own that may be signed, as one in the text may.
    private static func inlineImage(_ image: JSONValue) -> Piece? {
        let url = image["image_url"]["url"]
        guard image["type"] == "image_url", url.kind == .string, !image["image_url"]["detail"].exists,
            let data = DataURL(url.plain), data.isBase64, !data.hasParameters, !data.mediaType.isEmpty
        else { return nil }
        url.ignore()
        return .image(type: data.mediaType, data: data.data)
    }

    private static func refusal(_ message: JSONValue) -> JSONSlice? {
        let refusal = message["refusal"]
        guard refusal.kind == .string, !refusal.isEmptyString else { return nil }
        refusal.note(.saidDifferently, "a refusal is plain text on the other side")
        return refusal.content
    }

    /// `<thought>…</thought>` at the beginning of a content that is flagged for it.
    private static func tagged(_ content: JSONValue) -> (thoughts: JSONSlice, rest: JSONSlice)? {
        let text = content.plain
        guard text.hasExactPrefix("<thought>") else { return nil }
        content.note(.saidDifferently, "thoughts between tags are parts of their own")
        let body = text.dropFirst("<thought>".utf8.count)
        guard let end = body.firstRange(of: "</thought>") else { return (body, body.dropFirst(body.count)) }
        return (body.prefix(end), body.dropFirst(end + "</thought>".utf8.count))
    }

    private static func write(
        _ piece: Piece, _ signature: JSONSlice?, _ parts: JSONArrayWriter, _ context: RequestContext
    ) {
        if case .part(let part) = piece { return Parts.toGemini(part, parts, context) }
        parts.object { part in
            var signature = signature
            switch piece {
            case .text(let text, let own):
                part["text"].write(text: text)
                signature = own ?? signature
            case .image(let type, let data):
                part["inlineData"].object { inline in
                    inline["mimeType"].write(text: type)
                    inline["data"].write(text: data)
                }
            case .part: break
            }
            if let signature { part["thoughtSignature"].write(text: signature) }
        }
    }

    // MARK: Signatures

    /// Which part each signature of a message goes back to.
    private struct Signatures {
        /// For the first call.
        private(set) var call: JSONSlice?
        /// For an empty text part, where there is no other place.
        private(set) var alone: JSONSlice?
        private var byPlace: [(place: Int, signature: JSONSlice)] = []
        private let first: Int

        /// - Parameter first: The place of the first piece among the parts.
        init(_ message: JSONValue, pieces: [Piece], after first: Int, _ context: RequestContext) {
            self.first = first
            let google = message["extra_content"]["google"]
            let listed = google["partSignatures"]
            for entry in listed.elements {
                guard let place = entry["part"].int, entry["thoughtSignature"].kind == .string else { continue }
                entry["index"].ignore()
                byPlace.append((Int(clamping: place), entry["thoughtSignature"].content))
            }
            alone = byPlace.first { $0.place >= pieces.count + first }?.signature
            guard let signature = ThoughtSignatures.ofMessage(message), byPlace.isEmpty else { return }
            let calls = message["tool_calls"].elements
            let isSigned = calls.contains { ThoughtSignatures.isSigned($0, in: message) }
            let lastImage = pieces.lastIndex { if case .image = $0 { true } else { false } }
            let lastText = pieces.lastIndex { if case .text = $0 { true } else { false } }
            if context.capabilities.signedParts, !calls.isEmpty, !isSigned {
                call = signature
                google["thought_signature"].note(.saidDifferently, "moved to the first call, where the model signs")
            } else if let place = lastText ?? lastImage {
                byPlace.append((place + first, signature))
            } else {
                alone = signature
            }
        }

        func of(_ place: Int) -> JSONSlice? { byPlace.first { $0.place == place + first }?.signature }
    }
}
