/// A value of a document that is being read: a view, two pointers wide.
///
/// A value that is not there is a view too, so a chain needs no `?`: `part["image_url"]["url"]`. A member that is
/// `null` reads as not there, because both APIs treat it so; what is only carried keeps its nulls.
///
/// A value counts as used once it is written, decoded or found equal; what remains unused is reported at the end
/// (``inspect(descend:report:)``). Valid only inside ``JSONDocument/read(_:limits:_:)``.
public struct JSONValue {
    public let tape: UnsafeMutablePointer<JSONTape>
    public let node: UnsafeMutablePointer<JSONNode>

    @inlinable @inline(__always)
    public init(tape: UnsafeMutablePointer<JSONTape>, node: UnsafeMutablePointer<JSONNode>) {
        self.tape = tape
        self.node = node
    }

    @inlinable @inline(__always)
    public var kind: JSONKind { node.pointee.kind }

    /// Something else than nothing and `null`.
    @inlinable @inline(__always)
    public var exists: Bool { kind.rawValue > JSONKind.null.rawValue }

    /// The value of a member that is not there.
    @inlinable @inline(__always)
    public var missing: JSONValue { JSONValue(tape: tape, node: tape.pointee.nodes) }

    @inlinable @inline(__always)
    public func markUsed() { node.pointee.flags.insert(.used) }

    /// What a reader wants to remember about a string; 0 at first, and of anything else.
    @inlinable @inline(__always)
    public var memo: UInt16 {
        get { kind == .string ? node.pointee.names : 0 }
        nonmutating set { if kind == .string { node.pointee.names = newValue } }
    }

    // MARK: Looking inside

    /// The member called `name`; the last one, where several are.
    ///
    /// A camelCase name also finds its snake_case spelling, as the JSON form of protocol buffers asks.
    @inlinable @inline(__always)
    public subscript(name: StaticString) -> JSONValue {
        guard kind == .object else { return missing }
        node.pointee.flags.insert(.opened)
        let fingerprint = JSONFingerprint(name)
        return node.pointee.names & fingerprint.mark == 0 ? missing : member(name, fingerprint)
    }

    /// The usual case: one member has the fingerprint, and it is the one. All others are left to `search`.
    @inline(never)
    public func member(_ word: StaticString, _ fingerprint: JSONFingerprint) -> JSONValue {
        guard !node.pointee.flags.contains(.crowded) else { return memberOfMany(word, fingerprint) }
        let nodes = tape.pointee.nodes
        let end = nodes + Int(node.pointee.next)
        var name = node + 1
        while name < end {
            let value = name + 1
            // The mark of a `null` is not known, so another may have the same.
            if name.pointee.names == fingerprint.bits, value.pointee.kind != .null {
                let isIt = JSONCharacters.equals(JSONValue(tape: tape, node: name), word)
                return isIt ? JSONValue(tape: tape, node: value) : search(word, fingerprint)
            }
            name = nodes + Int(value.pointee.next)
        }
        return JSONValue(tape: tape, node: nodes)
    }

    /// Of an object in which two names may be the same.
    private func memberOfMany(_ word: StaticString, _ fingerprint: JSONFingerprint) -> JSONValue {
        guard node.pointee.names != JSONFingerprint.unknownNames else { return search(word, fingerprint) }
        let nodes = tape.pointee.nodes
        var found: UnsafeMutablePointer<JSONNode>?
        switch tape.pointee.index.name(of: fingerprint, in: node, nodes) {
        case JSONNameIndex.nobody: return missing
        case JSONNameIndex.several:
            let end = nodes + Int(node.pointee.next)
            var name = node + 1
            while name < end {
                if name.pointee.names == fingerprint.bits {
                    guard found == nil else { return search(word, fingerprint) }
                    found = name
                }
                name = nodes + Int(name[1].next)
            }
        case let place: found = nodes + Int(place)
        }
        guard let found, found.pointee.names == fingerprint.bits else { return missing }
        guard JSONCharacters.equals(JSONValue(tape: tape, node: found), word) else { return search(word, fingerprint) }
        return JSONValue(tape: tape, node: found[1].kind == .null ? nodes : found + 1)
    }

