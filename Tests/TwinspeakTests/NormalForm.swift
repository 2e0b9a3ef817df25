@testable import Twinspeak

/// What two bodies may differ in and still say the same: defaults, spellings, and one-element forms.
enum NormalForm {
    static func of(_ json: [UInt8], _ format: WireFormat) -> Tree? {
        let tree = Tree(json)?.mapped { name, value in
            if value == .leaf("null") { return nil }
            return format == .openAI ? chat(name, value) : gemini(name, value)
        }
        return format == .openAI ? tree.map(chatBody) : tree.map(geminiBody)
    }

    /// Where the normal form has what a finding speaks of.
    static func pointer(_ pointer: String, _ format: WireFormat) -> String {
        var names = pointer.split(separator: "/").map(String.init)
        if format == .openAI {
            let isExtension = ["extra_body", "google"].contains(names.first ?? "")
            while let first = names.first, ["extra_body", "google"].contains(first) { names.removeFirst() }
            names = names.map(snakeCase)
            if let first = names.first, isExtension || extensions.contains(first) { names[0] = "google." + first }
        } else {
            names = names.map(camelCase).map { ["parametersJsonSchema": "parameters"][$0] ?? $0 }
            // One object that stands for a list.
            for place in names.indices.reversed() where lists.contains(names[place]) && place + 1 < names.count {
                if Int(names[place + 1]) == nil { names.insert("0", at: place + 1) }
            }
        }
        return names.map { "/" + $0 }.joined()
    }

    // MARK: Chat

    private static func chat(_ name: String, _ value: Tree) -> Tree? {
        switch name {
        case "stop":
            if case .array(let list) = value, list.count == 1 { return list[0] }
        case "content":
            if case .array(let parts) = value, parts.count == 1, parts[0]["type"]?.text?.lowercased() == "text" {
                return parts[0]["text"].flatMap { chat(name, $0) }
            }
            if value == .leaf("\"") { return nil }
            return value.read
        case "arguments":
            // Nothing, null and an empty object are the same arguments.
            guard let text = value.text, let json = Tree(Array(text.utf8)) else {
                return value.text.map { $0.allSatisfy(\.isWhitespace) ? .object([:]) : value }
            }
            return json == .leaf("null") ? .object([:]) : json
        case "tool_call_id": return nil
        case "annotations" where value == .array([]): return nil
        case "message": return value.withoutMadeGrounding
        case "google": return snakeCased(value)
        case "image_url":
            if value.text != nil { return .object(["url": value]) }
        case "detail" where value.text?.lowercased() == "auto", "stream" where value == .leaf("false"): return nil
        case "response_format" where value["type"]?.text?.lowercased() == "text": return nil
        case "parallel_tool_calls" where value == .leaf("true"): return nil
        case "service_tier" where value.text?.lowercased() == "auto": return nil
        case "modalities":
            if case .array(let list) = value { return .array(list.map(\.lowercased)) }
        case "thinking_level", "thinkingLevel", "category", "threshold", "method", "media_resolution",
            "mediaResolution", "level", "language", "outcome":
            return value.lowercased
        case "include_thoughts" where value == .leaf("false"), "includeThoughts" where value == .leaf("false"):
            return nil
        case "format": return value.audioFormat
        case "tool_choice": return value.namedChoice
        case "type", "mode", "detail", "finish_reason": return value.text.map { .leaf("\"" + $0.lowercased()) } ?? value
        case "native_finish_reason": return value.text.map { .leaf("\"" + $0.uppercased()) }
        default: break
        }
        return value.withThoughtsInOnePlace.withoutVideoURL.withoutPlainBytes
    }

    /// Extensions that some clients send at the top level.
    private static let extensions: Set<String> = [
        "safety_settings", "image_config", "cached_content", "media_resolution", "thinking_config", "speech_config",
    ]

    /// Extensions stand in one place, in one spelling.
    private static func chatBody(_ body: Tree) -> Tree {
        guard case .object(var members) = body else { return body }
        if let most = members.removeValue(forKey: "max_completion_tokens") { members["max_tokens"] = most }
        let extra = members.removeValue(forKey: "extra_body")
        let google = extra?["google"] ?? members.removeValue(forKey: "google") ?? extra?["extra_body"]?["google"]
        for name in members.keys.sorted() where extensions.contains(snakeCase(name)) {
            let value = members.removeValue(forKey: name)
            members["google." + snakeCase(name)] = value?.mapped { _, inner in snakeCased(inner) }
        }
        for (name, value) in object(google) {
            members["google." + snakeCase(name)] = value.mapped { _, inner in snakeCased(inner) }
        }
        members = Tree.withoutSecondNames(members)
        // What the answer's stream says at its end is not the upstream's business.
        if object(members["stream_options"]).keys.allSatisfy({ $0 == "include_usage" }) {
            members["stream_options"] = nil
        }
        if let model = members["model"]?.text {
            members["model"] = .leaf("\"" + (model.split(separator: "/").last.map(String.init) ?? model))
        }
        if case .array(let choices)? = members["choices"] {
            members["choices"] = .array(choices.map(choice).sorted { $0.place < $1.place })
        }
        return .object(members)
    }

