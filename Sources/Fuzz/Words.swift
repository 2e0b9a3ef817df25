import JSONCore

/// What mutations write: the names and words of both APIs, and values that lie at an edge.
enum Words {
    /// Names of members, in quotation marks, in both spellings.
    static let names: [[UInt8]] = {
        var names = Set(["$ref", "$defs", "extra_content", "extra_body", "google", "thought_signature", "images"])
        for list in Surroundings.fieldLists { names.formUnion(fields(of: list)) }
        names.formUnion(names.map(\.snakeCase))
        return names.sorted().map { Array("\"\($0)\"".utf8) }
    }()

    /// Members of every message that a list holds.
    private static func fields(of list: [UInt8]) -> Set<String> {
        guard case .object(let root)? = Tree(list) else { broken("no field list") }
        var names: Set<String> = []
        for member in root {
            guard case .object(let messages) = member.value else { continue }
            for message in messages {
                guard case .object(let fields) = message.value else { continue }
                names.formUnion(fields.map { String(decoding: $0.name.dropFirst().dropLast(), as: UTF8.self) })
            }
        }
        return names
    }

    /// Words that the lists set in single quotation marks: values of enums.
    private static let enumWords: [String] = {
        let pieces = Surroundings.fieldLists.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "'") }
        let isWord = { (piece: Substring) in piece.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) } }
        return Set(pieces.filter(isWord).map(String.init)).sorted()
    }()

    /// JSON that can stand anywhere.
    static let values: [[UInt8]] = (enumWords.map { "\"\($0)\"" } + edges).map { Array($0.utf8) }

    private static let edges: [String] = [
        "null", "true", "false", "{}", "[]", "[{}]", "[[]]", #"{"":null}"#, #""""#, #""\ud83d""#, #""\u0000""#,
        #""\u2028é😀""#, #""{\"a\":1}""#, #""[1]""#, #""{\"a\":""#, #""data:image/png;base64,iVBORw0KGgo=""#,
        #""data:,%41""#, #""![image](data:image/png;base64,iVBORw0KGgo=)""#, #""<thought>a</thought>b""#,
        #""https://example.com/a.png?key=1""#, #""gs://bucket/a.mp4""#, #""files/a""#, ##""#/$defs/A""##, ##""#""##,
        #""a b""#, #""user""#, #""model""#, #""assistant""#, #""tool""#, #""system""#, #""function""#, #""text""#,
        #""call_1""#, #""call_1__thought__c2ln""#, #""c2ln""#, #""image/png""#, #""audio/mp3""#, #""wav""#,
        #""2026-01-02T03:04:05.678+01:00""#, #""3.5s""#, #""$.a[0].b""#, #""$.a""#, #""date-time""#, #""x""#,
        #"{"type":"string"}"#, #"{"type":"object","properties":{"a":{"type":"string"}}}"#, ##"{"$ref":"#/$defs/A"}"##,
        #"{"functionCall":{"name":"f","args":{"a":1}}}"#,
        #"{"functionResponse":{"name":"f","response":{"output":""}}}"#,
        #"{"type":"text","text":"a"}"#, #"{"text":"a","thought":true}"#, #"{"role":"user","content":"a"}"#,
        "0", "-0", "1", "-1", "1.0", "0.5", "1e3", "1e400", "-1e-400", "2147483647", "2147483648", "-2147483649",
        "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999",
        "0.30000000000000004", "1e-7",
    ]
}

extension String {
    fileprivate var snakeCase: String {
        reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
