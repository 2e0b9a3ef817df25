internal import JSONCore

/// Names of functions, legal on both sides.
///
///     OpenAI   [a-zA-Z0-9_-]{1,64}
///     Gemini   [a-zA-Z_][a-zA-Z0-9_.:-]{0,63}
///
/// An illegal name is made legal the same way on every run: each illegal character becomes `_`, a name that does not
/// begin with a letter or `_` gets one in front, 64 characters are kept, and where two names meet, the later one ends
/// in `_2`, `_3`, … Declarations, history and choice use the same name, and the answer gets the old one back.
struct FunctionNames {
    private let wire: WireFormat
    /// From the names of the request to ours; only those that changed.
    private var changed: [JSONKey: String] = [:]
    private var taken: Set<String> = []
    /// By the letters in front of it and its digits, the next number: thousands of names that meet stay linear, also
    /// if they meet only where they are cut.
    private var nextNumber: [String: Int] = [:]
    /// What is written is what the client called the function, so there is nothing to say about it.
    private var isRestoring = false

    static let longest = 64

    /// Not much memory is held.
    var isSmall: Bool { changed.count + taken.count + nextNumber.count <= 256 }

    /// - Parameter wire: The side that the names are written for.
    init(for wire: WireFormat) { self.wire = wire }

    /// From our names to those of the request, for the answer.
    var original: [String: String] {
        if changed.isEmpty { return [:] }
        return Dictionary(changed.map { ($0.value, $0.key.text) }, uniquingKeysWith: { left, _ in left })
    }

    /// Learns every name that the request uses, in the order in which `forEachName` tells them.
    private mutating func learn(_ forEachName: ((JSONValue) -> Void) -> Void) {
        var areLegal = true
        forEachName { name in if name.kind == .string, !isLegal(name.decoded) { areLegal = false } }
        guard !areLegal else { return }
        var illegal: [JSONKey] = []
        forEachName { name in
            guard name.kind == .string else { return }
            if isLegal(name.decoded) { taken.insert(name.decoded.string) } else { illegal.append(name.key) }
        }
        for name in illegal where changed[name] == nil { changed[name] = makeLegal(name.text) }
    }

    /// Takes names back that another `FunctionNames` gave.
    init(restoring original: [String: String], for wire: WireFormat) {
        self.wire = wire
        changed = Dictionary(original.map { (JSONKey($0.key), $0.value) }) { first, _ in first }
        isRestoring = true
    }

    /// The name as it will be written.
    func restored(_ name: JSONValue) -> String {
        let name = name.key
        return changed[name] ?? name.text
    }

    /// Writes the name, or the one that stands for it.
    ///
    /// - Parameter isKnown: The change has been told at another place of the same call.
    func write(_ name: JSONValue, to slot: JSONSlot, isKnown: Bool = false) {
        guard !changed.isEmpty, let legal = changed[name.key] else { return slot.write(name) }
        guard !isRestoring, !isKnown else {
            name.ignore()
            return slot.write(string: legal)
        }
        let rule: StaticString =
            wire == .openAI
            ? "letters, digits, `_` and `-`" : "letters, digits and `_.:-`, the first of them a letter or `_`"
        name.note(.renamed, "the other side takes up to \(Self.longest) \(rule); written `\(legal)`")
        slot.write(string: legal)
    }

    // MARK: What is legal

    private func isLegal(_ name: JSONSlice) -> Bool {
        guard !name.isEmpty, name.count <= Self.longest else { return false }
        if wire == .gemini, !Self.mayBegin(name[0]) { return false }
        for index in 0..<name.count where !isLegal(name[index]) { return false }
        return true
    }

    private func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        case UInt8(ascii: "."), UInt8(ascii: ":"): wire == .gemini
        default: false
        }
    }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    private mutating func makeLegal(_ name: String) -> String {
        var legal = String(
            name.unicodeScalars.map { scalar in
                scalar.isASCII && isLegal(UInt8(truncatingIfNeeded: scalar.value)) ? Character(scalar) : "_"
            })
        if legal.utf8.first.map(Self.mayBegin) != true { legal = "_" + legal }
        legal = String(legal.prefix(Self.longest))
        var unique = legal
        while !taken.insert(unique).inserted { unique = numbered(legal) }
        return unique
    }

    private mutating func numbered(_ legal: String) -> String {
        var (digits, first, end) = (1, 2, 10)
        while true {
            let stem = legal.prefix(Self.longest - 1 - digits)
            let number = nextNumber["\(digits)\(stem)", default: first]
            if number < end {
                nextNumber["\(digits)\(stem)"] = number + 1
                return "\(stem)_\(number)"
            }
            (digits, first, end) = (digits + 1, end, end * 10)
        }
    }
}

extension FunctionNames {
    /// Learns from every place of a chat request where a function is named.
    init(chat request: JSONValue) {
        self.init(for: .gemini)
        learn { learn in
            for tool in request["tools"].elements { learn(ChatTool.name(tool)) }
            for function in request["functions"].elements { learn(function["name"]) }
            for message in request["messages"].elements {
                for call in message["tool_calls"].elements { learn(ChatTool.name(call)) }
                learn(message["function_call"]["name"])
            }
        }
    }

    /// Learns from every place of a Gemini request where a function is named.
    init(gemini request: JSONValue) {
        self.init(for: .openAI)
        learn { learn in
            for tool in request["tools"].elements {
                for declaration in tool["functionDeclarations"].elements { learn(declaration["name"]) }
            }
            for content in request["contents"].elements { Self.learnCalls(content, learn) }
        }
    }

    /// Learns from every call of a Gemini answer.
    init(candidates: JSONValue) {
        self.init(for: .openAI)
        learn { learn in
            for candidate in candidates.elements { Self.learnCalls(candidate["content"], learn) }
        }
    }

    private static func learnCalls(_ content: JSONValue, _ learn: (JSONValue) -> Void) {
        for part in content["parts"].elements { learn(part["functionCall"]["name"]) }
    }
}

/// A tool, a call or a choice of the chat side: its function or its custom tool.
enum ChatTool {
    static func name(_ tool: JSONValue) -> JSONValue {
        let function = tool["function"]
        return function.exists ? function["name"] : tool["custom"]["name"]
    }
}
