/// Items, properties, and what is left out.
extension OpenAPISchemaCase {
    static let arrays: [Self] = [
        Self(
            "no items",
            #"{"type":"array"}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["warning /items"]),
        Self(
            "empty items",
            #"{"type":"array","items":{}}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["warning /items/type"]),
        Self(
            "items true",
            #"{"type":"array","items":true}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["warning /items"]),
        Self(
            "tuple of draft 7",
            #"{"type":"array","items":[{"type":"string"},{"type":"integer"}],"additionalItems":false}"#,
            #"{"type":"ARRAY","items":{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}}"#,
            ["warning /items", "warning /additionalItems"]),
        Self(
            "tuple",
            #"""
            {"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"type":"boolean"}}
            """#,
            #"{"type":"ARRAY","items":{"anyOf":[{"type":"STRING"},{"type":"INTEGER"},{"type":"BOOLEAN"}]}}"#,
            ["warning /prefixItems"]),
        Self(
            "tuple of equals",
            #"""
            {"type":"array","prefixItems":[{"type":"number"},{"type":"number"}],"items":false,"minItems":2,
            "maxItems":2}
            """#,
            #"{"type":"ARRAY","items":{"type":"NUMBER"},"minItems":2,"maxItems":2}"#,
            ["warning /prefixItems"]),
        Self(
            "tuple with null",
            #"{"type":"array","prefixItems":[{"type":"number"},{"type":"null"}]}"#,
            #"{"type":"ARRAY","items":{"type":"NUMBER","nullable":true}}"#,
            ["warning /prefixItems", "note /prefixItems/1"]),
        Self(
            "empty tuple",
            #"{"type":"array","prefixItems":[]}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["warning /prefixItems"]),
        Self(
            "constraints",
            #"""
            {"type":"array","items":{"type":"string"},"uniqueItems":true,"contains":{"type":"string"},
            "maxItems":3}
            """#,
            #"{"type":"ARRAY","items":{"type":"STRING"},"maxItems":3}"#,
            ["warning /uniqueItems", "warning /contains"]),
        Self(
            "nothing said",
            #"{"type":"array","items":{"type":"string"},"uniqueItems":false}"#,
            #"{"type":"ARRAY","items":{"type":"STRING"}}"#,
            ["note /uniqueItems"]),
    ]

    static let objects: [Self] = [
        Self(
            "empty properties and required",
            #"{"type":"object","properties":{},"required":[]}"#,
            #"{"type":"OBJECT"}"#,
            ["note /properties", "note /required"]),
        Self(
            "required names that are no property",
            #"{"type":"object","properties":{"a":{"type":"string"}},"required":["a","b",3,"a"]}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"required":["a"]}"#,
            ["warning /required/1", "warning /required/2"]),
        Self(
            "only such names",
            #"{"type":"object","properties":{"a":{"type":"string"}},"required":["b"]}"#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}"#,
            ["warning /required/0"]),
        Self(
            "properties that are called like keywords",
            #"""
            {"type":"object","properties":{"type":{"type":"string"},"$ref":{"type":"string"},
            "enum":{"type":"string"},"properties":{"type":"object",
            "properties":{"required":{"type":"string"}}},"const":{"type":"string"},
            "anyOf":{"type":"string"},"default":{"type":"string"}},"required":["$ref"]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"type":{"type":"STRING"},"$ref":{"type":"STRING"},
            "enum":{"type":"STRING"},"properties":{"type":"OBJECT",
            "properties":{"required":{"type":"STRING"}}},"const":{"type":"STRING"},
            "anyOf":{"type":"STRING"},"default":{"type":"STRING"}},"required":["$ref"],
            "propertyOrdering":["type","$ref","enum","properties","const","anyOf","default"]}
            """#,
            ["note /propertyOrdering"]),
        Self(
            "order is kept",
            #"""
            {"required":["b"],"properties":{"b":{"description":"d","type":"string"},"a":{"type":"string"}},
            "type":"object","propertyOrdering":["a","b"]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"b":{"type":"STRING","description":"d"},"a":{"type":"STRING"}},
            "required":["b"],"propertyOrdering":["a","b"]}
            """#,
            []),
        Self(
            "order of some",
            #"""
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},
            "propertyOrdering":["b","x","b"]}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"}},
            "propertyOrdering":["b","a"]}
            """#,
            ["note /propertyOrdering", "note /propertyOrdering/1", "note /propertyOrdering/2"]),
        Self(
            "additionalProperties",
            #"""
            {"type":"object","properties":{"a":{"type":"object","additionalProperties":{"type":"string"}},
            "b":{"type":"object","additionalProperties":true},"c":{"type":"object",
            "additionalProperties":{}}},"additionalProperties":false}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"OBJECT"},"b":{"type":"OBJECT"},
            "c":{"type":"OBJECT"}},"propertyOrdering":["a","b","c"]}
            """#,
            [
                "note /propertyOrdering", "warning /properties/a/additionalProperties",
                "note /properties/b/additionalProperties", "note /properties/c/additionalProperties",
                "note /additionalProperties",
            ]),
        Self(
            "constraints",
            #"""
            {"type":"object","properties":{"a":{"type":"string"}},
            "patternProperties":{"^x":{"type":"string"}},"propertyNames":{"pattern":"a"},
            "dependentRequired":{"a":["b"]},"minProperties":1,"if":{"required":["a"]},"then":{},"else":{},
            "not":{"required":["b"]}}
            """#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"minProperties":1}"#,
            [
                "warning /patternProperties", "warning /propertyNames", "warning /dependentRequired", "warning /if",
                "warning /then", "warning /else", "warning /not",
            ]),
        Self(
            "annotations",
            #"""
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"x","$comment":"c",
            "type":"object","properties":{"a":{"type":"string","examples":["x"],"readOnly":true,
            "deprecated":true,"example":"e","x-order":1}}}
            """#,
            #"{"type":"OBJECT","properties":{"a":{"type":"STRING","example":"e"}}}"#,
            [
                "note /$schema", "note /$id", "note /$comment", "note /properties/a/examples",
                "note /properties/a/readOnly", "note /properties/a/deprecated", "note /properties/a/x-order",
            ]),
        Self(
            "unknown keyword",
            #"{"type":"string","maxlength":3}"#,
            #"{"type":"STRING"}"#,
            ["warning /maxlength"]),
        Self(
            "formats",
            #"""
            {"type":"object","properties":{"a":{"type":"string","format":"date-time"},"b":{"type":"string",
            "format":"uri"},"c":{"type":"integer","format":"int64"},"d":{"type":"number","format":"float"},
            "e":{"type":"string","format":"int32"},"f":{"type":"string","format":"enum","enum":["a"]}}}
            """#,
            #"""
            {"type":"OBJECT","properties":{"a":{"type":"STRING","format":"date-time"},"b":{"type":"STRING"},
            "c":{"type":"INTEGER","format":"int64"},"d":{"type":"NUMBER","format":"float"},
            "e":{"type":"STRING"},"f":{"type":"STRING","format":"enum","enum":["a"]}},
            "propertyOrdering":["a","b","c","d","e","f"]}
            """#,
            ["note /propertyOrdering", "note /properties/b/format", "note /properties/e/format"]),
        Self(
            "text stays as written",
            #"""
            {"type":"string","description":"a \"b\" \u00e9 \ud83d","pattern":"^\\d+$","default":"\u2028"}
            """#,
            #"""
            {"type":"STRING","description":"a \"b\" \u00e9 \ud83d","pattern":"^\\d+$","default":"\u2028"}
            """#,
            []),
    ]
}
