/// Section 9.2.6 of the HTML standard said again in the plainest way: the whole text, lines, one after the other.
enum ReferenceEvents {
    static func read(_ text: Text) -> [Found] {
        var found: [Found] = []
        var data: [UInt8] = []
        var type: Text = ""
        func dispatch() {
            if !data.isEmpty { found.append(.data(Text(data.dropLast()), type: type)) }
            data = []
            type = ""
        }
        for (line, end) in lines(of: text) {
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
            let name = Text(line[..<(colon ?? line.count)])
            var value = colon.map { line[($0 + 1)...] } ?? []
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
            switch name {
            case "" where line.isEmpty: dispatch()
            case "data": data += value + [UInt8(ascii: "\n")]
            case "event": type = Text(value)
            case "", "id", "retry": break
            default: found.append(.line(Text(line + end)))
            }
        }
        dispatch()
        return found
    }

    /// The lines without the byte that ended them, and that byte.
    private static func lines(of text: Text) -> [([UInt8], [UInt8])] {
        var lines: [([UInt8], [UInt8])] = []
        var line: [UInt8] = []
        var previous: UInt8?
        for byte in text.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? text.bytes.dropFirst(3) : text.bytes[...] {
            switch byte {
            case 0x0a where previous == 0x0d: break
            case 0x0a, 0x0d:
                lines.append((line, [byte]))
                line = []
            default: line.append(byte)
            }
            previous = byte
        }
        return line.isEmpty ? lines : lines + [(line, [])]
    }
}
