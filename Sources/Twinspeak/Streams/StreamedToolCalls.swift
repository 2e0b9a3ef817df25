internal import JSONCore

/// The tool calls of a streamed choice, put together from their fragments.
///
///     { index: 0, id: "call_1", type: "function", function: { name: "f", arguments: "{\"a" } },
///     { index: 0, function: { arguments: "\":1}" } }
///
/// Some servers give no index, some repeat id and name on every fragment, some give one index to several calls.
struct StreamedToolCalls {
    private struct Call {
        var index: Int64
        var id: [UInt8] = []
        var name: [UInt8] = []
        var isCustom = false
        /// As they stand between quotes.
        var arguments: [UInt8] = []
        /// Members that carry a signature.
        var others: [(name: StaticString, json: [UInt8])] = []
    }

    private var calls: [Call] = []
    /// The last call of each id and of each index.
    private var byID: [JSONKey: Int] = [:]
    private var byIndex: [Int64: Int] = [:]
    private var legacy: Call?

    private static let signatures: [StaticString] = [
        "extra_content", "thought_signature", "thoughtSignature", "provider_specific_fields",
    ]

    // MARK: Fragments

    mutating func add(_ delta: JSONValue) {
        for call in delta["tool_calls"].elements { add(call: call) }
        let function = delta["function_call"]
        guard function.exists else { return }
        var call = legacy ?? Call(index: 0)
        Self.add(function, to: &call)
        legacy = call
        function.ignore()
    }

    private mutating func add(call: JSONValue) {
        let place = place(of: call)
        let custom = call["custom"]
        let function = custom.exists ? custom : call["function"]
        if custom.exists { calls[place].isCustom = true }
        if calls[place].id.isEmpty { calls[place].id = Array(call["id"].between.bytes) }
        Self.add(function, to: &calls[place])
        for name in Self.signatures where call[name].exists {
            calls[place].others.removeAll { $0.name.isSame(as: name) }
            calls[place].others.append((name, Array(call[name].raw.bytes)))
        }
        call.ignore()
    }

    private static func add(_ function: JSONValue, to call: inout Call) {
        if call.name.isEmpty { call.name = Array(function["name"].between.bytes) }
        for name: StaticString in ["arguments", "input"] {
            let text = function[name]
            if text.kind == .object {
                call.arguments += JSONOutput.value({ $0.write(quoted: text) }).dropFirst().dropLast()
            } else {
                call.arguments.append(contentsOf: text.between.bytes)
            }
        }
    }

    /// The call that a fragment belongs to; a new one if none is. Vertex AI names one call by several indexes, and by
    /// its id.
    private mutating func place(of fragment: JSONValue) -> Int {
        let id = fragment["id"].key
        let index = fragment["index"].int
        let place = known(id, index, fragment["function"]["name"].between) ?? calls.count
        if place == calls.count { calls.append(Call(index: index ?? Int64(place))) }
        if !id.text.isEmpty { byID[id] = place }
        if let index {
            byIndex[index] = place
            calls[place].index = index
        }
        return place
    }

    private func known(_ id: JSONKey, _ index: Int64?, _ name: JSONSlice) -> Int? {
        if let same = byID[id], name.isEmpty || name.bytes.elementsEqual(calls[same].name) { return same }
        guard let index else { return id.text.isEmpty ? calls.indices.last : nil }
        guard let place = byIndex[index] else { return nil }
        return id.text.isEmpty || calls[place].id.isEmpty ? place : nil
    }

    // MARK: Whole calls

    var isEmpty: Bool { calls.isEmpty && legacy == nil }

    /// Writes the calls as members of an assistant message, in the order of their indexes.
    func write(_ message: JSONObjectWriter) {
        let inOrder = calls.enumerated().sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
        message["tool_calls"].array { list in
            for (_, call) in inOrder {
                list.object { target in
                    JSONSlice.lending(call.id) { id in if !id.isEmpty { target["id"].write(text: id.escaped) } }
                    target["type"] = call.isCustom ? "custom" : "function"
                    write(call, target[call.isCustom ? "custom" : "function"], call.isCustom ? "input" : "arguments")
                    for other in call.others { target.slot(other.name).write(written: other.json) }
                }
            }
        }
        if let legacy { write(legacy, message["function_call"], "arguments") }
    }

    private func write(_ call: Call, _ function: JSONSlot, _ arguments: StaticString) {
        function.object { function in
            JSONSlice.lending(call.name) { name in if !name.isEmpty { function["name"].write(text: name.escaped) } }
            JSONSlice.lending(call.arguments) { function.slot(arguments).write(text: $0.escaped) }
        }
    }
}
