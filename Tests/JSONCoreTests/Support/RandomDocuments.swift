/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Writes valid JSON of every kind: nested, with white space everywhere, with every escape and every form of number.
struct RandomDocuments {
    private var numbers: SeededNumbers
    private var bytes: [UInt8] = []

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func next() -> Text {
        bytes = numbers.below(40) == 0 ? [0xef, 0xbb, 0xbf] : []
        element(depth: numbers.below(5))
        return Text(bytes)
    }

    private mutating func add(_ string: String) { bytes.append(contentsOf: string.utf8) }

    private mutating func blanks() {
        guard numbers.below(4) == 0 else { return }
        for _ in 0..<numbers.below(4) { add(numbers.pick([" ", " ", "\n", "\t", "\r", "\r\n", "\n    "])) }
    }

    private mutating func element(depth: Int) {
        blanks()
        switch numbers.below(depth > 0 ? 10 : 5) {
        case 0: add(numbers.pick(["true", "false", "null"]))
        case 1, 2: number()
        case 3, 4: string()
        case 5, 6: container("[", "]") { $0.element(depth: depth - 1) }
        default: container("{", "}") { $0.member(depth: depth - 1) }
        }
        blanks()
    }

    private mutating func container(_ start: String, _ end: String, _ item: (inout Self) -> Void) {
        add(start)
        let count = numbers.below(5)
        for index in 0..<count {
            item(&self)
            if index < count - 1 { add(",") }
        }
        if count == 0 { blanks() }
        add(end)
    }

    private mutating func member(depth: Int) {
        blanks()
        if numbers.below(3) == 0 {
            string()
        } else {
            add(numbers.pick(["\"a\"", "\"a\"", "\"b\"", "\"\"", "\"\\u0061\""]))
        }
        blanks()
        add(":")
        element(depth: depth)
    }

    private mutating func number() {
        if numbers.below(3) == 0 { add("-") }
        add(numbers.below(4) == 0 ? "0" : numbers.pick(["1", "7", "42", "9007199254740993", "18446744073709551616"]))
        if numbers.below(3) == 0 { add("." + numbers.pick(["0", "5", "000", "125", "12345678901234567890"])) }
        guard numbers.below(3) == 0 else { return }
        add(
            numbers.pick(["e", "E"]) + numbers.pick(["", "+", "-"])
                + numbers.pick(["0", "1", "05", "17", "300", "400"]))
    }

    private mutating func string() {
        add("\"")
        for _ in 0..<numbers.below(numbers.pick([1, 4, 20])) {
            switch numbers.below(12) {
            case 0: add(numbers.pick(["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]))
            case 1: add(numbers.pick(["\\u0000", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\uDBFF\\uDFFF", "\\uFFFF"]))
            case 2: add(numbers.pick(["é", "€", "😀", "\u{2028}", "\u{10ffff}", "\u{7f}", "\u{feff}"]))
            case 3: if numbers.below(20) == 0 { add(numbers.pick(["\\ud800", "\\udc00", "\\udead\\ud83d"])) }
            case 4: add("a plain run of ASCII, long enough for a vector of sixteen bytes or two")
            default: add(numbers.pick(["a", "B", "0", " ", "{", "]", ",", ":", "~", "/"]))
            }
        }
        add("\"")
    }
}
