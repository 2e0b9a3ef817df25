internal import JSONCore

/// Words of Gemini's enums that pass through as they are, but for their case.
///
///     read      { category: "harm_category_harassment", threshold: "Block_None" }
///     written   { category: "HARM_CATEGORY_HARASSMENT", threshold: "BLOCK_NONE" }
///
/// Google's parser takes any case, other readers of a Gemini body do not. A word that is not known stays as it is.
enum EnumWords {
    private static let resolutions: [StaticString] = [
        "MEDIA_RESOLUTION_UNSPECIFIED", "MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH",
        "MEDIA_RESOLUTION_ULTRA_HIGH",
    ]

    private static let rows: [(member: StaticString, words: [StaticString])] = [
        ("language", ["LANGUAGE_UNSPECIFIED", "PYTHON"]),
        ("outcome", ["OUTCOME_UNSPECIFIED", "OUTCOME_OK", "OUTCOME_FAILED", "OUTCOME_DEADLINE_EXCEEDED"]),
        ("level", resolutions),
        ("mediaResolution", resolutions),
        (
            "category",
            [
                "HARM_CATEGORY_UNSPECIFIED", "HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH",
                "HARM_CATEGORY_SEXUALLY_EXPLICIT", "HARM_CATEGORY_DANGEROUS_CONTENT", "HARM_CATEGORY_CIVIC_INTEGRITY",
                "HARM_CATEGORY_DEROGATORY", "HARM_CATEGORY_TOXICITY", "HARM_CATEGORY_VIOLENCE",
                "HARM_CATEGORY_SEXUAL", "HARM_CATEGORY_MEDICAL", "HARM_CATEGORY_DANGEROUS",
                "HARM_CATEGORY_IMAGE_HATE", "HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT",
                "HARM_CATEGORY_IMAGE_HARASSMENT", "HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT", "HARM_CATEGORY_JAILBREAK",
            ]
        ),
        (
            "threshold",
            [
                "HARM_BLOCK_THRESHOLD_UNSPECIFIED", "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE",
                "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF",
            ]
        ),
        ("method", ["HARM_BLOCK_METHOD_UNSPECIFIED", "SEVERITY", "PROBABILITY"]),
    ]

    /// Writes the member of that name; what is no word of an enum, as it is.
    /// A word that is not known goes along as it is: it may be newer than this.
    static func write(_ value: JSONValue, _ member: StaticString, to target: JSONObjectWriter) {
        let words = rows.first { $0.member.isSame(as: member) }?.words ?? []
        if let word = words.first(where: { value.equalsIgnoringCase($0) }) {
            target[member] = word
        } else {
            target[member] = value
        }
    }
}