    @inline(never)
    private func search(_ word: StaticString, _ fingerprint: JSONFingerprint) -> JSONValue {
        let nodes = tape.pointee.nodes
        let end = nodes + Int(node.pointee.next)
        let areUnknown = node.pointee.names == JSONFingerprint.unknownNames
        var found = nodes
        var other = nodes
        var name = node + 1
        while name < end {
            let value = name + 1
            if areUnknown || name.pointee.names == fingerprint.bits {
                let name = JSONValue(tape: tape, node: name)
                if JSONCharacters.equals(name, word) {
                    Self.shadow(&found, by: value)
                } else if JSONCharacters.equalsSnakeCase(name, word) {
                    Self.shadow(&other, by: value)
                }
            }
            name = nodes + Int(value.pointee.next)
        }
        let camelCase = JSONValue(tape: tape, node: found)
        let snakeCase = JSONValue(tape: tape, node: other)
        guard camelCase.exists else { return snakeCase.exists ? snakeCase : missing }
        if snakeCase.exists { other.pointee.flags.insert(.shadowed) }
        return camelCase
    }

    /// The last of several members of one name counts.
    @inline(__always)
    private static func shadow(_ found: inout UnsafeMutablePointer<JSONNode>, by later: UnsafeMutablePointer<JSONNode>)
    {
        if found.pointee.kind != .missing { found.pointee.flags.insert(.shadowed) }
        found = later
    }

    /// The elements of an array; of anything else that exists, the value itself, once.
    @inlinable @inline(__always)
    public var elements: JSONElements {
        if kind == .array {
            node.pointee.flags.insert(.opened)
            return JSONElements(tape: tape, head: node + 1, end: tape.pointee.nodes + Int(node.pointee.next))
        }
        return JSONElements(tape: tape, head: node, end: exists ? tape.pointee.nodes + Int(node.pointee.next) : node)
    }

    /// The members of an object in the order of the text; of anything else none.
    @inlinable @inline(__always)
    public var members: JSONMembers {
        guard kind == .object else { return JSONMembers(tape: tape, head: node, end: node) }
        node.pointee.flags.insert(.opened)
        return JSONMembers(tape: tape, head: node + 1, end: tape.pointee.nodes + Int(node.pointee.next))
    }

    /// Some object in here, at any depth, has a member called `name`.
    public func hasMember(_ name: StaticString) -> Bool {
        var node = self.node
        let end = tape.pointee.nodes + Int(self.node.pointee.next)
        while node < end {
            if node.pointee.flags.contains(.name), JSONCharacters.equals(JSONValue(tape: tape, node: node), name) {
                return true
            }
            node += 1
        }
        return false
    }

    /// A container with nothing in it.
    @inlinable @inline(__always)
    public var isEmpty: Bool { kind.rawValue >= JSONKind.array.rawValue && Int(node.pointee.next) == index + 1 }

    @inlinable @inline(__always)
    public var isEmptyString: Bool { kind == .string && node.pointee.end &- node.pointee.start == 2 }

    @inlinable @inline(__always)
    public var index: Int { node - tape.pointee.nodes }
}

/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol {
    public let tape: UnsafeMutablePointer<JSONTape>
    public var head: UnsafeMutablePointer<JSONNode>
    public let end: UnsafeMutablePointer<JSONNode>

    @inlinable @inline(__always)
    public init(
        tape: UnsafeMutablePointer<JSONTape>, head: UnsafeMutablePointer<JSONNode>, end: UnsafeMutablePointer<JSONNode>
    ) {
        self.tape = tape
        self.head = head
        self.end = end
    }

    @inlinable @inline(__always)
    public mutating func next() -> JSONValue? {
        guard head < end else { return nil }
        let value = JSONValue(tape: tape, node: head)
        head = tape.pointee.nodes + Int(head.pointee.next)
        return value
    }

    @inlinable @inline(__always)
    public var isEmpty: Bool { head >= end }

    /// The only element, if there is exactly one.
    @inlinable @inline(__always)
    public var only: JSONValue? {
        var rest = self
        guard let first = rest.next(), rest.isEmpty else { return nil }
        return first
    }
}

/// The members of an object: each name is a string value.
public struct JSONMembers: Sequence, IteratorProtocol {
    public let tape: UnsafeMutablePointer<JSONTape>
    public var head: UnsafeMutablePointer<JSONNode>
    public let end: UnsafeMutablePointer<JSONNode>

    @inlinable @inline(__always)
    public init(
        tape: UnsafeMutablePointer<JSONTape>, head: UnsafeMutablePointer<JSONNode>, end: UnsafeMutablePointer<JSONNode>
    ) {
        self.tape = tape
        self.head = head
        self.end = end
    }

    @inlinable @inline(__always)
    public mutating func next() -> (name: JSONValue, value: JSONValue)? {
        guard head < end else { return nil }
        let value = head + 1
        let member = (JSONValue(tape: tape, node: head), JSONValue(tape: tape, node: value))
        head = tape.pointee.nodes + Int(value.pointee.next)
        return member
    }
}
