internal import JSONCore

/// One choice of a stream on its way to a Gemini client: what waits for the end.
struct StreamedChoice {
    let index: Int64
    /// The number of the candidate.
    private var number: Int64
    private var hasBegun = false
    private var calls = StreamedToolCalls()
    private var tags = ThoughtTags()
    private var held = HeldText()
    /// The text so far, as it stands between quotes: citations count its characters.
    private var text: [UInt8] = []
    /// Sound, in pieces that are whole base64 each.
    private var audio: [[UInt8]] = []
    /// What the sound says, as it stands between quotes.
    private var transcript: [UInt8] = []
    /// The other members of the sound, as JSON; the last of each counts.
    private var audioMembers: [(name: StaticString, json: [UInt8])] = []
    private var annotations: [[UInt8]] = []
    /// Reasons to stop, as JSON; the last one counts.
    private var finishReason: [UInt8] = []
    private var nativeFinishReason: [UInt8] = []
    /// Members of `extra_content.google` and other places of signatures, as JSON; the last of each counts.
    private var google: [(name: StaticString, json: [UInt8])] = []
    private var others: [(name: StaticString, json: [UInt8])] = []
    private var sealed = SealedDetails()

    /// - Parameter number: Of the candidate.
    init(index: Int64, number: Int64) {
        self.index = index
        self.number = number
    }

    /// The model has said why it stopped.
    var hasEnded: Bool { !finishReason.isEmpty }

    /// Bytes of text that are kept: no model answers at greater length.
    private static let mostText = 1 << 20

    // MARK: Events

    /// Writes what an event says at once, if there is any such thing.
    mutating func write(_ choice: JSONValue, _ candidates: JSONArrayWriter, _ services: inout StreamServices) {
        var delta = choice["delta"]
        if !delta.exists { delta = choice["message"] }
        keepReasons(choice)
        calls.add(delta)
        keep(delta)
        let logprobs = choice["logprobs"]
        candidates.object { candidate in
            candidate["content"].object { content in
                content["parts"].array { parts in
                    AnswerParts.toGemini(delta: delta, &tags, &held, parts) { services.newContext(delta) }
                    if parts.isEmpty, !logprobs["content"].elements.isEmpty { Self.writeEmpty(parts) }
                }
                if !content.isEmpty { content["role"] = "model" }
            }
            _ = delta["role"].equalsIgnoringCase("assistant")
            if logprobs.exists { Logprobs.toGemini(logprobs, candidate) }
            if candidate.isEmpty { return candidate.discard() }
            candidate["index"] = number
            hasBegun = true
        }
    }

    private mutating func keepReasons(_ choice: JSONValue) {
        let native = choice["native_finish_reason"]
        if native.exists { nativeFinishReason = Array(native.raw.bytes) }
        let reason = choice["finish_reason"]
        if reason.exists { finishReason = Array(reason.raw.bytes) }
        native.ignore()
        reason.ignore()
    }

    private mutating func keep(_ delta: JSONValue) {
        for (name, value) in delta.members where value.exists && !(name == "content" || name == "role") {
            if name == "annotations" {
                for annotation in value.elements { annotations.append(Array(annotation.raw.bytes)) }
                value.ignore()
            } else if name == "audio" {
                keep(audio: value)
            } else if name == "extra_content" {
                keep(google: value["google"])
            } else if name == "reasoning_details" || name == "thinking_blocks" {
                sealed.keep(value, isBlocks: name == "thinking_blocks")
            } else if let carrier = Self.carriers.first(where: { delta[$0].node == value.node }) {
                others.append((carrier, Array(value.raw.bytes)))
                value.ignore()
            }
        }
        guard text.count < Self.mostText else { return }
        text.append(contentsOf: delta["content"].between.bytes)
    }

    /// Where vendors put the signature of a message.
    private static let carriers: [StaticString] = ["thought_signature", "provider_specific_fields"]

    private mutating func keep(google members: JSONValue) {
        for name in Self.members {
            let value = members[name]
            guard value.exists else { continue }
            google.removeAll { $0.name.isSame(as: name) }
            google.append((name, Array(value.raw.bytes)))
            value.ignore()
        }
        let native = members["nativeFinishReason"]
        if native.exists { nativeFinishReason = Array(native.raw.bytes) }
        native.ignore()
        if members["index"].exists { keep(number: members["index"]) }
    }

    private static let members: [StaticString] =
        ["thought_signature", "partSignatures", "parts", "groundingMetadata"] + Candidates.extras.map(\.gemini)

    /// Two numbers would be two candidates to a client.
    private mutating func keep(number value: JSONValue) {
        if hasBegun, value.int != number {
            value.warn(.superseded, "comes behind the first part of the answer, which has another")
        } else {
            number = Candidates.number(value) ?? number
        }
    }

    private mutating func keep(audio value: JSONValue) {
        let data = value["data"].plain.bytes
        if audio.last.map({ $0.last == UInt8(ascii: "=") }) ?? true { audio.append([]) }
        audio[audio.count - 1].append(contentsOf: data)
        transcript.append(contentsOf: value["transcript"].between.bytes)
        for name: StaticString in ["id", "expires_at", "extra_content"] where value[name].exists {
            audioMembers.removeAll { $0.name.isSame(as: name) }
            audioMembers.append((name, Array(value[name].raw.bytes)))
        }
        value.ignore()
    }

