import JSONCore

/// The ways a value can get from a document to the output; each keeps all of it.
enum Rewriting: CaseIterable, Sendable {
    /// Copied in one piece.
    case whole
    /// Taken apart and put together again, container by container.
    case pieces

    /// `text` as the member `v` of an object.
    func callAsFunction(_ text: Text, limits: JSONLimits = JSONLimits()) throws(JSONError) -> Text {
        try read(text, limits: limits) { root in output { write(root, $0["v"]) } }
    }

    func output(_ body: (JSONObjectWriter) -> Void) -> Text {
        var output = JSONOutput(capacity: 0)
        output.object(body)
        return Text(output.bytes)
    }

    func write(_ value: JSONValue, _ slot: JSONSlot) {
        if value.isEmpty { value.ignore() }
        switch value.kind {
        case .missing, .null:
            slot.writeNull()
        case .object where self == .pieces && value.isEmpty:
            slot.writeEmptyObject()
        case .object where self == .pieces:
            slot.object { object in for (name, value) in value.members { write(value, object[name]) } }
        case .array where self == .pieces && value.isEmpty:
            slot.writeEmptyArray()
        case .array where self == .pieces:
            slot.array { array in for element in value.elements { write(element, array.element) } }
        case .bool, .number, .string, .array, .object:
            slot.write(value)
        }
    }
}
