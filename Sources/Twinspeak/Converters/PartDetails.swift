/// What a Gemini part says about its data, and chat completions have no place for.
///
///     Gemini   { inlineData: { mimeType: "application/pdf", data }, documentMetadata: { startPage: 3 } }
///     OpenAI   nothing like it
enum PartDetails {
    static let geminiLosses: [Loss] = requests + results + answers

    private static let requests: [Loss] =
        media.map { .warning("/contents/*/parts/*/" + $0.member, because: $0.because) }
        + [
            .warning(
                "/contents/*/parts/*/mediaResolution/numTokens", because: "chat completions count no tokens of an image"
            )
        ]
        + transcripts.map { .warning("/contents/*/parts/*/" + $0.member, because: $0.because) }

    private static let results: [Loss] =
        media.map { .warning(result + "parts/*/" + $0.member, because: $0.because) }
        + [
            .warning(result + "parts/*/videoMetadata", because: "chat completions cannot cut videos"),
            .warning(result + "parts/*/mediaResolution", because: "chat completions say it of images only"),
            .note(result + "parts/*/fileData/displayName", because: "chat links have no name"),
            .warning(result + "scheduling", because: "chat completions have no asynchronous functions"),
            .warning(result + "willContinue", because: "chat completions have no asynchronous functions"),
        ]

    private static let answers: [Loss] =
        (media.map(\.member) + ["videoMetadata", "mediaResolution"]).map {
            .note(answer + $0, because: "how media are to be read is no matter of an answer")
        }
        + ["inlineData", "fileData"].map {
            .note(answer + $0 + "/displayName", because: "media of an answer have no name")
        }
        + [.note(answer + "partMetadata", because: "chat completions have nothing like it")]
        + transcripts.map { .warning(answer + $0.member, because: $0.because) }

    private static let result = "/contents/*/parts/*/functionResponse/"
    private static let answer = "/candidates/*/content/parts/*/"

    /// How media are to be read.
    private static let media: [(member: String, because: StaticString)] = [
        ("audioMetadata", "chat completions cannot cut sound"),
        ("documentMetadata", "chat completions cannot choose pages"),
        ("spreadsheetMetadata", "chat completions cannot choose cells"),
        ("mediaProcessing", "chat completions have no switch for it"),
    ]

    private static let transcripts: [(member: String, because: StaticString)] = [
        ("audioTranscription", "chat completions have no transcripts with times and speakers"),
        ("speechMetadata", "chat completions do not say who speaks, and how"),
    ]
}
