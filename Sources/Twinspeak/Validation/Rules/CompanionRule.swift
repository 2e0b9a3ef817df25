internal import JSONCore

/// Chat members that need another one beside them, or that none may stand beside.
enum CompanionRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        if chat["stream_options"].exists, chat["stream"].bool != true {
            target.complain(
                chat["stream_options"], nil, .requiresMember,
                "expected `stream: true` beside it, found \(chat["stream"].found)")
        }
        if chat["max_tokens"].exists, chat["max_completion_tokens"].exists {
            target.complain(
                chat["max_tokens"], nil, .conflictingMembers, "expected it or `max_completion_tokens`, found both")
        }
        if chat["functions"].exists, chat["tools"].exists {
            target.complain(chat["functions"], nil, .conflictingMembers, "expected it or `tools`, found both")
        }
        if chat["parallel_tool_calls"].exists, chat["tools"].elements.isEmpty {
            target.complain(
                chat["parallel_tool_calls"], nil, .requiresMember, "expected `tools` beside it, found none")
        }
        let wantsSound = chat["modalities"].elements.contains { $0 == "audio" }
        if wantsSound, !chat["audio"].exists {
            target.complain(
                chat, "audio", .requiresMember, "expected voice and format where `modalities` has audio, found nothing")
        }
        checkMaps(chat)
    }

    /// Bounds that the specification gives in words.
    private static func checkMaps(_ chat: JSONValue) {
        for (_, bias) in chat["logit_bias"].members {
            if let number = bias.double, !(-100...100 ~= number) {
                bias.refuse(.outOfRange, "expected a number, -100 to 100, found \(bias.found)")
            }
        }
        let metadata = chat["metadata"]
        let count = metadata.members.reduce(0) { count, _ in count + 1 }
        if count > 16 { metadata.refuse(.outOfRange, "expected at most 16 members, found \(count)") }
        for (name, value) in metadata.members {
            if name.decoded.characters > 64 || value.decoded.characters > 512 {
                value.refuse(.outOfRange, "expected names of at most 64 characters and values of at most 512")
            }
        }
    }
}
