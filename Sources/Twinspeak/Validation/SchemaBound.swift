internal import JSONCore

/// A limit that a schema sets to a number, or to a length.
struct SchemaBound {
    /// What is measured.
    enum Measure { case number, characters, items, members }

    private enum Relation { case atLeast, atMost, moreThan, lessThan, multipleOf }

    let measure: Measure
    private let relation: Relation
    private let limit: DecimalNumber
    private let text: String

    private static let table: [(keyword: SchemaKeyword, measure: Measure, relation: Relation)] = [
        (.minimum, .number, .atLeast), (.maximum, .number, .atMost),
        (.exclusiveMinimum, .number, .moreThan), (.exclusiveMaximum, .number, .lessThan),
        (.multipleOf, .number, .multipleOf),
        (.minLength, .characters, .atLeast), (.maxLength, .characters, .atMost),
        (.minItems, .items, .atLeast), (.maxItems, .items, .atMost),
        (.minProperties, .members, .atLeast), (.maxProperties, .members, .atMost),
    ]

    /// All that a schema sets, in the order of the table.
    static func all(_ values: (SchemaKeyword) -> JSONValue?) -> [SchemaBound] {
        table.compactMap { row in
            guard let value = values(row.keyword) else { return nil }
            guard row.measure == .number else {
                return count(value).map { SchemaBound(row.measure, row.relation, $0, value) }
            }
            guard value.kind == .number else { return nil }
            let limit = DecimalNumber(value.raw)
            if row.relation == .multipleOf, !limit.canDivide { return nil }
            // An older form has the number in `minimum`, and `true` in `exclusiveMinimum`.
            let relation: Relation =
                switch row.keyword {
                case .minimum where values(.exclusiveMinimum)?.bool == true: .moreThan
                case .maximum where values(.exclusiveMaximum)?.bool == true: .lessThan
                default: row.relation
                }
            return SchemaBound(.number, relation, limit, value)
        }
    }

    private init(_ measure: Measure, _ relation: Relation, _ limit: DecimalNumber, _ value: JSONValue) {
        self.measure = measure
        self.relation = relation
        self.limit = limit
        text = value.kind == .string ? value.decoded.string : value.found
    }

    /// Counts are 64-bit numbers, which the JSON form of protocol buffers writes as strings.
    static func count(_ value: JSONValue) -> DecimalNumber? {
        if value.kind == .string { return value.decoded.bytes.decimal.map { DecimalNumber(Int($0)) } }
        guard value.kind == .number else { return nil }
        let number = DecimalNumber(value.raw)
        return number.isWhole && number >= DecimalNumber(0) ? number : nil
    }

    func allows(_ number: DecimalNumber) -> Bool {
        switch relation {
        case .atLeast: number >= limit
        case .atMost: number <= limit
        case .moreThan: number > limit
        case .lessThan: number < limit
        case .multipleOf: number.isMultiple(of: limit)
        }
    }

    /// For messages.
    var expected: String {
        let unit =
            switch measure {
            case .number: ""
            case .characters: " characters"
            case .items: " items"
            case .members: " members"
            }
        return switch relation {
        case .atLeast: "at least \(text)\(unit)"
        case .atMost: "at most \(text)\(unit)"
        case .moreThan: "more than \(text)"
        case .lessThan: "less than \(text)"
        case .multipleOf: "a multiple of \(text)"
        }
    }
}
