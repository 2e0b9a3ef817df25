import Testing

@testable import Twinspeak

/// What holds for every translation, over all fixtures.
@Suite struct LawTests {
    static let all: [Fixture] = (try? Fixture.requests() + Fixture.responses()) ?? []

    /// There and back says the same again, or a finding says what changed.
    @Test(arguments: all)
    func everyDifferenceHasAFinding(_ fixture: Fixture) throws {
        let legs = try Legs(fixture)
        let before = try #require(NormalForm.of(fixture.input, fixture.format))
        let after = try #require(NormalForm.of(legs.back, fixture.format))
        let findings = legs.outReport.diagnostics.map { NormalForm.pointer($0.pointer, fixture.format) }
        for difference in before.differences(after) where !fixture.isGiven(difference, before) {
            let isExplained =
                findings.contains { difference.isExplained(by: $0) } || !legs.backReport.diagnostics.isEmpty
            #expect(isExplained, "\(fixture.testDescription): \(difference) changed without a word")
        }
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

extension String {
    /// Members that say the same in several vendors' words.
    private static let families: [Set<String>] = [
        [
            "reasoning_effort", "reasoning", "include_reasoning", "thinking", "enable_thinking", "thinking_budget",
            "google.thinking_config",
        ],
        ["tools", "tool_choice", "web_search_options", "google.tools"],
        ["response_format", "google.generation_config"],
    ]

    private var root: String { split(separator: "/").first.map(String.init) ?? "" }

    /// One pointer leads through the other, or both lead to neighbours: a finding about a member speaks for its object,
    /// one about an element also for the list, whose other elements it may move.
    fileprivate func isExplained(by finding: String) -> Bool {
        if self == finding || hasPrefix(finding + "/") || finding.hasPrefix(self + "/") { return true }
        if Self.families.contains(where: { $0.contains(root) && $0.contains(finding.root) }) { return true }
        // Clients keep thoughts and signatures anywhere in a message.
        let places = (split(separator: "/"), finding.split(separator: "/"))
        let isThought = { (text: String) in
            ["extra_content", "reasoning", "thought", "thinking"].contains { text.contains($0) }
        }
        if places.0.prefix(2) == places.1.prefix(2), isThought(self), isThought(finding) || finding.hasSuffix("/id") {
            return true
        }
        let isElement = split(separator: "/").last.flatMap { Int($0) } != nil
        if isElement, let list = finding.split(separator: "/").first, hasPrefix("/\(list)/") { return true }
        var owner = finding.split(separator: "/").dropLast()
        if let last = owner.last, Int(last) != nil { owner = owner.dropLast() }
        return !owner.isEmpty && hasPrefix("/" + owner.joined(separator: "/") + "/")
    }
}