    // MARK: The end

    /// Writes the end of the candidate, with everything that could not be said before.
    func writeEnd(_ candidates: JSONArrayWriter, _ services: inout StreamServices) {
        let context = services.newContext
        services.read(whole) { completion in
            let choice = completion["choices"].elements.only ?? completion.missing
            let message = choice["message"]
            let context = context(choice)
            candidates.object { candidate in
                candidate["content"].object { content in
                    content["parts"].array { parts in
                        writeHeld(parts)
                        writeSignatures(message["extra_content"]["google"]["partSignatures"], parts)
                        AnswerParts.toGemini(choice["delta"], parts, context)
                        let isFiltered = choice["finish_reason"].equalsIgnoringCase("content_filter")
                        if parts.isEmpty, !isFiltered { Self.writeEmpty(parts) }
                    }
                    if !content.isEmpty { content["role"] = "model" }
                }
                FinishReason.toGemini(choice, candidate)
                candidate["index"] = number
                Grounding.toGemini(message, candidate, context)
                Candidates.writeExtras(message["extra_content"]["google"], candidate, context)
            }
            let kept = message["extra_content"]["google"]["parts"]
            if kept.exists { kept.warn(.approximated, "the text has been sent; the rest comes too late") }
            let words = message["audio"]["transcript"]
            if words.exists { words.note(.noCounterpart, "the message has a text of its own") }
            message.ignore()
        }
    }

    /// As Gemini's own streams do where there is nothing to say: Google's SDK takes an answer into its chat only if
    /// every event has a part.
    private static func writeEmpty(_ parts: JSONArrayWriter) { parts.object { $0["text"] = "" } }

    /// What looked like the end of the thoughts, and is none.
    private func writeHeld(_ parts: JSONArrayWriter) {
        let rest = tags.rest
        guard !rest.isEmpty else { return }
        parts.object { part in
            part["thought"] = true
            JSONSlice.lending(rest) { part["text"].write(text: $0.escaped) }
        }
    }

    /// The parts that they belong to have been sent, so each has an empty one for itself, as Gemini's own streams do.
    private func writeSignatures(_ signatures: JSONValue, _ parts: JSONArrayWriter) {
        for entry in signatures.elements where entry["thoughtSignature"].isUsableSignature {
            parts.object { part in
                part["text"] = ""
                part["thoughtSignature"] = entry["thoughtSignature"]
            }
        }
    }

    /// The choice as it would stand in an answer without a stream; `delta` is the message without what has been sent.
    private var whole: [UInt8] {
        JSONOutput.object { $0["choices"][.first].object(write) }
    }

    private func write(_ choice: JSONObjectWriter) {
        choice["finish_reason"].write(written: finishReason)
        choice["native_finish_reason"].write(written: nativeFinishReason)
        choice["message"].object { message in
            JSONSlice.lending(text) { message["content"].write(text: $0.escaped) }
            message["annotations"].array { list in for entry in annotations { list.element.write(written: entry) } }
            if !text.isEmpty { write(transcript, message["audio"]["transcript"]) }
            writeGoogle(message) { _ in true }
        }
        choice["delta"].object { message in
            if !held.text.isEmpty { JSONSlice.lending(held.text) { message["content"].write(text: $0.escaped) } }
            calls.write(message)
            writeAudio(message)
            sealed.write(message)
            for other in others { message.slot(other.name).write(written: other.json) }
            let hasParts = google.contains { $0.name.isSame(as: "partSignatures") }
            writeGoogle(message) { $0.isSame(as: "thought_signature") && !hasParts }
        }
    }

    private func writeGoogle(_ message: JSONObjectWriter, where belongs: (StaticString) -> Bool) {
        message["extra_content"]["google"].object { target in
            for member in google where belongs(member.name) {
                target.slot(member.name).write(written: member.json)
            }
        }
    }

    private func writeAudio(_ message: JSONObjectWriter) {
        guard !audio.isEmpty else { return }
        message["audio"].object { target in
            target["data"].string { data in
                var joiner = Base64Joiner()
                // With a piece that is no base64 the whole is none, which is told of where it is read.
                let isJoined =
                    audio.count > 1
                    && audio.allSatisfy { piece in
                        JSONSlice.lending(piece) { $0.isEmpty || Base64.isAll(of: $0) }
                    }
                for piece in audio {
                    JSONSlice.lending(piece) { piece in
                        if !isJoined || !joiner.append(piece, to: data) { data.append(piece) }
                    }
                }
                joiner.finish(to: data)
            }
            if text.isEmpty { write(transcript, target["transcript"]) }
            for member in audioMembers { target.slot(member.name).write(written: member.json) }
        }
    }

    private func write(_ text: [UInt8], _ slot: JSONSlot) {
        JSONSlice.lending(text) { text in if text.isEmpty { slot.takeBack() } else { slot.write(text: text.escaped) } }
    }
}

extension StreamedChoice {
    static let losses: [Loss] = ["data", "signature"].map {
        .warning(
            "/choices/*/delta/reasoning_details/*/\($0)", because: "a stream's signatures are read at other places only"
        )
    }
}
