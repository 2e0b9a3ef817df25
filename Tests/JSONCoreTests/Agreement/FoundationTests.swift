import JSONCore
import Testing

/// Learning tests: where Foundation leaves RFC 8259, or draws a limit elsewhere than we do.
///
/// A row that fails tells that the judge has changed; nothing of ours is wrong then.
@Suite("What Foundation does differently")
struct FoundationTests {
    @Test(
        "It accepts one comma behind the last element or member",
        arguments: ["[1,]", #"{"a":1,}"#, "[[],]", "[{\"a\":[1,],},]"] as [Text])
    func trailingCommas(_ text: Text) {
        #expect(FoundationJudge.accepts(text))
        #expect(fault(text) != nil)
    }

    @Test(
        "It refuses the commas that nobody accepts",
        arguments: ["[,]", "{,}", "[1,,]", "[1,,2]", #"{"a":1,,}"#] as [Text])
    func otherCommas(_ text: Text) {
        #expect(!FoundationJudge.accepts(text))
        #expect(fault(text) != nil)
    }

    @Test("It reads UTF-16 and UTF-32, marked or not", arguments: RejectedEncodings.foreignTexts, [true, false])
    func otherEncodings(_ string: String, _ hasMark: Bool) {
        for encoding in RejectedEncodings.foreign {
            let text = Text.units(string, width: encoding.width, bigEndian: encoding.bigEndian, mark: hasMark)
            // It recognises four patterns of zeros; text beyond ASCII among the first characters makes another one.
            if string.unicodeScalars.prefix(2).allSatisfy(\.isASCII) { #expect(FoundationJudge.accepts(text)) }
            #expect(fault(text) != nil)
        }
    }

    @Test("It takes a zero byte behind a digit for UTF-16")
    func zeroByte() {
        #expect(FoundationJudge.accepts(.bytes(0x31, 0)))
        #expect(fault(.bytes(0x31, 0)) != nil)
    }

    @Test(
        "It refuses escaped surrogates without a partner",
        arguments: [
            #""\ud800""#, #""\udc00""#, #""\udc00\ud800""#, #""\ud800\u0041""#, #""\ud800a""#, #"{"\udbff":1}"#,
        ] as [Text])
    func loneSurrogates(_ text: Text) {
        #expect(!FoundationJudge.accepts(text))
        #expect(fault(text) == nil)
    }

    @Test(
        "It refuses numbers beyond a double",
        arguments: ["1e400", "-1e400", "1.8e308", "[1e999]", "1e1000000000000000000000"] as [Text])
    func hugeNumbers(_ text: Text) {
        #expect(!FoundationJudge.accepts(text))
        #expect(fault(text) == nil)
    }

    @Test("It keeps numbers too small for a double, as zero", arguments: ["1e-400", "-1e-999", "0e999"] as [Text])
    func tinyNumbers(_ text: Text) {
        #expect(FoundationJudge.accepts(text))
        #expect(fault(text) == nil)
    }

    @Test("It does not look at numbers that a later member of the same name replaces")
    func hugeNumbersReplaced() {
        #expect(FoundationJudge.accepts(#"{"a":1e400,"a":1}"#))
        #expect(!FoundationJudge.accepts(#"{"a":1,"a":1e400}"#))
        #expect(fault(#"{"a":1e400,"a":1}"#) == nil)
    }

    @Test("It drops U+FEFF at the beginning of a string, and keeps the escape")
    func byteOrderMarkInString() throws {
        #expect(FoundationJudge.value(of: "\"\u{feff}a\"") as? String == "a")
        #expect(FoundationJudge.value(of: #""\ufeffa""#) as? String == "\u{feff}a")
        #expect(try read("\"\u{feff}a\"", \.string) == "\u{feff}a")
    }

    @Test("It loses a bit where a number has more than seventeen digits")
    func manyDigits() throws {
        let text: Text = "9007199254740993.12345678901234567890"
        let theirs = try #require(FoundationJudge.value(of: text) as? Double)
        let ours = try #require(try read(text, \.double))
        #expect(ours == 9007199254740993.12345678901234567890)
        #expect(theirs != ours && abs(theirs - ours) < 1e4)
    }

    @Test("It ends at the same depth as we do", arguments: [(511, true), (512, true), (513, false), (514, false)])
    func depth(_ depth: Int, _ isAccepted: Bool) {
        for text in [
            .repeated("[", depth) + .repeated("]", depth), .repeated(#"{"a":"#, depth) + "1" + .repeated("}", depth),
        ] as [Text] {
            #expect(FoundationJudge.accepts(text) == isAccepted)
            #expect((fault(text) == nil) == isAccepted)
        }
    }

    @Test("It skips a byte-order mark, as we do")
    func byteOrderMark() {
        #expect(FoundationJudge.accepts("\u{feff}[1]"))
        #expect(fault("\u{feff}[1]") == nil)
    }
}
