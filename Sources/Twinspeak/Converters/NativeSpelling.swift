internal import JSONCore

/// What a client says in Gemini's own words, as it is but for its spelling: `voice_config` is written `voiceConfig`.
enum NativeSpelling {
    /// - Parameter path: Where the value stands, for what the surface lacks.
    static func write(_ value: JSONValue, _ slot: JSONSlot, _ path: String = "", for surface: Surface? = nil) {
        switch value.kind {
        case .object: slot.object(keepingEmpty: true) { write(membersOf: value, $0, path, for: surface) }
        case .array where !value.isEmpty:
            slot.array { list in for element in value.elements { write(element, list.element, path, for: surface) } }
        default: slot.write(verbatim: value)
        }
    }

    static func write(membersOf object: JSONValue, _ target: JSONObjectWriter, _ path: String, for surface: Surface?) {
        let names = Set(object.members.map(\.name.decoded.string))
        RepeatedMembers.passOver(in: object, spellings: false)
        for (name, value) in object.members where !value.isShadowed {
            let word = name.decoded.string
            let known = camelCase(word)
            if word != known, names.contains(known) {
                value.warn(.superseded, "given in camelCase too; that one counts")
                continue
            }
            let path = path + "." + known
            if surface?.leavesOut(value, path) == true { continue }
            let slot = word == known ? target[name] : target.slot(string: known)
            if isFree(name) { slot.write(verbatim: value) } else { write(value, slot, path, for: surface) }
        }
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

    /// `energy_used` as `energyUsed`.
    static func camelCase(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "_")), !name.hasPrefix("_") else { return name }
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(into: String(words.first ?? "")) { name, word in
            name += word.prefix(1).uppercased() + word.dropFirst()
        }
    }
}
