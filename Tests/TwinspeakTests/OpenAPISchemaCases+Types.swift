/// Types, and what is hardly a schema.
extension OpenAPISchemaCase {
    static let types: [Self] = [
        Self(
            "every type in upper case",
            #"""
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number"},
            "c":{"type":"integer"},"d":{"type":"boolean"},"e":{"type":"array","items":{"type":"string"}}}}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"NUMBER"},
            "c":{"type":"INTEGER"},"d":{"type":"BOOLEAN"},"e":{"type":"ARRAY","items":{"type":"STRING"}}},
            "propertyOrdering":["a","b","c","d","e"]}
            """#,
            ["note /propertyOrdering"]),
        Self(
            "types in any case",
            #"{"type":"Object","properties":{"a":{"type":"STRING"}}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            []),
        Self(
            "several types",
            #"{"type":["string","integer"]}"#,
            #"{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}"#,
            ["note /type"]),
        Self(
            "several types, each with its own keywords",
            #"""
            {"type":["string","integer","array"],"description":"d","minLength":1,"minimum":0,
            "items":{"type":"string"},"format":"int32","default":7}
            """#,
            #"""
            {"anyOf":[{"type":"STRING","description":"d","minLength":1},{"type":"INTEGER","format":"int32",
            "description":"d","minimum":0,"default":7},{"type":"ARRAY","description":"d",
            "items":{"type":"STRING"}}]}
            """#,
            ["note /type"]),
        Self(
            "a default of no type",
            #"{"type":["string","integer"],"default":true}"#,
            #"{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}"#,
            ["note /type", "warning /default"]),
        Self(
            "null among two types",
            #"{"type":["string","null"],"maxLength":3}"#,
            #"{"type":"STRING","nullable":true,"maxLength":3}"#,
            ["note /type"]),
        Self(
            "null among three types",
            #"{"type":["null","string","number"]}"#,
            #"{"anyOf":[{"type":"STRING","nullable":true},{"type":"NUMBER","nullable":true}]}"#,
            ["note /type", "note /type"]),
        Self(
            "one type in a list",
            #"{"type":["string"]}"#,
            #"{"type":"STRING"}"#,
            ["note /type"]),
        Self(
            "a type given twice in a list",
            #"{"type":["string","string"]}"#,
            #"{"type":"STRING"}"#,
            ["note /type"]),
        Self(
            "null alone",
            #"{"type":"null"}"#,
            #"{"type":"STRING","nullable":true}"#,
            ["warning /type"]),
        Self(
            "unknown type",
            #"{"type":"any","description":"d"}"#,
            #"{"type":"STRING","description":"d"}"#,
            ["warning /type", "warning /type"]),
        Self(
            "type of a wrong kind",
            #"{"type":7,"properties":{"a":{"type":"string"}}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            ["note /type", "warning /type"]),
        Self(
            "type from properties",
            #"{"properties":{"a":{"type":"string"}}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            ["note /type"]),
        Self(
            "type from items",
            #"{"items":{"type":"string"}}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["note /type"]),
        Self(
            "type from an enum",
            #"{"enum":["a","b"]}"#,
            #"{"type":"STRING","enum":["a","b"]}"#,
            ["note /type"]),
        Self(
            "type from other keywords",
            #"""
            {"type":"object","properties":{"a":{"minLength":1},"b":{"minimum":0},"c":{"minItems":1},
            "d":{"required":["x"]},"e":{"format":"int64"},"f":{"additionalProperties":{"type":"string"}}}}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING","minLength":1},"b":{"type":"NUMBER",
            "minimum":0},"c":{"type":"ARRAY","items":{"type":"STRING"},"minItems":1},"d":{"type":"OBJECT"},
            "e":{"type":"INTEGER","format":"int64"},"f":{"type":"OBJECT"}},"propertyOrdering":["a","b","c",
            "d","e","f"]}
            """#,
            [
                "note /propertyOrdering", "note /properties/a/type", "note /properties/b/type",
                "note /properties/c/type", "warning /properties/c/items", "note /properties/d/type",
                "warning /properties/d/required/0", "note /properties/e/type", "note /properties/f/type",
                "warning /properties/f/additionalProperties",
            ]),
        Self(
            "no type at all",
            #"{"type":"object","properties":{"a":{},"b":{"description":"anything"}}}"#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING",
            "description":"anything"}},"propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering", "warning /properties/a/type", "warning /properties/b/type"]),
        Self(
            "keywords of other types",
            #"""
            {"type":"string","minimum":0,"items":{"type":"string"},"properties":{"a":{"type":"string"}},
            "maxLength":2}
            """#,
            #"{"type":"STRING","maxLength":2}"#,
            ["note /minimum", "note /items", "note /properties"]),
    ]

    static let odd: [Self] = [
        Self(
            "true",
            #"{"type":"object","properties":{"a":true}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            ["warning /properties/a"]),
        Self(
            "false",
            #"{"type":"object","properties":{"a":false}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            ["warning /properties/a", "warning /properties/a"]),
        Self(
            "no schema",
            #"{"type":"object","properties":{"a":"string","b":["x"],"c":null}}"#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"},
            "c":{"type":"STRING"}},"propertyOrdering":["a","b","c"]}
            """#,
            [
                "note /propertyOrdering", "warning /properties/a", "warning /properties/a", "warning /properties/b",
                "warning /properties/b", "warning /properties/c", "warning /properties/c",
            ]),
        Self(
            "nothing",
            #"{}"#,
            #"{"type":"STRING"}"#,
            ["warning /type"]),
        Self(
            "keywords of a wrong kind",
            #"""
            {"type":"object","title":1,"description":[],"properties":{"a":{"type":"string","maxLength":-1,
            "pattern":5,"format":{},"enum":"x"},"b":{"type":"integer","minimum":"0","maximum":null}},
            "required":"a"}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"INTEGER"}},
            "propertyOrdering":["a","b"]}
            """#,
            [
                "note /propertyOrdering", "warning /title", "warning /description", "warning /properties/a/maxLength",
                "warning /properties/a/pattern", "warning /properties/a/format", "warning /properties/a/enum",
                "warning /properties/b/minimum", "warning /required",
            ]),
        Self(
            "counts as strings",
            #"{"type":"array","items":{"type":"string","minLength":"2"},"maxItems":"3"}"#,
            #"{"type":"ARRAY","items":{"type":"STRING","minLength":"2"},"maxItems":"3"}"#,
            []),
        Self(
            "duplicate keywords",
            #"{"type":"string","type":"integer"}"#,
            #"{"type":"INTEGER"}"#,
            ["warning duplicateMember /type"]),
        Self(
            "duplicate properties",
            #"{"type":"object","properties":{"a":{"type":"string"},"a":{"type":"integer"}}}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"INTEGER"}}}"#,
            ["warning duplicateMember /properties/a"]),
    ]
}
