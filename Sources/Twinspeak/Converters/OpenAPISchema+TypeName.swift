internal import JSONCore

extension OpenAPISchema {
    enum TypeName: CaseIterable {
        case string, number, integer, boolean, array, object

        var word: StaticString {
            switch self {
            case .string: "STRING"
            case .number: "NUMBER"
            case .integer: "INTEGER"
            case .boolean: "BOOLEAN"
            case .array: "ARRAY"
            case .object: "OBJECT"
            }
        }

        /// The formats that both Gemini surfaces take.
        fileprivate var formats: [StaticString] {
            switch self {
            case .string: ["enum", "date-time"]
            case .integer: ["int32", "int64"]
            case .number: ["float", "double"]
            case .boolean, .array, .object: []
            }
        }

        /// `value` is of this type, as far as its kind tells.
        fileprivate func fits(_ value: JSONValue) -> Bool {
            switch self {
            case .string: value.kind == .string
            case .number, .integer: value.kind == .number
            case .boolean: value.kind == .bool
            case .array: value.kind == .array
            case .object: value.kind == .object
            }
        }
    }

    /// Reads `type`: a word or several.
    func types(named value: JSONValue) -> (types: [TypeName], hasNull: Bool) {
        var types: [TypeName] = []
        var hasNull = false
        for word in value.elements {
            if word.equalsIgnoringCase("null") {
                hasNull = true
            } else if let type = TypeName.allCases.first(where: { word.equalsIgnoringCase($0.word) }) {
                if !types.contains(type) { types.append(type) }
            } else {
                say(word, .warning, "expected a type of JSON Schema, found \(word.found); removed")
            }
        }
        if hasNull, value.kind == .array { say(value, .note, "`null` among the types is said by `nullable`") }
        if value.kind == .array, !hasNull, types.count == 1 { say(value, .note, "said as one type") }
        return (types, hasNull)
    }

    /// The types of the place: what it names, or else what its keywords speak of.
    func types(_ place: Place, _ facts: Facts, _ values: [JSONValue]) -> [TypeName] {
        if !values.isEmpty {
            if !facts.types.isEmpty, facts.types != [.string], let type = facts[.type] {
                say(type, .note, "values of an `enum` are strings, so this type became STRING")
            }
            if !facts.has(.type) {
                say(place.schema, at: "type", .note, "no type is named; values of an `enum` are strings")
            }
            return [.string]
        }
        if !facts.types.isEmpty { return facts.types }
        if let type = impliedType(facts) {
            if !place.isRecursive || facts.has(.properties) {
                say(place.schema, at: "type", .note, "no type is named; the keywords beside it speak of \(type.word)")
            }
            return [type]
        }
        if place.isRecursive { return [.object] }
        let member: StaticString? = place.schema.kind == .object ? "type" : nil
        say(place.schema, at: member, .warning, "a schema without a type; read as a string")
        return [.string]
    }

    private func impliedType(_ facts: Facts) -> TypeName? {
        let formats: [TypeName] = [.string, .integer, .number]
        if facts.has(.properties) { return .object }
        if facts.has(.items, .prefixItems) { return .array }
        if let values = facts[.const] ?? facts[.enum], values.elements.contains(where: { $0.kind == .bool }) {
            return .boolean
        }
        return Keyword.allCases.first { $0.impliedType != nil && facts.has($0) }?.impliedType
            ?? facts[.format].flatMap { format in formats.first { $0.formats.contains { format == $0 } } }
    }

    /// Several types, each with the keywords that speak of it.
    func split(_ place: Place, _ facts: Facts, _ types: [TypeName], _ slot: JSONSlot, depth: Int) {
        if let list = facts[.type] { say(list, .note, "several types are said by `anyOf`") }
        for keyword in [Keyword.default, .example] {
            guard let value = facts[keyword], !types.contains(where: { $0.fits(value) }) else { continue }
            say(value, .warning, "is of none of the types; removed")
        }
        if let format = facts[.format], !types.contains(where: { $0.formats.contains { format == $0 } }) {
            sayFormatIsUnknown(format, types)
        }
        sayWhatIsIdle(place, facts, types)
        slot.slot("anyOf").array { list in
            for type in types {
                var branch = place
                branch.type = type
                write(branch, list.element, depth: depth + 2)
            }
        }
    }

    /// Keywords that speak of other types than the schema has.
    func sayWhatIsIdle(_ place: Place, _ facts: Facts, _ types: [TypeName]) {
        if place.type != nil { return }
        for keyword in Keyword.allCases where !types.contains(where: keyword.speaks) {
            for value in place.values(keyword) where keyword != .additionalProperties {
                say(
                    value, facts.types.isEmpty ? .warning : .note,
                    "says nothing about \(words(types)); removed")
            }
        }
    }

    // MARK: What depends on the type

    func writeFormat(_ place: Place, _ facts: Facts, _ type: TypeName, _ target: JSONObjectWriter) {
        guard let format = facts[.format] else { return }
        if type.formats.contains(where: { format == $0 }) {
            target["format"] = format
        } else if place.type == nil {
            sayFormatIsUnknown(format, [type])
        }
    }

    private func sayFormatIsUnknown(_ format: JSONValue, _ types: [TypeName]) {
        say(format, .note, "no format of \(words(types)) in the subset; removed")
    }

    private func words(_ types: [TypeName]) -> String { types.map { "\($0.word)" }.joined(separator: " or ") }

    /// `default` or `example`. Where several types are split, it goes to those it is of.
    func writeSample(
        _ keyword: Keyword, _ facts: Facts, at place: Place, _ type: TypeName, _ values: [JSONValue],
        _ target: JSONObjectWriter
    ) {
        guard let value = facts[keyword] else { return }
        if place.type != nil, !type.fits(value) { return }
        if !values.isEmpty, value.kind == .number || value.kind == .bool {
            say(value, .note, "written as a string, as the values of the `enum` are")
            return write(word: value, target.slot(keyword.word))
        }
        target.slot(keyword.word).write(verbatim: value)
    }
}
