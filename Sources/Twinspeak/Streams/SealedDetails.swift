internal import JSONCore

/// Signatures among the thoughts of a streamed choice; the texts beside them have been sent when they came.
///
///     reasoning_details: [{ type: "reasoning.encrypted", data, id: the call's, format, index }, …]
///     thinking_blocks: [{ type: "thinking", thinking, signature }, …]
struct SealedDetails {
    /// Entries without their texts, as JSON.
    private var details: [[UInt8]] = []
    private var blocks: [[UInt8]] = []

    mutating func keep(_ list: JSONValue, isBlocks: Bool) {
        for entry in list.elements {
            let seals = [entry["data"], entry["signature"]]
            for seal in seals where seal.isEmptyString { seal.ignore() }
            guard seals.contains(where: { $0.kind == .string && !$0.isEmptyString }) else { continue }
            let json = JSONOutput.object { kept in
                for (name, value) in entry.members where value.exists && !Self.isText(name) {
                    kept.slot(string: name.decoded.string).write(value)
                }
            }
            if isBlocks { blocks.append(json) } else { details.append(json) }
        }
    }

    private static func isText(_ name: JSONValue) -> Bool {
        name == "text" || name == "summary" || name == "thinking"
    }

    func write(_ message: JSONObjectWriter) {
        message["reasoning_details"].array { list in for entry in details { list.element.write(written: entry) } }
        message["thinking_blocks"].array { list in for entry in blocks { list.element.write(written: entry) } }
    }
}
