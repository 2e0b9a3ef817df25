internal import JSONCore

/// Finds what a `$ref` names: `#`, or a JSON Pointer (RFC 6901) in a fragment, `#/$defs/a~1b%20c`.
struct SchemaReferences {
    let root: JSONValue
    var members = MemberIndex()

    init(root: JSONValue) { self.root = root }

    /// Nil for other documents, anchors, and what is not there or no schema.
    mutating func target(of reference: JSONValue) -> JSONValue? {
        let text = Array((reference.string ?? "").utf8)
        guard text.isEmpty || text.first == UInt8(ascii: "#"),
            let target = value(String(decoding: Self.percentDecoded(text.dropFirst()), as: UTF8.self))
        else { return nil }
        return target.kind == .object || target.kind == .bool ? target : nil
    }

    /// What stands at a JSON Pointer.
    mutating func value(_ pointer: String) -> JSONValue? {
        guard let steps = JSONPointer.steps(pointer.utf8) else { return nil }
        var value = root
        for step in steps {
            guard let next = members[value][JSONKey(step)] else { return nil }
            value = next
        }
        return value
    }

    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
                let decoded = UInt8(digits, radix: 16)
            {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
