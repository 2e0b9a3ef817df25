import JSONCore
import Testing

@testable import Twinspeak

/// The arithmetic of delays, and the texts of failures.
@Suite struct FailureTests {
    // MARK: Delays

    struct Delay: Sendable {
        let value: String
        /// `retry-after` and `retry-after-ms`; nil if the value says nothing.
        let seconds: String?
        let milliseconds: String?

        init(_ value: String, _ seconds: String? = nil, _ milliseconds: String? = nil) {
            (self.value, self.seconds, self.milliseconds) = (value, seconds, milliseconds)
        }
    }

    static let numbers = [
        Delay("0", "0", "0"), Delay("3", "3", "3000"), Delay("007", "7", "7000"), Delay("5.", "5", "5000"),
        Delay("34.4", "35", "34400"), Delay("34.000000001", "35", "34000"), Delay("0.0004", "1", "0"),
        Delay("1.9999999999", "2", "1999"), Delay("2.0", "2", "2000"),
        Delay("9999999999.999999999", "10000000000", "9999999999999"),
        Delay(""), Delay("."), Delay(".5"), Delay("-1"), Delay("+1"), Delay("1e3"), Delay("1,5"), Delay("NaN"),
        Delay("0x10"), Delay("1.5.2"), Delay("٣"), Delay("10000000000"), Delay("99999999999999999999"),
    ]

    @Test(arguments: numbers)
    func ofHeaders(_ delay: Delay) {
        let headers = RetryDelay([Header(name: "retry-after", value: delay.value)])?.headers
        #expect(headers?.first?.value == delay.seconds)
        #expect(headers?.last?.value == delay.milliseconds)
    }

    @Test(arguments: numbers)
    func ofDurations(_ delay: Delay) throws {
        var document = JSONDocument()
        let json = Array("\"\(delay.value)s\"".utf8)
        let headers = try document.read(json.span) { RetryDelay($0)?.headers }
        #expect(headers?.first?.value == delay.seconds)
        #expect(headers?.last?.value == delay.milliseconds)
    }

    @Test(arguments: ["\"5\"", "\"s\"", "5", "null", "{}", "\"5 s\"", "\"5S\""])
    func noDuration(_ json: String) throws {
        var document = JSONDocument()
        let bytes = Array(json.utf8)
        let isNone = try document.read(bytes.span) { RetryDelay($0) == nil }
        #expect(isNone)
    }

    @Test func durations() {
        let spellings = [
            "3": "3s", "3.0": "3s", "34.4": "34.4s", "0.05": "0.05s", "1.000000001": "1.000000001s", "0": "0s",
        ]
        for (number, duration) in spellings {
            #expect(RetryDelay([Header(name: "retry-after", value: number)])?.duration == duration)
        }
    }

    @Test func milliseconds() {
        let both = [Header(name: "retry-after", value: "9"), Header(name: "Retry-After-Ms", value: "1250")]
        #expect(RetryDelay(both)?.duration == "1.25s")
        let odd = [Header(name: "retry-after", value: "9"), Header(name: "retry-after-ms", value: "soon")]
        #expect(RetryDelay(odd)?.duration == "9s")
        #expect(RetryDelay([Header(name: "retry-after-ms", value: "12.7")])?.duration == "0.012s")
        #expect(RetryDelay([]) == nil)
    }

    // MARK: URLs

    static let urls = [
        ("", ""), ("no URL? none.", "no URL? none."), ("https://a/b", "https://a/b"),
        ("https://a/b?key=1", "https://a/b"), ("see https://a/b?key=1.", "see https://a/b."),
        ("https://a/b?key=1, or", "https://a/b, or"), ("\"https://a?k=1\": dial", "\"https://a\": dial"),
        ("<https://a?k=1>", "<https://a>"), ("(https://a?k=1)", "(https://a)"), ("https://a?k=ä and", "https://a and"),
        ("https://a?x https://b?y", "https://a https://b"), ("https://a\n?k", "https://a\n?k"),
        ("/v1beta/models/m:generateContent?key=1 failed", "/v1beta/models/m:generateContent failed"),
        ("a.com/b?key=1&c=2", "a.com/b"), ("and/or?", "and/or?"), ("is it a?b=c", "is it a?b=c"),
        ("ftp://a?b", "ftp://a"), ("\\\"https://a?k=1\\\"", "\\\"https://a\\\""), ("://?", "://"),
    ]

    @Test(arguments: urls)
    func withoutQueries(_ text: String, _ safe: String) { #expect(FailureText.withoutQueries(text) == safe) }

    // MARK: Pages and texts

    static let texts = [
        ("", "HTTP 500, and no message"), (" \n", "HTTP 500, and no message"), ("plain\n  text ", "plain text"),
        ("<html><title>\n 502  Bad\nGateway </title>", "502 Bad Gateway"), ("<TITLE>A</TITLE>", "A"),
        ("<html>", "HTTP 500, and a page without a title"), ("<title></title>", "HTTP 500, and no message"),
        ("<title>A &amp; B &#x41;&#66; &lt;b&gt; &nope; &</title>", "A & B AB <b> &nope; &"),
        ("<title>&#xD800;&#1114112;&#;&;</title>", "&#xD800;&#1114112;&#;&;"), ("A &amp; B", "A &amp; B"),
        ("<title>never closed", "never closed"), ("see https://a?key=1", "see https://a"),
    ]

    @Test(arguments: texts)
    func message(_ body: String, _ message: String) {
        let bytes = Array(body.utf8)
        #expect(FailureText.message(bytes.span, http: 500).text == message)
    }

    @Test func longTextsAreCutBetweenCharacters() {
        let bytes = Array(("x" + String(repeating: "€", count: 2000)).utf8)
        let message = FailureText.message(bytes.span, http: 500)
        #expect(message.text == "x" + String(repeating: "€", count: 1333))
        #expect(!message.isAll)
    }

    @Test func anyBytes() {
        let bytes = [UInt8](0...255) + [0x80, 0xBF, 0xFF]
        #expect(!FailureText.message(bytes.span, http: 500).text.isEmpty)
        let tail = [UInt8](repeating: 0x80, count: 5000)
        #expect(!FailureText.message(tail.span, http: 500).isAll)
    }
}
