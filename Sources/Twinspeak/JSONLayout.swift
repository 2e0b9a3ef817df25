/// How JSON is laid out for people: two spaces for each level, digits and order untouched.
package enum JSONLayout {
    /// Lays out compact JSON as this library writes it; one pass, no recursion.
    package static func pretty(_ json: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(json.count * 2)
        var depth = 0
        var isString = false
        var isEscaped = false
        func newLine() {
            text.append(UInt8(ascii: "\n"))
            text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        }
        for (place, byte) in json.enumerated() {
            if isString {
                text.append(byte)
                if byte == UInt8(ascii: "\""), !isEscaped { isString = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            let previous = place > 0 ? json[place - 1] : 0
            let isInEmpty = previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[")
            switch byte {
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if !isInEmpty { newLine() }
                text.append(byte)
                continue
            default:
                if isInEmpty || previous == UInt8(ascii: ",") { newLine() }
            }
            text.append(byte)
            switch byte {
            case UInt8(ascii: "\""): isString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ":"): text.append(UInt8(ascii: " "))
            default: break
            }
        }
        return text
    }
}
