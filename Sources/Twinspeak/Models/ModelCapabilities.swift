internal import JSONCore

/// What a Gemini model takes and refuses, as far as it matters for a translation.
///
/// The library goes by the model's name. A host that knows better, or has a name of its own for a model, says so:
///
///     var capabilities = ModelCapabilities(of: "gemini-2.5-flash")
///     capabilities.penalties = true
///     options.capabilities["our-flash"] = capabilities
public struct ModelCapabilities: Sendable, Hashable {
    /// `presencePenalty` and `frequencyPenalty`; left out where it is false.
    public var penalties = true
    /// `candidateCount` above 1.
    public var severalCandidates = true
    /// A JSON response beside function declarations; left out where it is false.
    public var jsonBesideFunctions = true
    /// A conversation that ends with a model turn.
    public var trailingModelTurn = true
    /// Media inside `functionResponse.parts`, `mediaResolution` on parts, and a thought signature on the first function
    /// call of a model content, which these models also ask for.
    public var signedParts = true
    /// How it is told how much to think.
    public var thinking = ThinkingCapability.none
    /// The values of `imageConfig.aspectRatio`; nil takes any.
    public var aspectRatios: [String]?
    /// The values of `imageConfig.imageSize`; nil takes any.
    public var imageSizes: [String]?

    /// What is known of `model`, with or without a prefix such as `models/`.
    ///
    /// A version that no row of the tables knows inherits the newest row before it; a name without a version is taken
    /// for the newest of what is generally accepted: 3.0.
    public init(of model: String) {
        self = JSONSlice.lending(model) { ModelCapabilities(ModelName($0)) }
    }

    private init(_ name: ModelName) {
        self.init()
        for row in Self.rows where row.since <= name.version ?? 300 { self = row.capabilities }
        if name.isFlashLite35 { trailingModelTurn = false }
        thinking = ThinkingCapability(name.family, version: name.version ?? 301)
        guard name.makesImages, let version = name.version else { return }
        aspectRatios = version < 301 ? Self.tenRatios : Self.tenRatios + ["1:4", "4:1", "1:8", "8:1", "9:21"]
        imageSizes = version < 300 ? ["1K"] : version < 301 ? ["1K", "2K", "4K"] : ["512", "1K", "2K", "4K"]
    }

    private init(
        penalties: Bool = true, severalCandidates: Bool = true, jsonBesideFunctions: Bool = true,
        trailingModelTurn: Bool = true, signedParts: Bool = true
    ) {
        self.penalties = penalties
        self.severalCandidates = severalCandidates
        self.jsonBesideFunctions = jsonBesideFunctions
        self.trailingModelTurn = trailingModelTurn
        self.signedParts = signedParts
    }

    /// By the first version that a row speaks of: 205 is 2.5.
    private static let rows: [(since: Int, capabilities: ModelCapabilities)] = [
        (0, ModelCapabilities(jsonBesideFunctions: false, signedParts: false)),
        (205, ModelCapabilities(penalties: false, jsonBesideFunctions: false, signedParts: false)),
        (300, ModelCapabilities(penalties: false, severalCandidates: false)),
        (306, ModelCapabilities(penalties: false, severalCandidates: false, trailingModelTurn: false)),
    ]

    private static let tenRatios = ["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
}

extension Options {
    /// In bytes: nobody calls a model by more, though a request may.
    private static var longestModel: Int { 256 }

    /// What the caller says of `model`, else what its name says.
    func capabilities(of model: String) -> ModelCapabilities {
        guard !capabilities.isEmpty, model.utf8.count <= Self.longestModel else { return ModelCapabilities(of: model) }
        let id = model.split(separator: "/").last.map(String.init) ?? model
        return capabilities[model] ?? capabilities[id] ?? ModelCapabilities(of: model)
    }
}
