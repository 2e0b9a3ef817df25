import JSONCore
import Testing

@Suite("Names as keys")
struct KeyTests {
    @Test("Keys are equal where their bytes are, and hash so")
    func bytes() throws {
        let text: Text = #"["é","e\u0301","\u00e9","e","",1]"#
        let keys = try read(text) { root in root.elements.map(\.key) }
        #expect(keys[0] == keys[2] && keys[0].hashValue == keys[2].hashValue)
        #expect(keys[0] != keys[1], "one letter, spelled in two ways")
        #expect(keys[4] == keys[5], "what is no string has no characters")
        #expect(Set(keys).count == 4)
        #expect(keys.map(\.text) == ["é", "e\u{301}", "é", "e", "", ""])
    }

    @Test("A string longer than any word is no word", arguments: [0, 1, 256, 257, 100_000])
    func words(_ count: Int) throws {
        let word = try read("\"" + .repeated("a", count) + "\"") { $0.word }
        #expect(word == (count <= 256 ? String(repeating: "a", count: count) : ""))
    }
}
