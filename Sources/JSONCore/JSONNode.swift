/// One entry of the tape: 16 bytes that say where a value stands in the text and where its next sibling is.
public struct JSONNode {
    /// Offset of the first byte of the value, a string's opening quote included.
    public var start: UInt32
    /// Offset behind the last byte of the value, a string's closing quote included.
    public var end: UInt32
    /// Index of the node behind this value and everything in it. While a container is open, its parent's index.
    public var next: UInt32
    public var kind: JSONKind
    public var flags: JSONFlags
    /// Of a name its ``JSONFingerprint``, of an object the marks of all its names but some of those of `null`, of a string
    /// its ``JSONValue/memo``.
    public var names: UInt16 = 0

    @inlinable @inline(__always)
    public init(start: UInt32, end: UInt32, next: UInt32, kind: JSONKind, flags: JSONFlags = []) {
        self.start = start
        self.end = end
        self.next = next
        self.kind = kind
        self.flags = flags
    }
}

/// What a node is. `missing` is the first node of every tape: the value of a member that is not there.
public enum JSONKind: UInt8, Sendable {
    case missing, null, bool, number, string, array, object
}

/// What the scan saw of a node, and what a reader has done with it.
///
/// The members are computed: a stored one would be reached through an accessor that no other module can inline.
public struct JSONFlags: OptionSet, Sendable {
    public let rawValue: UInt8

    @inlinable @inline(__always)
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A string with at least one backslash.
    @inlinable @inline(__always)
    public static var escaped: JSONFlags { JSONFlags(rawValue: 1) }
    /// A container without insignificant white space: its text can be copied as it stands.
    @inlinable @inline(__always)
    public static var compact: JSONFlags { JSONFlags(rawValue: 2) }
    /// The name of a member; its value is the next node.
    @inlinable @inline(__always)
    public static var name: JSONFlags { JSONFlags(rawValue: 4) }
    /// Written, decoded or found equal; in a container, everything below too.
    @inlinable @inline(__always)
    public static var used: JSONFlags { JSONFlags(rawValue: 8) }
    /// A container that somebody looked into.
    @inlinable @inline(__always)
    public static var opened: JSONFlags { JSONFlags(rawValue: 16) }
    /// A member that was passed over because a later one has the same name.
    @inlinable @inline(__always)
    public static var shadowed: JSONFlags { JSONFlags(rawValue: 32) }
    /// An object of which two names have the same mark, so that they may be the same.
    @inlinable @inline(__always)
    public static var crowded: JSONFlags { JSONFlags(rawValue: 64) }
}
