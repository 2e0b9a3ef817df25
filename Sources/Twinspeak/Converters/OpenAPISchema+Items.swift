internal import JSONCore

/// The elements of arrays.
///
///     JSON Schema   { items: { … } }    { prefixItems | items: [{ … }, { … }], items?: { … } }
///     subset        { items: { … } }    { items: { anyOf: [{ … }, { … }] } }
extension OpenAPISchema {
    func writeItems(_ place: Place, _ facts: Facts, _ slot: JSONSlot, depth: Int) {
        if let tuple = facts.tuple { return writeTuple(tuple, facts, slot, depth: depth) }
        guard facts.items.isEmpty else { return write(self.place(facts.items), slot, depth: depth + 1) }
        say(place.schema, at: "items", .warning, "an array without a schema for its elements; they are read as strings")
        slot.slot("type").write(TypeName.string.word)
    }

    /// The subset has one schema for all elements: that of one place in the tuple or the other.
    private func writeTuple(_ tuple: JSONValue, _ facts: Facts, _ slot: JSONSlot, depth: Int) {
        say(tuple, .warning, "the subset has one schema for all elements: any of those in the tuple")
        spend(tuple.raw.count)
        var texts: Set<[UInt8]> = []
        var branches = tuple.elements.filter { texts.insert(text($0)).inserted }.map { place([$0]) }
        let rest = facts.items.filter { $0.kind == .object }
        for items in facts.items where items.kind != .object { items.ignore() }
        if !rest.isEmpty { branches.append(place(rest)) }
        let count = branches.count
        branches = withoutNull(branches)
        let isNullable = branches.count < count
        for index in branches.indices where isNullable { branches[index].isNullable = true }
        switch branches.count {
        case 0:
            slot.object { items in
                items["type"] = TypeName.string.word
                if isNullable { items["nullable"] = true }
            }
        case 1: write(branches[0], slot, depth: depth + 1)
        default:
            slot.slot("anyOf").array { list in
                for branch in branches { write(branch, list.element, depth: depth + 3) }
            }
        }
    }
}
