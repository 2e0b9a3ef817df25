/// How JSON is laid out for people: two spaces for each level, digits and order untouched.
package enum JSONLayout {
    /// Lays out JSON as this library writes it; one pass, no recursion. White space between tokens is laid out anew.
    package static func pretty(_ json: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(json.count + json.count / 2)
        var depth = 0
        // Right behind an opening bracket, where a closing one would make an empty container.
        var isOpen = false
        var place = 0
        func newLine() {
            text.append(UInt8(ascii: "\n"))
            text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        }
        while place < json.count {
            let byte = json[place]
            var end = place + 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                break
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth = max(depth - 1, 0)
                if !isOpen { newLine() }
                text.append(byte)
                isOpen = false
            case UInt8(ascii: ","):
                text.append(byte)
                newLine()
            case UInt8(ascii: ":"):
                text.append(byte)
                text.append(UInt8(ascii: " "))
            default:
                if isOpen { newLine() }
                isOpen = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
                if isOpen { depth += 1 }
                if byte == UInt8(ascii: "\"") { end = endOfString(in: json, from: end) }
                text.append(contentsOf: json[place..<end])
            }
            place = end
        }
        return text
    }

    /// Behind the quote that closes the string whose content starts at `start`.
    private static func endOfString(in json: [UInt8], from start: Int) -> Int {
        var end = start
        while end < json.count {
            switch json[end] {
            case UInt8(ascii: "\\"): end += 2
            case UInt8(ascii: "\""): return end + 1
            default: end += 1
            }
        }
        return json.count
    }
}
