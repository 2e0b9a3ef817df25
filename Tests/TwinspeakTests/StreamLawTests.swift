import Testing

@testable import Twinspeak

/// What a client puts together from a translated stream is what it had got for the same answer without a stream.
@Suite struct StreamLawTests {
    @Test(arguments: try Fixture.streams())
    func fixture(_ fixture: Fixture) throws {
        guard Self.exceptions[fixture.testDescription] == nil, let comparison = try StreamComparison(fixture)
        else { return }
        #expect(comparison.differences == [], "\(fixture.testDescription): \(comparison.description)")
    }

    /// Few streams have no answer to be compared with.
    @Test func mostFixturesAreCompared() throws {
        let compared = try Fixture.streams().count { fixture in
            try Self.exceptions[fixture.testDescription] == nil && StreamComparison(fixture) != nil
        }
        #expect(compared == 0)
    }

    /// Where a stream cannot say what an answer without a stream says, and why.
    private static let exceptions: [String: String] = [
        "streams/thoughts-between-answers": "a message has its thoughts before its text, a stream as they come"
    ]
}
