internal import JSONCore

/// The members of objects.
///
///     JSON Schema   { properties: { a: { … }, b: { … } }, required: ["a", "x"] }
///     subset        { properties: { a: { … }, b: { … } }, required: ["a"], propertyOrdering: ["a", "b"] }
extension OpenAPISchema {
    func writeProperties(_ place: Place, _ facts: Facts, _ target: JSONObjectWriter, depth: Int) {
        for properties in place.values(.properties) where properties.isEmpty {
            say(properties, .note, "no properties are said by leaving them out")
        }
        target["properties"].object { properties in
            for (name, schemas) in facts.properties {
                write(self.place(schemas), properties[name], depth: depth + 2)
            }
        }
        writeRequired(place, facts, target)
        writeOrdering(place, facts, target)
    }

    private func writeRequired(_ place: Place, _ facts: Facts, _ target: JSONObjectWriter) {
        for required in place.values(.required) where required.isEmpty {
            say(required, .note, "no required names are said by leaving them out")
        }
        var seen: Set<JSONKey> = []
        target["required"].array { list in
            for name in facts.required {
                let text = name.key
                if name.kind != .string || facts.places[text] == nil {
                    say(name, .warning, "no property has this name, so it was removed from `required`")
                } else if seen.insert(text).inserted {
                    list.append(name)
                } else {
                    name.ignore()
                }
            }
        }
    }

    /// Models answer in the order that `propertyOrdering` names: by default that of the members, as elsewhere.
    private func writeOrdering(_ place: Place, _ facts: Facts, _ target: JSONObjectWriter) {
        let given = facts[.propertyOrdering]
        guard given != nil || facts.properties.count > 1 else { return }
        var seen: Set<JSONKey> = []
        target["propertyOrdering"].array { list in
            if let given {
                for name in given.elements {
                    let text = name.key
                    if name.kind == .string, facts.places[text] != nil, seen.insert(text).inserted {
                        list.append(name)
                    } else {
                        say(name, .note, "no property, or named before; removed")
                    }
                }
            } else {
                say(place.schema, at: "propertyOrdering", .note, "added: the order of the properties")
            }
            for (name, _) in facts.properties where seen.insert(name.key).inserted {
                if let given { say(given, .note, "properties that it did not name were added") }
                list.append(name)
            }
        }
    }
}
