internal import JSONCore

/// The way back: the members of an assistant message as the parts of a model's content. The shapes stand in
/// `AnswerParts.swift`.
extension AnswerParts {
    private enum Piece {
        case text(JSONSlice, signature: JSONSlice? = nil)
        case inline(type: JSONSlice, data: JSONSlice)
        /// A part that is written as a user's would be.
        case part(JSONValue)

        var takesSignature: Bool { if case .part = self { false } else { true } }
    }

    static func toGemini(_ message: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        if isPlain(message) {
            if !message["content"].isEmptyString { parts.object { $0["text"] = message["content"] } }
            message["content"].ignore()
            return ToolCalls.toGemini(message, parts, signature: nil, context)
        }
        if CodeParts.toGemini(message, parts, context) {
            return ToolCalls.toGemini(message, parts, signature: nil, context)
        }
        var pieces: [Piece] = []
        let content = message["content"]
        let thoughts = tagged(message)
        if let thoughts {
            content.note(.saidDifferently, "thoughts between tags are parts of their own")
            append(content, thoughts.rest, to: &pieces)
        } else {
            let flag = message["extra_content"]["google"]["thought"]
            if flag.bool == true { flag.note(.noCounterpart, "no tags tell the thoughts in the content") }
            append(content, to: &pieces)
        }
        append(imagesOf: message, to: &pieces)
        if let transcript = AnswerAudio.transcript(of: message) { pieces.append(.text(transcript)) }
        if let audio = AnswerAudio.data(of: message) { pieces.append(.inline(type: audio.type, data: audio.data)) }
        if let refusal = refusal(message) { pieces.append(.text(refusal)) }
        let before = Thoughts.toGemini(
            message, tagged: thoughts?.thoughts, parts, isDropped: context.dropsThoughts)
        let signatures = Signatures(message, pieces: pieces, before: before, context)
        for (place, piece) in pieces.enumerated() { write(piece, signatures.byPlace[place], parts, context) }
        if let alone = signatures.alone {
            parts.object { part in
                part["text"] = ""
                part["thoughtSignature"].write(text: alone)
            }
        }
        ToolCalls.toGemini(message, parts, signature: signatures.call, context)
    }

    /// What a delta of a stream says at once; its calls and signatures come at the end.
    ///
    /// - Parameters:
    ///   - tags: Between which thoughts may stand.
    ///   - held: Text that may be an image's beginning.
    static func toGemini(
        delta: JSONValue, _ tags: inout ThoughtTags, _ held: inout HeldText, _ parts: JSONArrayWriter,
        _ context: () -> RequestContext
    ) {
        let content = delta["content"]
        if tags.concern(delta) {
            let (thoughts, rest) = tags.read(content)
            return JSONSlice.lending(thoughts) { thoughts in
                JSONSlice.lending(rest) { write(delta, tagged: thoughts.escaped, $0.escaped, parts, context) }
            }
        }
        if let ready = held.take(content.between) {
            return JSONSlice.lending(ready) { write(delta, tagged: nil, $0.escaped, parts, context) }
        }
        if isPlain(delta) {
            if !content.isEmptyString { parts.object { $0["text"] = content } }
            return content.ignore()
        }
        var pieces: [Piece] = []
        append(content, to: &pieces)
        write(delta, tagged: nil, pieces, parts, context)
    }

    /// A delta whose text is another: some of it is thoughts, or was held back, or is.
    private static func write(
        _ delta: JSONValue, tagged: JSONSlice?, _ text: JSONSlice, _ parts: JSONArrayWriter,
        _ context: () -> RequestContext
    ) {
        var pieces: [Piece] = []
        append(delta["content"], text, to: &pieces)
        delta["content"].ignore()
        write(delta, tagged: tagged, pieces, parts, context)
    }

