import Testing

@testable import Twinspeak

/// What holds for every legal request, over many that are made up.
@Suite struct RandomRequestTests {
    /// Requests of each side, in blocks that run side by side.
    private static let blocks = 0..<50
    private static let blockSize = 100

    @Test(arguments: blocks)
    func chat(_ block: Int) { check(.openAI, block) }

    @Test(arguments: blocks)
    func gemini(_ block: Int) { check(.gemini, block) }

    private func check(_ format: WireFormat, _ block: Int) {
        for place in 0..<Self.blockSize {
            let request = RandomRequest(format, seed: UInt64(block * Self.blockSize + place))
            do {
                try check(request)
            } catch {
                Issue.record("\(request): \(error)")
            }
        }
    }

    private func check(_ request: RandomRequest) throws {
        let legs = try request.legs(request.sample.json)
        let before = try #require(NormalForm.of(request.sample.json, request.format), "\(request)")
        let after = try #require(NormalForm.of(legs.back, request.format), "\(request)")
        let unexplained = legs.unexplained(before.differences(after), request.format)
        #expect(unexplained.isEmpty, "\(request): changed without a word; \(legs.texts)")
        let once = try request.legs(legs.back)
        guard once.back != legs.back else { return }
        let twice = try request.legs(once.back)
        let isStable = twice.back == once.back
        #expect(isStable, "\(request): not stable; \(once.texts); \(twice.texts)")
    }
}

extension RandomRequest: CustomStringConvertible {
    var description: String {
        "\(format) \(seed), \(options.dialect.name), \(options.surface.name), \(options.model ?? ""): "
            + String(decoding: sample.json, as: UTF8.self)
    }

    func legs(_ json: [UInt8]) throws -> Legs { try Legs(request: json, format, options) }
}

extension Legs {
    fileprivate var texts: String { String(decoding: out, as: UTF8.self) + " " + String(decoding: back, as: UTF8.self) }
}
