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
        let id: [UInt8]
        let name: [UInt8]
        let signature: [UInt8]
        var arguments = PartialArguments()
    }

    private struct Waiting {
        /// The part, as JSON.
        let json: [UInt8]
        let id: String
        let name: String
    }

    private var waiting: [Waiting] = []
    private var open: Open?

    var isEmpty: Bool { waiting.isEmpty && open == nil }

    /// Takes the call of a part.
    mutating func add(_ part: JSONValue) throws(PartialArguments.PathError) {
        defer { part.ignore() }
        let call = part["functionCall"]
        let goesOn = call["willContinue"].bool == true
        guard open != nil || goesOn || call["partialArgs"].exists else {
            waiting.append(
                Waiting(json: Array(part.raw.bytes), id: call["id"].decoded.string, name: call["name"].decoded.string))
            return
        }
        if call["name"].exists || open == nil {
            close()
            open = Open(
                id: Array(call["id"].raw.bytes), name: Array(call["name"].raw.bytes),
                signature: Array(part["thoughtSignature"].raw.bytes))
        }
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
        waiting.append(Waiting(json: part, id: "", name: ""))
    }

    /// The call that a result of the server's belongs to, which then is no client's.
    mutating func take(resultOf response: JSONValue) -> [UInt8]? {
        let id = response["id"].decoded.string
        let name = response["name"].decoded.string
        guard let place = waiting.firstIndex(where: { id.isEmpty ? $0.name == name : $0.id == id }) else { return nil }
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
