internal import JSONCore

extension JSONValue {
    /// The same bytes for values that are equal as JSON, and for them only: members in any order, strings however
    /// escaped, numbers however spelled. Of several members of one name the last one counts.
    var canonicalForm: [UInt8] {
        var bytes: [UInt8] = []
        writeCanonicalForm(to: &bytes)
        return bytes
    }

    /// As deep as the text is nested, which the scan has limited.
    private func writeCanonicalForm(to bytes: inout [UInt8]) {
        switch kind {
        case .missing, .null, .bool: bytes += raw.bytes
        case .number: bytes += DecimalNumber(raw).canonicalForm
        case .string:
            bytes += "\"\(decoded.count) ".utf8
            bytes += decoded.bytes
        case .array:
            bytes.append(UInt8(ascii: "["))
            for element in elements {
                element.writeCanonicalForm(to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            let values = Dictionary(members.map { ($0.name.canonicalForm, $0.value) }) { _, last in last }
            for (name, value) in values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                bytes += name
                value.writeCanonicalForm(to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
