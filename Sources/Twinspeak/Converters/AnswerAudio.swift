internal import JSONCore

/// What a model says aloud.
///
///     Gemini   { inlineData: { mimeType: "audio/wav", data } }, …
///     OpenAI   audio: { id, data, expires_at, transcript, extra_content?: { google: { mime_type } } }
///
/// Vertex AI's own chat endpoint carries images in this member, too; the type tells.
enum AnswerAudio {
    // MARK: Gemini → OpenAI

    /// - Parameter pieces: `inlineData` of one type.
    static func toOpenAI(_ pieces: [JSONValue], _ message: JSONObjectWriter, _ dialect: Dialect) {
        guard let first = pieces.first else { return }
        let type = first["mimeType"]
        message["audio"].object { audio in
            audio["id"].write(string: id(first))
            if pieces.count == 1 {
                audio["data"] = first["data"]
            } else {
                audio["data"].string { join(pieces, $0) }
            }
            audio["expires_at"] = 0
            audio["transcript"] = ""
            if dialect.allowsExtraContent { audio["extra_content"]["google"]["mime_type"] = type }
        }
        if !dialect.allowsExtraContent { noteType(type) }
        for piece in pieces.dropFirst() { piece["mimeType"].ignore() }
    }

    /// What of a sound has been sent in a stream.
    struct Said {
        private(set) var hasBegun = false
        fileprivate var type = ""
        fileprivate var joiner = Base64Joiner()

        /// Sound of another type cannot be joined.
        func takes(_ inline: JSONValue) -> Bool {
            !hasBegun || JSONSlice.lending(type) { inline["mimeType"].decoded.hasSameBytes(as: $0) }
        }

        fileprivate mutating func begin(_ inline: JSONValue) {
            hasBegun = true
            type = inline["mimeType"].decoded.string
        }

        mutating func writeEnd(_ delta: JSONObjectWriter) {
            if !joiner.isEmpty { delta["audio"]["data"].string { joiner.finish(to: $0) } }
        }
    }

    /// A piece of the sound in a stream. Clients put strings together, so all else is said once.
    static func toOpenAI(
        _ pieces: [JSONValue], _ delta: JSONObjectWriter, _ dialect: Dialect, _ said: inout Said
    ) {
        guard let first = pieces.first else { return }
        delta["audio"].object { audio in
            if !said.hasBegun { audio["id"].write(string: id(first)) }
            audio["data"].string { text in
                for piece in pieces where !said.joiner.append(piece["data"].plain, to: text) { warn(piece["data"]) }
            }
            guard !said.hasBegun else { return }
            audio["expires_at"] = 0
            audio["transcript"] = ""
            if dialect.allowsExtraContent { audio["extra_content"]["google"]["mime_type"] = first["mimeType"] }
        }
        if !said.hasBegun, !dialect.allowsExtraContent { noteType(first["mimeType"]) }
        for piece in pieces { piece["mimeType"].ignore() }
        if !said.hasBegun { said.begin(first) }
    }

    private static func id(_ first: JSONValue) -> String { "audio_" + Digest(first["data"].decoded.bytes).digits(8) }

    private static func warn(_ data: JSONValue) {
        data.warn(.unusableMedia, "expected base64, found \(data.found); left out")
    }

    private static func noteType(_ type: JSONValue) {
        type.note(.noCounterpart, "the dialect has no place for the type of sound")
    }

    private static func join(_ pieces: [JSONValue], _ text: JSONStringWriter) {
        var joiner = Base64Joiner()
        for piece in pieces {
            let data = piece["data"]
            if !joiner.append(data.decoded, to: text) {
                warn(data)
            } else if data.node == pieces[0]["data"].node {
                data.ignore()
            } else {
                data.note(.saidDifferently, "joined: a message has one sound")
            }
        }
        joiner.finish(to: text)
    }

    // MARK: OpenAI → Gemini

    /// What the model said, if the member holds it.
    static func data(of message: JSONValue) -> (type: JSONSlice, data: JSONSlice)? {
        let audio = message["audio"]
        let data = audio["data"]
        guard audio.exists else { return nil }
        guard data.kind == .string, !data.isEmptyString else {
            audio.warn(.unusableMedia, "the sound is on the other API's server, and cannot be sent")
            return nil
        }
        guard Base64.isAll(of: data.between) else {
            warn(data)
            audio.ignore()
            return nil
        }
        for name: StaticString in ["id", "expires_at"] where audio[name].exists {
            if audio[name].int == 0 { continue }
            audio[name].note(.noCounterpart, "Gemini keeps no sounds on its server")
        }
        let type = audio["extra_content"]["google"]["mimeType"]
        if type.kind == .string, !type.isEmptyString { return (type.content, data.content) }
        let known =
            MediaType.ofBase64(data.decoded) ?? beginnings.first { data.decoded.hasExactPrefix($0.base64) }?.type
        let guess = known ?? "audio/wav"
        data.note(.saidDifferently, "the type is not said; `\(guess)`\(known == nil ? "" : " by its first bytes")")
        return (JSONSlice(guess), data.content)
    }

    /// Beginnings that mean this where sound is expected.
    private static let beginnings: [(base64: StaticString, type: StaticString)] = [
        ("UklGR", "audio/wav"), ("//", "audio/mp3"), ("/+", "audio/mp3"),
    ]

    /// The words of the sound, if the message has no others.
    static func transcript(of message: JSONValue) -> JSONSlice? {
        let transcript = message["audio"]["transcript"]
        guard transcript.kind == .string, !transcript.isEmptyString else {
            transcript.ignore()
            return nil
        }
        let content = message["content"]
        guard !content.exists || content.isEmptyString || content.isEmpty else {
            transcript.note(.noCounterpart, "the message has a text of its own")
            return nil
        }
        message.note("content", .saidDifferently, "empty, so the words of the sound are a text before it")
        return transcript.content
    }
}

extension JSONValue {
    /// Inline data that chat completions know as sound.
    var isAudio: Bool { self["mimeType"].decoded.hasPrefix("audio/") }
}
