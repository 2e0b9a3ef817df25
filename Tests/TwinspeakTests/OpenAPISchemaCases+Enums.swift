/// `enum`, `const`, bounds.
extension OpenAPISchemaCase {
    static let enums: [Self] = [
        Self(
            "integers",
            #"{"type":"integer","enum":[1,2,3],"minimum":1,"default":2}"#,
            #"{"type":"STRING","enum":["1","2","3"],"default":"2"}"#,
            ["note /type", "note /enum", "note /minimum", "note /default"]),
        Self(
            "numbers as written",
            #"{"enum":[1.50,1e3,-0]}"#,
            #"{"type":"STRING","enum":["1.50","1e3","-0"]}"#,
            ["note /type", "note /enum"]),
        Self(
            "mixed",
            #"{"type":["string","integer","boolean"],"enum":["a",1,true]}"#,
            #"{"type":"STRING","enum":["a","1","true"]}"#,
            ["note /type", "note /enum"]),
        Self(
            "the same word twice",
            #"{"enum":["1",1,"1"]}"#,
            #"{"type":"STRING","enum":["1"]}"#,
            ["note /type", "note /enum", "note /enum/1", "note /enum/2"]),
        Self(
            "empty value",
            #"{"type":"string","enum":["","a"]}"#,
            #"{"type":"STRING","enum":["a"]}"#,
            ["warning /enum/0"]),
        Self(
            "only the empty value",
            #"{"type":"string","enum":[""]}"#,
            #"{"type":"STRING"}"#,
            ["warning /enum/0"]),
        Self(
            "no value",
            #"{"type":"string","enum":[]}"#,
            #"{"type":"STRING"}"#,
            ["warning /enum"]),
        Self(
            "booleans",
            #"{"type":"boolean","enum":[true]}"#,
            #"{"type":"BOOLEAN"}"#,
            ["warning /enum"]),
        Self(
            "booleans without type",
            #"{"enum":[true,false]}"#,
            #"{"type":"BOOLEAN"}"#,
            ["note /type", "warning /enum"]),
        Self(
            "objects",
            #"{"type":"object","enum":[{"a":1}]}"#,
            #"{"type":"OBJECT"}"#,
            ["warning /enum/0"]),
        Self(
            "const",
            #"{"const":"a"}"#,
            #"{"type":"STRING","enum":["a"]}"#,
            ["note /type", "note /const"]),
        Self(
            "const number",
            #"{"type":"integer","const":5}"#,
            #"{"type":"STRING","enum":["5"]}"#,
            ["note /type", "note /const", "note /const"]),
        Self(
            "const true",
            #"{"const":true}"#,
            #"{"type":"BOOLEAN"}"#,
            ["note /type", "warning /const"]),
        Self(
            "const null",
            #"{"const":null}"#,
            #"{"type":"STRING","nullable":true}"#,
            ["warning /type", "note /const"]),
        Self(
            "const beside enum",
            #"{"const":"a","enum":["a","b"]}"#,
            #"{"type":"STRING","enum":["a"]}"#,
            ["note /type", "note /const", "note /enum"]),
        Self(
            "const among branches",
            #"{"oneOf":[{"const":"a","title":"A"},{"const":"b","title":"B"}]}"#,
            #"""
            {"anyOf":[{"type":"STRING","title":"A","enum":["a"]},{"type":"STRING","title":"B",
            "enum":["b"]}]}
            """#,
            ["note /oneOf", "note /oneOf/0/type", "note /oneOf/0/const", "note /oneOf/1/type", "note /oneOf/1/const"]),
    ]

    static let bounds: [Self] = [
        Self(
            "exclusive, whole",
            #"{"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":10}"#,
            #"{"type":"INTEGER","minimum":1,"maximum":9}"#,
            ["note /exclusiveMinimum", "note /exclusiveMaximum"]),
        Self(
            "exclusive",
            #"{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1.5}"#,
            #"{"type":"NUMBER","minimum":0,"maximum":1.5}"#,
            ["warning /exclusiveMinimum", "warning /exclusiveMaximum"]),
        Self(
            "exclusive of draft 4",
            #"{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}"#,
            #"{"type":"NUMBER","minimum":0,"maximum":9}"#,
            ["warning /exclusiveMinimum", "note /exclusiveMaximum"]),
        Self(
            "exclusive of draft 4 without a bound",
            #"{"type":"number","exclusiveMaximum":true}"#,
            #"{"type":"NUMBER"}"#,
            ["note /exclusiveMaximum"]),
        Self(
            "both, the exclusive is narrower",
            #"{"type":"number","minimum":0,"exclusiveMinimum":5}"#,
            #"{"type":"NUMBER","minimum":5}"#,
            ["note /minimum", "warning /exclusiveMinimum"]),
        Self(
            "both, the other is narrower",
            #"{"type":"number","maximum":3,"exclusiveMaximum":5}"#,
            #"{"type":"NUMBER","maximum":3}"#,
            ["note /exclusiveMaximum"]),
        Self(
            "at the end of 64 bits",
            #"{"type":"integer","exclusiveMinimum":9223372036854775807}"#,
            #"{"type":"INTEGER","minimum":9223372036854775807}"#,
            ["warning /exclusiveMinimum"]),
        Self(
            "multipleOf",
            #"{"type":"number","multipleOf":0.5,"minimum":-0,"maximum":1e2}"#,
            #"{"type":"NUMBER","minimum":-0,"maximum":1e2}"#,
            ["warning /multipleOf"]),
    ]
}
