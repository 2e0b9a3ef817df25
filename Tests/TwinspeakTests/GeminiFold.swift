/// The events of a Gemini stream as one answer: texts of one kind that follow each other are one part, which a
/// signature ends; of everything else the last counts.
struct GeminiFold {
    /// A stream that has no answer: pieces of calls, or an error.
    struct Refused: Error {}

    private(set) var response = Piece.object([])
    private var candidates: [(index: Int, value: Piece, parts: [Piece])] = []

    /// Ours may count candidates in any order; of others, choices are numbered as they appear.
    private let isOurs: Bool

    init(_ events: [Piece], isOurs: Bool) throws(Refused) {
        self.isOurs = isOurs
        for event in events {
            if event["error"] != nil { throw Refused() }
            for (name, value) in event.members where !value.isNull {
                if name == "candidates" {
                    for candidate in value.elements { try add(candidate) }
                } else if ["usageMetadata", "usage_metadata"].contains(name) || response[name] == nil {
                    response[name] = value
                }
            }
        }
        let whole = try candidates.sorted { $0.index < $1.index }.map { candidate throws(Refused) in
            var whole = candidate.value
            let parts = try joined(isOurs ? candidate.parts.sorted { Self.rank($0) < Self.rank($1) } : candidate.parts)
            if !parts.isEmpty { whole["content"] = .object([("parts", .list(parts))]) }
            return whole
        }
        if !whole.isEmpty { response["candidates"] = .list(whole) }
    }

    private mutating func add(_ candidate: Piece) throws(Refused) {
        let index = candidate["index"]?.number ?? 0
        if !candidates.contains(where: { $0.index == index }) {
            guard isOurs || candidates.allSatisfy({ $0.index < index }) else { throw Refused() }
            candidates.append((index, .object([("index", .literal("\(index)"))]), []))
        }
        guard let place = candidates.firstIndex(where: { $0.index == index }) else { return }
        candidates[place].parts += candidate["content"]?["parts"]?.elements ?? []
        for (name, value) in candidate.members where name != "content" && name != "index" && !value.isNull {
            if name == "logprobsResult" {
                var joined = candidates[place].value[name] ?? .object([])
                for (list, tokens) in value.members {
                    joined[list] = .list((joined[list]?.elements ?? []) + tokens.elements)
                }
                candidates[place].value[name] = joined
            } else {
                candidates[place].value[name] = value
            }
        }
    }

    /// A stream says things as they come; a message has a place for each.
    private static func rank(_ part: Piece) -> Int {
        if part["thought"] != nil { return 0 }
        if part["text"] != nil { return 1 }
        return part["functionCall"] == nil ? 2 : 3
    }

    private func joined(_ parts: [Piece]) throws(Refused) -> [Piece] {
        var joined: [Piece] = []
        for part in parts { try add(part, to: &joined) }
        return joined
    }

    private func add(_ part: Piece, to parts: inout [Piece]) throws(Refused) {
        let call = part["functionCall"]
        if call?["partialArgs"] != nil || call?["willContinue"] != nil || call?.members.isEmpty == true {
            throw Refused()
        }
        guard let text = part["text"]?.text else { return parts.append(part) }
        if text.isEmpty, part["thoughtSignature"] == nil { return }
        guard var last = parts.last, let before = last["text"]?.text, last["thoughtSignature"] == nil,
            last["thought"]?.json == part["thought"]?.json
        else { return parts.append(part) }
        last["text"] = .text(before + text)
        last["thoughtSignature"] = part["thoughtSignature"]
        parts[parts.count - 1] = last
    }
}
