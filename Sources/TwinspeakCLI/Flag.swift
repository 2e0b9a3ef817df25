/// One option of the command line: its name, what it takes, its help. Parsing and help texts both come from here.
struct Flag: Sendable {
    /// With its dashes.
    let name: String
    let value: Value
    let help: String
    /// Puts the value into the invocation; false if the flag does not take it.
    let set: @Sendable (inout Invocation, String) -> Bool

    enum Value: Sendable {
        /// It is there or not.
        case none
        /// `--strict` or `--no-strict`.
        case switched
        /// One of these words, in any case.
        case word([String])
        /// Anything, called this in help texts and described so in complaints.
        case text(String, expected: String)
    }

    init(_ name: String, _ value: Value, _ help: String, set: @escaping @Sendable (inout Invocation, String) -> Bool) {
        self.name = name
        self.value = value
        self.help = help
        self.set = set
    }

    /// `name` is this flag, or the flag taken back.
    func isCalled(_ name: String) -> Bool {
        guard case .switched = value, name.hasPrefix("--no-") else { return name == self.name }
        return name.dropFirst("--no-".count) == self.name.dropFirst("--".count)
    }

    /// `text` as the flag spells it; nil for a word that it does not know.
    func spelled(_ text: String) -> String? {
        guard case .word(let words) = value else { return text }
        return words.first { $0.lowercased() == text.lowercased() }
    }

    /// What the flag takes, for complaints.
    var expected: String {
        switch value {
        case .none, .switched: "nothing"
        case .word(let words): words.dropLast().joined(separator: ", ") + (words.last.map { " or " + $0 } ?? "")
        case .text(_, let expected): expected
        }
    }

    /// How the flag is written, for help texts.
    var usage: String {
        switch value {
        case .none: name
        case .switched: "--[no-]" + name.dropFirst("--".count)
        case .word: name + " WORD"
        case .text(let placeholder, _): name + " " + placeholder
        }
    }
}