    private static func choice(_ choice: Tree) -> Tree {
        guard case .object(var members) = choice else { return choice }
        // An addition that says what `finish_reason` says.
        if members["native_finish_reason"]?.text.map({ ["STOP", "MAX_TOKENS", "SAFETY"].contains($0) }) == true {
            members["native_finish_reason"] = nil
        }
        return .object(members)
    }

    private static func object(_ tree: Tree?) -> [String: Tree] {
        guard case .object(let members)? = tree else { return [:] }
        return members
    }

    private static func snakeCased(_ tree: Tree) -> Tree {
        guard case .object(let members) = tree else { return tree }
        return .object(Dictionary(members.map { (snakeCase($0.key), $0.value) }, uniquingKeysWith: { left, _ in left }))
    }

    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }

    // MARK: Gemini

    private static let lists: Set<String> = [
        "contents", "parts", "tools", "functionDeclarations", "stopSequences", "safetySettings", "allowedFunctionNames",
    ]
    private static let words: Set<String> = [
        "type", "mode", "role", "finishReason", "modality", "serviceTier", "thinkingLevel", "category", "threshold",
        "method", "mediaResolution", "level", "language", "outcome", "status",
    ]

    private static func gemini(_ name: String, _ value: Tree) -> Tree? {
        var value = value
        if case .object(let members) = value {
            value = .object(
                Dictionary(members.map { (camelCase($0.key), $0.value) }, uniquingKeysWith: { left, _ in left }))
        }
        let name = camelCase(name)
        // The id of a result is the id of its call, about which there is a finding.
        if name == "functionResponse", case .object(var members) = value {
            members["id"] = nil
            members["name"] = nil
            value = .object(members)
        }
        if name == "responseModalities", case .array(let list) = value {
            return .array(list.map(\.lowercased))
        }
        // Two members for schemas; what changes inside one is what matters.
        for (json, plain) in [("parametersJsonSchema", "parameters"), ("responseJsonSchema", "responseSchema")] {
            guard case .object(var members) = value, let schema = members.removeValue(forKey: json) else { continue }
            members[plain] = schema
            value = .object(members)
        }
        if words.contains(name), let text = value.text { return .leaf("\"" + text.lowercased()) }
        if name == "index" || name.hasSuffix("TokenCount") || name == "logProbability", value == .leaf("0") {
            return nil
        }
        if name == "args", value == .object([:]) { return nil }
        return value
    }

    private static func geminiBody(_ body: Tree) -> Tree {
        let tree = body.mapped { name, value -> Tree? in
            var value = value
            if lists.contains(name), case .object = value { value = .array([value]) }
            switch name {
            case "contents":
                guard case .array(let contents) = value else { return value }
                return .array(contents.map(\.withRoleAndParts))
            case "candidates":
                guard case .array(let candidates) = value else { return value }
                return .array(candidates.sorted { $0.place < $1.place })
            case "parts":
                guard case .array(let parts) = value else { return value }
                return .array(parts.map { $0.text == nil ? $0 : .object(["text": $0]) })
            case "content" where value["parts"] == nil || value["parts"] == .array([]): return nil
            case "systemInstruction":
                if let text = value.text { return .object(["parts": .array([.object(["text": .leaf("\"" + text)])])]) }
                guard case .object(var members) = value else { return value }
                members["role"] = nil
                return .object(members)
            case "responseMimeType" where value.text == "text/plain", "stream": return nil
            case "generationConfig" where value == .object([:]): return nil
            case "fileData": return value.withoutKnownType
            case "includeThoughts" where value == .leaf("false"): return nil
            case "thinkingConfig" where value == .object([:]): return nil
            default: return value
            }
        }
        return (tree ?? body).withoutCombination
    }

    private static func camelCase(_ name: String) -> String {
        guard name.contains("_"), !name.hasPrefix("_") else { return name }
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}

extension Tree {
    /// Answers may stand in any order; their index tells.
    fileprivate var place: String {
        guard case .leaf(let index)? = self["index"] else { return "" }
        return index
    }
}
