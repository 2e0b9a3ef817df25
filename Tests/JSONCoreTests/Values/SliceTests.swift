import JSONCore
import Testing

/// No range and no length that is asked for can leave the bytes of a slice.
@Suite("Slices of strings")
struct SliceTests {
    static let bounds = [Int.min, -100, -1, 0, 1, 2, 4, 5, 6, 7, 100, Int.max]

    @Test(arguments: bounds, bounds)
    func ranges(_ lower: Int, _ upper: Int) throws {
        guard lower <= upper else { return }
        try read("\"abcde\"") { root in
            let clamped = min(max(lower, 0), 5)..<min(max(upper, 0), 5)
            #expect(
                root.content[lower..<upper].bytes
                    == Array("abcde".utf8[...].prefix(clamped.upperBound).dropFirst(clamped.lowerBound)))
            #expect(root.content[lower..<upper].isEncoded == root.content.isEncoded)
        }
    }

    @Test(arguments: bounds)
    func lengths(_ length: Int) throws {
        try read("\"abcde\"") { root in
            #expect(root.content.prefix(length).string == String("abcde".prefix(max(0, length))))
            #expect(root.content.dropFirst(length).string == String("abcde".dropFirst(max(0, length))))
            #expect(root.content.firstIndex(of: 0x63, within: length) == (length > 2 ? 2 : nil))
            #expect(root.content.firstIndex(of: 0x7a, within: length) == nil)
            #expect(root["missing"].content.prefix(length).isEmpty && root["missing"].content.dropFirst(length).isEmpty)
        }
    }

    @Test(
        "Prefix and suffix in any ASCII case",
        arguments: [
            ("data:image/png", true, true), ("DATA:image/PNG", true, true), ("dat", false, false),
            ("data:png", true, true), ("", false, false), ("png", false, true), ("data:", true, false),
            ("dâta:png", false, true), ("xdata:", false, false),
        ])
    func affixes(_ content: String, _ hasPrefix: Bool, _ hasSuffix: Bool) throws {
        try read("\"\(content)\"") { root in
            #expect(root.content.hasPrefix("data:") == hasPrefix)
            #expect(root.content.hasSuffix("png") == hasSuffix)
            #expect(root.content.hasPrefix("") && root.content.hasSuffix(""))
            #expect(root.content.hasExactPrefix("data:") == content.hasPrefix("data:"))
            #expect(root.content.hasExactSuffix("png") == content.hasSuffix("png"))
        }
    }

    @Test func equality() throws {
        try read("\"Image/PNG\"") { root in
            #expect(root.content.equalsIgnoringCase("image/png") && root.content.equalsIgnoringCase("IMAGE/png"))
            #expect(!root.content.equalsIgnoringCase("image/pn") && !root.content.equalsIgnoringCase("image/pngs"))
            #expect(!root.content.equalsIgnoringCase("image/\u{70}n\u{27}"))
        }
    }

    @Test("The bit that tells upper from lower case does so for letters only")
    func letters() throws {
        try read("\"@[AZ\"") { root in
            #expect(!root.content.prefix(1).equalsIgnoringCase("`") && !root.content[1..<2].equalsIgnoringCase("{"))
            #expect(root.content.dropFirst(2).equalsIgnoringCase("az"))
        }
    }

    @Test("A slice that ends within an escape is still read without a trap", arguments: 0...20)
    func cutEscapes(_ length: Int) throws {
        try read(#""a\nb\u0041c\ud83d\ude00\\""#) { root in
            #expect(root.content.prefix(length).string.utf8.count <= max(length, 0))
            #expect(root.content.dropFirst(length).string.utf8.count <= 23)
        }
    }

    @Test func bytesByIndex() throws {
        #expect(try read("\"abc\"") { root in (0..<3).map { root.content[$0] } } == [0x61, 0x62, 0x63])
        #expect(try read("\"abc\"") { root in [root.raw[0], root.raw[4]] } == [0x22, 0x22])
    }

    @Test("A byte is found behind any start, at every distance", arguments: 0...70)
    func firstIndexFrom(_ position: Int) throws {
        let content = String(repeating: "a", count: position) + "," + String(repeating: "b", count: 40) + ","
        try read("\"\(content)\"") { root in
            let slice = root.content
            #expect(slice.firstIndex(of: 0x2c, from: 0) == position)
            #expect(slice.firstIndex(of: 0x2c, from: position) == position)
            #expect(slice.firstIndex(of: 0x2c, from: position + 1) == position + 41)
            #expect(slice.firstIndex(of: 0x2c, from: position + 42) == nil)
            #expect(slice.prefix(position).firstIndex(of: 0x2c, from: 0) == nil)
            #expect(slice.firstRange(of: ",b") == position && slice.firstRange(of: "b,") == position + 40)
            #expect(slice.firstRange(of: ",,") == nil && slice.firstRange(of: "") == 0)
            #expect(slice.count(of: 0x2c) == 2 && slice.count(of: 0x61) == position)
        }
    }

    @Test("Searching from out of bounds finds nothing there", arguments: bounds)
    func searchBounds(_ start: Int) throws {
        try read("\"abcde\"") { root in
            #expect(root.content.firstIndex(of: 0x65, from: start) == (start <= 4 ? 4 : nil))
            #expect(root["missing"].content.firstIndex(of: 0x65, from: start) == nil)
            #expect(root["missing"].content.firstRange(of: "e") == nil)
        }
    }
}
