import JSONCore

@testable import Twinspeak

/// What one side must say and the other need not, because it goes without saying.
extension Tree {
    /// An enum's word in any case.
    var lowercased: Tree { text.map { .leaf("\"" + $0.lowercased()) } ?? self }

    /// A file whose type its URI tells as well.
    var withoutKnownType: Tree {
        guard case .object(var members) = self, let type = members["mimeType"]?.text,
            let uri = members["fileUri"]?.text
        else { return self }
        let known = JSONSlice.lending(uri) { name in MediaType.ofName(name).map { "\($0)" } }
        if type == known { members["mimeType"] = nil }
        return .object(members)
    }

    /// A content without a role is the user's, and a bare string is its text.
    var withRoleAndParts: Tree {
        guard case .object(var members) = self else {
            return .object(["role": .leaf("\"user"), "parts": .array([.object(["text": self])])])
        }
        let role = members["role"]?.text ?? "user"
        members["role"] = .leaf("\"" + (role == "function" ? "user" : role))
        return .object(members)
    }

    /// A Gemini body with tools of the server's beside functions, where VALIDATED is the default.
    var withoutCombination: Tree {
        guard case .object(var members) = self, case .array(let tools)? = members["tools"],
            tools.contains(where: { $0["functionDeclarations"] != nil }),
            tools.contains(where: { $0["functionDeclarations"] == nil }),
            case .object(var config)? = members["toolConfig"] ?? .object([:])
        else { return self }
        let calling = config["functionCallingConfig"]
        if calling == .object(["mode": .leaf("\"validated")]) || calling == .object(["mode": .leaf("\"auto")]) {
            config["functionCallingConfig"] = nil
        }
        if config["includeServerSideToolInvocations"] == .leaf("true") {
            config["includeServerSideToolInvocations"] = nil
        }
        members["toolConfig"] = config.isEmpty ? nil : .object(config)
        return .object(members)
    }

    /// Google's extensions in a chat body that are members of their own there.
    static func withoutSecondNames(_ members: [String: Tree]) -> [String: Tree] {
        var members = members
        func move(_ value: Tree?, to name: String) {
            if members[name] == nil { members[name] = value }
        }
        if case .object(let config)? = members.removeValue(forKey: "google.generation_config") {
            for (name, value) in config { move(value, to: name) }
        }
        move(members.removeValue(forKey: "google.labels"), to: "metadata")
        if case .object(var thinking)? = members["google.thinking_config"] {
            if members["reasoning_effort"] == nil { members["reasoning_effort"] = thinking["thinking_level"] }
            if members["reasoning_effort"] == thinking["thinking_level"] { thinking["thinking_level"] = nil }
            members["google.thinking_config"] = thinking.isEmpty ? nil : .object(thinking)
        }
        if case .array(let list)? = members.removeValue(forKey: "google.response_modalities") {
            move(.array(list.map(\.lowercased)), to: "modalities")
        }
        if let voice = members.removeValue(forKey: "google.speech_config")?["voice_config"]?[
            "prebuilt_voice_config"]?["voice_name"]
        {
            move(.object(["voice": voice]), to: "audio")
        }
        if case .object(var audio)? = members["audio"], audio["voice"] != nil {
            audio["format"] = nil
            members["audio"] = .object(audio)
        }
        return members
    }
}
