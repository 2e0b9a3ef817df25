/// All findings about one body, in its order.
public struct Report: Sendable, Hashable {
    public internal(set) var diagnostics: [Diagnostic]

    public init(diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    /// Nothing is wrong or lost; notes may be there.
    public var isClean: Bool { !diagnostics.contains { $0.severity > .note } }

    /// A line for each finding.
    public var summary: String { diagnostics.map(\.description).joined(separator: "\n") }

    /// The gravest severity, if there is any finding.
    public var severity: Diagnostic.Severity? { diagnostics.map(\.severity).max() }
}
