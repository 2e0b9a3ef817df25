internal import JSONCore

/// Each category of harm has one setting, and Gemini has none of PaLM's categories.
enum SafetyRule: RequestRule {
    private static let ofPaLM: [StaticString] = [
        "HARM_CATEGORY_DEROGATORY", "HARM_CATEGORY_TOXICITY", "HARM_CATEGORY_VIOLENCE", "HARM_CATEGORY_SEXUAL",
        "HARM_CATEGORY_MEDICAL", "HARM_CATEGORY_DANGEROUS",
    ]

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        var seen: Set<JSONKey> = []
        for setting in request["safetySettings"].elements {
            let category = setting["category"]
            if let text = category.string, !seen.insert(JSONKey(text.uppercased())).inserted {
                category.refuse(.duplicateName, "another setting has this category")
            }
            if ofPaLM.contains(where: { category.equalsIgnoringCase($0) }) {
                category.warn(.refusedByModel, "a category of PaLM, which Gemini models refuse")
            }
        }
    }
}
