/// Why a text is not the JSON of RFC 8259, or more of it than the limits allow.
public struct JSONError: Error, Hashable {
    public let reason: Reason
    /// Bytes before the fault.
    public let offset: Int
    /// From 1; a line ends with LF, CR or both.
    public let line: Int
    /// From 1, in Unicode code points.
    public let column: Int

    public enum Reason: Hashable, Sendable {
        case emptyInput
        case unexpectedEnd(expected: String)
        case unexpected(byte: UInt8, expected: String)
        case malformedNumber
        case malformedEscape
        case controlCharacter
        case malformedUTF8
        case otherEncoding(String)
        case trailingContent
        case tooLarge, tooManyNodes, tooDeep
    }

    init(_ reason: Reason, at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        self.reason = reason
        self.offset = offset
        var place = JSONTextPosition()
        place.advance(to: offset, in: text)
        line = place.line
        column = place.column
    }
}

extension JSONError: CustomStringConvertible {
    /// What was found and what was expected, without the place.
    public var description: String {
        switch reason {
        case .emptyInput: "expected a JSON value, found nothing"
        case .unexpectedEnd(let expected): "expected \(expected), found the end of the input"
        case .unexpected(let byte, let expected): "expected \(expected), found \(Self.name(of: byte))"
        case .malformedNumber: "expected a number as RFC 8259 writes it"
        case .malformedEscape: "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
        case .controlCharacter: "expected an escape, found a bare control character in a string"
        case .malformedUTF8: "expected UTF-8, found bytes that are not"
        case .otherEncoding(let name): "expected UTF-8, found \(name)"
        case .trailingContent: "expected nothing after the value, found more"
        case .tooLarge: "more bytes than the limit allows"
        case .tooManyNodes: "more values than the limit allows"
        case .tooDeep: "nested deeper than the limit allows"
        }
    }

    private static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7e: "`\(Unicode.Scalar(byte))`"
        default: "byte 0x\(String(byte, radix: 16))"
        }
    }
}

/// A line and a column, moved forward through a text.
struct JSONTextPosition {
    private(set) var line = 1
    private(set) var column = 1
    private var offset = 0

    mutating func advance(to target: Int, in text: UnsafeBufferPointer<UInt8>) {
        while offset < min(target, text.count) {
            let byte = text[offset]
            offset += 1
            if byte == UInt8(ascii: "\n")
                || (byte == UInt8(ascii: "\r") && !(offset < text.count && text[offset] == UInt8(ascii: "\n")))
            {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80, byte != UInt8(ascii: "\r") {
                column += 1
            }
        }
    }
}
