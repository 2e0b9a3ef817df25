internal import JSONCore

/// What the schemas at one place say together.
extension OpenAPISchema {
    struct Facts {
        private var values = [JSONValue?](repeating: nil, count: Keyword.allCases.count)
        /// United over all layers: a property that several of them name has several schemas.
        fileprivate(set) var properties: [(name: JSONValue, schemas: [JSONValue])] = []
        /// Where a property stands in ``properties``.
        fileprivate(set) var places: [JSONKey: Int] = [:]
        fileprivate(set) var required: [JSONValue] = []
        /// Schemas for all elements, or for those behind the tuple.
        fileprivate(set) var items: [JSONValue] = []
        fileprivate(set) var tuple: JSONValue?
        /// The types that are named, without `null`.
        fileprivate(set) var types: [TypeName] = []
        var isNullable = false

        fileprivate(set) subscript(keyword: Keyword) -> JSONValue? {
            get { values[keyword.rawValue] }
            set { values[keyword.rawValue] = newValue }
        }

        func has(_ keywords: Keyword...) -> Bool { keywords.contains { self[$0] != nil } }

        /// Allows `null` and nothing else.
        fileprivate(set) var isNull = false
    }

    func facts(_ place: Place) -> Facts {
        var facts = Facts()
        for layer in place.layers {
            spend(1 + layer.members.count)
            for (keyword, value) in layer.members {
                if keyword.isList { spend(value.raw.count / 4) }
                merge(keyword, value, into: &facts)
            }
        }
        let named = facts[.type].map(types(named:)) ?? (types: [], hasNull: false)
        facts.types = place.type.map { [$0] } ?? named.types
        facts.isNullable = named.hasNull || place.isNullable || facts[.nullable]?.bool == true
        facts.isNull =
            (named.hasNull && named.types.isEmpty) || facts[.const]?.kind == .null
            || facts[.enum].map { !$0.isEmpty && $0.elements.allSatisfy { $0.kind == .null } } ?? false
        return facts
    }

    private func merge(_ keyword: Keyword, _ value: JSONValue, into facts: inout Facts) {
        switch keyword {
        case .properties:
            unite(value, into: &facts)
        case .required:
            facts.required += Array(value.elements)
        case .items where value.kind == .array, .prefixItems:
            if let other = facts.tuple { settle(keyword, other, value) }
            facts.tuple = value
        case .items:
            facts.items.append(value)
        case .reference, .allOf, .additionalProperties:
            break
        default:
            if let other = facts[keyword] { settle(keyword, other, value) }
        }
        facts[keyword] = value
    }

    private func unite(_ properties: JSONValue, into facts: inout Facts) {
        // A name that one object has twice has one schema, the last; one that two objects have has both.
        let start = facts.properties.count
        var met: Set<Int> = []
        for (name, schema) in properties.members {
            spend(1)
            let text = name.key
            guard let place = facts.places[text] else {
                facts.places[text] = facts.properties.count
                facts.properties.append((name, [schema]))
                continue
            }
            if place >= start || met.contains(place), let first = facts.properties[place].schemas.popLast() {
                say(first, .warning, code: .duplicateMember, "the member is given again further on; that one counts")
            }
            met.insert(place)
            facts.properties[place].schemas.append(schema)
        }
    }

    /// Two layers speak of the same thing.
    private func settle(_ keyword: Keyword, _ loser: JSONValue, _ winner: JSONValue) {
        if loser.index == winner.index { return }
        if loser.raw.count == winner.raw.count {
            spend(loser.raw.count)
            if text(loser) == text(winner) { return loser.ignore() }
        }
        say(
            loser, keyword.isAnnotation ? .note : .warning,
            "another schema that holds here has `\(keyword.word)` too; that one counts")
    }
}
