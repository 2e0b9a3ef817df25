/// What people, models and tools say: English, Chinese and code, in the proportions of agents' transcripts.
extension PseudoRandom {
    private static let english: [String] = [
        "a", "after", "again", "an", "and", "answer", "are", "argument", "at", "because", "before", "branch", "by",
        "cache", "call", "change", "check", "client", "compile", "config", "copy", "default", "directory", "does",
        "error", "every", "exactly", "fails", "field", "for", "from", "function", "given", "handler", "has", "if", "in",
        "index", "input", "is", "it", "keep", "last", "limit", "list", "log", "message", "module", "must", "name",
        "never", "no", "of", "on", "only", "order", "parser", "please", "project", "read", "refactor", "release",
        "report", "request", "return", "review", "same", "schema", "server", "should", "small", "so", "still", "table",
        "that", "the", "then", "timeout", "to", "type", "update", "value", "version", "what", "when", "where", "which",
        "with", "without", "write",
    ]
    private static let chinese = Array(
        "我们需要先看日志再决定如何修复这个错误服务器返回超时可能与网络配置有关建议增加重试并记录时间用户希望得到简短说明代码应当保持清晰接口不变测试必须通过"
            .unicodeScalars)
    private static let symbols = ["🔧", "📝", "❌", "🎉", "🔍"]

    mutating func word() -> String { pick(Self.english) }

    mutating func words(_ count: Int) -> String {
        var text = word()
        for _ in 1..<max(1, count) { text += " " + word() }
        return text
    }

    mutating func characters(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count { text.unicodeScalars.append(pick(Self.chinese)) }
        return text
    }

    mutating func code(lines: Int) -> String {
        var text = codeLine()
        for _ in 1..<max(1, lines) { text += "\n" + codeLine() }
        return text
    }

    private mutating func codeLine() -> String {
        switch number(0..<6) {
        case 0: "    guard let \(word()) = options[\"\(word())\"], count < \(number(1..<500)) else {"
        case 1: "\tlog.Printf(\"%d %s\\n\", \(number(1..<9999)), \"\(word())\") // \(words(2))"
        case 2: "        throw Failure(\"no \\\"\(word())\\\" in \(word()), line \(number(1..<900))\")"
        case 3: "    rows = [row for row in table if row.name == \"/home/\(word())/\(word()).py\"]"
        case 4: "    # \(characters(9))"
        default: "    return \(word())(\(word()), \(word()): \(number(0..<64)))"
        }
    }

    /// About `count` words of whatever a message holds.
    mutating func message(words count: Int) -> String {
        switch number(0..<20) {
        case 0..<9: words(count)
        case 9..<15: characters(2 * count) + "\n\n" + words(count / 3)
        case 15..<18:
            words(count / 3) + "\n```swift\n" + code(lines: max(2, count / 15)) + "\n```\n" + pick(Self.symbols)
        default: (0..<max(1, count / 9)).map { "\($0 + 1)) " + words(9) }.joined(separator: "\n")
        }
    }
}
