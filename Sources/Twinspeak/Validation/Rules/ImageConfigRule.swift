internal import JSONCore

/// Shapes and sizes of images are those that the model makes.
enum ImageConfigRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        check(chat["extra_body"]["google"]["imageConfig"], target)
        check(chat["imageConfig"], target)
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        check(request["generationConfig"]["imageConfig"], target)
    }

    private static func check(_ config: JSONValue, _ target: ValidationTarget) {
        guard config.kind == .object, let capabilities = target.model?.capabilities else { return }
        let isChat = target.format == .openAI
        for (value, known) in [
            (config["aspectRatio"], capabilities.aspectRatios), (config["imageSize"], capabilities.imageSizes),
        ] {
            // The translation writes the capital letter that Gemini wants.
            let text = isChat ? value.word.uppercased() : value.word
            guard value.kind == .string, let known, !known.contains(text) else {
                continue
            }
            target.complain(value, nil, .refusedByModel, "expected \(known.joinedByOr), found \(value.found)")
        }
    }
}
