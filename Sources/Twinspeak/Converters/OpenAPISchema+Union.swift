internal import JSONCore

/// One of several schemas.
///
///     JSON Schema   { title: "Pet", anyOf | oneOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }
///     subset        { anyOf: [{ type: "STRING", title: "Pet", nullable: true }, { type: "INTEGER", … }] }
extension OpenAPISchema {
    /// The branches of the union at `place`, two or more; none if there is no union, or no more than one branch was
    /// left, which has become part of the place.
    func branches(_ place: inout Place, _ facts: inout Facts, _ opened: inout [Int]) -> [Place] {
        var rounds = 0
        while let list = union(place, facts) {
            rounds += 1
            if rounds > Self.highestDepth { refuse(list, "more unions one within the other than the limit allows") }
            if isRefused { return [] }
            var branches = list.elements.map { self.place([$0]) }
            let before = branches.count
            branches = withoutNull(branches)
            if branches.count < before { place.isNullable = true }
            let holdsAlone = branches.count > 1 && !constrainOnly(branches, facts)
            if holdsAlone {
                facts = self.facts(place)
                return branches
            }
            if branches.isEmpty, before == 0 { say(list, .warning, "the subset cannot forbid every value; removed") }
            if branches.count > 1 { say(list, .warning, "only constrains what stands beside it; removed") }
            place.remove(.anyOf, .oneOf)
            if branches.count == 1 {
                say(list, .note, "a single branch stands for the union")
                place.take(branches[0])
                enter(place, &opened)
            }
            facts = self.facts(place)
        }
        return []
    }

    private func union(_ place: Place, _ facts: Facts) -> JSONValue? {
        guard let any = facts[.anyOf] else {
            if let one = facts[.oneOf] { say(one, .note, "said by `anyOf`") }
            return facts[.oneOf]
        }
        for one in place.values(.oneOf) { say(one, .warning, "cannot stand beside `anyOf`; removed") }
        return any
    }

    func withoutNull(_ branches: [Place]) -> [Place] {
        branches.filter { branch in
            let isNull = facts(branch).isNull
            if isNull { say(branch.schema, .note, "said by `nullable`") }
            return !isNull
        }
    }

    /// No branch says what it is, so that all of them only speak of what stands beside the union: the usual case is
    /// `{ properties, anyOf: [{ required: ["a"] }, { required: ["b"] }] }`.
    private func constrainOnly(_ branches: [Place], _ beside: Facts) -> Bool {
        guard beside.has(.properties, .items, .prefixItems, .enum, .const) else { return false }
        return branches.allSatisfy { branch in
            let facts = facts(branch)
            return facts.types.isEmpty && !branch.isRecursive
                && !facts.has(.properties, .items, .prefixItems, .enum, .const, .anyOf, .oneOf)
        }
    }

    // MARK: Writing

    func writeUnion(_ branches: [Place], beside place: Place, _ facts: Facts, _ slot: JSONSlot, depth: Int) {
        sayWhatIsLost(beside: place, facts)
        var branches = branches
        moveType(facts, into: &branches)
        move(.title, facts, into: &branches)
        move(.description, facts, into: &branches)
        slot.slot("anyOf").array { list in
            for var branch in branches {
                branch.isNullable = branch.isNullable || facts.isNullable
                write(branch, list.element, depth: depth + 2)
            }
        }
    }

    private func sayWhatIsLost(beside place: Place, _ facts: Facts) {
        let kept: [Keyword] = [
            .reference, .allOf, .anyOf, .oneOf, .type, .title, .description, .nullable, .additionalProperties,
        ]
        for keyword in Keyword.allCases where !kept.contains(keyword) {
            for value in place.values(keyword) { say(value, .warning, "cannot stand beside `anyOf`; removed") }
        }
        if let nullable = facts[.nullable] { say(nullable, .note, "moved into every branch of `anyOf`") }
    }

    private func move(_ keyword: Keyword, _ facts: Facts, into branches: inout [Place]) {
        guard let value = facts[keyword] else { return }
        var moves = 0
        for index in branches.indices where !self.facts(branches[index]).has(keyword) {
            var layer = Layer(value.missing)
            layer[keyword] = value
            branches[index].put(below: layer)
            moves += 1
        }
        if moves > 0 {
            say(value, .note, "moved into every branch of `anyOf` that has none of its own")
        } else {
            say(value, keyword == .title ? .note : .warning, "every branch of `anyOf` has one of its own; removed")
        }
    }

    /// A branch without a type has the one beside the union.
    private func moveType(_ facts: Facts, into branches: inout [Place]) {
        guard let type = facts[.type] else { return }
        var contradicts = false
        for index in branches.indices {
            let own = self.facts(branches[index])
            let isTyped = !own.types.isEmpty || own.has(.anyOf, .oneOf, .enum, .const) || branches[index].isRecursive
            if isTyped {
                contradicts = contradicts || !own.types.allSatisfy { facts.types.contains($0) }
            } else {
                var layer = Layer(type.missing)
                layer[.type] = type
                branches[index].put(below: layer)
            }
        }
        say(
            type, contradicts ? .warning : .note,
            contradicts ? "a branch of `anyOf` says otherwise; removed" : "the branches of `anyOf` say it")
    }
}
