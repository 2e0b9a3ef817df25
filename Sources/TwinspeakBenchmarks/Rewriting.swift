import JSONCore

/// Writing a value again, one token at a time. Recursion is as deep as the text is nested: 512 at most.
extension JSONValue {
    func copyMembers(to target: JSONObjectWriter) {
        for (name, value) in members { value.copy(to: target[name]) }
    }

    private func copy(to slot: JSONSlot) {
        switch kind {
        case .object where !isEmpty: slot.object { copyMembers(to: $0) }
        case .array where !isEmpty:
            slot.array { list in
                for element in elements { element.copy(to: list.element) }
            }
        default: slot.write(verbatim: self)
        }
    }
}
