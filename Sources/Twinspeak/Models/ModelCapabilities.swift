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

/// A Gemini model, known by its name.
///
/// A version that no row of the tables knows inherits the newest row before it; a name without a version is taken for
/// the newest of what is generally accepted: 3.0.
struct Model: Sendable {
    /// 205 is 2.5; nil if the name has none.
    let version: Int?
    let capabilities: ModelCapabilities
    private let makesImages: Bool

    init(_ name: String) {
        let id = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8
        let version = Self.version(of: id)
        self.version = version
        var capabilities = ModelCapabilities.rows[0]
        for row in ModelCapabilities.rows where row.since <= version ?? 300 { capabilities = row }
        if id.starts(with: "gemini-3.5-flash-lite".utf8) { capabilities.trailingModelTurn = false }
        self.capabilities = capabilities
        makesImages = id.count > 6 && Substring(id).contains("-image")
    }

    /// The digits of `gemini-2.5-flash` and `gemini-3-pro`.
    private static func version(of id: Substring.UTF8View) -> Int? {
        guard id.starts(with: "gemini-".utf8) else { return nil }
        var numbers = [0, 0]
        var place = 0
        for byte in id.dropFirst("gemini-".utf8.count) {
            if byte == UInt8(ascii: "."), place == 0 {
                place = 1
            } else if let digit = byte.decimalDigit, numbers[place] < 100 {
                numbers[place] = numbers[place] * 10 + digit
            } else {
                break
            }
        }
        return numbers[0] == 0 ? nil : numbers[0] * 100 + numbers[1]
    }

    // MARK: Images

    /// The values of `imageConfig.aspectRatio`; nil where nothing is known.
    var aspectRatios: [StaticString]? {
        guard makesImages, let version else { return nil }
        let ten: [StaticString] = ["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
        return version < 301 ? ten : ten + ["1:4", "4:1", "1:8", "8:1", "9:21"]
    }

    /// The values of `imageConfig.imageSize`; nil where nothing is known.
    var imageSizes: [StaticString]? {
        guard makesImages, let version else { return nil }
        return version < 300 ? ["1K"] : version < 301 ? ["1K", "2K", "4K"] : ["512", "1K", "2K", "4K"]
    }
}

extension UInt8 {
    var decimalDigit: Int? { self &- UInt8(ascii: "0") < 10 ? Int(self &- UInt8(ascii: "0")) : nil }
}
