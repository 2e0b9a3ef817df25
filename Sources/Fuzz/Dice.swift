/// Choices that are the same on every run: SplitMix64.
struct Dice {
    private var state: UInt64

    init(seed: UInt32) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 }

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

    /// Where to cut so many bytes: in pieces that are short, or long, or both.
    mutating func cuts(of count: Int) -> [Int] {
        let longest = one(of: [1, 3, 20, 200])
        var cuts: [Int] = []
        var place = below(longest + 1)
        while place < count, cuts.count < 2000 {
            cuts.append(place)
            place += below(longest + 1)
        }
        return cuts
    }
}
