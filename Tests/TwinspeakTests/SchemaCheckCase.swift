import Testing

/// A schema, a value, and what is said about the value: severity, code and pointer.
struct SchemaCheckCase: CustomTestStringConvertible {
    let schema: String
    let value: String
    let findings: [String]

    var testDescription: String { "\(value) against \(schema)" }

    init(_ schema: String, _ value: String, _ findings: String...) {
        self.schema = schema
        self.value = value
        self.findings = findings
    }

    static let all = types + numbers + words + objects + arrays + unions + references + unchecked + unusable

    static let types: [Self] = [
        Self("{}", "7"), Self("true", "7"), Self("false", "7", "error unknownValue "),
        Self(#"{"type":"null"}"#, "null"), Self(#"{"type":"null"}"#, "0", "error wrongKind "),
        Self(#"{"type":"boolean"}"#, "false"), Self(#"{"type":"boolean"}"#, "0", "error wrongKind "),
        Self(#"{"type":"string"}"#, #""""#), Self(#"{"type":"string"}"#, "null", "error wrongKind "),
        Self(#"{"type":"array"}"#, "[]"), Self(#"{"type":"array"}"#, "{}", "error wrongKind "),
        Self(#"{"type":"object"}"#, "{}"), Self(#"{"type":"object"}"#, "[]", "error wrongKind "),
        Self(#"{"type":"number"}"#, "1e400"), Self(#"{"type":"number"}"#, #""1""#, "error wrongKind "),
        Self(#"{"type":["string","null"]}"#, "null"), Self(#"{"type":["string","null"]}"#, "1", "error wrongKind "),
        Self(#"{"type":"STRING"}"#, #""a""#), Self(#"{"type":"OBJECT"}"#, "1", "error wrongKind "),
        Self(#"{"type":"STRING","nullable":true,"enum":["a"]}"#, "null"),
        Self(#"{"type":"STRING","nullable":false}"#, "null", "error wrongKind "),
        // The type says it all.
        Self(#"{"type":"string","enum":["a"],"minLength":3}"#, "1", "error wrongKind "),
    ]

    static let numbers: [Self] = [
        Self(#"{"type":"integer"}"#, "1.0"), Self(#"{"type":"integer"}"#, "1e2"), Self(#"{"type":"integer"}"#, "-0.0"),
        Self(#"{"type":"integer"}"#, "120e-1"), Self(#"{"type":"integer"}"#, "12e-1", "error wrongKind "),
        Self(#"{"type":"integer"}"#, "1.5", "error wrongKind "),
        Self(#"{"type":"integer"}"#, "1e-99999999999999999999999", "error wrongKind "),
        Self(#"{"type":"integer"}"#, "1e99999999999999999999999"),
        Self(#"{"type":"integer"}"#, "10000000000000000000000000000000.0"),
        Self(#"{"minimum":1}"#, "1.0"), Self(#"{"minimum":1}"#, "0.99", "error outOfRange "),
        Self(#"{"minimum":-1.5}"#, "-1.5"), Self(#"{"minimum":-1.5}"#, "-1.51", "error outOfRange "),
        Self(#"{"minimum":0}"#, "-0"), Self(#"{"minimum":0}"#, "-1e-400", "error outOfRange "),
        Self(#"{"maximum":18446744073709551616}"#, "18446744073709551616"),
        Self(#"{"maximum":18446744073709551616}"#, "18446744073709551617", "error outOfRange "),
        Self(#"{"maximum":1e3}"#, "1000"),
        Self(#"{"maximum":1e3}"#, "1000.0000000000000000000001", "error outOfRange "),
        Self(#"{"maximum":1e400}"#, "1e401", "error outOfRange "), Self(#"{"maximum":1e400}"#, "9e399"),
        Self(#"{"exclusiveMinimum":0}"#, "0.0", "error outOfRange "), Self(#"{"exclusiveMinimum":0}"#, "1e-9"),
        Self(#"{"exclusiveMaximum":2}"#, "20e-1", "error outOfRange "), Self(#"{"exclusiveMaximum":2}"#, "1.9"),
        Self(#"{"minimum":1,"exclusiveMinimum":true}"#, "1", "error outOfRange "),
        Self(#"{"maximum":1,"exclusiveMaximum":true}"#, "1", "error outOfRange "),
        Self(#"{"maximum":1,"exclusiveMaximum":false}"#, "1"),
        Self(#"{"multipleOf":3}"#, "9"), Self(#"{"multipleOf":3}"#, "0"), Self(#"{"multipleOf":3}"#, "-6.0"),
        Self(#"{"multipleOf":3}"#, "10", "error outOfRange "), Self(#"{"multipleOf":0.1}"#, "0.3"),
        Self(#"{"multipleOf":0.1}"#, "0.35", "error outOfRange "), Self(#"{"multipleOf":1.5}"#, "4.5"),
        Self(#"{"multipleOf":20}"#, "1e1", "error outOfRange "),
        Self(#"{"multipleOf":7}"#, "1e100", "error outOfRange "),
        Self(#"{"multipleOf":1024}"#, "1e300000000"), Self(#"{"multipleOf":3}"#, "111111111111111111111111111111"),
        Self(#"{"multipleOf":3}"#, "111111111111111111111111111112", "error outOfRange "),
        Self(#"{"multipleOf":1234567890123456789}"#, "1", "note notChecked "),
        Self(#"{"minimum":1,"multipleOf":2}"#, #""a""#),
        Self(#"{"minimum":5,"maximum":3}"#, "4", "error outOfRange ", "error outOfRange "),
    ]

    static let words: [Self] = [
        Self(#"{"const":1}"#, "1.0"), Self(#"{"const":1}"#, "true", "error unknownValue "),
        Self(#"{"const":null}"#, "null"), Self(#"{"const":null}"#, "0", "error unknownValue "),
        Self(#"{"const":0}"#, "-0"), Self(#"{"const":12345678901234567890}"#, "12345678901234567890"),
        Self(#"{"const":12345678901234567890}"#, "12345678901234567891", "error unknownValue "),
        Self(#"{"const":"\u00e9"}"#, #""é""#), Self(#"{"const":"a"}"#, #""b""#, "error unknownValue "),
        Self(#"{"const":{"a":1,"b":[2]}}"#, #"{"b":[2.0],"a":1}"#),
        Self(#"{"const":{"a":1}}"#, #"{"a":1,"b":1}"#, "error unknownValue "),
        Self(#"{"const":{"a":1}}"#, #"{"a":2,"a":1}"#, "warning duplicateMember /a"),
        Self(#"{"const":["1 a"]}"#, #"["1 a"]"#),
        Self(#"{"const":["a","b"]}"#, #"["a,b"]"#, "error unknownValue "),
        Self(#"{"const":[1,2]}"#, "[12]", "error unknownValue "),
        Self(#"{"const":[1]}"#, "[10]", "error unknownValue "),
        Self(#"{"enum":["a",1,null]}"#, "null"), Self(#"{"enum":["a",1,null]}"#, "1e0"),
        Self(#"{"enum":["a",1,null]}"#, #""A""#, "error unknownValue "),
        Self(#"{"enum":[]}"#, "1", "error unknownValue "),
        Self(#"{"enum":["a"],"const":"b"}"#, #""b""#, "error unknownValue "),
    ]

    static let objects: [Self] = [
        Self(#"{"required":["a"]}"#, "{}", "error missingMember /a"), Self(#"{"required":["a"]}"#, #"{"a":null}"#),
        Self(#"{"required":["a/b~","c"]}"#, "{}", "error missingMember /a~1b~0", "error missingMember /c"),
        Self(#"{"required":["a"]}"#, "[]"),
        Self(
            #"{"properties":{"a":{"type":"string"},"b":{"required":["c"]}}}"#, #"{"a":1,"b":{},"x":1}"#,
            "error wrongKind /a", "error missingMember /b/c"),
        Self(#"{"properties":{"a":{"type":"string"}}}"#, #"{"\u0061":1}"#, "error wrongKind /a"),
        Self(#"{"properties":{"a":false}}"#, #"{"a":1}"#, "error unknownValue /a"),
        Self(#"{"properties":{"a":{}},"additionalProperties":false}"#, #"{"a":1,"b":2}"#, "error unknownMember /b"),
        Self(#"{"additionalProperties":{"type":"integer"}}"#, #"{"a":1,"b":"c"}"#, "error wrongKind /b"),
        Self(#"{"properties":{"a":{}},"additionalProperties":{"type":"integer"}}"#, #"{"a":"b"}"#),
        Self(#"{"additionalProperties":true}"#, #"{"a":1}"#),
        Self(#"{"minProperties":1}"#, "{}", "error outOfRange "),
        Self(#"{"maxProperties":1}"#, #"{"a":1,"b":2}"#, "error outOfRange "),
        Self(#"{"maxProperties":1}"#, #"{"a":1}"#),
        // The last one of a name counts.
        Self(#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":1,"a":"b"}"#, "warning duplicateMember /a"),
        Self(
            #"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"b","a":1}"#, "warning duplicateMember /a",
            "error wrongKind /a"),
        Self(#"{"maxProperties":1}"#, #"{"a":1,"a":2}"#, "warning duplicateMember /a"),
        Self(#"{"type":"integer","type":"string"}"#, #""a""#),
    ]

    static let arrays: [Self] = [
        Self(#"{"items":{"type":"integer"}}"#, #"[1,"a",2.5]"#, "error wrongKind /1", "error wrongKind /2"),
        Self(#"{"items":{"type":"integer"}}"#, #""a""#), Self(#"{"items":false}"#, "[]"),
        Self(#"{"items":false}"#, "[1]", "error unknownValue /0"),
        Self(#"{"minItems":1}"#, "[]", "error outOfRange "), Self(#"{"minItems":"1"}"#, "[]", "error outOfRange "),
        Self(#"{"maxItems":1.0}"#, "[1,2]", "error outOfRange "), Self(#"{"minItems":2,"maxItems":2}"#, "[[],{}]"),
        Self(#"{"minLength":2}"#, #""é""#, "error outOfRange "), Self(#"{"maxLength":1}"#, #""\ud83d\ude00""#),
        Self(#"{"maxLength":1}"#, #""e\u0301""#, "error outOfRange "), Self(#"{"minLength":1}"#, "[]"),
        Self(
            #"{"prefixItems":[{"type":"string"}],"items":{"type":"integer"}}"#, #"["a",1,"b"]"#, "note notChecked ",
            "error wrongKind /2"),
    ]
}
