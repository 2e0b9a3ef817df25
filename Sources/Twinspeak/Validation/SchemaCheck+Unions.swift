internal import JSONCore

/// What is asked by one of several schemas.
extension SchemaCheck {
    func checkUnion(
        _ value: JSONValue, _ branches: JSONValue, allowsSeveral: Bool, _ outcome: inout SchemaOutcome
    ) {
        unions += 1
        defer { unions -= 1 }
        var outcomes: [SchemaOutcome] = []
        for branch in branches.elements {
            var own = SchemaOutcome()
            check(value, branch, &own)
            if isGivenUp || (allowsSeveral && own.isCertain) { return }
            outcomes.append(own)
        }
        let certain = outcomes.indices.filter { outcomes[$0].isCertain }
        if certain.count > 1 {
            let places = Self.list(certain.map { "\($0)" })
            return outcome.add(
                .init(
                    value: value, code: .wrongKind, expected: ["exactly one branch of `oneOf` to match"],
                    found: "that \(places.replacing(" or ", with: " and ")) do"))
        }
        let matches = outcomes.filter(\.isMatch)
        for match in matches { outcome.append(match) }
        let words = outcomes.reduce(0) { $0 + ($1.findings.first?.expected.count ?? 0) }
        if matches.isEmpty, spend(words / 2, on: value) { outcome.append(nearest(to: value, of: outcomes, branches)) }
    }

    /// The outcome of the branch that the value comes nearest to: the one whose words it has, else the one that has
    /// least to say against it.
    private func nearest(to value: JSONValue, of outcomes: [SchemaOutcome], _ branches: JSONValue) -> SchemaOutcome {
        if let merged = SchemaOutcome.merged(outcomes, about: value) { return merged }
        let distances = zip(outcomes, branches.elements).map { outcome, branch in
            (agreement: disagreement(value, outcome, branch), count: outcome.findings.count)
        }
        let best = distances.indices.min { distances[$0] < distances[$1] }
        guard let best else {
            var nothing = SchemaOutcome()
            nothing.add(.init(value: value, code: .wrongKind, expected: ["nothing"], found: value.found))
            return nothing
        }
        var nearest = outcomes[best]
        nearest.blame(Array(branches.elements)[best])
        return nearest
    }

    /// 0: the value has the words that tell the branch from others. 1: there are none. 2: it has other words.
    /// 3: it is of another kind.
    private func disagreement(_ value: JSONValue, _ outcome: SchemaOutcome, _ branch: JSONValue) -> Int {
        if outcome.findings.contains(where: { $0.value.index == value.index && $0.code == .wrongKind }) { return 3 }
        guard value.kind == .object, branch.kind == .object else { return 1 }
        var rules = rules(of: branch)
        while rules[.properties] == nil, let target = rules.target, target.kind == .object, spend(1, on: value) {
            rules = self.rules(of: target)
        }
        var agrees = false
        for (name, schema) in rules[.properties]?.members ?? value.missing.members {
            guard spend(1, on: value) else { return 1 }
            guard schema.kind == .object, let member = members[value][name.key] else { continue }
            let words = self.rules(of: schema)
            if words.hasWords, !words.lists(member) { return 2 }
            agrees = agrees || words.hasWords
        }
        return agrees ? 0 : 1
    }
}
