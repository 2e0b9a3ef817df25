import JSONCore
import Testing

/// Each limit is passed at its edge and refused one beyond.
@Suite("Limits")
struct LimitTests {
    @Test(arguments: 1...20)
    func bytes(_ count: Int) {
        let text = "[" + .repeated(" ", count - 1) + "]"
        #expect(fault(text, limits: JSONLimits(bytes: count + 1)) == nil)
        let error = fault(text, limits: JSONLimits(bytes: count))
        #expect(error?.reason == .tooLarge)
        #expect(error?.offset == count)
    }

    @Test("A limit between CR and LF is still on the line before")
    func bytesWithinLineEnd() {
        let error = fault("[\r\n]", limits: JSONLimits(bytes: 2))
        #expect(error.map { [$0.offset, $0.line, $0.column] } == [2, 1, 2])
    }

    @Test(
        "Nodes are values and names; also beyond the size of the first allocation",
        arguments: [
            ("1", 1), ("[]", 1), ("[1]", 2), ("[1,2]", 3), ("{\"a\":1}", 3), ("{\"a\":{\"b\":[]}}", 5),
            ("[[],[],{}]", 4), ("[" + String(repeating: "0,", count: 253) + "0]", 255),
            ("[" + String(repeating: "0,", count: 254) + "0]", 256),
            ("[" + String(repeating: "0,", count: 255) + "0]", 257),
            ("[" + String(repeating: "0,", count: 511) + "0]", 513),
            ("[" + String(repeating: "0,", count: 40_000) + "0]", 40_002),
        ])
    func nodes(_ text: String, _ count: Int) {
        let text = Text(text)
        #expect(fault(text, limits: JSONLimits(nodes: count)) == nil)
        #expect(fault(text, limits: JSONLimits(nodes: count + 1)) == nil)
        guard count > 1 else { return }
        #expect(fault(text, limits: JSONLimits(nodes: count - 1))?.reason == .tooManyNodes)
    }

    @Test(arguments: [1, 2, 3, 63, 64, 65, 511, 512])
    func depth(_ depth: Int) {
        let limits = JSONLimits(depth: depth)
        for (open, close) in [("[", "]"), (#"{"a":"#, "}"), ("[ ", "\n]")] {
            let edge = Text.repeated(open, depth) + "0" + .repeated(close, depth)
            #expect(fault(edge, limits: limits) == nil)
            let beyond = Text.repeated(open, depth + 1) + "0" + .repeated(close, depth + 1)
            #expect(fault(beyond, limits: limits)?.reason == .tooDeep)
            #expect(fault(beyond, limits: limits)?.offset == open.utf8.count * depth)
        }
        #expect(fault("[" + .repeated("[],", 1000) + "[]]", limits: JSONLimits(depth: max(2, depth))) == nil)
    }

    @Test("No limit can be set beyond what the tape can hold, or below what it needs")
    func clamping() {
        let lowest = JSONLimits(bytes: .min, nodes: .min, depth: .min)
        #expect((lowest.bytes, lowest.nodes, lowest.depth) == (0, 1, 1))
        let highest = JSONLimits(bytes: .max, nodes: .max, depth: .max)
        #expect((highest.bytes, highest.depth) == (JSONLimits.highestBytes, 512))
        #expect(highest.nodes < Int(UInt32.max))
        #expect(fault("1", limits: lowest)?.reason == .tooLarge)
    }

    @Test("A document is as good as new after a text that was refused or large")
    func reuse() throws {
        var document = JSONDocument()
        let large = Text("[" + String(repeating: "[],", count: 100_000) + "1]")
        for _ in 0..<3 {
            let count = try document.read(large.bytes.span) { $0.elements.reduce(0) { count, _ in count + 1 } }
            #expect(count == 100_001)
            for text in RejectedTexts.brackets + [.repeated("[1,", 400), .repeated("[[],", 100_000)] {
                let isRefused = (try? document.read(text.bytes.span) { _ in }) == nil
                #expect(isRefused)
            }
            let model = try document.read(Text("{\"model\":\"m\"}").bytes.span) { $0["model"].string }
            #expect(model == "m")
        }
    }
}
