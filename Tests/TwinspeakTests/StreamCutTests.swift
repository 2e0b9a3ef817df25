import Testing

@testable import Twinspeak

/// However the network cuts a stream, the client reads the same.
@Suite struct StreamCutTests {
    @Test(arguments: try Fixture.streams())
    func byteByByte(_ fixture: Fixture) throws {
        let whole = try StreamRun(fixture)
        #expect(try StreamRun(fixture, cuts: Array(0...fixture.input.count)) == whole)
    }

    /// Every place is cut, in as many runs as cuts are bytes apart: events lie whole in a piece, or in two.
    @Test(arguments: try Fixture.streams())
    func everyPlace(_ fixture: Fixture) throws {
        let whole = try StreamRun(fixture)
        let distance = 256
        let differing = try (0..<min(distance, fixture.input.count)).first { first in
            let cuts = Array(stride(from: first, to: fixture.input.count, by: distance))
            return try StreamRun(fixture, cuts: cuts) != whole
        }
        #expect(differing == nil, "\(fixture.testDescription): cut from \(differing ?? 0) on, it says something else")
    }
}
