/// JSON text without the white space between its tokens, and nothing else changed: knows only what a string is.
func minified(_ text: Text) -> Text {
    var kept: [UInt8] = []
    var inString = false
    var isEscaped = false
    let hasMark = text.bytes.starts(with: [0xef, 0xbb, 0xbf])
    for byte in text.bytes.dropFirst(hasMark ? 3 : 0) {
        if !inString, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { continue }
        kept.append(byte)
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\"") {
            inString.toggle()
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        }
    }
    return Text(kept)
}
