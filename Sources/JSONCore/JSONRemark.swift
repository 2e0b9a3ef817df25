/// What the reader of a document wants to say about one of its values.
///
/// A remark keeps its node; its place is worked out at the end, for all of them in one pass. What `grade` and `code`
/// mean is the business of whoever remarks.
public struct JSONRemark {
    let node: UInt32
    /// A member of the value that is not there, where the remark is about its absence.
    let member: String?
    public let grade: UInt8
    public let code: StaticString
    public let message: String

    /// It is about the document as a whole.
    public var isOfDocument: Bool { node == 1 && member == nil }

    /// The same, as grave as `grade`.
    public func graded(_ grade: UInt8, adding words: String) -> JSONRemark {
        JSONRemark(node: node, member: member, grade: grade, code: code, message: message + words)
    }
}

extension JSONValue {
    /// Says something about this value, or about its missing `member`. The value counts as used from now on.
    public func remark(_ member: String? = nil, grade: UInt8, code: StaticString, message: String) {
        if member == nil { markUsed() }
        tape.pointee.remarks.append(
            JSONRemark(
                // What is said about a value that is not there is said about the document.
                node: UInt32(truncatingIfNeeded: max(index, 1)), member: member, grade: grade, code: code,
                message: message))
    }

    /// Of what `check` says about the document, keeps what `weigh` makes of it; false if that is nothing.
    public func keepsRemarks(of check: () -> Void, as weigh: (JSONRemark) -> JSONRemark?) -> Bool {
        let before = tape.pointee.remarks.count
        check()
        let kept = tape.pointee.remarks[before...].compactMap(weigh)
        tape.pointee.remarks.replaceSubrange(before..., with: kept)
        return !kept.isEmpty
    }

    /// A member that was passed over because a later one has the same name.
    public var isShadowed: Bool { node.pointee.flags.contains(.shadowed) }

    /// Nobody has looked at the value, or into it.
    public var isUntouched: Bool { node.pointee.flags.isDisjoint(with: [.used, .opened]) }

    /// A value that may go without a word, because nothing is lost with it.
    public func ignore() { markUsed() }
}

/// Where a value stands.
public struct JSONPlace: Sendable, Hashable {
    /// RFC 6901.
    public let pointer: String
    /// From 1.
    public let line: Int
    /// From 1, in Unicode code points.
    public let column: Int

    /// The document as a whole.
    public static let start = JSONPlace(pointer: "", line: 1, column: 1)
}
