internal import JSONCore

/// Calls that the server has run itself, for an MCP server of the request's.
///
///     Gemini   parts: [{ functionCall: { name, args } }, { functionResponse: { name, response } }, { text }]
///     OpenAI   nothing in tool_calls; the parts as they are in extra_content.google.parts
///
/// A call that the model's own content holds the result of is no client's business.
struct ServerCalls {
    /// Calls and their results.
    private var parts: Set<Int> = []

    /// - Parameter contents: Of the model, one or several that are one message.
    init(in contents: some Sequence<JSONValue>) {
        guard contents.contains(where: { $0["parts"].elements.contains { $0["functionResponse"].exists } }) else {
            return
        }
        var waiting: [JSONKey: ArraySlice<Int>] = [:]
        for part in contents.lazy.flatMap({ $0["parts"].elements }) {
            for key in Self.keys(part["functionCall"]) { waiting[key, default: []].append(part.index) }
            let keys = Self.keys(part["functionResponse"])
            guard let key = keys.last else { continue }
            while let call = waiting[key]?.popFirst() {
                guard !parts.contains(call) else { continue }
                parts.formUnion([call, part.index])
                break
            }
        }
    }

    func contains(_ part: JSONValue) -> Bool { parts.contains(part.index) }

    /// By name, and by the id where there is one.
    private static func keys(_ call: JSONValue) -> [JSONKey] {
        guard call["name"].kind == .string else { return [] }
        let name = JSONKey("n" + call["name"].decoded.string)
        return call["id"].kind == .string && !call["id"].isEmptyString
            ? [name, JSONKey("i" + call["id"].decoded.string)] : [name]
    }
}
