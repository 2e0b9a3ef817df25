/// `$ref`, `$defs`, `allOf`.
extension OpenAPISchemaCase {
    static let references: [Self] = [
        Self(
            "a definition",
            ##"{"$ref":"#/$defs/A","$defs":{"A":{"type":"string"}}}"##,
            #"{"type":"STRING"}"#,
            ["note /$ref", "note /$defs"]),
        Self(
            "definitions of draft 7",
            ##"""
            {"type":"array","items":{"$ref":"#/definitions/A"},"definitions":{"A":{"type":"string"},
            "B":{"type":"integer","multipleOf":2}}}
            """##,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["note /items/$ref", "note /definitions"]),
        Self(
            "siblings win",
            ##"""
            {"$ref":"#/$defs/A","description":"mine","maxLength":2,"$defs":{"A":{"type":"string",
            "description":"its","maxLength":9}}}
            """##,
            #"{"type":"STRING","description":"mine","maxLength":2}"#,
            ["note /$ref", "note /$defs", "note /$defs/A/description", "warning /$defs/A/maxLength"]),
        Self(
            "siblings add",
            ##"""
            {"$ref":"#/$defs/A","properties":{"b":{"type":"string"}},"required":["b"],
            "$defs":{"A":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"}},"required":["a",
            "b"],"propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering", "note /$ref", "note /$defs"]),
        Self(
            "escapes",
            ##"""
            {"type":"object","properties":{"a":{"$ref":"#/$defs/a~1b~0c"},"b":{"$ref":"#/$defs/d%20e%25"},
            "c":{"$ref":"#/$defs/\u0066"}},"$defs":{"a/b~c":{"type":"string"},"d e%":{"type":"integer"},
            "f":{"type":"boolean"}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"INTEGER"},
            "c":{"type":"BOOLEAN"}},"propertyOrdering":["a","b","c"]}
            """#,
            [
                "note /propertyOrdering", "note /properties/a/$ref", "note /properties/b/$ref",
                "note /properties/c/$ref", "note /$defs",
            ]),
        Self(
            "into properties and lists",
            ##"""
            {"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"integer"}]},
            "b":{"$ref":"#/properties/a/anyOf/1"},"c":{"$ref":"#/properties/a"}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"a":{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]},
            "b":{"type":"INTEGER"},"c":{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}},
            "propertyOrdering":["a","b","c"]}
            """#,
            ["note /propertyOrdering", "note /properties/b/$ref", "note /properties/c/$ref"]),
        Self(
            "references in a row",
            ##"""
            {"$ref":"#/$defs/A","$defs":{"A":{"$ref":"#/$defs/B","title":"A"},"B":{"type":"string",
            "title":"B","description":"b"}}}
            """##,
            #"{"type":"STRING","title":"A","description":"b"}"#,
            ["note /$ref", "note /$defs", "note /$defs/A/$ref", "note /$defs/B/title"]),
        Self(
            "nowhere",
            ##"""
            {"type":"object","properties":{"a":{"$ref":"#/$defs/X"},
            "b":{"$ref":"https://example.com/s.json"},"c":{"$ref":"#anchor"},"d":{"$ref":7},
            "e":{"$ref":"#/properties/a/$ref"}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"},
            "c":{"type":"STRING"},"d":{"type":"STRING"},"e":{"type":"STRING"}},"propertyOrdering":["a","b",
            "c","d","e"]}
            """#,
            [
                "note /propertyOrdering", "warning /properties/a/type", "warning /properties/a/$ref",
                "warning /properties/b/type", "warning /properties/b/$ref", "warning /properties/c/type",
                "warning /properties/c/$ref", "warning /properties/d/type", "warning /properties/d/$ref",
                "warning /properties/e/type", "warning /properties/e/$ref",
            ]),
        Self(
            "recursion",
            ##"""
            {"$ref":"#/$defs/Node","$defs":{"Node":{"type":"object","properties":{"value":{"type":"string"},
            "children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},"required":["value"]}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"value":{"type":"STRING"},"children":{"type":"ARRAY",
            "items":{"type":"OBJECT"}}},"required":["value"],"propertyOrdering":["value","children"]}
            """#,
            [
                "note /propertyOrdering", "note /$ref", "note /$defs",
                "warning /$defs/Node/properties/children/items/$ref",
            ]),
        Self(
            "recursion to the root",
            ##"{"type":"object","properties":{"next":{"$ref":"#","description":"the next one"}}}"##,
            #"{"type":"OBJECT","properties":{"next":{"type":"OBJECT","description":"the next one"}}}"#,
            ["warning /properties/next/$ref"]),
        Self(
            "recursion with null",
            ##"{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}}}"##,
            #"{"type":"OBJECT","properties":{"next":{"type":"OBJECT","nullable":true}}}"#,
            ["note /properties/next/anyOf", "warning /properties/next/anyOf/0/$ref", "note /properties/next/anyOf/1"]),
        Self(
            "recursion of two",
            ##"""
            {"$ref":"#/$defs/A","$defs":{"A":{"type":"object","properties":{"b":{"$ref":"#/$defs/B"}}},
            "B":{"type":"object","properties":{"a":{"$ref":"#/$defs/A"}}}}}
            """##,
            #"{"type":"OBJECT","properties":{"b":{"type":"OBJECT","properties":{"a":{"type":"OBJECT"}}}}}"#,
            ["note /$ref", "note /$defs", "note /$defs/A/properties/b/$ref", "warning /$defs/B/properties/a/$ref"]),
        Self(
            "a reference to itself",
            ##"{"$ref":"#/$defs/A","$defs":{"A":{"$ref":"#/$defs/A"}}}"##,
            #"{"type":"OBJECT"}"#,
            ["note /$ref", "note /$defs", "warning /$defs/A/$ref"]),
        Self(
            "a union of itself",
            ##"""
            {"$ref":"#/$defs/JSON","$defs":{"JSON":{"anyOf":[{"type":"string"},{"type":"array",
            "items":{"$ref":"#/$defs/JSON"}},{"$ref":"#/$defs/JSON"}]}}}
            """##,
            #"{"anyOf":[{"type":"STRING"},{"type":"ARRAY","items":{"type":"OBJECT"}},{"type":"OBJECT"}]}"#,
            ["note /$ref", "note /$defs", "warning /$defs/JSON/anyOf/1/items/$ref", "warning /$defs/JSON/anyOf/2/$ref"]),
        Self(
            "the same definition twice is no recursion",
            ##"""
            {"type":"object","properties":{"a":{"$ref":"#/$defs/A"},"b":{"$ref":"#/$defs/A"}},
            "$defs":{"A":{"type":"object","properties":{"x":{"type":"string","format":"uri"}}}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"OBJECT","properties":{"x":{"type":"STRING"}}},
            "b":{"type":"OBJECT","properties":{"x":{"type":"STRING"}}}},"propertyOrdering":["a","b"]}
            """#,
            [
                "note /propertyOrdering", "note /properties/a/$ref", "note /properties/b/$ref", "note /$defs",
                "note /$defs/A/properties/x/format",
            ]),
    ]

    static let allOf: [Self] = [
        Self(
            "one",
            ##"""
            {"allOf":[{"$ref":"#/$defs/A"}],"description":"mine","default":"x",
            "$defs":{"A":{"type":"string","enum":["x","y"],"description":"its"}}}
            """##,
            #"{"type":"STRING","description":"mine","enum":["x","y"],"default":"x"}"#,
            ["note /allOf", "note /allOf/0/$ref", "note /$defs", "note /$defs/A/description"]),
        Self(
            "objects",
            #"""
            {"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},
            {"type":"object","properties":{"b":{"type":"integer"}},"required":["b","a"]}]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"INTEGER"}},"required":["a",
            "b"],"propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering", "note /allOf"]),
        Self(
            "the same property",
            #"""
            {"allOf":[{"properties":{"a":{"type":"string","minLength":1}}},
            {"properties":{"a":{"maxLength":9,"description":"d"}}}]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING","description":"d","minLength":1,
            "maxLength":9}}}
            """#,
            ["note /type", "note /allOf"]),
        Self(
            "contradictions",
            #"{"allOf":[{"type":"string","maxLength":5},{"type":"integer","maxLength":7}],"title":"T"}"#,
            #"{"type":"INTEGER","title":"T"}"#,
            [
                "note /allOf", "warning /allOf/0/type", "warning /allOf/0/maxLength", "note /allOf/0/maxLength",
                "note /allOf/1/maxLength",
            ]),
        Self(
            "nested",
            #"""
            {"allOf":[{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]},
            {"properties":{"b":{"type":"string"}}}]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"}},
            "propertyOrdering":["a","b"]}
            """#,
            ["note /propertyOrdering", "note /allOf", "note /allOf/0/allOf"]),
        Self(
            "the same base twice",
            ##"""
            {"allOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/B"}],"$defs":{"Base":{"type":"object",
            "properties":{"id":{"type":"string"}}},"A":{"allOf":[{"$ref":"#/$defs/Base"}],
            "properties":{"a":{"type":"string"}}},"B":{"allOf":[{"$ref":"#/$defs/Base"}],
            "properties":{"b":{"type":"string"}}}}}
            """##,
            #"""
            {"type":"OBJECT","properties":{"id":{"type":"STRING"},"a":{"type":"STRING"},
            "b":{"type":"STRING"}},"propertyOrdering":["id","a","b"]}
            """#,
            [
                "note /propertyOrdering", "note /allOf", "note /allOf/0/$ref", "note /allOf/1/$ref", "note /$defs",
                "note /$defs/A/allOf", "note /$defs/A/allOf/0/$ref", "note /$defs/B/allOf",
                "note /$defs/B/allOf/0/$ref",
            ]),
        Self(
            "with true",
            #"{"allOf":[true,{"type":"string"}]}"#,
            #"{"type":"STRING"}"#,
            ["note /allOf"]),
        Self(
            "with a union",
            #"{"allOf":[{"anyOf":[{"type":"string"},{"type":"null"}]}],"title":"T"}"#,
            #"{"type":"STRING","title":"T","nullable":true}"#,
            ["note /allOf", "note /allOf/0/anyOf", "note /allOf/0/anyOf/1"]),
    ]
}
