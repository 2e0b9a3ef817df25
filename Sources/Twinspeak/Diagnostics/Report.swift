/// All findings about one body, in its order.
public struct Report: Sendable, Hashable {
    /// In the order of the document.
    public internal(set) var diagnostics: [Diagnostic]

    /// URLs in the body that lead to media elsewhere. The library fetches nothing.
    public internal(set) var remoteMedia: [RemoteMedia] = []

    /// How many findings more there are than the limit.
    var unlisted = 0

    /// For hosts that report findings of their own.
    public init(diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    /// Nothing is wrong or lost; notes may be there.
    public var isClean: Bool { !diagnostics.contains { $0.severity > .note } }

    /// A line for each finding.
    public var summary: String { diagnostics.map(\.description).joined(separator: "\n") }

    /// The gravest severity, if there is any finding.
    public var severity: Diagnostic.Severity? { diagnostics.map(\.severity).max() }
}

/// A URL of media that a host may fetch and put into the request instead.
public struct RemoteMedia: Sendable, Hashable {
    /// Where the URL stands in the client's body, as RFC 6901 writes it.
    public let pointer: String
    /// As the body gives it, never fetched.
    public let url: String
}
