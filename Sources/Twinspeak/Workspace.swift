internal import JSONCore

/// Memory that translations reuse: keep one for each connection, thread or task, and pass it along.
///
/// Optional in every call. Between calls it keeps at most 1 MiB, however large a body was.
public struct Workspace: ~Copyable {
    var document: JSONDocument
    var output = JSONOutput(capacity: 0)
    var known = KnownModel()
    var context: RequestContext?

    /// Empty; it grows with the bodies it sees.
    public init() { self.init(expecting: 0) }

    /// For one body.
    init(expecting bytes: Int) { document = JSONDocument(expecting: bytes) }

    /// Gives back what only a large body needs.
    mutating func settle() {
        if !known.isSmall { known = KnownModel() }
        if context?.isSmall == false { context = nil }
    }

    /// Bytes that are kept, but for what is known of the last model, its calls and names: those are few.
    package var memory: Int { document.memory + output.memory }
}

/// Puts an object, which its second argument writes, to where a body is wanted.
typealias Write = (_ output: inout JSONOutput, _ object: (JSONObjectWriter) -> Void) -> Void
