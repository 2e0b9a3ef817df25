import JSONCore
import Testing

/// The unsafe code under fire: whatever the bytes, nothing traps, and nothing but JSON comes out.
@Suite("Damaged documents through everything there is")
struct MutationTests {
    @Test(arguments: 500..<520 as Range<UInt64>)
    func readWriteInspect(_ seed: UInt64) {
        var documents = RandomDocuments(seed: seed)
        var mutations = Mutations(seed: seed)
        var numbers = SeededNumbers(seed: seed)
        var document = JSONDocument()
        var output = JSONOutput(capacity: 0)
        for _ in 0..<1000 {
            let text = numbers.below(4) == 0 ? documents.next() : mutations.damage(documents.next())
            let limits = JSONLimits(nodes: numbers.pick([1, 5, 300, 100_000]), depth: numbers.pick([1, 2, 512]))
            let written: Text? = try? document.read(text.bytes.span, limits: limits) { root in
                if numbers.below(10) == 0 { output.reset(expected: numbers.below(200)) } else { output.reset() }
                output.object { Self.use(root, $0, &numbers) }
                _ = root.inspect(limit: numbers.below(20)) { _ in
                    numbers.below(2) == 0
                } report: { _, _, _ in
                }
                return Text(output.bytes)
            }
            guard let written else { continue }
            #expect(ReferenceGrammar.accepts(written), "\(text.testDescription) gave \(written.testDescription)")
            #expect(minified(written) == written)
        }
    }

    /// Looks at everything, and writes it by one way or another.
    private static func use(_ value: JSONValue, _ output: JSONObjectWriter, _ numbers: inout SeededNumbers) {
        if numbers.below(8) == 0 { value.remark("said") }
        if numbers.below(8) == 0 { value.remark("missed", "member") }
        switch numbers.below(9) {
        case 0: output["value"] = value
        case 1: output["path"]["to"][.first]["value"] = value["a"]
        case 2: output["verbatim"].write(verbatim: value)
        case 3: output["quoted"].write(quoted: value)
        case 4: output["json"] = value.json
        case 5:
            output["text"] = "\(value)|\(value.plain)|\(value.decoded.prefix(value.decoded.firstIndex(of: 0x2c) ?? 0))"
        case 6: output["number"] = value.int
        case 7:
            output["pieces"].string {
                $0.append(value.content); $0.append(value.raw.dropFirst(3).string.isEmpty ? "" : "x")
            }
        default: output["string"].write(string: value.string ?? "\(value.double ?? 0)\(value.bool ?? false)")
        }
        for (name, member) in value.members {
            _ = (name.string, value["a"].exists, value["mimeType"].isEmpty, name == "a", member.hasMember("b"))
            output[name].object { use(member, $0, &numbers) }
        }
        guard value.kind == .array else { return }
        output["elements"].array { array in
            for element in value.elements {
                array.object { use(element, $0, &numbers) }
                if numbers.below(3) == 0 { array.append(element) }
            }
        }
        if numbers.below(20) == 0 { output.discard() }
    }
}
