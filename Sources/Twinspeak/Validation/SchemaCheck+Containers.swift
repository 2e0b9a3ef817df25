internal import JSONCore

/// What is asked of members and elements.
extension SchemaCheck {
    func checkMembers(_ object: JSONValue, _ rules: SchemaRules, _ outcome: inout SchemaOutcome) {
        let members = members[object]
        for name in rules.required where members[name] == nil {
            outcome.add(
                .init(
                    value: object, member: name.text, code: .missingMember, expected: ["the member `\(name.text)`"],
                    found: "nothing"))
        }
        for (name, member) in object.members {
            guard spend(1, on: member) else { return }
            let word = name.key
            if let last = members[word], last.index != member.index {
                addDuplicate(member)
            } else if let schema = rules.properties?[word] {
                check(member, schema, &outcome)
            } else if let schema = rules[.additionalProperties], !rules.hasPatterns {
                check(member, word, unnamed: schema, rules, &outcome)
            }
        }
    }

    private func check(
        _ member: JSONValue, _ name: JSONKey, unnamed schema: JSONValue, _ rules: SchemaRules,
        _ outcome: inout SchemaOutcome
    ) {
        guard schema.kind == .bool, schema.bool == false else { return check(member, schema, &outcome) }
        let known = rules.names
        outcome.add(
            .init(
                value: member, code: .unknownMember,
                expected: [known.isEmpty ? "no members" : "only \(Self.list(known))"], found: "`\(name.text)`"))
    }

    func checkElements(_ array: JSONValue, _ rules: SchemaRules, _ outcome: inout SchemaOutcome) {
        guard let schema = rules[.items] else { return }
        for (place, element) in array.elements.enumerated() where place >= rules.firstItem {
            check(element, schema, &outcome)
        }
    }
}
