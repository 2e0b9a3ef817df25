/// Where the members of one object stand, for an object that is asked so often that going through them takes long.
///
/// Belongs to a tape, and to one object of it at a time: the last that was asked. Holds numbers of nodes of the tape's scan,
/// so it is emptied before the next one.
struct JSONNameIndex {
    private var object: UnsafeMutablePointer<JSONNode>?
    private var asked = 0
    private var names = InlineArray<64, UInt32>(repeating: nobody)

    /// No member has a name of such a fingerprint.
    static let nobody: UInt32 = 0
    /// Several members may.
    static let several = UInt32.max

    /// An index costs as much as going through the members some times.
    private static let worthIt = 8

    /// The node of the only name in `object` that may have the fingerprint, or one of the two words above.
    @inline(__always)
    mutating func name(
        of fingerprint: JSONFingerprint, in object: UnsafeMutablePointer<JSONNode>,
        _ nodes: UnsafeMutablePointer<JSONNode>
    ) -> UInt32 {
        if self.object != object {
            self.object = object
            asked = 0
        }
        if asked < Self.worthIt {
            asked &+= 1
            guard asked == Self.worthIt else { return Self.several }
            fill(object, nodes)
        }
        return names[fingerprint.slot]
    }

    mutating func reset() { object = nil }

    @inline(never)
    private mutating func fill(_ object: UnsafeMutablePointer<JSONNode>, _ nodes: UnsafeMutablePointer<JSONNode>) {
        names = InlineArray(repeating: Self.nobody)
        let end = nodes + Int(object.pointee.next)
        var name = object + 1
        while name < end {
            let slot = JSONFingerprint(bits: name.pointee.names).slot
            names[slot] =
                names[slot] == Self.nobody ? UInt32(truncatingIfNeeded: name - nodes) : Self.several
            name = nodes + Int(name[1].next)
        }
    }
}
