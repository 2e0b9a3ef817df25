import Testing

/// Input of a test: written as a string where it is text, as bytes where it is not.
struct Text: Sendable, Hashable, ExpressibleByStringInterpolation, CustomTestStringConvertible {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ string: String) { bytes = Array(string.utf8) }
    init(stringLiteral string: String) { self.init(string) }

    static func bytes(_ bytes: UInt8...) -> Text { Text(bytes) }

    /// The text in UTF-16 or UTF-32, as code units of `width` bytes.
    static func units(_ text: String, width: Int, bigEndian: Bool, mark: Bool = false) -> Text {
        let text = mark ? "\u{feff}" + text : text
        let units = width == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
        return Text(
            units.flatMap { unit in
                let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
                return bigEndian ? bytes.reversed() : bytes
            })
    }

    static func + (left: Text, right: Text) -> Text { Text(left.bytes + right.bytes) }

    static func repeated(_ text: String, _ count: Int) -> Text {
        Text(String(repeating: text, count: count))
    }

    /// Bytes that are no printable ASCII are shown as `\x..`, and long texts are cut.
    var testDescription: String {
        let shown = bytes.prefix(100).map { byte in
            (0x20...0x7e).contains(byte) ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16)
        }
        return shown.joined() + (bytes.count > 100 ? "… (\(bytes.count) bytes)" : "")
    }
}
