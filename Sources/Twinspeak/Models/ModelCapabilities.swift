/// What the Gemini models of one version take and refuse, as far as it matters for a translation.
struct ModelCapabilities: Sendable {
    /// The first version that this row speaks of: 205 is 2.5.
    let since: Int
    /// `presencePenalty` and `frequencyPenalty`.
    var penalties = true
    /// `candidateCount` above 1.
    var severalCandidates = true
    /// A JSON response beside function declarations.
    var jsonBesideFunctions = true
    /// A conversation that ends with a model turn.
    var trailingModelTurn = true
    /// Media inside `functionResponse.parts`, `mediaResolution` on parts, and a thought signature on the first function
    /// call of a model content, which these models also ask for.
    var signedParts = true

    static let rows = [
        ModelCapabilities(since: 0, jsonBesideFunctions: false, signedParts: false),
        ModelCapabilities(since: 205, penalties: false, jsonBesideFunctions: false, signedParts: false),
        ModelCapabilities(since: 300, penalties: false, severalCandidates: false),
        ModelCapabilities(since: 306, penalties: false, severalCandidates: false, trailingModelTurn: false),
    ]
}
