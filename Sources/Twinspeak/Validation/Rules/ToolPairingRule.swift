internal import JSONCore

/// Every call has its result right behind the turn that made it, and every result has its call.
enum ToolPairingRule: RequestRule {
    /// A call that waits for its result.
    private struct Waiting {
        let call: JSONValue
        let id: String?
        let name: String?
    }

    // MARK: OpenAI

    /// Ids beyond this are refused.
    private static let longestID = 40

    static func check(chat: JSONValue, _ target: ValidationTarget) {
        var calls = Calls()
        for message in chat["messages"].elements {
            switch Role(message: message) {
            case .tool:
                answer(message["tool_call_id"], message["tool_call_id"].exists ? chat.missing : message["name"], &calls)
            case .assistant:
                if target.isPublishedOnly { calls.complain(target) }
                add(message, &calls, target)
            // Other servers than OpenAI's let instructions come in between.
            case .system where !target.isPublishedOnly: break
            case .system, .user, .unknown: calls.complain(target)
            }
        }
        calls.complain(target)
    }

    private static func add(_ message: JSONValue, _ calls: inout Calls, _ target: ValidationTarget) {
        for call in message["tool_calls"].elements where call.kind == .object {
            let id = call["id"]
            if let text = id.string, !text.isEmpty {
                if calls.isWaiting(id: text) {
                    target.complain(id, nil, .duplicateName, "another call that waits for its result has this id")
                }
                let count = id.decoded.characters
                if count > longestID {
                    target.complain(id, nil, .outOfRange, "expected at most \(longestID) characters, found \(count)")
                }
            }
            calls.add(call, id: id.string, name: ChatTool.name(call).string)
        }
        let legacy = message["function_call"]
        if legacy.exists { calls.add(legacy, id: nil, name: legacy["name"].string) }
    }

    private static func answer(_ id: JSONValue, _ name: JSONValue, _ calls: inout Calls) {
        guard id.exists || name.exists, !calls.answer(id: id.string, name: name.string) else { return }
        let given = id.exists ? id : name
        given.refuse(.resultWithoutCall, "expected a call that waits for its result, found \(given.found)")
    }

    // MARK: Gemini

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        var calls = Calls()
        var isFirst = true
        for content in request["contents"].elements {
            let parts = content["parts"].elements
            if Role(content: content) == .assistant {
                for part in parts { take(part, &calls, isFirst: isFirst) }
            } else {
                let results = parts.map { $0["functionResponse"] }.filter(\.exists)
                for result in results where !calls.answer(id: result["id"].string, name: result["name"].string) {
                    (result["name"].exists ? result["name"] : result).refuse(
                        .resultWithoutCall, "expected a call of the turn before, found none that waits for it")
                }
                // The oldest models answer a conversation that leaves a call behind.
                if results.isEmpty, (target.model?.name.version ?? 205) < 205 {
                    calls.warn()
                } else {
                    calls.refuse()
                }
            }
            isFirst = false
        }
    }

    private static func take(_ part: JSONValue, _ calls: inout Calls, isFirst: Bool) {
        let call = part["functionCall"]
        if call.exists {
            if isFirst { call.refuse(.turnOrder, "expected a turn of the user before the first call, found none") }
            calls.add(call, id: call["id"].string, name: call["name"].string)
        }
        // What the server ran is answered in the same turn.
        let result = part["functionResponse"]
        if result.exists { _ = calls.answer(id: result["id"].string, name: result["name"].string) }
    }

    // MARK: Both

    private struct Calls {
        /// By `i` and id, by `n` and name, and by nothing: the places of calls in their order.
        private var places: [JSONKey: [Int]] = [:]
        private var next: [JSONKey: Int] = [:]
        private var waiting: [Waiting?] = []
        private var waitingIDs: [JSONKey: Int] = [:]

        func isWaiting(id: String) -> Bool { waitingIDs[JSONKey(id), default: 0] > 0 }

        mutating func add(_ call: JSONValue, id: String?, name: String?) {
            if let id, !id.isEmpty {
                places[JSONKey("i" + id), default: []].append(waiting.count)
                waitingIDs[JSONKey(id), default: 0] += 1
            }
            places[JSONKey("n" + (name ?? "")), default: []].append(waiting.count)
            places["", default: []].append(waiting.count)
            waiting.append(Waiting(call: call, id: id, name: name))
        }

        /// Takes the first call that waits, by id if there is one, else by name, else in order; false if there is none.
        mutating func answer(id: String?, name: String?) -> Bool {
            if let id, !id.isEmpty { return take(JSONKey("i" + id)) || name.map { take(JSONKey("n" + $0)) } ?? false }
            return take(JSONKey(name.map { "n" + $0 } ?? ""))
        }

        private mutating func take(_ key: JSONKey) -> Bool {
            while let place = places[key]?.dropFirst(next[key] ?? 0).first {
                next[key, default: 0] += 1
                if let call = waiting[place] {
                    if let id = call.id { waitingIDs[JSONKey(id), default: 0] -= 1 }
                    waiting[place] = nil
                    return true
                }
            }
            return false
        }

        private static let expected = "expected a result right behind this turn, found none"

        mutating func complain(_ target: ValidationTarget) {
            end { target.complain($0, nil, .callWithoutResult, Self.expected) }
        }

        mutating func refuse() { end { $0.refuse(.callWithoutResult, Self.expected) } }
        mutating func warn() { end { $0.warn(.callWithoutResult, Self.expected) } }

        private mutating func end(_ say: (JSONValue) -> Void) {
            for call in waiting.compactMap(\.self) {
                let names = [ChatTool.name(call.call), call.call["name"]]
                say(names.first { $0.exists } ?? call.call)
            }
            self = Calls()
        }
    }
}
