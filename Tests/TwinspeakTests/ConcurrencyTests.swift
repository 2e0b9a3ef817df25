import Testing

@testable import Twinspeak

/// One translator serves many tasks at once, and says to each of them what it says to one alone.
///
/// A race shows under the thread sanitizer: Tests/Sanitizers/run.sh.
@Suite struct ConcurrencyTests {
    private static let tasks = 8

    /// Everything that the fixtures of one kind become, one after the other.
    private static func outcomes(_ fixtures: [Fixture], _ translators: [WireFormat: Translator]) -> [[UInt8]] {
        var workspace = Workspace()
        return fixtures.compactMap { fixture -> [UInt8]? in
            guard let translator = translators[fixture.format] else { return nil }
            switch fixture.kind {
            case .request:
                let request = try? translator.request(fixture.input.span, using: &workspace)
                return (request?.body ?? []) + summary(fixture.format.validate(request: fixture.input))
            case .response, .error, .chunk:
                let reply = translator.response(fixture.input.span, status: fixture.status, using: &workspace)
                return reply.body + summary(fixture.format.validate(response: fixture.input))
            case .stream:
                return StreamRun(translator, Exchange(), Identity(), fixture.input, cuts: [fixture.input.count / 2])
                    .output
            }
        }
    }

    private static func summary(_ report: Report) -> [UInt8] { Array(report.summary.utf8) }

    /// Answers come from the upstream, requests from the client.
    private static func translators(_ kind: Fixture.Kind) -> [WireFormat: Translator] {
        var options = Options()
        options.model = "gemini-3-pro-preview"
        return Dictionary(
            uniqueKeysWithValues: WireFormat.allCases.map { format in
                let client = kind == .request ? format : format.other
                return (format, Translator(client: client, upstream: client.other, options: options))
            })
    }

    @Test(arguments: [Fixture.requests, Fixture.responses, Fixture.errors, Fixture.streams])
    func manyTasks(_ read: @Sendable () throws -> [Fixture]) async throws {
        let fixtures = try read()
        let translators = Self.translators(try #require(fixtures.first).kind)
        let together = await withTaskGroup { group in
            for _ in 0..<Self.tasks { group.addTask { Self.outcomes(fixtures, translators) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let alone = Self.outcomes(fixtures, translators)
        #expect(alone.count == fixtures.count)
        #expect(together.count == Self.tasks)
        #expect(together.allSatisfy { $0 == alone })
    }
}
