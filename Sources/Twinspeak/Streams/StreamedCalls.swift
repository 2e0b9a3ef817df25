internal import JSONCore

/// The function calls of a streamed answer.
///
///     { functionCall: { name, args } }                                             whole, in one event
///     { functionCall: { name, willContinue: true } },                              in pieces
///     { functionCall: { partialArgs: [{ jsonPath: "$.city", stringValue: "Rome" }], willContinue: true } },
///     { functionCall: {} }
///
/// A call waits until it is known that its result does not follow: then the server has run it, and it is no client's.
struct StreamedCalls {
    private struct Open {
        /// As JSON.
        let id: [UInt8]
        let name: [UInt8]
        let signature: [UInt8]
        let key: Key
        var arguments = PartialArguments()
    }

    private struct Waiting {
        /// The part, as JSON.
        let json: [UInt8]
        let key: Key
    }

    /// What a result names its call by.
    private struct Key {
        let id: String
        let name: String

        init(_ call: JSONValue) {
            id = call["id"].decoded.string
            name = call["name"].decoded.string
        }
    }

    private var waiting: [Waiting] = []
    private var open: Open?

    var isEmpty: Bool { waiting.isEmpty && open == nil }

    /// Takes the call of a part.
    mutating func add(_ part: JSONValue) throws(PartialArguments.PathError) {
        defer { part.ignore() }
        let call = part["functionCall"]
        let goesOn = call["willContinue"].bool == true
        // The next call ends one whose end has not been said.
        if call["name"].exists { close() }
        guard open != nil || goesOn || call["partialArgs"].exists else {
            waiting.append(Waiting(json: Array(part.raw.bytes), key: Key(call)))
            return
        }
        if open == nil {
            open = Open(
                id: Array(call["id"].raw.bytes), name: Array(call["name"].raw.bytes),
                signature: Array(part["thoughtSignature"].raw.bytes), key: Key(call))
        }
        try open?.arguments.add(whole: call["args"])
        try open?.arguments.add(call["partialArgs"].elements)
        if !goesOn { close() }
    }

    /// A call whose pieces have ended.
    mutating func close() {
        guard let call = open else { return }
        open = nil
        let part = JSONOutput.object { part in
            part["functionCall"].object { target in
                target["id"].write(written: call.id)
                target["name"].write(written: call.name)
                call.arguments.write(to: target["args"])
            }
            part["thoughtSignature"].write(written: call.signature)
        }
        waiting.append(Waiting(json: part, key: call.key))
    }

    /// The call that a result of the server's belongs to, which then is no client's.
    mutating func take(resultOf response: JSONValue) -> [UInt8]? {
        let result = Key(response)
        let place = waiting.firstIndex { result.id.isEmpty ? $0.key.name == result.name : $0.key.id == result.id }
        guard !result.name.isEmpty, let place else { return nil }
        return waiting.remove(at: place).json
    }

    /// An answer of all calls that wait, which are the client's; nil if none does.
    mutating func takeAll() -> (json: [UInt8], count: Int)? {
        guard !waiting.isEmpty else { return nil }
        defer { waiting = [] }
        let parts = waiting.map(\.json).joined(separator: ",".utf8)
        let json = Array(#"{"candidates":[{"content":{"parts":["#.utf8) + parts + Array("]}}]}".utf8)
        return (json, waiting.count)
    }
}
