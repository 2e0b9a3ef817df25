/// Choices that are the same on every run: SplitMix64.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((bits ^ bits >> 31) % UInt64(bound))
    }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }

    mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[below(choices.count)] }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var rest = elements
        return elements.map { _ in rest.remove(at: below(rest.count)) }
    }

    /// Letters in any case.
    mutating func recased(_ word: String) -> String {
        switch below(6) {
        case 0: word.lowercased()
        case 1: word.uppercased()
        default: word
        }
    }
}
