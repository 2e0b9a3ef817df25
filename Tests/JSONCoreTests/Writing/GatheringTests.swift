import JSONCore
import Testing

@Suite("Runs of the input that are referred to")
struct GatheringTests {
    private static let large = String(repeating: "x", count: 20_000)

    /// The output of `write`, gathered and put together, and how many runs are of the input.
    private func gather(
        _ text: String, _ write: (JSONValue, JSONObjectWriter) -> Void
    ) throws -> (text: String, references: Int) {
        var document = JSONDocument()
        var output = JSONOutput()
        var bytes: [UInt8] = []
        let input = Array(text.utf8)
        let pieces = try document.read(input.span) { root in
            output.object(gathering: input.span, into: &bytes) { write(root, $0) }
        }
        let joined = pieces.flatMap { ($0.isInput ? input : bytes)[$0.range] }
        return (String(decoding: joined, as: UTF8.self), pieces.count(where: \.isInput))
    }

    @Test("Values and pieces of strings are referred to, what is escaped anew is copied")
    func kinds() throws {
        let text = "{\"a\":\"\(Self.large)\",\"b\":[\"\(Self.large)\"],\"c\":\"x\"}"
        let (whole, references) = try gather(text) { root, target in
            target["v"] = root["a"]
            target["w"] = root["b"]
            target["x"] = "<\(root["a"])>"
            target["y"].write(quoted: root["b"])
            target["z"] = root["c"]
        }
        #expect(
            whole == "{\"v\":\"\(Self.large)\",\"w\":[\"\(Self.large)\"],\"x\":\"<\(Self.large)>\","
                + "\"y\":\"[\\\"\(Self.large)\\\"]\",\"z\":\"x\"}")
        #expect(references == 3)
    }

    @Test("What is taken back takes its reference with it")
    func takenBack() throws {
        let (whole, references) = try gather("{\"a\":\"\(Self.large)\",\"b\":1}") { root, target in
            target["v"].object { inner in
                inner["a"] = root["a"]
                inner.discard()
            }
            target["w"] = root["b"]
            target["x"].array { list in
                list.object { inner in
                    inner["a"] = root["a"]
                    inner.discard()
                    inner["b"] = root["a"]
                }
            }
        }
        #expect(whole == "{\"w\":1,\"x\":[{\"b\":\"\(Self.large)\"}]}")
        #expect(references == 1)
    }

    @Test("White space inside a large container is left out")
    func layout() throws {
        let (whole, references) = try gather("{\"a\": [ 1, \"\(Self.large)\" ] }") { $1["v"] = $0["a"] }
        #expect(whole == "{\"v\":[1,\"\(Self.large)\"]}")
        #expect(references == 1)
    }

    @Test("What comes from elsewhere than the input is copied")
    func elsewhere() throws {
        let escaped = "\\u0041" + Self.large
        let (whole, references) = try gather("{\"a\":\"\(escaped)\"}") { root, target in
            target["v"].write(text: root["a"].plain)
            JSONSlice.lending(Self.large) { target["w"].write(text: $0.escaped) }
        }
        #expect(whole == "{\"v\":\"A\(Self.large)\",\"w\":\"\(Self.large)\"}")
        #expect(references == 0)
    }
}
