internal import JSONCore

/// Which of several messages an object is: the one whose `role` or `type` it has.
struct UnionCheck {
    private let list: FieldList
    private let messages: [String]

    init(_ list: FieldList, _ messages: [String]) {
        self.list = list
        self.messages = messages
    }

    /// Nil if it is none of them, which is then said.
    func message(of object: JSONValue) -> String? {
        guard let tag = ["role", "type"].first(where: { !words(of: $0).isEmpty }) else { return fullest(object) }
        let value = object.members.first { $0.name.word == tag }?.value ?? object.missing
        if let message = messages.first(where: { words(of: tag, in: $0).contains { $0 == value.word } }) {
            return message
        }
        let expected = "expected \(words(of: tag).joinedByOr), found \(value.found)"
        if value.kind == .string {
            value.refuse(tag == "role" ? .unknownRole : isPart ? .unknownPart : .unknownValue, expected)
        } else {
            object.refuse(tag, .missingMember, expected)
        }
        return nil
    }

    private var isPart: Bool { messages.contains("TextPart") }

    /// Without a tag, the one that knows most of the members.
    private func fullest(_ object: JSONValue) -> String? {
        let names = Set(object.members.map(\.name.key))
        return messages.enumerated().max { left, right in
            (known(names, left.element), right.offset) < (known(names, right.element), left.offset)
        }?.element
    }

    private func known(_ names: Set<JSONKey>, _ message: String) -> Int {
        (list.messages[message] ?? []).count { names.contains(JSONKey($0.name)) }
    }

    private func words(of tag: String) -> [String] {
        messages.reduce(into: []) { words, message in
            for word in self.words(of: tag, in: message) where !words.contains(word) { words.append(word) }
        }
    }

    private func words(of tag: String, in message: String) -> [String] {
        guard let field = list.messages[message]?.first(where: { $0.name == tag && $0.isRequired }) else { return [] }
        return field.shapes.compactMap { shape in
            guard case .word(let word) = shape else { return nil }
            return word
        }
    }
}
