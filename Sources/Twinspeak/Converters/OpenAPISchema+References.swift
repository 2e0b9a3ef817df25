internal import JSONCore

extension OpenAPISchema {
    /// Finds what a `$ref` names: `#`, or a JSON Pointer (RFC 6901) in a fragment, `#/$defs/a~1b%20c`.
    struct References {
        let root: JSONValue
        /// By container: what is in it by name or place. Without, finding one definition after the other would take
        /// quadratic time.
        private var indexes: [Int: [String: JSONValue]] = [:]

        init(root: JSONValue) { self.root = root }

        /// Nil for other documents, anchors, and what is not there or no schema.
        mutating func target(of reference: JSONValue) -> JSONValue? {
            let text = Array((reference.string ?? "").utf8)
            guard text.isEmpty || text.first == UInt8(ascii: "#") else { return nil }
            let pointer = Self.percentDecoded(text.dropFirst())
            var target = root
            if !pointer.isEmpty {
                guard pointer.first == UInt8(ascii: "/") else { return nil }
                let steps = pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                for step in steps {
                    guard let next = index(of: target)[Self.unescaped(step)] else { return nil }
                    target = next
                }
            }
            return target.kind == .object || target.kind == .bool ? target : nil
        }

        private mutating func index(of container: JSONValue) -> [String: JSONValue] {
            if let index = indexes[container.index] { return index }
            var index: [String: JSONValue] = [:]
            if container.kind == .array {
                for (place, element) in container.elements.enumerated() { index[String(place)] = element }
            } else {
                for (name, value) in container.members { index[name.decoded.string] = value }
            }
            indexes[container.index] = index
            return index
        }

        /// `~0` is `~`, `~1` is `/`.
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

        private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
            var bytes: [UInt8] = []
            var rest = text
            while let byte = rest.popFirst() {
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                if byte == UInt8(ascii: "%"), digits.utf8.count == 2, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
                    let decoded = UInt8(digits, radix: 16)
                {
                    bytes.append(decoded)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            return bytes
        }
    }
}
