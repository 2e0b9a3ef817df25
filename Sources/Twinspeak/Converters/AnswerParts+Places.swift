internal import JSONCore

/// Where the texts of an answer stand in the content of its message, read from either side. The shapes stand in
/// `AnswerParts.swift`.
extension AnswerParts {
    // MARK: Gemini → OpenAI

    /// Where the text parts stand in the content that is made of them.
    func places(_ dialect: Dialect) -> TextPlaces {
        var places = TextPlaces(keepsText: true)
        if tagsThoughts(dialect) { places.appendHidden(count(writeTags)) }
        for part in parts {
            places.beginPart()
            guard !Thoughts.isThought(part) else { continue }
            let text = part.partText
            if text.kind == .string {
                places.append(text.between)
            } else {
                places.appendHidden(count { append(part, to: $0, dialect) })
            }
        }
        return places
    }

    /// The characters of what `write` writes.
    private func count(_ write: (JSONStringWriter) -> Void) -> Int {
        var output = JSONOutput()
        output.value { $0.string(write) }
        return JSONSlice.lending(output.bytes) { $0.dropFirst(1).prefix($0.count - 2).escaped.characters }
    }

    // MARK: OpenAI → Gemini

    /// Where the text of the content stands in the parts that come of it.
    static func places(of message: JSONValue) -> TextPlaces {
        if let kept = CodeParts.kept(in: message) {
            return AnswerParts(kept, for: message).places(.read(from: message))
        }
        var places = TextPlaces(keepsText: true)
        places.beginPart()
        if let tagged = tagged(message) {
            places.appendHidden("<thought></thought>".utf8.count + tagged.thoughts.characters)
            append(tagged.rest, to: &places)
        } else {
            for part in message["content"].elements { append(part.partText.between, to: &places) }
        }
        return places
    }

    private static func append(_ text: JSONSlice, to places: inout TextPlaces) {
        var images = MarkdownImages(text)
        while true {
            let start = images.position
            guard let piece = images.next() else { return }
            switch piece {
            case .text(let text): places.append(text)
            case .image: places.appendHidden(text[start..<images.position].characters)
            }
        }
    }
}
