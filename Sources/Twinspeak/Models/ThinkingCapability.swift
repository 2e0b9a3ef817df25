/// How a Gemini model is told how much to think.
public enum ThinkingCapability: Sendable, Hashable {
    /// `thinkingBudget` in tokens; 0 only where thinking can be turned off.
    case budget(ClosedRange<Int64>, canTurnOff: Bool)
    /// `thinkingLevel`, one of these, in rising order.
    case levels([Level])
    /// Not at all.
    case none

    /// The words of `thinkingLevel` in rising order.
    public enum Level: Int, Sendable, CaseIterable {
        /// `MINIMAL`.
        case minimal
        /// `LOW`.
        case low
        /// `MEDIUM`.
        case medium
        /// `HIGH`.
        case high

        var word: StaticString {
            switch self {
            case .minimal: "MINIMAL"
            case .low: "LOW"
            case .medium: "MEDIUM"
            case .high: "HIGH"
            }
        }
    }

    private struct Row: Sendable {
        let family: ModelName.Family
        /// The first version that this row speaks of: 205 is 2.5.
        let since: Int
        let capability: ThinkingCapability
    }

    private static let rows = [
        Row(family: .pro, since: 205, capability: .budget(128...32768, canTurnOff: false)),
        Row(family: .flash, since: 205, capability: .budget(1...24576, canTurnOff: true)),
        Row(family: .flashLite, since: 205, capability: .budget(512...24576, canTurnOff: true)),
        Row(family: .pro, since: 300, capability: .levels([.low, .high])),
        Row(family: .flash, since: 300, capability: .levels(Level.allCases)),
        Row(family: .flashLite, since: 300, capability: .levels(Level.allCases)),
        Row(family: .pro, since: 301, capability: .levels([.low, .medium, .high])),
        Row(family: .flash, since: 307, capability: .levels([.low, .medium, .high])),
        Row(family: .flashLiteImage, since: 301, capability: .levels([.minimal, .high])),
    ]

    /// A version that no row knows inherits its family's newest row before it.
    init(_ family: ModelName.Family, version: Int) {
        self = .none
        for row in Self.rows where row.family == family && row.since <= version { self = row.capability }
    }
}
