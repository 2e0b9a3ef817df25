internal import JSONCore

/// Shape and size of images to be made.
///
///     OpenAI   extra_body: { google: { image_config: { aspect_ratio?, image_size? } } }, or image_config at the top level
///     Gemini   generationConfig: { imageConfig: { aspectRatio?, imageSize? } }
///
/// Vertex AI knows three more members, which are re-cased; the Developer API answers 400 to them.
enum ImageConfig {
    private struct Field {
        let openAI: StaticString
        let gemini: StaticString
        var isVertexOnly = false
        var fields: [Field] = []
    }

    private static let fields = [
        Field(openAI: "aspect_ratio", gemini: "aspectRatio"),
        Field(openAI: "image_size", gemini: "imageSize"),
        Field(openAI: "person_generation", gemini: "personGeneration", isVertexOnly: true),
        Field(openAI: "prominent_people", gemini: "prominentPeople", isVertexOnly: true),
        Field(
            openAI: "image_output_options", gemini: "imageOutputOptions", isVertexOnly: true,
            fields: [
                Field(openAI: "mime_type", gemini: "mimeType"),
                Field(openAI: "compression_quality", gemini: "compressionQuality"),
            ]),
    ]

    static func toGemini(_ chat: JSONValue, _ native: JSONValue, _ config: JSONObjectWriter, _ context: RequestContext)
    {
        let extra = context.extra(orTopLevel: "imageConfig")
        let image = extra.exists ? extra : native["imageConfig"]
        guard image.exists else { return }
        guard image.kind == .object else { return image.refuse(expected: "an object") }
        if image.isEmpty { return image.note(.emptyOmitted, "an empty object says nothing") }
        config["imageConfig"].object { target in
            for field in fields {
                let value = image[field.gemini]
                guard value.exists else { continue }
                if field.isVertexOnly, !context.options.surface.allowsAllOfImageConfig {
                    value.warn(.noCounterpart, "the Developer API has no `\(field.gemini)`")
                } else if field.gemini.isSame(as: "imageSize") {
                    size(value, target, context.capabilities)
                } else if field.fields.isEmpty {
                    if field.gemini.isSame(as: "aspectRatio") { check(value, context.capabilities.aspectRatios) }
                    target[field.gemini] = value
                } else {
                    target[field.gemini].object { inner in
                        for field in field.fields { inner[field.gemini] = value[field.gemini] }
                    }
                }
            }
        }
    }

    /// Gemini wants the capital letter: `4k` is refused, `4K` is not.
    private static func size(_ size: JSONValue, _ target: JSONObjectWriter, _ capabilities: ModelCapabilities) {
        for known: StaticString in ["1K", "2K", "4K"] where !(size == known) && size.equalsIgnoringCase(known) {
            size.note(.saidDifferently, "written `\(known)`, because Gemini wants the capital letter")
            target["imageSize"] = known
            return
        }
        check(size, capabilities.imageSizes)
        target["imageSize"] = size
    }

    private static func check(_ value: JSONValue, _ known: [String]?) {
        guard let known, !known.contains(value.word) else { return }
        value.warn(
            .refusedByModel, "the model is known to take \(known.joined(separator: ", ")); sent as asked")
    }

    static func toOpenAI(_ image: JSONValue, _ target: JSONObjectWriter, _ dialect: Dialect) {
        guard image.exists else { return }
        target["image_config"].object { config in
            for field in fields {
                let value = image[field.gemini]
                if value.exists, field.isVertexOnly, dialect.imageConfig == .topLevel {
                    value.warn(.noCounterpart, "the dialect has no `\(field.openAI)`")
                } else if field.fields.isEmpty {
                    config[field.openAI] = value
                } else {
                    config[field.openAI].object { inner in
                        for field in field.fields { inner[field.openAI] = value[field.gemini] }
                    }
                }
            }
        }
    }

    static let geminiLosses: [Loss] = [
        .warning("/generationConfig/imageConfig", because: "the dialect has no place for it")
    ]
}
