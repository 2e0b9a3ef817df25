internal import JSONCore

/// How long to wait before the next try.
///
///     Gemini   details: [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "34.4s" }]
///     OpenAI   headers retry-after: 35, retry-after-ms: 34400
struct RetryDelay: Equatable {
    private let seconds: Int64
    private let nanoseconds: Int64

    /// The longest delay that is read, about 317 years: no sum of it can overflow.
    private static let longest: Int64 = 9_999_999_999

    /// Digits with a fraction or without, as both sides write numbers; nil for anything else.
    private init?(number: Substring) {
        let halves = number.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, 1...10 ~= whole.count else { return nil }
        let fraction = (halves.count == 2 ? halves[1] : ""[...].utf8).prefix(9)
        guard let seconds = whole.decimal, let part = fraction.isEmpty ? 0 : fraction.decimal else { return nil }
        self.seconds = min(seconds, Self.longest)
        nanoseconds = (fraction.count..<9).reduce(part) { part, _ in part * 10 }
    }

    // MARK: Gemini

    /// A duration as protocol buffers spell it: `"34.4s"`.
    init?(_ duration: JSONValue) {
        guard duration.decoded.hasExactSuffix("s"), let text = duration.string else { return nil }
        self.init(number: text.dropLast())
    }

    var duration: String {
        guard nanoseconds > 0 else { return "\(seconds)s" }
        let digits = String(nanoseconds)
        var fraction = String(repeating: "0", count: 9 - digits.count) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(seconds).\(fraction)s"
    }

    // MARK: OpenAI

    /// `retry-after-ms`, or `retry-after` in seconds. A date says nothing to a library without a clock.
    init?(_ headers: [Header]) {
        func value(_ name: String) -> Substring? {
            let words = headers.first { $0.name == name }?.value.split(whereSeparator: \.isWhitespace) ?? []
            return words.count == 1 ? words[0] : nil
        }
        if let text = value("retry-after-ms"), let milliseconds = RetryDelay(number: text)?.seconds {
            seconds = milliseconds / 1000
            nanoseconds = milliseconds % 1000 * 1_000_000
        } else if let text = value("retry-after"), let delay = RetryDelay(number: text) {
            self = delay
        } else {
            return nil
        }
    }

    /// Seconds are rounded up, so that nobody comes too early; milliseconds are cut.
    var headers: [Header] {
        [
            Header(name: "retry-after", value: String(nanoseconds > 0 ? seconds + 1 : seconds)),
            Header(name: "retry-after-ms", value: String(seconds * 1000 + nanoseconds / 1_000_000)),
        ]
    }
}
