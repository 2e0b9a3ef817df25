/// Members of one name.
extension JSONValue {
    /// Of more members the answer costs more than it saves.
    private static let mostCompared = 64

    /// Two members of this object may have one name; no if they surely have not, which costs no memory.
    ///
    /// - Parameter spellings: camelCase and snake_case are one name, too.
    public func mayRepeatNames(spellings: Bool) -> Bool {
        guard node.pointee.names != JSONFingerprint.unknownNames else { return true }
        var seen: UInt64 = 0
        var count = 0
        for (name, _) in members {
            guard count < Self.mostCompared else { return true }
            let mark: UInt64 = 1 &<< UInt64(JSONFingerprint(bits: name.node.pointee.names).slot)
            if seen & mark != 0, mayHave(name, before: count, spellings: spellings) { return true }
            seen |= mark
            count &+= 1
        }
        return false
    }

    /// One of the first `count` members has the name, or another with its fingerprint where that might be a spelling.
    private func mayHave(_ sought: JSONValue, before count: Int, spellings: Bool) -> Bool {
        for (name, _) in members.prefix(count) where name.node.pointee.names == sought.node.pointee.names {
            if spellings || name.between.hasSameBytes(as: sought.between) { return true }
        }
        return false
    }

    /// Another member of the same name counts; if nobody uses this one, it is reported so.
    public func passOver() { node.pointee.flags.insert(.shadowed) }
}
