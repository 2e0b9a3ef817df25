/// One entry of the tape: 16 bytes that say where a value stands in the text and where its next sibling is.
package struct JSONNode {
    /// Offset of the first byte of the value, a string's opening quote included.
    package var start: UInt32
    /// Offset behind the last byte of the value, a string's closing quote included.
    package var end: UInt32
    /// Index of the node behind this value and everything in it. While a container is open, its parent's index.
    package var next: UInt32
    package var kind: JSONKind
    package var flags: JSONFlags

    @inlinable @inline(__always)
    package init(start: UInt32, end: UInt32, next: UInt32, kind: JSONKind, flags: JSONFlags = []) {
        self.start = start
        self.end = end
        self.next = next
        self.kind = kind
        self.flags = flags
    }
}

/// What a node is. `missing` is the first node of every tape: the value of a member that is not there.
package enum JSONKind: UInt8, Sendable {
    case missing, null, bool, number, string, array, object
}

/// What the scan saw of a node, and what a reader has done with it.
package struct JSONFlags: OptionSet, Sendable {
    package let rawValue: UInt8

    @inlinable @inline(__always)
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A string with at least one backslash.
    package static let escaped = JSONFlags(rawValue: 1)
    /// A container without insignificant white space: its text can be copied as it stands.
    package static let compact = JSONFlags(rawValue: 2)
    /// The name of a member; its value is the next node.
    package static let name = JSONFlags(rawValue: 4)
    /// Written, decoded or found equal; in a container, everything below too.
    package static let used = JSONFlags(rawValue: 8)
    /// A container that somebody looked into.
    package static let opened = JSONFlags(rawValue: 16)
    /// A member that was passed over because a later one has the same name.
    package static let shadowed = JSONFlags(rawValue: 32)
}
