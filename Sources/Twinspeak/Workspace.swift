internal import JSONCore

/// Memory that translations reuse: keep one for each connection, thread or task, and pass it along.
///
/// Optional in every call. Keeps at most a few megabytes after a large body.
public struct Workspace: ~Copyable {
    var document = JSONDocument()
    var output = JSONOutput()
    var known = KnownModel()
    var context: RequestContext?

    /// Empty; it grows with the bodies it sees.
    public init() {}
}
