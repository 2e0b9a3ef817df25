/// The events of a Gemini stream as one answer: texts of one kind that follow each other are one part, which a
/// signature ends; of everything else the last counts.
struct GeminiFold {
    /// A stream that has no answer: pieces of calls, or an error.
    struct Refused: Error {}

    private(set) var response = Piece.object([])
    private var candidates: [(index: Int, value: Piece, parts: [Piece])] = []

    init(_ events: [Piece]) throws(Refused) {
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
        let whole = candidates.map { candidate in
            var whole = candidate.value
            if !candidate.parts.isEmpty { whole["content"] = .object([("parts", .list(candidate.parts))]) }
            return whole
        }
        if !whole.isEmpty { response["candidates"] = .list(whole) }
    }

    private mutating func add(_ candidate: Piece) throws(Refused) {
        let index = candidate["index"]?.number ?? 0
        if !candidates.contains(where: { $0.index == index }) {
            // Choices are numbered as they appear.
            guard candidates.allSatisfy({ $0.index < index }) else { throw Refused() }
            candidates.append((index, .object([("index", .literal("\(index)"))]), []))
        }
        guard let place = candidates.firstIndex(where: { $0.index == index }) else { return }
        for part in candidate["content"]?["parts"]?.elements ?? [] { try add(part, to: &candidates[place].parts) }
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
