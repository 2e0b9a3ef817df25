internal import JSONCore

/// One choice of a stream on its way to a Gemini client: what waits for the end.
struct StreamedChoice {
    let index: Int64
    private var calls = StreamedToolCalls()
    private var isThinking = false
    private var held = HeldText()
    /// The text so far, as it stands between quotes: citations count its characters.
    private var text: [UInt8] = []
    /// Sound, in pieces that are whole base64 each.
    private var audio: [[UInt8]] = []
    private var audioType: [UInt8] = []
    private var annotations: [[UInt8]] = []
    /// Reasons to stop, as JSON; the last one counts.
    private var finishReason: [UInt8] = []
    private var nativeFinishReason: [UInt8] = []
    /// Members of `extra_content.google` and other places of signatures, as JSON; the last of each counts.
    private var google: [(name: String, json: [UInt8])] = []
    private var others: [(name: StaticString, json: [UInt8])] = []

    init(index: Int64) { self.index = index }

    /// The model has said why it stopped.
    var hasEnded: Bool { !finishReason.isEmpty }

    /// Bytes of text that are kept: no model answers at greater length.
    private static let mostText = 1 << 20

    // MARK: Events

    /// Writes what an event says at once, if there is any such thing.
    mutating func write(_ choice: JSONValue, _ candidates: JSONArrayWriter, _ services: inout StreamServices) {
        let delta = choice["delta"].exists ? choice["delta"] : choice["message"]
        keepReasons(choice)
        calls.add(delta)
        keep(delta)
        let logprobs = choice["logprobs"]
        candidates.object { candidate in
            candidate["content"].object { content in
                content["parts"].array { parts in
                    AnswerParts.toGemini(delta: delta, &isThinking, &held, parts) { services.context(for: delta) }
                }
                if !content.isEmpty { content["role"] = "model" }
            }
            _ = delta["role"].equalsIgnoringCase("assistant")
            if logprobs.exists { Logprobs.toGemini(logprobs, candidate) }
            if candidate.isEmpty { return candidate.discard() }
            candidate["index"] = index
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
        for (name, value) in members.members where value.exists && !(name == "thought") {
            let name = name.decoded.string
            if name == "native_finish_reason" { nativeFinishReason = Array(value.raw.bytes) }
            google.removeAll { $0.name == name }
            google.append((name, Array(value.raw.bytes)))
            value.ignore()
        }
    }

    private mutating func keep(audio value: JSONValue) {
        let data = value["data"].plain.bytes
        if audio.last.map({ $0.last == UInt8(ascii: "=") }) ?? true { audio.append([]) }
        audio[audio.count - 1].append(contentsOf: data)
        let type = value["extra_content"]["google"]["mime_type"]
        if type.exists { audioType = Array(type.raw.bytes) }
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
                        writeSignatures(message["extra_content"]["google"]["partSignatures"], parts)
                        AnswerParts.toGemini(choice["delta"], parts, context)
                    }
                    if !content.isEmpty { content["role"] = "model" }
                }
                FinishReason.toGemini(choice, candidate)
                candidate["index"] = message["extra_content"]["google"]["index"].int ?? index
                Grounding.toGemini(message, candidate)
                for extra in Candidates.extras {
                    candidate[extra.gemini] = message["extra_content"]["google"][extra.gemini]
                }
            }
            message.ignore()
        }
    }

    /// The parts that they belong to have been sent, so each has an empty one for itself, as Gemini's own streams do.
    private func writeSignatures(_ signatures: JSONValue, _ parts: JSONArrayWriter) {
        for entry in signatures.elements where entry["thoughtSignature"].kind == .string {
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
            writeGoogle(message) { _ in true }
        }
        choice["delta"].object { message in
            if !held.text.isEmpty { JSONSlice.lending(held.text) { message["content"].write(text: $0.escaped) } }
            calls.write(message)
            writeAudio(message)
            for other in others { message.slot(other.name).write(written: other.json) }
            let hasParts = google.contains { $0.name == "part_signatures" }
            writeGoogle(message) { $0 == "thought_signature" && !hasParts }
        }
    }

    private func writeGoogle(_ message: JSONObjectWriter, where belongs: (String) -> Bool) {
        message["extra_content"]["google"].object { target in
            for member in google where belongs(member.name) {
                target.slot(string: member.name).write(written: member.json)
            }
        }
    }

    private func writeAudio(_ message: JSONObjectWriter) {
        guard !audio.isEmpty else { return }
        message["audio"].object { target in
            target["data"].string { data in
                var joiner = Base64Joiner()
                for piece in audio {
                    JSONSlice.lending(piece) { piece in
                        if audio.count == 1 { data.append(piece) } else { _ = joiner.append(piece, to: data) }
                    }
                }
                joiner.finish(to: data)
            }
            target["extra_content"]["google"]["mime_type"].write(written: audioType)
        }
    }
}

extension StreamedChoice {
    static let losses: [Loss] = ["data", "signature"].map {
        .warning(
            "/choices/*/delta/reasoning_details/*/\($0)", because: "a stream's signatures are read at other places only"
        )
    }
}
