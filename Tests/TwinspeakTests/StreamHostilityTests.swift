import Testing

@testable import Twinspeak

/// Whatever comes, what goes out is a stream: whole events of JSON, at most one error, and nothing behind it.
@Suite struct StreamHostilityTests {
    private static let blocks = 0..<40
    private static let blockSize = 500
    private static let fixtures = (try? Fixture.streams()) ?? []

    @Test(arguments: blocks)
    func mutatedFixtures(_ block: Int) throws {
        var dice = Dice(seed: UInt64(block))
        for _ in 0..<Self.blockSize {
            let fixture = dice.one(of: Self.fixtures)
            try check(mutated(fixture.input, &dice), fixture.translator, &dice)
        }
    }

    @Test func randomBytes() throws {
        var dice = Dice(seed: 1)
        let alphabet = Array("data: {}[]\"\\:,\n\r\u{feff}[DONE]candidates0choices".utf8) + [0, 0xff, 0xc3]
        for _ in 0..<2000 {
            let bytes = (0..<dice.below(120)).map { _ in dice.one(of: alphabet) }
            let upstream: WireFormat = dice.once(in: 2) ? .gemini : .openAI
            try check(bytes, Translator(client: upstream.other, upstream: upstream), &dice)
        }
    }

    private func mutated(_ input: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = input
        for _ in 0...dice.below(3) where !bytes.isEmpty {
            let place = dice.below(bytes.count)
            let count = min(1 + dice.below(20), bytes.count - place)
            switch dice.below(6) {
            case 0: bytes[place] = UInt8(dice.below(256))
            case 1: bytes.removeSubrange(place..<place + count)
            case 2: bytes.insert(contentsOf: bytes[place..<place + count], at: dice.below(bytes.count))
            case 3: bytes[place] = dice.one(of: Array("{}[]\",:0-nt\n".utf8))
            case 4: replaceValue(from: place, in: &bytes, &dice)
            default: bytes = Array(bytes.prefix(place))
            }
        }
        return bytes
    }

    /// Another kind of value where one begins: what the mutations of bytes hardly ever hit.
    private func replaceValue(from place: Int, in bytes: inout [UInt8], _ dice: inout Dice) {
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")),
            let end = bytes[(colon + 1)...].firstIndex(where: { ",}]".utf8.contains($0) })
        else { return }
        let value = dice.one(of: ["null", "7", "-1e400", "\"x\"", "[]", "{}", "true", "[{}]", "{\"a\":[null]}"])
        bytes.replaceSubrange(colon + 1..<end, with: Array(value.utf8))
    }

    private func check(_ input: [UInt8], _ translator: Translator, _ dice: inout Dice) throws {
        let stream = HeldStream(translator)
        let cut = dice.below(input.count + 1)
        let output = stream.push(Array(input[..<cut])) + stream.push(Array(input[cut...])) + stream.finish()
        let fault = try fault(in: String(decoding: output, as: UTF8.self), stream.state, translator)
        let isSound = fault == nil
        #expect(
            isSound,
            "\(fault ?? "") after \(String(decoding: input, as: UTF8.self)): \(String(decoding: output, as: UTF8.self))"
        )
    }

    private func fault(in output: String, _ state: StreamTranslator.State, _ translator: Translator) throws -> String? {
        let isArray = translator.client == .gemini && translator.options.framing == .array
        guard !isArray else { return Piece(Array(output.utf8)) == nil ? "no JSON" : nil }
        guard output.isEmpty || output.hasSuffix("\n\n") else { return "no whole event" }
        var events = output.split(separator: "\n\n", omittingEmptySubsequences: false).dropLast()
        if events.last == "data: [DONE]" {
            events.removeLast()
            if state != .finished || translator.client == .gemini { return "[DONE] though \(state)" }
        }
        let values = events.map { $0.hasPrefix("data: ") ? Piece(Array($0.dropFirst("data: ".count).utf8)) : nil }
        if values.contains(where: { $0 == nil }) { return "an event that is no JSON" }
        let errors = values.indices.filter { values[$0]?["error"] != nil }
        if (state == .finished) != errors.isEmpty { return "\(errors.count) errors though \(state)" }
        return errors.allSatisfy { $0 == values.indices.last } ? nil : "something behind an error"
    }
}
