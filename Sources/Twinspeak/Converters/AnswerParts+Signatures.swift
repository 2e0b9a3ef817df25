internal import JSONCore

/// Which part each signature of a message belongs to.
///
///     Gemini   parts: [{ text, thoughtSignature }, { inlineData, thoughtSignature }, …]
///     OpenAI   extra_content: { google: { thought_signature } }, or where that would not tell the part:
///              extra_content: { google: { part_signatures: [{ index: 0, part: 1, thought_signature }, …] } }
///
/// `part` counts the parts that the message comes back as: the thoughts as one, then texts and images. Where a signed
/// part would be joined with another, all parts go along as they are.
extension AnswerParts {
    /// The members of the message's `extra_content.google` that belong to its parts.
    ///
    /// - Parameter isStream: The thoughts have been flagged when they were sent.
    func writeExtras(_ google: JSONObjectWriter, _ dialect: Dialect, isStream: Bool = false) {
        if hasThoughts, dialect.thoughts == .thoughtTags, !isStream { google["thought"] = true }
        let isMadeAgain = !CodeParts.areAmong(parts) && (isStream || !endsThoughtsEarly(dialect))
        guard isMadeAgain, let signed = SignedPlaces(self, dialect) else {
            let signatures = parts.filter { !parts.isClients($0) }.map { $0["thoughtSignature"] }.filter(\.exists)
            // For whoever reads only this.
            if signatures.count == 1 { google["thought_signature"] = signatures[0] }
            return CodeParts.write(parts, google)
        }
        if let only = signed.places.first, signed.places.count == 1 {
            google["thought_signature"] = only.signature
            if only.place == signed.usual { return }
        }
        google["part_signatures"].array { list in
            for (index, entry) in signed.places.enumerated() {
                list.object { signature in
                    signature["index"] = Int64(index)
                    signature["part"] = entry.place
                    signature["thought_signature"] = entry.signature
                }
            }
        }
    }
}

/// The signed parts, by their places among those that the message comes back as.
private struct SignedPlaces {
    private(set) var places: [(place: Int64, signature: JSONValue)] = []
    /// Where a signature comes back that has no place: on the last text, or what stands last where there is no text.
    private(set) var usual: Int64 = 0

    /// Nil if a signed part would be joined with another.
    init?(_ answer: AnswerParts, _ dialect: Dialect) {
        let areImagesApart = dialect.images == .images
        let thoughts: Int64 = answer.hasThoughts ? 1 : 0
        var texts: Int64 = 0
        var images: Int64 = 0
        var isJoining = false
        var isSigned = false
        var sound: JSONValue?
        for part in answer.parts where !answer.parts.isClients(part) {
            let signature = part["thoughtSignature"]
            if Thoughts.isThought(part) {
                if signature.exists { return nil }
                continue
            }
            if answer.isBeside(part["inlineData"]) {
                if signature.exists, answer.audio.count > 1 { return nil }
                sound = signature
                continue
            }
            let isImage = part["inlineData"].isImage
            if isImage {
                images += 1
                if !areImagesApart { isJoining = false }
            } else {
                if part.partText.isEmptyString, !signature.exists || answer.hasImages || !answer.audio.isEmpty {
                    if signature.exists { return nil }
                    continue
                }
                if isJoining {
                    if isSigned || signature.exists { return nil }
                    continue
                }
                if signature.exists, part.partText.kind != .string { return nil }
                texts += 1
                isJoining = true
                isSigned = signature.exists
            }
            let before = areImagesApart ? isImage ? (answer.hasText ? 1 : 0) + images - 1 : 0 : texts + images - 1
            if !isImage || texts == 0 { usual = thoughts + before }
            if signature.exists { places.append((thoughts + before, signature)) }
        }
        guard let sound else { return }
        let last = thoughts + (areImagesApart ? min(texts, 1) : texts) + images
        if texts == 0 { usual = last }
        if sound.exists { places.append((last, sound)) }
    }
}
