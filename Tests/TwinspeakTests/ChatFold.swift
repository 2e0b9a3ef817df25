/// The chunks of a chat stream as one completion, put together as OpenAI's clients do: strings are joined, lists of
/// objects merged by `index`, the last reason to stop and the last usage count.
struct ChatFold {
    /// What clients cannot put together.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var completion = Piece.object([])
    private var choices: [Piece] = []
    /// Ours must say once what is no text; others may say it again.
    private let isOurs: Bool

    init(_ chunks: [Piece], isOurs: Bool) throws(Refused) {
        self.isOurs = isOurs
        for chunk in chunks { try add(chunk) }
        completion["object"] = .text("chat.completion")
        completion["choices"] = .list(choices)
    }

    /// Lists that come in several chunks.
    private static let lists = ["tool_calls", "images", "annotations", "reasoning_details"]

    private mutating func add(_ chunk: Piece) throws(Refused) {
        for (name, value) in chunk.members where !value.isNull {
            switch name {
            case "choices": for choice in value.elements { try add(choice: choice) }
            case "usage": completion[name] = value
            case "extra_content": completion[name] = try merge(completion[name], value, name)
            case "id", "created", "model": completion[name] = try same(completion[name], value, name)
            default: completion[name] = value
            }
        }
    }

    private mutating func add(choice: Piece) throws(Refused) {
        let index = choice["index"]?.number ?? 0
        guard index <= choices.count else { throw Refused(description: "choice \(index) before the one before it") }
        if index == choices.count { choices.append(.object([("index", .literal("\(index)"))])) }
        for (name, value) in choice.members where name != "index" && !value.isNull {
            switch name {
            case "delta": choices[index]["message"] = try merge(choices[index]["message"], value, "message")
            case "logprobs": choices[index][name] = joined(choices[index][name], value)
            case "finish_reason" where isOurs && choices[index][name] != nil:
                throw Refused(description: "two reasons to stop")
            default: choices[index][name] = value
            }
        }
    }

    /// Lists of tokens go on.
    private func joined(_ old: Piece?, _ new: Piece) -> Piece {
        var joined = old ?? .object([])
        for (name, value) in new.members where !value.isNull {
            joined[name] = .list((joined[name]?.elements ?? []) + value.elements)
        }
        return joined
    }

    private func merge(_ old: Piece?, _ new: Piece, _ name: String) throws(Refused) -> Piece {
        switch (old, new) {
        case _ where name == "type" || name == "index": return new
        case (_?, .text) where ["id", "name", "role"].contains(name): return try same(old, new, name, isOnce: isOurs)
        case (.text(let old)?, .text(let new)): return .text(old + new)
        case (let old?, .literal): return try same(old, new, name, isOnce: isOurs)
        case (_, .object(let members)):
            var merged = old ?? .object([])
            for (name, value) in members where !value.isNull { merged[name] = try merge(merged[name], value, name) }
            return merged
        case (nil, .list) where !Self.lists.contains(name): return new
        case (_, .list(let elements)):
            var list = old?.elements ?? []
            for element in elements { try add(element, to: &list, name) }
            return .list(list)
        default: return new
        }
    }

    private func add(_ element: Piece, to list: inout [Piece], _ name: String) throws(Refused) {
        guard let index = element["index"]?.number else {
            throw Refused(description: "an element of \(name) without an index")
        }
        guard index <= list.count else { throw Refused(description: "\(name) \(index) before the one before it") }
        if index == list.count {
            list.append(element)
        } else {
            var rest = element
            rest["index"] = nil
            list[index] = try merge(list[index], rest, name)
        }
    }

    private func same(_ old: Piece?, _ new: Piece, _ name: String, isOnce: Bool = false) throws(Refused) -> Piece {
        if let old, isOnce || old.json != new.json { throw Refused(description: "\(name) twice") }
        return new
    }
}
