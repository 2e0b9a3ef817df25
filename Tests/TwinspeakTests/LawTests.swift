import Testing

@testable import Twinspeak

/// What holds for every translation, over all fixtures.
@Suite struct LawTests {
    static let all: [Fixture] = (try? Fixture.requests() + Fixture.responses() + Fixture.errors()) ?? []

    /// There and back says the same again, or a finding says what changed.
    @Test(arguments: all)
    func everyDifferenceHasAFinding(_ fixture: Fixture) throws {
        let legs = try Legs(fixture)
        let before = try #require(NormalForm.of(fixture.input, fixture.format))
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
        }
    }
}

extension Fixture {
    /// Name, time and model of an answer that has none come from the caller.
    fileprivate func isGiven(_ difference: String, _ before: Tree) -> Bool {
        ["responseId", "createTime", "modelVersion"].contains { difference == "/" + $0 && before[$0] == nil }
    }
}
