/// What `--help` shows, made of the tables that the command line is parsed with.
enum HelpText {
    static let general = """
        Translates between OpenAI chat completions and Gemini generateContent.

        Usage: twinspeak COMMAND [OPTION…] [FILE…]

        Commands:
        \(rows(Command.allCases.map { ($0.rawValue, $0.help) }))
        Options:
        \(rows(Flag.general.map { ($0.usage, $0.help) }))
        FILE is standard input when it is left out or `-`. The result goes to standard
        output; what was lost or changed, and why there is no result, to standard error.

        Exit codes, of several files or lines the highest:
        \(rows(ExitCode.allCases.map { ("\($0.rawValue)", $0.help) }))
        `twinspeak COMMAND --help` lists the options of a command.

        """

    static func of(_ command: Command) -> String {
        """
        \(command.help.prefix(1).uppercased() + command.help.dropFirst())

        Usage: twinspeak \(command.rawValue) [OPTION…]\(operand(command))

        \(rows(command.flags.map { ($0.usage, describe($0)) }))
        Examples:
        \(command.examples.map { "  twinspeak \(command.rawValue) \($0)\n" }.joined())
        """
    }

    private static func operand(_ command: Command) -> String {
        switch command.mostOperands {
        case 0: ""
        case 1: " [FILE]"
        default: " [FILE…]"
        }
    }

    private static func describe(_ flag: Flag) -> String {
        guard case .word(let words) = flag.value else { return flag.help }
        return "\(flag.help): \(words.joined(separator: ", "))"
    }

    // MARK: Layout

    private static let width = 80
    /// Longer names have their help in the next line.
    private static let widestIndent = 28

    /// Two columns, the second one wrapped.
    private static func rows(_ rows: [(name: String, help: String)]) -> String {
        let indent = min(2 + (rows.map(\.name.count).max() ?? 0) + 2, widestIndent)
        return rows.map { row in
            let isLong = row.name.count > indent - 4
            let gap = (isLong ? "\n" : "") + String(repeating: " ", count: indent - (isLong ? 0 : 2 + row.name.count))
            return "  \(row.name)\(gap)\(wrapped(row.help, indent))\n"
        }.joined()
    }

    private static func wrapped(_ text: String, _ indent: Int) -> String {
        var wrapped = ""
        var column = indent
        for word in text.split(separator: " ") {
            if column > indent, column + 1 + word.count > width {
                wrapped += "\n" + String(repeating: " ", count: indent)
                column = indent
            } else if column > indent {
                wrapped += " "
                column += 1
            }
            wrapped += word
            column += word.count
        }
        return wrapped
    }
}
