import JSONCore
import Testing

/// What is read and written again is the same JSON: order, digits and escapes as they were, white space gone.
@Suite("Round trips")
struct RoundTripTests {
    @Test(arguments: AcceptedTexts.shallow, Rewriting.allCases)
    func tables(_ text: Text, _ rewriting: Rewriting) throws { try check(text, rewriting) }

    @Test(arguments: 0..<8 as Range<UInt64>, Rewriting.allCases)
    func generated(_ seed: UInt64, _ rewriting: Rewriting) throws {
        var documents = RandomDocuments(seed: seed)
        for _ in 0..<400 { try check(documents.next(), rewriting) }
    }

    @Test("Whatever is left of a damaged document", arguments: 200..<208 as Range<UInt64>, Rewriting.allCases)
    func damaged(_ seed: UInt64, _ rewriting: Rewriting) throws {
        var documents = RandomDocuments(seed: seed)
        var mutations = Mutations(seed: seed)
        for _ in 0..<1500 {
            let text = mutations.damage(documents.next())
            if fault(text) == nil { try check(text, rewriting) }
        }
    }

    @Test("As deep as it goes", arguments: Rewriting.allCases)
    func deep(_ rewriting: Rewriting) throws {
        for (open, close) in [("[", "]"), ("[ ", "\n]"), (#"{"a":"#, "}"), (#"{ "a" : "#, " }")] {
            try check(.repeated(open, 511) + "1" + .repeated(close, 511), rewriting)
        }
    }

    private func check(_ text: Text, _ rewriting: Rewriting) throws {
        let tokens = minified(text)
        let written = try rewriting(text)
        #expect(written == "{\"v\":" + tokens + "}", "\(text.testDescription)")

        let again = try read(written) { root in rewriting.output { rewriting.write(root["v"], $0["v"]) } }
        #expect(again == written, "\(text.testDescription)")
        #expect(try rewriting(tokens) == written, "\(text.testDescription)")
    }
}
