internal import JSONCore

/// The parts of one event, as the members of a delta. The shapes are those of `AnswerParts.swift`.
extension AnswerParts {
    /// What a choice has said so far, as far as it matters for what it says next.
    struct Said {
        /// There has been a `content`.
        var hasContent = false
        /// Thoughts stand open between tags.
        var isThinking = false
        /// Thoughts have stood between tags.
        var hasThought = false
        var hasFlaggedThoughts = false
        var images: Int64 = 0
        /// The next of OpenRouter's details, and that of the thoughts.
        var details: Int64 = 0
        var thoughts: Int64?
        var audio = AnswerAudio.Said()
    }

    func writeDelta(_ delta: JSONObjectWriter, _ dialect: Dialect, _ said: inout Said) {
        let thinks = parts.contains { Thoughts.isThought($0) && $0.partText.saysSomething }
        let speaks = parts.contains { !Thoughts.isThought($0) && isInContent($0, dialect) }
        let tagsThoughts = thinks && dialect.thoughts == .thoughtTags
        if speaks || tagsThoughts {
            delta["content"].string { text in
                if tagsThoughts {
                    if !said.isThinking { text.append("<thought>") }
                    said.isThinking = true
                    said.hasThought = true
                    Thoughts.append(parts, to: text)
                }
                guard speaks else { return }
                said.close(text)
                for part in parts where !Thoughts.isThought(part) { append(part, to: text, dialect) }
            }
            said.hasContent = true
            for part in parts where !part.partText.exists && !Thoughts.isThought(part) { note(part, dialect) }
        }
        if thinks { writeThoughts(delta, dialect, &said) }
        if hasImages, dialect.images == .images { said.images = writeImages(delta, from: said.images) }
        AnswerAudio.toOpenAI(audio, delta, dialect, &said.audio)
        for part in parts where Thoughts.isThought(part) && part["inlineData"].exists {
            Self.noteInterim(part["inlineData"])
        }
    }

    private func isInContent(_ part: JSONValue, _ dialect: Dialect) -> Bool {
        if part.partText.exists { return part.partText.saysSomething }
        return CodeParts.isCode(part) || part["fileData"].exists || isInText(part["inlineData"], dialect)
    }

    private func writeThoughts(_ delta: JSONObjectWriter, _ dialect: Dialect, _ said: inout Said) {
        switch dialect.thoughts {
        case .reasoningContent, .dropped: Thoughts.toOpenAI(parts, delta, dialect)
        case .reasoning:
            Thoughts.toOpenAI(parts, delta, dialect)
            let index = said.thoughts ?? said.details
            ReasoningDetails.toOpenAI(parts, delta, index: index, isFirst: said.thoughts == nil)
            if said.thoughts == nil { said.details += 1 }
            said.thoughts = index
        case .thoughtTags: break
        }
    }

    /// What clients would put together wrongly if it came twice: numbers and truths are added.
    ///
    /// - Parameters:
    ///   - number: The number of the candidate, if this is the first that it says.
    ///   - place: The number of the choice.
    func writeExtras(
        _ delta: JSONObjectWriter, _ dialect: Dialect, _ said: inout Said, number: JSONValue, place: Int
    ) {
        guard dialect.allowsExtraContent else { return }
        delta["extra_content"]["google"].object { google in
            if said.hasThought, !said.hasFlaggedThoughts {
                google["thought"] = true
                said.hasFlaggedThoughts = true
            }
            Candidates.writeNumber(number, place: place, google)
        }
    }
}

extension AnswerParts.Said {
    /// Ends the thoughts before the answer.
    mutating func close(_ text: JSONStringWriter) {
        if isThinking { text.append("</thought>") }
        isThinking = false
    }

    /// What the end of the choice owes.
    mutating func writeEnd(_ delta: JSONObjectWriter, hasCalls: Bool) {
        if isThinking {
            delta["content"].string { close($0) }
        } else if !hasContent, !hasCalls, !audio.hasBegun {
            delta["content"] = ""
        }
        audio.writeEnd(delta)
    }
}

extension JSONValue {
    fileprivate var saysSomething: Bool { kind == .string && !isEmptyString }
}
