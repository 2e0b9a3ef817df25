internal import JSONCore

/// A value held against a JSON Schema, also one of OpenAPI or of Gemini.
///
/// `$ref` leads to places of the same document. What ``SchemaKeyword`` does not have is listed and never evaluated; a
/// union in which such a keyword could decide counts as matching, so that nothing is refused without a reason.
///
/// Time grows with the size of both documents: references can double the work at each step, so steps are counted, and
/// unions remember what they have seen.
final class SchemaCheck {
    /// What is said about a value, or about the `member` that it lacks.
    typealias Say = (JSONValue, _ member: String?, Diagnostic.Severity, Diagnostic.Code, _ message: String) -> Void

    /// The members of the values, which may be of another document than the schema.
    var members = MemberIndex()
    /// Unions around the place that is being checked.
    var unions = 0

    private let document: JSONValue
    private var references: SchemaReferences
    private var rules: [Int: SchemaRules] = [:]
    /// What references have led to on the way to here.
    private var around: Set<Pair> = []
    private var seen: [Pair: SchemaOutcome] = [:]
    private var depth = 0
    private var steps: Int
    /// Where the check was given up.
    private var givenUp: JSONValue?
    private var duplicates: [JSONValue] = []
    private var isDuplicate: Set<Int> = []

    /// Values within values and schemas within schemas at one time.
    static let highestDepth = 3 * JSONLimits.highestDepth

    private struct Pair: Hashable {
        let value: Int
        let schema: Int
    }

    private init(_ value: JSONValue, in document: JSONValue) {
        self.document = document
        references = SchemaReferences(root: document)
        steps = 64 * (value.nodeCount + document.nodeCount) + 64 << 10
    }

    /// - Parameters:
    ///   - document: Where references start: the schema itself, or what is around it.
    ///   - say: Called with each finding, errors first.
    static func check(_ value: JSONValue, against schema: JSONValue, in document: JSONValue, say: Say) {
        let check = SchemaCheck(value, in: document)
        var outcome = SchemaOutcome()
        check.check(value, schema, &outcome)
        check.tell(outcome, say)
    }

    // MARK: One place

    func check(_ value: JSONValue, _ schema: JSONValue, _ outcome: inout SchemaOutcome) {
        if depth >= Self.highestDepth { giveUp(value) }
        guard spend(1, on: value) else { return }
        guard schema.kind == .object else { return check(value, odd: schema, &outcome) }
        depth += 1
        defer { depth -= 1 }
        guard unions > 0, value.kind == .object || value.kind == .array else {
            return apply(rules(of: schema), to: value, &outcome)
        }
        let pair = Pair(value: value.index, schema: schema.index)
        let own = seen[pair] ?? outcomeOfItsOwn(value, schema)
        seen[pair] = own
        if spend(own.findings.count + own.notes.count, on: value) { outcome.append(own) }
    }

    private func outcomeOfItsOwn(_ value: JSONValue, _ schema: JSONValue) -> SchemaOutcome {
        var outcome = SchemaOutcome()
        apply(rules(of: schema), to: value, &outcome)
        return outcome
    }

    /// A schema may be `true` or `false`.
    private func check(_ value: JSONValue, odd schema: JSONValue, _ outcome: inout SchemaOutcome) {
        if schema.kind != .bool {
            let reason = "expected a schema, found \(schema.found)"
            let idle = SchemaRules.Idle(word: "", value: schema, code: .schemaUnusable, reason: reason)
            outcome.add(SchemaOutcome.Note(value: value, idle: idle))
        } else if schema.bool == false {
            outcome.add(.init(value: value, code: .unknownValue, expected: ["nothing"], found: value.found))
        }
    }

