/// Text as pages of HTML write it.
///
///     Sorry &amp; good bye &#33;   →   Sorry & good bye !
enum HTMLText {
    private static let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]

    /// The text with its character references read; one that is not known stays as it is.
    static func decoded(_ text: String) -> String {
        let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { text, piece in
            guard let end = piece.firstIndex(of: ";"), let character = character(piece[..<end]) else {
                return text += "&" + piece
            }
            text += character + piece[piece.index(after: end)...]
        }
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return names[String(name)] }
        let isHexadecimal = name.dropFirst().first?.lowercased() == "x"
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        let code = UInt32(digits, radix: isHexadecimal ? 16 : 10)
        return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }
}
