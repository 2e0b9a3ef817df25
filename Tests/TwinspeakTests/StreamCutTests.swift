import Testing

@testable import Twinspeak

/// However the network cuts a stream, the client reads the same.
@Suite struct StreamCutTests {
    @Test(arguments: try Fixture.streams())
    func byteByByte(_ fixture: Fixture) throws {
        let whole = try StreamRun(fixture)
        #expect(try StreamRun(fixture, cuts: Array(0...fixture.input.count)) == whole)
    }

    /// One cut in a run: at every place of a short stream; of a longer one near each line's end, and at 200 places more.
    @Test(arguments: try Fixture.streams())
    func once(_ fixture: Fixture) throws {
        let whole = try StreamRun(fixture)
        let differing = try Self.places(fixture.input).first { try StreamRun(fixture, cuts: [$0]) != whole }
        #expect(differing == nil, "\(fixture.testDescription): cut at \(differing ?? 0), it says something else")
    }

    private static func places(_ input: [UInt8]) -> [Int] {
        guard input.count > 4096 else { return Array(0...input.count) }
        let ends = input.indices.filter { input[$0] == UInt8(ascii: "\n") || input[$0] == UInt8(ascii: "\r") }
        let near = ends.flatMap { max(0, $0 - 4)...min(input.count, $0 + 4) }
        return Set(near + stride(from: 0, to: input.count, by: max(1, input.count / 200))).sorted()
    }

    /// Every place is cut, in as many runs as cuts are bytes apart: events lie in several pieces.
    @Test(arguments: try Fixture.streams())
    func everyPlace(_ fixture: Fixture) throws {
        let whole = try StreamRun(fixture)
        let distance = 128
        let differing = try (0..<min(distance, fixture.input.count)).first { first in
            let cuts = Array(stride(from: first, to: fixture.input.count, by: distance))
            return try StreamRun(fixture, cuts: cuts) != whole
        }
        #expect(differing == nil, "\(fixture.testDescription): cut from \(differing ?? 0) on, it says something else")
    }
}
