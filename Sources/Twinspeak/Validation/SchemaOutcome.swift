internal import JSONCore

/// What came of holding one value against one schema.
struct SchemaOutcome {
    /// What the value is not.
    struct Finding {
        let value: JSONValue
        /// A member that the value lacks.
        var member: String?
        let code: Diagnostic.Code
        fileprivate(set) var expected: [String]
        let found: String
        /// The branch of a union that asks for it.
        fileprivate(set) var branch: JSONValue?
    }

    /// What the schema says and no value is held against.
    struct Note {
        let value: JSONValue
        let idle: SchemaRules.Idle
    }

    private(set) var findings: [Finding] = []
    private(set) var notes: [Note] = []
    private var noted: Set<Int> = []

    /// Nothing speaks against the value.
    var isMatch: Bool { findings.isEmpty }
    /// All that the schema says was evaluated.
    var isCertain: Bool { findings.isEmpty && notes.isEmpty }

    mutating func add(_ finding: Finding) { findings.append(finding) }

    /// Each place of a schema is spoken of once.
    mutating func add(_ note: Note) {
        if noted.insert(note.idle.value.index).inserted { notes.append(note) }
    }

    mutating func append(_ other: SchemaOutcome) {
        findings += other.findings
        for note in other.notes { add(note) }
    }

    /// The findings are those of `branch`, unless they are of one in it.
    mutating func blame(_ branch: JSONValue) {
        for index in findings.indices where findings[index].branch == nil { findings[index].branch = branch }
    }

    /// One outcome for branches that each say one thing, and the same kind of thing, about `value` as a whole: it
    /// should be one of all that they expect.
    static func merged(_ outcomes: [SchemaOutcome], about value: JSONValue) -> SchemaOutcome? {
        guard var finding = outcomes.first?.findings.first, [.wrongKind, .unknownValue].contains(finding.code) else {
            return nil
        }
        finding.expected = []
        // Branches of branches may ask for the same again and again.
        var met: Set<JSONKey> = []
        for outcome in outcomes {
            guard outcome.findings.count == 1, let other = outcome.findings.first, other.value.index == value.index,
                other.member == nil, other.code == finding.code
            else { return nil }
            finding.expected += other.expected.filter { met.insert(JSONKey($0)).inserted }
        }
        finding.branch = nil
        var merged = SchemaOutcome()
        merged.add(finding)
        return merged
    }
}
