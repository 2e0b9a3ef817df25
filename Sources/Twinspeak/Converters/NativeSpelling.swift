internal import JSONCore

/// What a client says in Gemini's own words, as it is but for its spelling: `voice_config` is written `voiceConfig`.
enum NativeSpelling {
    /// - Parameter path: Where the value stands, for what the surface lacks; nil for a longer way than anything it lacks.
    static func write(_ value: JSONValue, _ slot: JSONSlot, _ path: String? = "", for surface: Surface? = nil) {
        switch value.kind {
        case .object: slot.object(keepingEmpty: true) { write(membersOf: value, $0, path, for: surface) }
        case .array where !value.isEmpty:
            slot.array { list in for element in value.elements { write(element, list.element, path, for: surface) } }
        default: slot.write(verbatim: value)
        }
    }

    static func write(membersOf object: JSONValue, _ target: JSONObjectWriter, _ path: String?, for surface: Surface?) {
        let names = Set(object.members.map(\.name.key))
        RepeatedMembers.passOver(in: object, spellings: false)
        for (name, value) in object.members where !value.isShadowed {
            let word = name.key.text
            let known = camelCase(word)
            let isSame = word.hasSameBytes(as: known)
            if !isSame, names.contains(JSONKey(known)) {
                value.warn(.superseded, "given in camelCase too; that one counts")
                continue
            }
            let path = path.flatMap { $0.utf8.count + known.utf8.count > longestPath ? nil : $0 + "." + known }
            if let path, surface?.leavesOut(value, path) == true { continue }
            let slot = isSame ? target[name] : target.slot(string: known)
            if isFree(name) { slot.write(verbatim: value) } else { write(value, slot, path, for: surface) }
        }
    }

    private static let longestPath = 256

    /// The names inside are the client's.
    private static func isFree(_ name: JSONValue) -> Bool {
        name == "parameters" || name == "response" || name == "parametersJsonSchema" || name == "responseJsonSchema"
            || name == "parameters_json_schema" || name == "response_json_schema" || name == "headers"
    }

    /// `energyUsed` as `energy_used`.
    static func snakeCase(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { text, letter in
            if letter.properties.isUppercase { text += "_" }
            text += letter.properties.isUppercase ? letter.properties.lowercaseMapping : String(letter)
        }
    }

    /// `energy_used` as `energyUsed`.
    static func camelCase(_ name: String) -> String {
        let letters = name.unicodeScalars
        guard letters.contains("_"), letters.first != "_" else { return name }
        let words = letters.split(separator: "_")
        return words.dropFirst().reduce(into: words.first.map { String($0) } ?? "") { name, word in
            name += word.first?.properties.uppercaseMapping ?? ""
            name += String(word.dropFirst())
        }
    }
}
