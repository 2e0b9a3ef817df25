internal import JSONCore

/// Names in `required` that are no property of their schema.
enum RequiredNames {
    /// - Parameter isBranch: The schema around it declares properties too, which may be the ones it names.
    static func areDeclared(in schema: JSONValue, isBranch: Bool = false) -> Bool {
        var below = true
        var required = schema.missing
        for (name, value) in schema.members {
            if name == "required" { required = value }
            if below { below = areDeclaredBelow(name, value, in: schema, isBranch) }
        }
        guard below, required.kind == .array, !required.isEmpty else { return below }
        var areDeclared = true
        forEachUndeclared(schema, required, isBranch) { _ in areDeclared = false }
        return areDeclared
    }

    /// Data in a schema is no schema.
    private static func isData(_ name: JSONValue) -> Bool {
        name == "required" || name == "enum" || name == "default" || name == "example" || name == "examples"
            || name == "const"
    }

    private static func areDeclaredBelow(_ name: JSONValue, _ value: JSONValue, in schema: JSONValue, _ isBranch: Bool)
        -> Bool
    {
        guard value.kind == .object || value.kind == .array, !isData(name) else { return true }
        if isNamed(name) { return value.members.allSatisfy { areDeclared(in: $0.value) } }
        let isBranch = isBranching(name) && (isBranch || schema["properties"].exists)
        if value.kind == .object { return areDeclared(in: value, isBranch: isBranch) }
        return value.elements.allSatisfy { $0.kind != .object || areDeclared(in: $0, isBranch: isBranch) }
    }

    /// Its members are schemas, whatever their names.
    private static func isNamed(_ name: JSONValue) -> Bool {
        name == "properties" || name == "$defs" || name == "definitions" || name == "patternProperties"
            || name == "dependentSchemas"
    }

    /// It speaks of the same object as the schema around it.
    private static func isBranching(_ name: JSONValue) -> Bool {
        name == "allOf" || name == "anyOf" || name == "oneOf" || name == "not" || name == "if" || name == "then"
            || name == "else"
    }

    /// Where properties are declared elsewhere, by reference or combination, nothing can be said.
    private static func isOpen(_ schema: JSONValue) -> Bool {
        schema.members.contains { name, _ in
            name == "$ref" || name == "allOf" || name == "anyOf" || name == "oneOf" || name == "patternProperties"
        }
    }

    private static func forEachUndeclared(
        _ schema: JSONValue, _ required: JSONValue, _ isBranch: Bool, _ body: (JSONValue) -> Void
    ) {
        guard required.kind == .array, !isBranch, !isOpen(schema) else { return }
        let properties = schema["properties"]
        // A long list is looked up, so that the whole stays linear.
        let names = required.raw.count > 1024 ? Set(properties.members.map(\.name.key)) : nil
        for name in required.elements where name.kind == .string {
            let isDeclared =
                names?.contains(name.key)
                ?? properties.members.contains { $0.name.isSameString(as: name) }
            if !isDeclared { body(name) }
        }
    }

    // MARK: Writing

    static func writeDeclared(_ schema: JSONValue, _ slot: JSONSlot, isBranch: Bool = false) {
        var undeclared: [JSONValue] = []
        forEachUndeclared(schema, schema["required"], isBranch) { undeclared.append($0) }
        let isAround = isBranch || schema["properties"].exists
        slot.object(keepingEmpty: true) { target in
            for (name, value) in schema.members {
                if name == "required", !undeclared.isEmpty {
                    writeRequired(value, undeclared, target[name])
                } else if isData(name) {
                    target[name].write(verbatim: value)
                } else if isNamed(name), value.kind == .object {
                    target[name].object(keepingEmpty: true) { named in
                        for (name, schema) in value.members { write(schema, named[name]) }
                    }
                } else {
                    write(value, target[name], isBranch: isAround && isBranching(name))
                }
            }
        }
    }

    private static func write(_ value: JSONValue, _ slot: JSONSlot, isBranch: Bool = false) {
        switch value.kind {
        case .object: writeDeclared(value, slot, isBranch: isBranch)
        case .array where !value.isEmpty:
            slot.array { list in
                for element in value.elements { write(element, list.element, isBranch: isBranch) }
            }
        default: slot.write(verbatim: value)
        }
    }

    private static func writeRequired(_ required: JSONValue, _ undeclared: [JSONValue], _ slot: JSONSlot) {
        var rest = undeclared[...]
        slot.array { list in
            for name in required.elements {
                if let next = rest.first, next.isSameString(as: name) {
                    rest.removeFirst()
                    name.warn(.schemaChanged, "no property has this name, so it was removed from `required`")
                } else {
                    list.element.write(verbatim: name)
                }
            }
        }
    }
}
