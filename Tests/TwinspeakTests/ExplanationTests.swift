import Testing

@testable import Twinspeak

/// Every value of a body has a converter that takes it, or a finding.
@Suite struct ExplanationTests {
    @Test(arguments: try Fixture.requests())
    func request(_ fixture: Fixture) {
        check(Explanation.of(request: fixture.input, fixture.format, options: fixture.options), but: "Requests")
    }

    @Test(arguments: try Fixture.responses())
    func response(_ fixture: Fixture) {
        check(Explanation.of(response: fixture.input, fixture.format, options: fixture.options), but: "Responses")
    }

    /// What only the converter of the whole body takes, and says nothing of, is not explained.
    private func check(_ explanations: [Explanation], but whole: String) {
        #expect(!explanations.isEmpty)
        let unexplained = explanations.filter { $0.by == whole && !Self.ofWhole.contains($0.pointer) }.map(\.pointer)
        #expect(unexplained == [])
    }

    /// Members that the converter of the whole body takes itself.
    private static let ofWhole: Set<String> = [
        "/id", "/object", "/model", "/responseId", "/response_id", "/modelVersion", "/model_version",
    ]

    @Test func words() {
        let body = Array(
            #"{"model":"m","temperature":1,"colour":"red","messages":[{"role":"user","content":"Hi"}],"n":null}"#.utf8)
        let explanations = Explanation.of(request: body, .openAI, options: Options())
        #expect(
            explanations.map { "\($0.pointer) \($0.by)" } == [
                "/model Routes", "/temperature GenerationConfig: `temperature` → `temperature`",
                "/colour Requests; warning unknownMember: not known, and not translated", "/messages/0/role Messages",
                "/messages/0/content Parts",
            ])
    }
}
