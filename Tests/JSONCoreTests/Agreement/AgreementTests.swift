import JSONCore
import Testing

/// Two judges are asked about tens of thousands of texts: the grammar of the RFC in a few lines, and Foundation.
@Suite("Agreement with the grammar and with Foundation")
struct AgreementTests {
    static let documentsPerSeed = 400
    static let mutationsPerDocument = 7

    @Test("Generated documents are accepted and read alike", arguments: 0..<20 as Range<UInt64>)
    func generated(_ seed: UInt64) throws {
        var documents = RandomDocuments(seed: seed)
        for _ in 0..<Self.documentsPerSeed { try judge(documents.next(), isKnownValid: true) }
    }

    @Test("Damaged documents are judged alike", arguments: 100..<120 as Range<UInt64>)
    func damaged(_ seed: UInt64) throws {
        var documents = RandomDocuments(seed: seed)
        var mutations = Mutations(seed: seed)
        for _ in 0..<Self.documentsPerSeed {
            let document = documents.next()
            for _ in 0..<Self.mutationsPerDocument { try judge(mutations.damage(document)) }
        }
    }

    @Test("The tables of accepted and refused texts", arguments: [AcceptedTexts.all, RejectedTexts.all])
    func tables(_ texts: [Text]) throws {
        for text in texts { try judge(text) }
    }

    private func judge(_ text: Text, isKnownValid: Bool = false) throws {
        let isAccepted = fault(text) == nil
        #expect(isAccepted == ReferenceGrammar.accepts(text), "\(text.testDescription)")
        if isKnownValid { #expect(isAccepted, "\(text.testDescription)") }

        guard FoundationJudge.isInUTF8(text) else { return }
        let value = FoundationJudge.value(of: text)
        if ReferenceGrammar.accepts(text, as: .foundation) { #expect(value != nil, "\(text.testDescription)") }
        if !ReferenceGrammar.accepts(text, as: .lazyFoundation) { #expect(value == nil, "\(text.testDescription)") }
        guard isAccepted, let value else { return }
        let isSame = try read(text) { FoundationJudge.agrees($0, value) }
        #expect(isSame, "\(text.testDescription)")
    }
}
