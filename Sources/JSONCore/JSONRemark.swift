/// What the reader of a document wants to say about one of its values.
///
/// A remark keeps its node; its place is worked out at the end, for all of them in one pass. What `grade` and `code`
/// mean is the business of whoever remarks.
package struct JSONRemark {
    let node: UInt32
    /// A member of the value that is not there, where the remark is about its absence.
    let member: StaticString?
    package let grade: UInt8
    package let code: StaticString
    package let message: String
}

extension JSONValue {
    /// Says something about this value, or about its missing `member`. The value counts as used from now on.
    package func remark(_ member: StaticString? = nil, grade: UInt8, code: StaticString, message: String) {
        if member == nil { markUsed() }
        tape.pointee.remarks.append(
            JSONRemark(
                // What is said about a value that is not there is said about the document.
                node: UInt32(truncatingIfNeeded: max(index, 1)), member: member, grade: grade, code: code,
                message: message))
    }

    /// A member that was passed over because a later one has the same name.
    package var isShadowed: Bool { node.pointee.flags.contains(.shadowed) }

    /// A value that may go without a word, because nothing is lost with it.
    package func ignore() { markUsed() }
}

/// Where a value stands.
package struct JSONPlace: Sendable, Hashable {
    /// RFC 6901.
    package let pointer: String
    /// From 1.
    package let line: Int
    /// From 1, in Unicode code points.
    package let column: Int

    /// The document as a whole.
    package static let start = JSONPlace(pointer: "", line: 1, column: 1)
}
