internal import JSONCore

/// The kinds of answer that are wanted.
///
///     OpenAI   modalities: ["text", "image", "audio"]
///     Gemini   generationConfig.responseModalities: ["TEXT", "IMAGE", "AUDIO"]
enum Modalities {
    private static let words: [(openAI: StaticString, gemini: StaticString, isPublished: Bool)] = [
        ("text", "TEXT", true), ("image", "IMAGE", false), ("audio", "AUDIO", true), ("video", "VIDEO", false),
    ]

    static func toGemini(
        _ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext
    ) {
        let modalities = chat["modalities"]
        let extra = context.extra(orTopLevel: "responseModalities")
        let source = modalities.exists ? modalities : extra.exists ? extra : native["responseModalities"]
        config["responseModalities"].array { list in
            for modality in source.elements {
                guard let row = words.first(where: { modality.equalsIgnoringCase($0.openAI) }) else {
                    modality.warn(.unknownValue, "expected text, image or audio, found \(modality.found)")
                    continue
                }
                if !context.options.surface.leavesOut(modality, "responseModalities.\(row.gemini)") {
                    list.element.write(row.gemini)
                }
            }
        }
    }

    static func toOpenAI(_ config: JSONValue, _ chat: JSONObjectWriter, _ dialect: Dialect) {
        let hasVoice = config["speechConfig"]["voiceConfig"]["prebuiltVoiceConfig"]["voiceName"].exists
        chat["modalities"].array { list in
            for modality in config["responseModalities"].elements {
                if modality.equalsIgnoringCase("MODALITY_UNSPECIFIED") {
                    modality.note(.emptyOmitted, "says nothing")
                    continue
                }
                guard let row = words.first(where: { modality.equalsIgnoringCase($0.gemini) }) else {
                    modality.warn(.unknownValue, "expected TEXT, IMAGE or AUDIO, found \(modality.found)")
                    continue
                }
                if row.openAI.isSame(as: "audio"), !hasVoice, !dialect.allowsExtensions {
                    modality.warn(.requiresMember, "OpenAI asks for a voice beside it, and none is given; left out")
                } else if row.isPublished || dialect.allowsModalities {
                    list.element.write(row.openAI)
                } else {
                    modality.warn(.noCounterpart, "the dialect knows text and audio only; left out")
                }
            }
        }
    }
}

/// The voice of spoken answers.
///
///     OpenAI   audio: { voice: "Kore", format }
///     Gemini   generationConfig.speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: "Kore" } } }
enum Speech {
    static func toGemini(
        _ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext
    ) {
        let voice = chat["audio"]["voice"]
        let extra = context.extra(orTopLevel: "speechConfig")
        if voice.exists {
            let name = voice.kind == .object ? voice["id"] : voice
            config["speechConfig"]["voiceConfig"]["prebuiltVoiceConfig"]["voiceName"] = NativeValue.ofRequest(
                name, "voiceName", in: "PrebuiltVoiceConfig", context)
        } else {
            let speech = NativeValue.ofRequest(
                extra.exists ? extra : native["speechConfig"], "speechConfig", in: "GenerationConfig", context)
            if speech.exists { NativeSpelling.write(speech, config["speechConfig"]) }
        }
    }

    static func toOpenAI(_ config: JSONValue, _ chat: JSONObjectWriter) {
        let voice = config["speechConfig"]["voiceConfig"]["prebuiltVoiceConfig"]["voiceName"]
        guard voice.exists else { return }
        chat["audio"].object { audio in
            audio["voice"] = voice
            audio["format"] = "wav"
        }
    }
}
