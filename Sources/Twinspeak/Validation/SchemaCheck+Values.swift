internal import JSONCore

/// What is asked of one value by itself.
extension SchemaCheck {
    /// False if the value is of another type, of which the other keywords say nothing.
    func checkType(_ value: JSONValue, _ rules: SchemaRules, _ outcome: inout SchemaOutcome) -> Bool {
        if rules.types.isEmpty || rules.types.contains(where: { $0.fits(value) }) { return true }
        outcome.add(
            .init(value: value, code: .wrongKind, expected: rules.types.map(\.description), found: value.found))
        return false
    }

    func checkWords(_ value: JSONValue, _ rules: SchemaRules, _ outcome: inout SchemaOutcome) {
        guard rules.hasWords, spend(value.raw.count / 16, on: value), let words = rules.refusal(of: value) else {
            return
        }
        outcome.add(.init(value: value, code: .unknownValue, expected: words, found: value.found))
    }

    func checkBounds(_ value: JSONValue, _ rules: SchemaRules, _ outcome: inout SchemaOutcome) {
        guard let measure = SchemaBound.Measure(value.kind) else { return }
        var size: (number: DecimalNumber, found: String)?
        for bound in rules.bounds where bound.measure == measure {
            let known = size ?? self.size(of: value)
            size = known
            if bound.allows(known.number) { continue }
            outcome.add(.init(value: value, code: .outOfRange, expected: [bound.expected], found: known.found))
        }
    }

    private func size(of value: JSONValue) -> (number: DecimalNumber, found: String) {
        let count: Int
        switch value.kind {
        case .string: count = value.decoded.characters
        case .array: count = value.elements.reduce(0) { count, _ in count + 1 }
        case .object: count = members[value].count
        case .number, .bool, .null, .missing: return (DecimalNumber(value.raw), value.found)
        }
        return (DecimalNumber(count), String(count))
    }
}

extension SchemaBound.Measure {
    /// What is measured of a value.
    fileprivate init?(_ kind: JSONKind) {
        switch kind {
        case .number: self = .number
        case .string: self = .characters
        case .array: self = .items
        case .object: self = .members
        case .bool, .null, .missing: return nil
        }
    }
}
