/// Where the APIs are more lenient than their lists.
enum FieldHabits {
    /// Required fields that bodies go without, and are answered all the same.
    static func mayBeAbsent(_ field: String) -> Bool { absent.contains(field) }

    /// Required fields that some bodies go without: refused by some models only.
    static func isWarnedOf(_ field: String) -> Bool {
        field == "FileData.mimeType" || field == "FunctionResponseFileData.mimeType"
    }

    /// Unknown fields that bodies have, and are answered all the same: tool messages once were asked for the name.
    static func isTolerated(_ field: String) -> Bool { field == "ToolMessage.name" }

    private static let absent: Set<String> = [
        // Stands in the path.
        "GenerateContentRequest.model",
        // Recorded without, and answered.
        "FunctionDeclaration.description",
        // A rule says what a part may hold, and a content.
        "Content.parts",
        // OpenAI's own answers are without.
        "Choice.logprobs", "Logprobs.refusal", "ResponseMessage.refusal",
        // `anyOf` stands alone, and a branch may inherit its type.
        "Schema.type",
    ]
}
