internal import JSONCore

/// `data:[type][;attribute=value…][;base64],data` (RFC 2397), in pieces of the text that it stands in.
struct DataURL {
    /// Empty if the URL names none.
    let mediaType: JSONSlice
    let data: JSONSlice
    let isBase64: Bool
    /// Attributes such as `charset` stood between type and data.
    let hasParameters: Bool

    /// A media type and its attributes are short; a comma further on is not looked for.
    private static let longestHeader = 1024

    init?(_ text: JSONSlice) {
        guard text.hasPrefix("data:"), let comma = text.firstIndex(of: UInt8(ascii: ","), within: Self.longestHeader)
        else {
            return nil
        }
        let header = text[5..<comma]
        data = text.dropFirst(comma + 1)
        let typeEnd = header.firstIndex(of: UInt8(ascii: ";")) ?? header.count
        mediaType = header.prefix(typeEnd)
        let parameters = header.dropFirst(typeEnd)
        isBase64 = parameters.hasSuffix(";base64")
        hasParameters = parameters.count > (isBase64 ? 7 : 0)
    }

    /// The data of a URL as base64, if it has to be written anew: it is none, or is percent-encoded.
    var encodedData: String? {
        guard isBase64 else { return Base64.encode(plainData) }
        return data.firstIndex(of: UInt8(ascii: "%")) == nil ? nil : String(decoding: plainData, as: UTF8.self)
    }

    /// Percent-encoding undone.
    private var plainData: [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < data.count {
            let pair = data[index + 1..<index + 3]
            if data[index] == UInt8(ascii: "%"), let byte = pair.hexadecimalByte {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(data[index])
                index += 1
            }
        }
        return bytes
    }
}

extension JSONSlice {
    fileprivate var hexadecimalByte: UInt8? {
        guard count == 2, self[0] != UInt8(ascii: "+") else { return nil }
        return UInt8(string, radix: 16)
    }
}

/// RFC 4648, section 4.
enum Base64 {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// How many bytes of `text` belong to base64, in either alphabet, escaped solidus included.
    static func length(in text: JSONSlice) -> Int {
        var count = text.endOfBase64(from: 0)
        while text[count..<count + 2].hasExactPrefix("\\/") { count = text.endOfBase64(from: count + 2) }
        return count
    }

    /// The text is base64 from its beginning to its end.
    static func isAll(of text: JSONSlice) -> Bool { length(in: text) == text.count && isWhole(text) }

    /// Groups of four, the last one filled with `=` or cut short.
    ///
    /// - Parameter text: No bytes that do not belong to base64.
    static func isWhole(_ text: JSONSlice) -> Bool {
        let padding = text.hasExactSuffix("==") ? 2 : text.hasExactSuffix("=") ? 1 : 0
        let body = text.prefix(text.count - padding)
        guard !body.isEmpty, body.firstIndex(of: UInt8(ascii: "=")) == nil else { return false }
        let digits = body.count - body.count(of: UInt8(ascii: "\\"))
        return padding == 0 ? digits % 4 != 1 : (digits + padding) % 4 == 0
    }
}
