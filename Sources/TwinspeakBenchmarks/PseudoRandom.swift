/// SplitMix64: the same numbers on every run, machine and compiler.
struct PseudoRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    mutating func number(_ range: Range<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound)
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// True in `percent` of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0..<choices.count)] }

    /// From 0 to 1, with as many digits as a double has.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
