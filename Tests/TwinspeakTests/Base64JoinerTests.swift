import Foundation
import JSONCore
import Testing

@testable import Twinspeak

/// Pieces of base64, joined as their bytes.
@Suite struct Base64JoinerTests {
    private func joined(_ pieces: [String]) -> (text: String, taken: [Bool]) {
        var output = JSONOutput()
        var joiner = Base64Joiner()
        var taken: [Bool] = []
        output.value { slot in
            slot.string { text in
                for piece in pieces { taken.append(JSONSlice.lending(piece) { joiner.append($0, to: text) }) }
                joiner.finish(to: text)
            }
        }
        return (String(decoding: output.bytes.dropFirst().dropLast(), as: UTF8.self), taken)
    }

    @Test func everyLength() {
        let bytes = (0..<24).map { UInt8($0 * 11 & 255) }
        for first in 0...9 {
            for second in 0...9 {
                let ends = [0, first, first + second, bytes.count]
                let pieces = zip(ends, ends.dropFirst()).map { Data(bytes[$0..<$1]).base64EncodedString() }
                #expect(joined(pieces).text == Data(bytes).base64EncodedString())
            }
        }
    }

    @Test func otherAlphabetAndNoPadding() {
        let found = joined(["AA", "-_8"])
        #expect(found.text == Data([0, 0xfb, 0xff]).base64EncodedString())
    }

    @Test func noBase64() {
        let found = joined(["AAA", "%%%", "A"])
        #expect(found.text == "AAA=")
        #expect(found.taken == [true, false, false])
    }
}
