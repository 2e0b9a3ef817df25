internal import JSONCore

/// Functions have names that the API takes, and each its own.
enum DeclarationRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let tools = chat["tools"].elements.map(ChatTool.name) + chat["functions"].elements.map { $0["name"] }
        refuseTwins(tools)
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let names = request["tools"].elements.flatMap { $0["functionDeclarations"].elements.map { $0["name"] } }
        refuseTwins(names)
        for name in names where name.kind == .string && !name.decoded.isFunctionName {
            // A relay's documentation has such names.
            name.warn(
                .outOfRange,
                "expected a letter or `_`, then letters, digits, `_`, `.`, `:` and `-`, at most 128 characters, "
                    + "found \(name.found)")
        }
    }

    private static func refuseTwins(_ names: [JSONValue]) {
        var seen: Set<JSONKey> = []
        for name in names {
            if name.kind == .string, !seen.insert(name.key).inserted {
                name.refuse(.duplicateName, "another function has this name")
            }
        }
    }
}

extension JSONSlice {
    fileprivate var isFunctionName: Bool {
        guard 1...128 ~= count else { return false }
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"):
                if place == 0 { return false }
            default: return false
            }
        }
        return true
    }
}
