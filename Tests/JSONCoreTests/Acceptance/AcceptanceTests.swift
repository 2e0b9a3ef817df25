import JSONCore
import Testing

@Suite("RFC 8259 to the letter")
struct AcceptanceTests {
    @Test(arguments: AcceptedTexts.all)
    func accepts(_ text: Text) {
        #expect(fault(text) == nil)
        #expect(ReferenceGrammar.accepts(text))
    }

    @Test(arguments: RejectedTexts.all)
    func refuses(_ text: Text) {
        #expect(fault(text) != nil)
        #expect(!ReferenceGrammar.accepts(text))
    }

    @Test("What is accepted as a root is accepted as an element and as a member", arguments: AcceptedTexts.shallow)
    func acceptsInside(_ text: Text) {
        let value = Text(Array(text.bytes.drop { [0xef, 0xbb, 0xbf].contains($0) }))
        #expect(fault("[" + value + "]") == nil)
        #expect(fault("[0," + value + ",{}]") == nil)
        #expect(fault("{\"a\":" + value + ",\"b\":" + value + "}") == nil)
    }

    @Test("The tables have not shrunk")
    func counts() {
        #expect(AcceptedTexts.all.count >= 240)
        #expect(RejectedTexts.all.count >= 450)
        #expect(RejectedEncodings.illFormed.count >= 56)
    }
}

@Suite("UTF-8 and nothing else")
struct EncodingTests {
    @Test(arguments: RejectedEncodings.illFormed)
    func refusesIllFormed(_ bytes: [UInt8]) {
        let before = Array("{\"a\":[\"é€😀".utf8)
        let inString = fault(Text(before + bytes + Array("\"]}".utf8)))
        #expect(inString?.reason == .malformedUTF8)
        #expect(inString.map { (before.count..<before.count + bytes.count).contains($0.offset) } ?? false)
        #expect(fault(Text([0x22] + bytes + [0x22]))?.reason == .malformedUTF8)
        #expect(fault(Text(Array("{\"".utf8) + bytes + Array("\":1}".utf8)))?.reason == .malformedUTF8)
        #expect(fault(Text([0x5b] + bytes + [0x5d])) != nil)
        #expect(fault(Text(bytes)) != nil)
        #expect(fault(Text([0x22] + bytes)) != nil)
    }

    @Test("UTF-16 and UTF-32 are called by their names", arguments: RejectedEncodings.foreignTexts, [true, false])
    func namesForeignEncodings(_ string: String, _ hasMark: Bool) {
        for encoding in RejectedEncodings.foreign {
            let text = Text.units(string, width: encoding.width, bigEndian: encoding.bigEndian, mark: hasMark)
            #expect(fault(text)?.reason == .otherEncoding(encoding.name))
            #expect(fault(text)?.offset == 0)
        }
    }

    @Test(arguments: RejectedEncodings.halfMarks)
    func refusesHalfMarks(_ text: Text) { #expect(fault(text) != nil) }

    @Test("A UTF-8 byte-order mark is accepted and flagged, from text to text")
    func byteOrderMark() throws {
        var document = JSONDocument()
        for (text, isMarked) in [("\u{feff}[1]", true), ("[1]", false), ("\u{feff}1", true), ("1", false)]
            as [(Text, Bool)]
        {
            let (raw, hasMark) = try document.read(text.bytes.span) { ($0.raw.bytes, $0.hasByteOrderMark) }
            #expect(hasMark == isMarked)
            #expect(raw == Array(text.bytes.dropFirst(isMarked ? 3 : 0)))
            let isRefused = (try? document.read(Text("\u{feff}[").bytes.span) { _ in }) == nil
            #expect(isRefused)
        }
    }

    @Test(
        "Every scalar beyond ASCII at the edge of a length, whole and cut",
        arguments: [
            0x80, 0x7ff, 0x800, 0xfff, 0x1000, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x3ffff, 0x40000, 0xfffff, 0x100000,
            0x10ffff,
        ] as [UInt32])
    func scalarsAtEdges(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let bytes = Array(String(scalar).utf8)
        #expect(try read(Text([0x22] + bytes + [0x22])) { $0.string } == String(scalar))
        for length in 1..<bytes.count {
            #expect(fault(Text([0x22] + bytes.prefix(length) + [0x22]))?.reason == .malformedUTF8)
            #expect(fault(Text([0x22] + bytes.prefix(length)))?.reason == .malformedUTF8)
        }
    }
}
