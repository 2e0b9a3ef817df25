import Testing

@testable import Twinspeak

/// Every field of both specifications, and every word of their enumerations, each in the smallest body that holds it:
/// none is unknown, none is left out without a word, and the
/// validator accepts all of them.
@Suite struct CoverageTests {
    @Test(arguments: CoveredList.all)
    func everyFieldIsTranslatedOrReported(_ covered: CoveredList) throws {
        let list = covered.list
        let cases = list.cases(of: covered.root)
        for fieldCase in cases {
            let body = FieldBody(fieldCase, list)
            let outcome = covered.translate(body.body)
            let complaints = complaints(fieldCase, body, outcome, covered)
            guard !complaints.isEmpty else { continue }
            Issue.record(
                """
                \(covered.testDescription): \(fieldCase.nameAndWord) at \(body.pointer): \
                \(complaints.joined(separator: "; "))
                ─── in
                \(body.body.json)
                ─── findings
                \(outcome.report.summary)
                ─── out
                \(outcome.output ?? "nothing")
                """)
        }
        #expect(Set(cases.map(\.name)).count == covered.fields)
        #expect(Set(cases.filter { $0.word != nil }.map(\.nameAndWord)).count == covered.words)
    }

    /// What is exempt from one of the rules would break it.
    @Test func everyExemptionIsNeeded() throws {
        var unused = Set(CoverageExemptions.silent.keys).union(CoverageExemptions.unknown.keys)
        for covered in CoveredList.all {
            let list = covered.list
            for fieldCase in list.cases(of: covered.root) {
                let names = CoverageExemptions.names(of: fieldCase, covered.testDescription)
                guard !unused.isDisjoint(with: names) else { continue }
                let body = FieldBody(fieldCase, list)
                let isClean = complaints(fieldCase, body, covered.translate(body.body), covered, exempt: false).isEmpty
                if !isClean { unused.subtract(names) }
            }
        }
        #expect(unused.isEmpty)
    }

    private func complaints(
        _ fieldCase: FieldCase, _ body: FieldBody, _ outcome: CoveredList.Outcome, _ covered: CoveredList,
        exempt: Bool = true
    ) -> [String] {
        let names = exempt ? CoverageExemptions.names(of: fieldCase, covered.testDescription) : []
        let findings = outcome.report.diagnostics.filter { $0.isAbout(body.pointer) }
        let isUnknown: [Diagnostic.Code] = [.unknownMember, .wrongKind, .unknownValue]
        var complaints: [String] = []
        if !names.contains(where: { CoverageExemptions.unknown[$0] != nil }) {
            complaints += findings.filter { isUnknown.contains($0.code) }.map { "\($0.code)" }
        }
        if outcome.output == nil { complaints.append("refused") }
        if fieldCase.isDiscriminator || findings.contains(where: { $0.saysWhy(of: body.pointer) })
            || names.contains(where: { CoverageExemptions.silent[$0] != nil })
        {
            return complaints
        }
        let without = body.without
        if covered.translate(without).output == outcome.output { complaints.append("lost in silence") }
        if let other = body.withOtherValue, covered.translate(other).output == outcome.output {
            complaints.append("the same whatever its value")
        }
        return complaints
    }
}

extension Diagnostic {
    fileprivate func isAbout(_ other: String) -> Bool {
        (pointer + "/").hasPrefix(other + "/") || !pointer.isEmpty && (other + "/").hasPrefix(pointer + "/")
    }

    /// The finding is of the member, or of something that holds it and is lost as a whole.
    fileprivate func saysWhy(of other: String) -> Bool {
        let ofWhole: [Diagnostic.Code] = [.noCounterpart, .unusableMedia]
        return (pointer + "/").hasPrefix(other + "/") || ofWhole.contains(code)
    }
}
