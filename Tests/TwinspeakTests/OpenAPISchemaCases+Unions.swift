/// `null`, `anyOf`, `oneOf`.
extension OpenAPISchemaCase {
    static let null: [Self] = [
        Self(
            "anyOf with null",
            #"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
            #"{"type":"STRING","nullable":true}"#,
            ["note /anyOf", "note /anyOf/1"]),
        Self(
            "anyOf with null, siblings win",
            #"""
            {"anyOf":[{"type":"string","title":"T","description":"d"},{"type":"null"}],"description":"mine",
            "default":null}
            """#,
            #"{"type":"STRING","title":"T","description":"mine","nullable":true,"default":null}"#,
            ["note /anyOf", "note /anyOf/0/description", "note /anyOf/1"]),
        Self(
            "oneOf with null first",
            #"{"oneOf":[{"type":"null"},{"type":"integer","minimum":1}]}"#,
            #"{"type":"INTEGER","nullable":true,"minimum":1}"#,
            ["note /oneOf", "note /oneOf", "note /oneOf/0"]),
        Self(
            "anyOf of two with null",
            #"{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}],"title":"T"}"#,
            #"""
            {"anyOf":[{"type":"STRING","title":"T","nullable":true},{"type":"INTEGER","title":"T",
            "nullable":true}]}
            """#,
            ["note /anyOf/2", "note /title"]),
        Self(
            "anyOf of null only",
            #"{"anyOf":[{"type":"null"}],"type":"string"}"#,
            #"{"type":"STRING","nullable":true}"#,
            ["note /anyOf/0"]),
        Self(
            "null as const and enum",
            #"{"anyOf":[{"type":"string"},{"const":null},{"enum":[null]}]}"#,
            #"{"type":"STRING","nullable":true}"#,
            ["note /anyOf", "note /anyOf/1", "note /anyOf/2"]),
        Self(
            "null in an enum",
            #"{"type":["string","null"],"enum":["a","b",null]}"#,
            #"{"type":"STRING","nullable":true,"enum":["a","b"]}"#,
            ["note /type", "note /enum/2"]),
        Self(
            "null in an enum without type",
            #"{"enum":["a",null]}"#,
            #"{"type":"STRING","nullable":true,"enum":["a"]}"#,
            ["note /type", "note /enum/1"]),
        Self(
            "nullable of OpenAPI",
            #"""
            {"type":"object","properties":{"a":{"type":"string","nullable":true},"b":{"type":"string",
            "nullable":false}}}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING","nullable":true},"b":{"type":"STRING",
            "nullable":false}},"propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering"]),
        Self(
            "nullable reference",
            ##"""
            {"anyOf":[{"$ref":"#/$defs/A"},{"type":"null"}],"title":"Mine","$defs":{"A":{"type":"object",
            "title":"A","properties":{"x":{"type":"integer"}}}}}
            """##,
            #"{"type":"OBJECT","title":"Mine","nullable":true,"properties":{"x":{"type":"INTEGER"}}}"#,
            ["note /anyOf", "note /anyOf/0/$ref", "note /anyOf/1", "note /$defs", "note /$defs/A/title"]),
    ]

    static let unions: [Self] = [
        Self(
            "oneOf",
            #"{"oneOf":[{"type":"string"},{"type":"integer"}]}"#,
            #"{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}"#,
            ["note /oneOf"]),
        Self(
            "one branch",
            #"{"anyOf":[{"type":"string","minLength":1}],"minLength":2}"#,
            #"{"type":"STRING","minLength":2}"#,
            ["note /anyOf", "warning /anyOf/0/minLength"]),
        Self(
            "nested single branches",
            #"{"anyOf":[{"oneOf":[{"anyOf":[{"type":"string"}]}]}]}"#,
            #"{"type":"STRING"}"#,
            ["note /anyOf", "note /anyOf/0/oneOf", "note /anyOf/0/oneOf", "note /anyOf/0/oneOf/0/anyOf"]),
        Self(
            "title and description move",
            #"""
            {"title":"T","description":"d","nullable":true,"anyOf":[{"type":"string","description":"own"},
            {"type":"integer"}]}
            """#,
            #"""
            {"anyOf":[{"type":"STRING","title":"T","description":"own","nullable":true},{"type":"INTEGER",
            "title":"T","description":"d","nullable":true}]}
            """#,
            ["note /title", "note /description", "note /nullable"]),
        Self(
            "every branch has its own description",
            #"""
            {"title":"T","description":"d","anyOf":[{"type":"string","title":"A","description":"a"},
            {"type":"integer","title":"B","description":"b"}]}
            """#,
            #"""
            {"anyOf":[{"type":"STRING","title":"A","description":"a"},{"type":"INTEGER","title":"B",
            "description":"b"}]}
            """#,
            ["note /title", "warning /description"]),
        Self(
            "the rest beside anyOf is lost",
            #"""
            {"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"string"}],
            "properties":{"b":{"type":"string"}},"required":["b"],"default":"x","format":"email"}
            """#,
            #"{"anyOf":[{"type":"OBJECT","properties":{"a":{"type":"STRING"}}},{"type":"STRING"}]}"#,
            ["warning /properties", "warning /required", "warning /default", "warning /format"]),
        Self(
            "the type moves to branches without one",
            #"{"type":"string","anyOf":[{"minLength":3},{"pattern":"^a"}]}"#,
            #"{"anyOf":[{"type":"STRING","minLength":3},{"type":"STRING","pattern":"^a"}]}"#,
            ["note /type"]),
        Self(
            "the type is that of the branches",
            #"""
            {"type":"object","oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},
            {"properties":{"b":{"type":"string"}}}]}
            """#,
            #"""
            {"anyOf":[{"type":"OBJECT","properties":{"a":{"type":"STRING"}}},{"type":"OBJECT",
            "properties":{"b":{"type":"STRING"}}}]}
            """#,
            ["note /type", "note /oneOf"]),
        Self(
            "a branch contradicts the type",
            #"{"type":"string","anyOf":[{"type":"integer"},{"minLength":1}]}"#,
            #"{"anyOf":[{"type":"INTEGER"},{"type":"STRING","minLength":1}]}"#,
            ["warning /type"]),
        Self(
            "branches that only constrain",
            #"""
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},
            "anyOf":[{"required":["a"]},{"required":["b"]}]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"}},
            "propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering", "warning /anyOf"]),
        Self(
            "anyOf and oneOf",
            #"""
            {"anyOf":[{"type":"string"},{"type":"integer"}],"oneOf":[{"type":"string"},{"type":"boolean"}]}
            """#,
            #"{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}"#,
            ["warning /oneOf"]),
        Self(
            "empty branches",
            #"{"anyOf":[{},{"type":"integer"},true]}"#,
            #"{"anyOf":[{"type":"STRING"},{"type":"INTEGER"},{"type":"STRING"}]}"#,
            ["warning /anyOf/0/type", "warning /anyOf/2"]),
        Self(
            "empty anyOf",
            #"{"type":"string","anyOf":[]}"#,
            #"{"type":"STRING"}"#,
            ["warning /anyOf"]),
        Self(
            "a union in a union",
            #"{"anyOf":[{"anyOf":[{"type":"string"},{"type":"null"}]},{"type":["integer","boolean"]}]}"#,
            #"""
            {"anyOf":[{"type":"STRING","nullable":true},{"anyOf":[{"type":"INTEGER"},{"type":"BOOLEAN"}]}]}
            """#,
            ["note /anyOf/0/anyOf", "note /anyOf/0/anyOf/1", "note /anyOf/1/type"]),
    ]
}
