internal import JSONCore

/// What a client says in Gemini's own words, as it is but for its spelling: `voice_config` is written `voiceConfig`.
enum NativeSpelling {
    static func write(_ value: JSONValue, _ slot: JSONSlot) {
        switch value.kind {
        case .object:
            let names = Set(value.members.map(\.name.decoded.string))
            slot.object(keepingEmpty: true) { target in
                for (name, value) in value.members {
                    let word = name.decoded.string
                    let known = camelCase(word)
                    if word == known {
                        write(value, named: name, target[name])
                    } else if names.contains(known) {
                        value.warn(.superseded, "given in camelCase too; that one counts")
                    } else {
                        write(value, named: name, target.slot(string: known))
                    }
                }
            }
        case .array where !value.isEmpty:
            slot.array { list in for element in value.elements { write(element, list.element) } }
        default: slot.write(verbatim: value)
        }
    }

    private static func write(_ value: JSONValue, named name: JSONValue, _ slot: JSONSlot) {
        if isFree(name) { slot.write(verbatim: value) } else { write(value, slot) }
    }

    /// The names inside are the client's.
    private static func isFree(_ name: JSONValue) -> Bool {
        name == "parameters" || name == "response" || name == "parametersJsonSchema" || name == "responseJsonSchema"
            || name == "parameters_json_schema" || name == "response_json_schema" || name == "headers"
    }

    /// `energyUsed` as `energy_used`.
    static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }

    private static func camelCase(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "_")), !name.hasPrefix("_") else { return name }
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(into: String(words.first ?? "")) { name, word in
            name += word.prefix(1).uppercased() + word.dropFirst()
        }
    }
}