    private func apply(_ rules: SchemaRules, to value: JSONValue, _ outcome: inout SchemaOutcome) {
        if value.kind == .null, rules.isNullable { return }
        for idle in rules.idle where SchemaKeyword.speaks(idle.word, of: value.kind) {
            guard spend(1, on: value) else { return }
            outcome.add(SchemaOutcome.Note(value: value, idle: idle))
        }
        guard checkType(value, rules, &outcome) else { return }
        checkWords(value, rules, &outcome)
        checkBounds(value, rules, &outcome)
        if value.kind == .object { checkMembers(value, rules, &outcome) }
        if value.kind == .array { checkElements(value, rules, &outcome) }
        if let target = rules.target { follow(target, value, &outcome) }
        if let schemas = rules[.allOf] {
            for schema in schemas.elements { check(value, schema, &outcome) }
        }
        if let branches = rules[.anyOf] { checkUnion(value, branches, allowsSeveral: true, &outcome) }
        if let branches = rules[.oneOf] { checkUnion(value, branches, allowsSeveral: false, &outcome) }
    }

    private func follow(_ target: JSONValue, _ value: JSONValue, _ outcome: inout SchemaOutcome) {
        let pair = Pair(value: value.index, schema: target.index)
        guard around.insert(pair).inserted else {
            let idle = SchemaRules.Idle(
                word: "", value: target, code: .schemaUnusable, reason: "its references lead back to itself")
            return outcome.add(SchemaOutcome.Note(value: value, idle: idle))
        }
        check(value, target, &outcome)
        around.remove(pair)
    }

    func rules(of schema: JSONValue) -> SchemaRules {
        if let known = rules[schema.index] { return known }
        let read = SchemaRules(schema, &references)
        rules[schema.index] = read
        return read
    }

    // MARK: Limits

    /// Counts work that schemas can multiply. False once there was too much of it.
    func spend(_ count: Int, on value: JSONValue) -> Bool {
        steps -= count
        if steps < 0 { giveUp(value) }
        return givenUp == nil
    }

    private func giveUp(_ value: JSONValue) { if givenUp == nil { givenUp = value } }

    var isGivenUp: Bool { givenUp != nil }

    /// Said whatever becomes of the union that the member is looked at in.
    func addDuplicate(_ member: JSONValue) {
        if isDuplicate.insert(member.index).inserted { duplicates.append(member) }
    }

    // MARK: Findings

    private func tell(_ outcome: SchemaOutcome, _ say: Say) {
        steps = max(steps, document.nodeCount)
        var said: Set<Said> = []
        for finding in outcome.findings {
            var message = "expected \(Self.list(finding.expected)), found \(finding.found)"
            if let branch = finding.branch { message += " (the nearest branch: \(place(of: branch)))" }
            let saying = Said(
                value: finding.value.index, member: finding.member.map { JSONKey($0) }, message: JSONKey(message))
            guard said.insert(saying).inserted else { continue }
            say(finding.value, finding.member, .error, finding.code, message)
        }
        for note in outcome.notes {
            let word = note.idle.word.isEmpty ? "" : "`\(note.idle.word)` of "
            let severity = note.idle.code == .notChecked ? Diagnostic.Severity.note : .warning
            say(
                note.value, nil, severity, note.idle.code,
                "\(word)the schema at \(place(of: note.idle.value)): \(note.idle.reason)")
        }
        for member in duplicates {
            say(member, nil, .warning, .duplicateMember, "the member is given more than once; another one counts")
        }
        if let givenUp {
            say(givenUp, nil, .error, .limitExceeded, "the schema takes more steps than its size allows; given up here")
        }
    }

    private struct Said: Hashable {
        let value: Int
        let member: JSONKey?
        let message: JSONKey
    }

    /// In the fragment form of RFC 6901, percent signs aside; cut off where finding it would take too long.
    private func place(of schema: JSONValue) -> String {
        let way = JSONPointer.way(to: schema, from: document) {
            steps -= 1
            return steps >= 0
        }
        steps -= way?.utf8.count ?? 0
        return "#" + (way ?? "/…")
    }

    /// The first of many.
    static func list(_ words: [String]) -> String {
        let highestCount = 8
        var first = words.prefix(highestCount)
        if words.count > highestCount { first[highestCount - 1] = "\(words.count - highestCount + 1) others" }
        guard let last = first.popLast() else { return "nothing" }
        return first.isEmpty ? last : first.joined(separator: ", ") + " or " + last
    }
}
