/// Function declarations with the JSON Schemas that agents bring along.
extension PseudoRandom {
    private static let verbs = ["create", "delete", "find", "get", "move", "open", "patch", "show"]
    private static let nouns = ["branch", "commit", "document", "folder", "page", "record", "ticket"]
    private static let properties = [
        "after", "body", "branch", "columns", "cursor", "depth", "destination", "dry_run", "file_path", "follow_links",
        "id", "labels", "max_results", "order_by", "since", "text", "timeout_ms",
    ]

    mutating func tool(_ place: Int) -> (name: String, json: SampleJSON) {
        let name = "\(pick(Self.verbs))_\(pick(Self.nouns))_\(place)"
        let function: SampleJSON = [
            "name": .string(name), "description": .string(words(number(14..<44))), "parameters": schema(depth: 0),
        ]
        return (name, ["type": "function", "function": function])
    }

    private mutating func schema(depth: Int) -> SampleJSON {
        var names: [String] = []
        for _ in 0..<number(2..<5) {
            let name = pick(Self.properties)
            names.append(names.contains(name) ? "\(name)_\(names.count)" : name)
        }
        let properties = names.map { (name: $0, value: property(depth: depth)) }
        var members: [(name: String, value: SampleJSON)] = [
            ("type", "object"), ("properties", .object(properties)),
            ("required", .array(names.prefix(2).map { .string($0) })), ("additionalProperties", false),
        ]
        if depth == 0 { members.append(("$schema", "https://json-schema.org/draft/2020-12/schema")) }
        return .object(members)
    }

    private mutating func property(depth: Int) -> SampleJSON {
        switch number(0..<100) {
        case 0..<40: ["type": "string", "description": .string(words(number(6..<16)))]
        case 40..<55:
            [
                "type": "integer", "minimum": 1, "maximum": .integer(number(10..<100_000)),
                "description": .string(words(7)),
            ]
        case 55..<65: ["type": "boolean", "default": .bool(chance(50))]
        case 65..<78: ["type": "string", "enum": .array((0..<4).map { .string("\(word())-\($0)") })]
        case 78..<88: ["type": "array", "items": ["type": "string"], "maxItems": 20]
        default:
            depth < 2 ? schema(depth: depth + 1) : ["anyOf": [["type": "number"], ["type": "null"]]]
        }
    }

    /// Arguments of a call as the model writes them: JSON text.
    mutating func arguments() -> String {
        var members: [(name: String, value: SampleJSON)] = [
            ("file_path", .string("/home/\(word())/\(word())/\(word()).swift")), ("text", .string(message(words: 14))),
            ("max_results", .integer(number(1..<1000))), ("threshold", .decimal(fraction())),
        ]
        if chance(50) {
            let patches = (0..<number(1..<3)).map { _ -> SampleJSON in
                ["before": .string(code(lines: 2)), "after": .string(code(lines: 3))]
            }
            members.append(("patches", .array(patches)))
        }
        if chance(40) {
            let only: SampleJSON = ["draft": .null, "open": true, "number": .number(String(next() >> 1))]
            members.append(("where", ["languages": ["en", "zh"], "since": "2025-11-03T09:30:00Z", "only": only]))
        }
        return SampleJSON.object(members).text(.init(isSpaced: true, isASCII: chance(30)))
    }

    /// What a tool answers: text in one half of cases, JSON in the other.
    mutating func result() -> String {
        if chance(50) { return code(lines: number(6..<25)) }
        let rows = (0..<number(2..<9)).map { _ -> SampleJSON in
            ["id": .number(String(next() >> 14)), "title": .string(characters(7)), "score": .decimal(fraction())]
        }
        return (["done": true, "items": .array(rows)] as SampleJSON).text(.init(isSpaced: true))
    }
}
