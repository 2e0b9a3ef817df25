import JSONCore
import Twinspeak

/// A text in the places where a data URL may stand.
///
///     data:image/png;base64,iVBORw0KGgo=     the data go on as they are
///     data:text/plain,a%20b                  percent-encoding is undone, base64 made
struct DataURLLaws {
    private let choices: Choices

    init(_ choices: Choices) { self.choices = choices }

    func check(_ text: [UInt8]) {
        let quoted = [UInt8(ascii: "\"")] + text.flatMap(Self.escaped) + [UInt8(ascii: "\"")]
        let request = request(quoted)
        RequestLaws(choices).check(request)
        let translator = Translator(client: .openAI, upstream: .gemini, options: choices.options)
        guard choices.kind == 0, choices.format == .openAI, let output = try? translator.request(request) else {
            return
        }
        var document = JSONDocument()
        let data = try? document.read(output.body.span) { root -> [UInt8]? in
            let part = root["contents"].elements.only?["parts"].elements.only ?? root.missing
            let data = part["inlineData"]["data"]
            return data.exists ? Array(data.decoded.bytes) : nil
        }
        guard let data = data ?? nil, let (bytes, isBase64) = Self.reference(text) else { return }
        // What is no base64 though it says so, is nobody's to make anything of.
        let isUsable = !isBase64 || bytes.allSatisfy { Self.alphabet.contains($0) }
        expect(isBase64 ? !isUsable || data == bytes : Self.decoded(data) == bytes, "other data than the URL says")
    }

    private func request(_ text: [UInt8]) -> [UInt8] {
        let (before, behind) =
            switch choices.kind {
            case 0: (#"{"role":"user","content":[{"type":"image_url","image_url":{"url":"#, "}}]}")
            case 1: (#"{"role":"user","content":[{"type":"file","file":{"filename":"a.pdf","file_data":"#, "}}]}")
            case 2: (#"{"role":"user","content":[{"type":"input_audio","input_audio":{"format":"wav","data":"#, "}}]}")
            default: (#"{"role":"user","content":"a"},{"role":"assistant","content":"#, "}")
            }
        let start = Array(#"{"model":"gemini-2.5-flash","messages":["#.utf8)
        return start + Array(before.utf8) + text + Array(behind.utf8) + Array("]}".utf8)
    }

    /// As it stands in a string of JSON.
    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        case 0..<0x10: Array("\\u000\(String(byte, radix: 16))".utf8)
        case 0x10..<0x20: Array("\\u00\(String(byte, radix: 16))".utf8)
        default: [byte]
        }
    }

    /// RFC 2397 in its plainest form: what stands behind the comma, percent-encoding undone. Nil if it is no data URL.
    private static func reference(_ text: [UInt8]) -> (bytes: [UInt8], isBase64: Bool)? {
        guard String(decoding: text.prefix(5), as: UTF8.self).lowercased() == "data:",
            let comma = text.firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        var bytes: [UInt8] = []
        var rest = text[(comma + 1)...]
        while let byte = rest.popFirst() {
            let pair = rest.prefix(2)
            let isPair = pair.count == 2 && pair.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
            if byte == UInt8(ascii: "%"), isPair, let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16) {
                bytes.append(byte)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return (bytes, String(decoding: text[..<comma], as: UTF8.self).lowercased().hasSuffix(";base64"))
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Undoes base64 of whole groups of four.
    private static func decoded(_ data: [UInt8]) -> [UInt8] {
        let digits = data.prefix { $0 != UInt8(ascii: "=") }
        expect(data.count % 4 == 0 && data.count - digits.count <= 2, "a length that base64 does not have")
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for digit in digits {
            guard let value = alphabet.firstIndex(of: digit) else { broken("no digit of base64: \(digit)") }
            bits = (bits << 6 | value) & 0xffff
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(bits >> count & 0xff))
        }
        return bytes
    }
}