    private static func write(
        _ delta: JSONValue, tagged: JSONSlice?, _ content: [Piece], _ parts: JSONArrayWriter,
        _ context: () -> RequestContext
    ) {
        var pieces = content
        append(imagesOf: delta, to: &pieces)
        if let refusal = refusal(delta) { pieces.append(.text(refusal)) }
        _ = Thoughts.toGemini(delta, tagged: tagged, parts, isDropped: false)
        for piece in pieces { write(piece, nil, parts, context()) }
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
            } else if part["type"].equalsIgnoringCase("text"), part["text"].kind == .string {
                let signature = part["extra_content"]["google"]["thoughtSignature"]
                if signature.isUsableSignature {
                    signature.note(.saidDifferently, "one vendor's place for a thought signature")
                    pieces.append(.text(part["text"].content, signature: signature.content))
                } else {
                    append(part["text"], part["text"].content, to: &pieces)
                }
            } else if part["type"].equalsIgnoringCase("refusal"), part["refusal"].kind == .string {
                part["refusal"].note(.saidDifferently, "a refusal is plain text on the other side")
                pieces.append(.text(part["refusal"].content))
            } else {
                pieces.append(inlineImage(in: part) ?? .part(part))
            }
        }
    }

    private static func append(imagesOf message: JSONValue, to pieces: inout [Piece]) {
        for image in message["images"].elements {
            let index = image["index"]
            if index.exists { index.note(.saidDifferently, "images are parts in their order") }
            append(image, to: &pieces)
        }
        let image = message["image"]
        if let piece = inlineImage(image) {
            image["url"].note(.saidDifferently, "one vendor's place for an image")
            _ = image["detail"].equalsIgnoringCase("auto")
            pieces.append(piece)
        }
    }

    /// An image that can be signed: one of base64, with nothing said about it.
    private static func inlineImage(in part: JSONValue) -> Piece? {
        let image = part["image_url"]
        guard part["type"].equalsIgnoringCase("image_url"), image.members.allSatisfy({ $0.name == "url" }) else {
            return nil
        }
        return inlineImage(image)
    }

    private static func inlineImage(_ image: JSONValue) -> Piece? {
        guard let url = DataURL(image["url"].between), url.isBase64, !url.hasParameters, !url.mediaType.isEmpty,
            url.data.firstIndex(of: UInt8(ascii: "%")) == nil
        else { return nil }
        image["url"].ignore()
        return .inline(type: url.mediaType, data: url.data)
    }

    private static func append(_ value: JSONValue, _ text: JSONSlice, to pieces: inout [Piece]) {
        var images = MarkdownImages(text)
        if images.hasImages {
            value.note(.saidDifferently, "images in the text are parts of their own, without a name")
            while let piece = images.next() {
                switch piece {
                case .text(let text): pieces.append(.text(text))
                case .image(let type, let data): pieces.append(.inline(type: type, data: data))
                }
            }
        } else if !text.isEmpty {
            pieces.append(.text(text))
        }
        if images.hasBroken { value.note(.unusableMedia, "an image in the text is not whole, and stays text") }
    }

    private static func refusal(_ message: JSONValue) -> JSONSlice? {
        let refusal = message["refusal"]
        guard refusal.kind == .string, !refusal.isEmptyString else {
            refusal.ignore()
            return nil
        }
        refusal.note(.saidDifferently, "a refusal is plain text on the other side")
        return refusal.content
    }

    /// `<thought>…</thought>` at the beginning of a content that is flagged for it.
    static func tagged(_ message: JSONValue) -> (thoughts: JSONSlice, rest: JSONSlice)? {
        guard message["extra_content"]["google"]["thought"].bool == true else { return nil }
        let content = message["content"]
        let written = content.content
        // Escapes stay as they are, unless they hide the tags.
        let text = written.firstRange(of: "</thought>") == nil ? content.plain : written
        guard text.hasExactPrefix("<thought>") else { return nil }
        let body = text.dropFirst("<thought>".utf8.count)
        guard let end = body.firstRange(of: "</thought>") else { return (body, body.dropFirst(body.count)) }
        return (body.prefix(end), body.dropFirst(end + "</thought>".utf8.count))
    }

    private static func write(
        _ piece: Piece, _ signature: JSONSlice?, _ parts: JSONArrayWriter, _ context: @autoclosure () -> RequestContext
    ) {
        if case .part(let part) = piece { return Parts.toGemini(part, parts, context()) }
        parts.object { part in
            var signature = signature
            switch piece {
            case .text(let text, let own):
                part["text"].write(text: text)
                signature = own ?? signature
            case .inline(let type, let data):
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
        /// For a piece of the content.
        private(set) var byPlace: [Int: JSONSlice] = [:]

        /// - Parameter before: The parts of thoughts before the pieces.
        init(_ message: JSONValue, pieces: [Piece], before: Int, _ context: RequestContext) {
            let listed = message["extra_content"]["google"]["partSignatures"]
            for entry in listed.elements {
                guard let part = entry["part"].int, entry["thoughtSignature"].kind == .string else { continue }
                entry["index"].ignore()
                guard entry["thoughtSignature"].isUsableSignature else { continue }
                let place = Int(clamping: part) &- before
                if pieces.indices.contains(place), pieces[place].takesSignature, byPlace[place] == nil {
                    byPlace[place] = entry["thoughtSignature"].content
                } else {
                    entry.warn(.unknownValue, "expected the place of a text or an image, found \(part)")
                }
            }
            guard let found = ThoughtSignatures.ofMessage(message) else { return }
            if !byPlace.isEmpty {
                if listed.elements.contains(where: { $0["thoughtSignature"].isSameString(as: found) }) {
                    found.ignore()
                } else {
                    found.warn(.superseded, "another signature than those of the parts, which count")
                }
                return
            }
            let signature = found.content
            let calls = message["tool_calls"].elements
            let details = ThoughtSignatures.details(of: message)
            let isSigned = calls.contains { ThoughtSignatures.isSigned($0, details) }
            let lastInline = pieces.lastIndex { if case .inline = $0 { true } else { false } }
            let lastText = pieces.lastIndex { if case .text = $0 { true } else { false } }
            if context.capabilities.signedParts, !calls.isEmpty || message["function_call"].exists, !isSigned {
                call = signature
                found.note(.saidDifferently, "moved to the first call, where the model signs")
            } else if let place = lastText ?? lastInline {
                byPlace[place] = signature
            } else {
                alone = signature
            }
        }
    }
}
