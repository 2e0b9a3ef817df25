internal import JSONCore

/// Values that are listed one by one.
///
///     JSON Schema   { type: "integer", enum: [1, 2, null] }    { const: "a" }
///     subset        { type: "STRING", nullable: true, enum: ["1", "2"] }    { type: "STRING", enum: ["a"] }
extension OpenAPISchema {
    /// The values that `enum` or `const` leaves; none if there is no such list, or the subset cannot say it.
    func values(_ facts: inout Facts) -> [JSONValue] {
        guard let source = facts[.const] ?? facts[.enum] else { return [] }
        let isConst = facts[.const] != nil
        if isConst, let list = facts[.enum] { say(list, .note, "`const` beside it says more; removed") }
        let given = isConst ? [source] : Array(source.elements)
        let scalars = given.filter { isScalar($0, &facts) }
        if scalars.isEmpty {
            if given.isEmpty { say(source, .warning, "the subset cannot forbid every value; removed") }
            return []
        }
        if scalars.allSatisfy({ $0.kind == .bool }) {
            say(source, .warning, "the subset lists strings only; removed")
            return []
        }
        if isConst { say(source, .note, "said by an `enum` of one value") }
        let values = scalars.filter { !$0.isEmptyString }
        for value in scalars where value.isEmptyString {
            say(value, .warning, "the subset takes no empty value; removed")
        }
        if values.contains(where: { $0.kind != .string }) { say(source, .note, "values of an `enum` are strings") }
        return different(values)
    }

    private func isScalar(_ value: JSONValue, _ facts: inout Facts) -> Bool {
        switch value.kind {
        case .bool, .number, .string: return true
        case .null:
            say(value, .note, "`null` among the values is said by `nullable`")
            facts.isNullable = true
        default: say(value, .warning, "the subset lists strings only; removed")
        }
        return false
    }

    /// `1` and `"1"` are the same word.
    private func different(_ values: [JSONValue]) -> [JSONValue] {
        var words: Set<JSONKey> = []
        return values.filter { value in
            let isNew = words.insert(value.kind == .string ? value.key : JSONKey(value.raw.string)).inserted
            if !isNew { say(value, .note, "given before; removed") }
            return isNew
        }
    }

    func writeValues(_ values: [JSONValue], _ target: JSONObjectWriter) {
        if values.isEmpty { return }
        target["enum"].array { list in for value in values { write(word: value, list.element) } }
    }

    /// A number or truth as the string that stands for it in an `enum`.
    func write(word value: JSONValue, _ slot: JSONSlot) {
        switch value.kind {
        case .number, .bool: slot.write(quoted: value)
        default: slot.write(verbatim: value)
        }
    }
}
