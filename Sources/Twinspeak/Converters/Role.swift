internal import JSONCore

/// Who speaks.
///
///     OpenAI   role: "system" | "developer" | "user" | "assistant" | "tool" | "function"
///     Gemini   role: "user" | "model"
enum Role: UInt16 {
    case system = 1
    case user, assistant, tool, unknown

    /// The role of a chat message. `model` is a habit of clients that know both APIs.
    ///
    /// Several converters go through the messages and ask for it, so it is read once.
    init(message: JSONValue) {
        let role = message["role"]
        if let known = Role(rawValue: role.memo) {
            self = known
        } else {
            self.init(word: role)
            role.memo = rawValue
        }
    }

    private init(word role: JSONValue) {
        switch role {
        case "user": self = .user
        case "assistant", "model": self = .assistant
        case "tool", "function": self = .tool
        case "system", "developer": self = .system
        default: self = Self.words.first { role.equalsIgnoringCase($0.word) }?.role ?? .unknown
        }
    }

    private static let userWords: [StaticString] = ["user", "function", "tool"]

    private static let words: [(word: StaticString, role: Role)] = [
        ("user", .user), ("assistant", .assistant), ("model", .assistant), ("tool", .tool), ("function", .tool),
        ("system", .system), ("developer", .system),
    ]

    /// The role of a Gemini content. Without one it is the user's; `function` and `tool` are old words for the user who
    /// brings results.
    init(content: JSONValue) {
        let role = content["role"]
        switch role {
        case "user", "function", "tool": self = .user
        case "model": self = .assistant
        default:
            let isUser = Self.userWords.contains { role.equalsIgnoringCase($0) }
            if role.equalsIgnoringCase("model") {
                self = .assistant
            } else if !role.exists || isUser || role.isEmptyString {
                self = .user
            } else {
                self = .unknown
            }
        }
    }
}
