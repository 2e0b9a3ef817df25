@testable import Twinspeak

/// A stream case translated, in one piece or cut.
struct StreamRun: Equatable {
    private(set) var output: [UInt8] = []
    /// How it ended, and the findings, one a line.
    private(set) var report = ""

    /// - Parameter cuts: Where the input is cut, in order.
    init(_ fixture: Fixture, cuts: [Int] = []) throws {
        try self.init(fixture.translator, fixture.exchange(), fixture.identity, fixture.input, cuts: cuts)
    }

    init(
        _ translator: Translator, _ exchange: Exchange = Exchange(), _ identity: Identity = Identity(),
        _ input: [UInt8], cuts: [Int] = []
    ) {
        var stream = translator.stream(for: exchange, identity: identity)
        var start = 0
        for end in cuts + [input.count] {
            output += stream.push(Array(input[start..<end]))
            start = end
        }
        output += stream.finish()
        report = "\(stream.state)\n" + stream.diagnostics.map { "\($0)\n" }.joined()
    }
}
