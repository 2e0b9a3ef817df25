internal import JSONCore

/// The JSON form, a member of the options:
///
///     { "capabilities": { "our-flash": {
///         "as": "gemini-2.5-flash",
///         "penalties": true, "severalCandidates": …, "jsonBesideFunctions": …, "trailingModelTurn": …, "signedParts": …,
///         "thinking": "none" | { "levels": ["low", "high"] } | { "budget": [128, 32768], "canTurnOff": false },
///         "aspectRatios": ["1:1"] | null, "imageSizes": ["1K"] | null
///     } } }
///
/// What is not said is as in the model of `as`, else as the name says.
extension ModelCapabilities {
    private static let switches:
        [(name: StaticString, member: any WritableKeyPath<ModelCapabilities, Bool> & Sendable)] = [
            ("penalties", \.penalties), ("severalCandidates", \.severalCandidates),
            ("jsonBesideFunctions", \.jsonBesideFunctions), ("trailingModelTurn", \.trailingModelTurn),
            ("signedParts", \.signedParts),
        ]

    private static let lists:
        [(name: StaticString, member: any WritableKeyPath<ModelCapabilities, [String]?> & Sendable)] = [
            ("aspectRatios", \.aspectRatios), ("imageSizes", \.imageSizes),
        ]

    /// `fault` is called with what is wrong and the names that lead there.
    init(_ name: String, _ json: JSONValue, fault: (_ message: String, _ path: [String]) -> Void) {
        self.init(of: json["as"].string ?? name)
        if json.kind != .object { fault("expected an object, found \(json.found)", [name]) }
        for (member, value) in json.members where value.exists {
            let path = [name, member.string ?? ""]
            if let known = Self.switches.first(where: { member == $0.name }) {
                guard let isOn = value.bool else {
                    fault("expected true or false, found \(value.found)", path)
                    continue
                }
                self[keyPath: known.member] = isOn
            } else if member == "thinking" {
                guard let thinking = ThinkingCapability(value) else {
                    fault("expected none, levels or a budget, found \(value.found)", path)
                    continue
                }
                self.thinking = thinking
            } else if let known = Self.lists.first(where: { member == $0.name }) {
                guard value.kind == .array, value.elements.allSatisfy({ $0.kind == .string }) else {
                    fault("expected strings, found \(value.found)", path)
                    continue
                }
                self[keyPath: known.member] = value.elements.compactMap(\.string)
            } else if !(member == "as") {
                fault("no capability", path)
            }
        }
    }
}

extension ThinkingCapability {
    fileprivate init?(_ json: JSONValue) {
        let budget = json["budget"].elements.compactMap(\.int)
        let levels = json["levels"].elements.map { word in Level.allCases.first { word.equalsIgnoringCase($0.word) } }
        if json == "none" {
            self = .none
        } else if budget.count == 2, budget[0] > 0, budget[0] <= budget[1] {
            self = .budget(budget[0]...budget[1], canTurnOff: json["canTurnOff"].bool ?? false)
        } else if !levels.isEmpty, !levels.contains(nil) {
            self = .levels(levels.compactMap { $0 })
        } else {
            return nil
        }
    }
}
