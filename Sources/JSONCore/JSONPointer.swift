/// Where a value stands in a document, as RFC 6901 writes it: `/properties/a~1b/0`.
public enum JSONPointer {
    /// `~` is written `~0`, `/` is written `~1`.
    public static func escaped(_ name: String) -> String {
        var text = ""
        for character in name.unicodeScalars {
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }

    /// The names and places on the way; nil for what does not begin with a slash.
    public static func steps(_ pointer: some Collection<UInt8>) -> [String]? {
        if pointer.isEmpty { return [] }
        guard pointer.first == UInt8(ascii: "/") else { return nil }
        return pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { unescaped(Array($0)[...]) }
    }

    private static func unescaped(_ step: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = step
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~"), let digit = rest.first, digit == 0x30 || digit == 0x31 else {
                bytes.append(byte)
                continue
            }
            rest.removeFirst()
            bytes.append(digit == 0x30 ? UInt8(ascii: "~") : UInt8(ascii: "/"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The way to `value` from a container around it. `step` is asked at every value that is passed, and ends the way
    /// with nil.
    public static func way(to value: JSONValue, from container: JSONValue, step: () -> Bool) -> String? {
        var pointer = ""
        var place = container
        while place.index != value.index {
            var inside: (name: String, value: JSONValue)?
            if place.kind == .array {
                for (number, element) in place.elements.enumerated() where inside == nil {
                    guard step() else { return nil }
                    if element.contains(value) { inside = (String(number), element) }
                }
            } else {
                for (name, member) in place.members where inside == nil {
                    guard step() else { return nil }
                    if member.contains(value) { inside = (escaped(name.decoded.string), member) }
                }
            }
            guard let inside else { return nil }
            pointer += "/" + inside.name
            place = inside.value
        }
        return pointer
    }
}

extension JSONValue {
    /// How many nodes the value and everything in it are.
    public var nodeCount: Int { Int(node.pointee.next) - index }

    fileprivate func contains(_ value: JSONValue) -> Bool { index..<index + nodeCount ~= value.index }
}
