import Testing

@testable import Twinspeak

/// What holds for every translation, over all fixtures.
@Suite struct LawTests {
    static let all: [Fixture] = (try? Fixture.requests() + Fixture.responses() + Fixture.errors()) ?? []

    /// There and back says the same again, or a finding says what changed.
    @Test(arguments: all)
    func everyDifferenceHasAFinding(_ fixture: Fixture) throws {
        let legs = try Legs(fixture)
        // What is no JSON has no members that could be lost.
        guard let before = NormalForm.of(fixture.input, fixture.format) else {
            return #expect(fixture.kind == .error, "\(fixture.testDescription): not JSON")
        }
        let after = try #require(NormalForm.of(legs.back, fixture.format))
        let differences = before.differences(after).filter { !fixture.isGiven($0, before) }
        let unexplained = legs.unexplained(differences, fixture.format)
        #expect(unexplained.isEmpty, "\(fixture.testDescription): changed without a word")
    }

    /// After one way there and back, another one changes nothing any more.
    @Test(arguments: all)
    func backIsStable(_ fixture: Fixture) throws {
        let once = try Legs(fixture.replacingInput(with: try Legs(fixture).back))
        let twice = try Legs(fixture.replacingInput(with: once.back))
        #expect(String(decoding: twice.back, as: UTF8.self) == String(decoding: once.back, as: UTF8.self))
    }

    /// White space between tokens changes nothing.
    @Test(arguments: all)
    func layoutDoesNotMatter(_ fixture: Fixture) throws {
        let legs = try Legs(fixture)
        let pretty = try Legs(fixture.replacingInput(with: JSONLayout.pretty(legs.back)))
        let compact = try Legs(fixture.replacingInput(with: legs.back))
        #expect(pretty.out == compact.out)
    }

    /// A workspace that was used before changes nothing.
    @Test func reusedWorkspace() throws {
        var workspace = Workspace()
        for fixture in Self.all where fixture.kind == .request {
            let translator = Translator(
                client: fixture.format, upstream: fixture.format.other, options: fixture.options)
            let reused = try translator.request(fixture.input.span, using: &workspace)
            #expect(reused.body == (try translator.request(fixture.input)).body)
            var output = Array("what stood there before".utf8)
            _ = try translator.request(fixture.input.span, into: &output, using: &workspace)
            #expect(output == reused.body)
        }
    }
}

extension Fixture {
    /// Name, time and model of an answer that has none come from the caller; what an error does not say is made.
    fileprivate func isGiven(_ difference: String, _ before: Tree) -> Bool {
        if kind == .error { return isMade(difference, before["error"]) }
        let names =
            format == .openAI ? ["id", "object", "created", "model"] : ["responseId", "createTime", "modelVersion"]
        return names.contains { difference == "/" + $0 && (before[$0] ?? .leaf("\"")) == .leaf("\"") }
    }

    /// An error in another shape than that of its side is put into it.
    private func isMade(_ difference: String, _ error: Tree?) -> Bool {
        guard case .object(let members)? = error else { return true }
        let names = difference.split(separator: "/").map(String.init)
        guard names.count == 2, names[0] == "error" else { return false }
        guard let member = members[names[1]] else { return true }
        return member == .leaf("\"") || member == .leaf("\(status)")
    }
}
