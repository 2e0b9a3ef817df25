internal import JSONCore

/// An assistant message says something: text, a refusal, sound, thoughts or calls.
enum MessageRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        for message in chat["messages"].elements where Role(message: message) == .assistant {
            let says: [StaticString] = [
                "content", "refusal", "audio", "tool_calls", "function_call", "images", "reasoning",
                "reasoning_content",
                "reasoning_details", "extra_content",
            ]
            if !says.contains(where: { message[$0].exists }) {
                target.complain(
                    message, "content", .missingMember, "expected text, a refusal or tool calls, found nothing")
            }
        }
    }
}
