import Testing

/// Bytes of a test: written as a string where they are text, as bytes where they are not.
struct Text: Sendable, Hashable, ExpressibleByStringInterpolation, CustomTestStringConvertible {
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    init(_ string: String) { self.init(string.utf8) }
    init(stringLiteral string: String) { self.init(string) }
    init(_ bytes: Span<UInt8>) { self.bytes = bytes.indices.map { bytes[$0] } }

    static func bytes(_ bytes: UInt8...) -> Text { Text(bytes) }

    static func + (left: Text, right: Text) -> Text { Text(left.bytes + right.bytes) }

    /// Bytes that are no printable ASCII are shown as `\x..`, and long texts are cut.
    var testDescription: String {
        let shown = bytes.prefix(100).map { byte in
            (0x20...0x7e).contains(byte) ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16)
        }
        return shown.joined() + (bytes.count > 100 ? "… (\(bytes.count) bytes)" : "")
    }
}
