@testable import Twinspeak

/// What clients of chat completions say in several ways.
extension Tree {
    /// `audio/wav` is `wav`, in any case.
    var audioFormat: Tree {
        guard let format = text?.lowercased() else { return self }
        let row = MediaType.audio.first { "\($0.type)".lowercased() == format }
        return .leaf("\"" + (row.map { "\($0.format)" } ?? format))
    }

    /// A text that is JSON, as JSON.
    var read: Tree {
        guard let text, let json = Tree(Array(text.utf8)), json.text == nil else { return self }
        return json
    }

    /// One tool that is required is the tool that is named; any tool is required.
    var namedChoice: Tree {
        if let word = text?.lowercased() { return .leaf("\"" + (word == "any" ? "required" : word)) }
        let allowed = self["allowed_tools"]
        guard allowed?["mode"] == .leaf("\"required"), case .array(let tools)? = allowed?["tools"],
            tools.count == 1
        else { return self }
        return tools[0]
    }

    /// A video by reference is a file by reference.
    var withoutVideoURL: Tree {
        guard self["type"]?.text == "video_url", let url = self["video_url"]?["url"], case .object(var members) = self,
            url.text?.hasPrefix("data:") == false
        else { return self }
        members["type"] = .leaf("\"file")
        members["video_url"] = nil
        members["file"] = .object(["file_id": url])
        return .object(members)
    }

    /// Thoughts stand in `reasoning_content`, whatever the vendor's name for it, and at one place.
    var withThoughtsInOnePlace: Tree {
        guard case .object(var members) = self, members["role"] != nil else { return self }
        if let thoughts = members["reasoning"], thoughts.text != nil {
            members["reasoning"] = nil
            members["reasoning_content"] = members["reasoning_content"] ?? thoughts
        }
        if case .array(let details)? = members["reasoning_details"] {
            let text = details.compactMap { $0["text"]?.text }.joined()
            if !text.isEmpty { members["reasoning_content"] = members["reasoning_content"] ?? .leaf("\"" + text) }
            let others = details.filter { $0["text"] == nil && !isOfCall($0, members) }
            members["reasoning_details"] = others.isEmpty ? nil : .array(others)
        }
        if case .array(let blocks)? = members["thinking_blocks"] {
            let text = blocks.compactMap { $0["thinking"]?.text }.joined()
            if !text.isEmpty { members["reasoning_content"] = members["reasoning_content"] ?? .leaf("\"" + text) }
            if blocks.allSatisfy({ $0["signature"] == nil }) { members["thinking_blocks"] = nil }
        }
        untag(&members)
        return .object(members)
    }

    /// A signature that stands on its call too.
    private func isOfCall(_ detail: Tree, _ members: [String: Tree]) -> Bool {
        guard case .array(let calls)? = members["tool_calls"], let data = detail["data"] else { return false }
        return calls.contains {
            $0["id"] == detail["id"] && $0["extra_content"]?["google"]?["thought_signature"] == data
        }
    }

    private func untag(_ members: inout [String: Tree]) {
        let tag = "<thought>"
        guard case .object(var extra)? = members["extra_content"], case .object(var google)? = extra["google"],
            google["thought"] == .leaf("true"), let content = members["content"]?.text, content.hasPrefix(tag),
            let end = content.firstRange(of: "</thought>")
        else { return }
        let thoughts = content[content.index(content.startIndex, offsetBy: tag.count)..<end.lowerBound]
        members["reasoning_content"] = members["reasoning_content"] ?? .leaf("\"" + thoughts)
        let rest = Tree.leaf("\"" + content[end.upperBound...]).read
        members["content"] = rest == .leaf("\"") ? nil : rest
        google["thought"] = nil
        extra["google"] = google.isEmpty ? nil : .object(google)
        members["extra_content"] = extra.isEmpty ? nil : .object(extra)
    }

    /// A token whose bytes are those of its text.
    var withoutPlainBytes: Tree {
        guard case .object(var members) = self, let token = members["token"]?.text, let bytes = members["bytes"] else {
            return self
        }
        if bytes == .array(token.utf8.map { .leaf("\($0)") }) { members["bytes"] = nil }
        return .object(members)
    }

    /// Grounding metadata that say what the annotations beside them do.
    var withoutMadeGrounding: Tree {
        guard case .object(var members) = self.withThoughtsInOnePlace,
            case .object(var extra)? = members["extra_content"], case .object(var google)? = extra["google"],
            case .object(let metadata)? = google["grounding_metadata"],
            metadata.keys.allSatisfy({ ["groundingChunks", "groundingSupports"].contains($0) }),
            members["annotations"] != nil || metadata["groundingSupports"] == nil
        else { return self.withThoughtsInOnePlace }
        google["grounding_metadata"] = nil
        extra["google"] = google.isEmpty ? nil : .object(google)
        members["extra_content"] = extra.isEmpty ? nil : .object(extra)
        return .object(members)
    }
}
