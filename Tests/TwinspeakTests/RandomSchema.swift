/// JSON Schemas as nobody would write them: every keyword, often with the wrong kind of value.
struct RandomSchema {
    /// SplitMix64: the same schemas on every run.
    private var state: UInt64
    private var nodes = 0

    init(seed: UInt64) { state = seed }

    mutating func schema() -> String {
        nodes = 0
        let definitions = ["A", "B", "c/d"].map { "\"\($0)\":\(schema(depth: 2))" }.joined(separator: ",")
        let root = schema(depth: 4)
        guard root.hasPrefix("{"), root != "{}" else { return "{\"$defs\":{\(definitions)}}" }
        return "{\"$defs\":{\(definitions)}," + root.dropFirst()
    }

    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((bits ^ bits >> 31) % UInt64(bound))
    }

    private mutating func one(_ choices: [String]) -> String { choices[next(choices.count)] }

    private mutating func schema(depth: Int) -> String {
        nodes += 1
        if depth == 0 || nodes > 200 { return one(["{}", "true", #"{"type":"string"}"#, #"{"type":"null"}"#]) }
        if next(25) == 0 { return one(["true", "false", "null", "7", "[]", "{}"]) }
        var members: [String] = []
        if next(4) > 0 { members.append("\"type\":" + type()) }
        for _ in 0..<next(4) { members.append(member(depth: depth)) }
        return "{" + members.joined(separator: ",") + "}"
    }

    private mutating func type() -> String {
        let words = ["string", "integer", "number", "boolean", "array", "object", "null", "STRING", "any"]
        if next(4) > 0 { return "\"" + one(words) + "\"" }
        return list(next(4)) { "\"" + $0.one(words) + "\"" }
    }

    private mutating func list(_ count: Int, _ element: (inout Self) -> String) -> String {
        "[" + (0..<count).map { _ in element(&self) }.joined(separator: ",") + "]"
    }

    private mutating func schemas(depth: Int) -> String { list(next(4)) { $0.schema(depth: depth - 1) } }

    private mutating func scalar() -> String {
        one([
            "null", "true", "false", "0", "-1", "2.5", "1e2", "\"\"", "\"a\"", "\"1\"", "\"b \\u0041\"", "[]",
            "{\"a\":1}",
        ])
    }

    private mutating func name() -> String { "\"" + one(["a", "b", "type", "$ref", "enum", "\\u0061"]) + "\"" }

    private mutating func member(depth: Int) -> String {
        if next(30) == 0 { return name() + ":" + scalar() }
        switch next(14) {
        case 0: return "\"\(one(["anyOf", "oneOf", "allOf", "prefixItems"]))\":" + schemas(depth: depth)
        case 1, 2:
            let properties = (0..<next(4)).map { _ in name() + ":" + schema(depth: depth - 1) }
            return "\"properties\":{" + properties.joined(separator: ",") + "}"
        case 3: return "\"required\":" + list(next(3)) { $0.name() }
        case 4: return "\"items\":" + schema(depth: depth - 1)
        case 5: return "\"enum\":" + list(next(5)) { $0.scalar() }
        case 6: return "\"const\":" + scalar()
        case 7, 8:
            let references = ["#", "#/$defs/A", "#/$defs/B", "#/$defs/c~1d", "#/properties/a", "#/x", "#/anyOf/0"]
            return "\"$ref\":\"" + one(references) + "\""
        case 9: return "\"\(one(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]))\":" + scalar()
        case 10:
            return "\"\(one(["minLength", "maxItems", "minProperties", "pattern", "format", "title"]))\":" + scalar()
        case 11: return "\"format\":\"\(one(["date-time", "int32", "double", "uri", "enum"]))\""
        case 12: return "\"\(one(["default", "example", "nullable", "description", "title"]))\":" + scalar()
        default:
            let others = [
                "additionalProperties", "not", "if", "uniqueItems", "x-a", "$schema", "propertyOrdering", "unknown",
            ]
            return "\"\(one(others))\":" + one([scalar(), schema(depth: depth - 1)])
        }
    }
}
