/// Schemas within schemas.
extension SchemaCheckCase {
    static let unions: [Self] = [
        Self(#"{"allOf":[{"minimum":1},{"maximum":3}]}"#, "2"),
        Self(#"{"allOf":[{"minimum":1},{"maximum":3}]}"#, "4", "error outOfRange "),
        Self(#"{"allOf":[{"type":"string"},{"type":"string"}]}"#, "4", "error wrongKind "),
        Self(#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "null"),
        Self(#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "4", "error wrongKind "),
        Self(#"{"anyOf":[{"const":"a"},{"enum":["b","c"]}]}"#, #""d""#, "error unknownValue "),
        Self(#"{"anyOf":[]}"#, "1", "error wrongKind "), Self(#"{"anyOf":[false]}"#, "1", "error unknownValue "),
        Self(#"{"oneOf":[{"minimum":1},{"maximum":3}]}"#, "4"),
        Self(#"{"oneOf":[{"minimum":1},{"maximum":3}]}"#, "2", "error wrongKind "),
        Self(#"{"oneOf":[{"type":"string"},{"type":"integer"}]}"#, "true", "error wrongKind "),
        // The nearest branch is the one with the fewest findings.
        Self(#"{"anyOf":[{"type":"null"},{"minimum":5,"multipleOf":2},{"minimum":4}]}"#, "3", "error outOfRange "),
        Self(#"{"anyOf":[{"required":["a","b"]},{"required":["b"]}]}"#, "{}", "error missingMember /b"),
        // It is the one whose word the value has, whatever else it lacks.
        Self(
            #"""
            {"anyOf":[{"properties":{"type":{"const":"a"}},"required":["x","y"]},
            {"properties":{"type":{"const":"b"}}},{"required":["z"]}]}
            """#,
            #"{"type":"a"}"#, "error missingMember /x", "error missingMember /y"),
        Self(
            ##"{"oneOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/B"}],"$defs":{"A":{"properties":{"t":{"enum":["a"]}}},"##
                + #""B":{"properties":{"t":{"enum":["b","c"]},"n":{"type":"integer"},"m":{"type":"integer"}}}}}"#,
            #"{"t":"c","n":"1","m":"2"}"#, "error wrongKind /n", "error wrongKind /m"),
        // A union in a union.
        Self(
            #"{"anyOf":[{"type":"array","items":{"anyOf":[{"type":"string"},{"minimum":1}]}},{"type":"null"}]}"#,
            #"["a",0,2]"#, "error outOfRange /1"),
        Self(#"{"anyOf":[{"type":"string"},{"type":"null"}],"nullable":true}"#, "null"),
        Self(#"{"type":"integer","anyOf":[{"minimum":3}]}"#, "2", "error outOfRange "),
    ]

    static let references: [Self] = [
        Self(##"{"$ref":"#/$defs/A","$defs":{"A":{"type":"string"}}}"##, "1", "error wrongKind "),
        Self(##"{"$ref":"#/$defs/A","minimum":2,"$defs":{"A":{"type":"integer"}}}"##, "1", "error outOfRange "),
        Self(
            ##"{"$ref":"#/$defs/a~1b~0c%25d%20e","$defs":{"a/b~c%d e":{"type":"string"}}}"##, "1", "error wrongKind "),
        Self(##"{"$ref":"#/components/schemas/X","components":{"schemas":{"X":{"const":1}}}}"##, "1"),
        Self(##"{"$ref":"#/allOf/1","allOf":[true,{"type":"string"}]}"##, "1", "error wrongKind "),
        Self(
            ##"{"properties":{"child":{"$ref":"#"}},"additionalProperties":false}"##, #"{"child":{"child":{"x":1}}}"#,
            "error unknownMember /child/child/x"),
        Self(##"{"$ref":"#/$defs/B","$defs":{}}"##, "1", "warning schemaUnusable "),
        Self(##"{"$ref":"#/$defs","$defs":[]}"##, "1", "warning schemaUnusable "),
        Self(#"{"$ref":"https://example.com/a.json"}"#, "1", "note notChecked "),
        Self(##"{"$ref":"#anchor"}"##, "1", "note notChecked "), Self(#"{"$ref":7}"#, "1", "warning schemaUnusable "),
        // A reference that leads back to itself asks for nothing.
        Self(##"{"$ref":"#"}"##, "1", "warning schemaUnusable "),
        Self(
            ##"{"$ref":"#/$defs/A","$defs":{"A":{"allOf":[{"$ref":"#/$defs/B"}]},"B":{"anyOf":[{"$ref":"#/$defs/A"}]}}}"##,
            "1", "warning schemaUnusable "),
    ]

    static let unchecked: [Self] = [
        Self(#"{"pattern":"^(a+)+$"}"#, #""b""#, "note notChecked "), Self(#"{"pattern":"a"}"#, "1"),
        Self(#"{"type":"string","format":"date"}"#, #""b""#, "note notChecked "),
        Self(#"{"uniqueItems":true}"#, "[1,1]", "note notChecked "), Self(#"{"uniqueItems":true}"#, "{}"),
        Self(#"{"not":{}}"#, "1", "note notChecked "), Self(#"{"minLenght":1}"#, #""""#, "note notChecked "),
        Self(#"{"items":[{"type":"string"}]}"#, "[1]", "note notChecked "),
        // Once for each place in the schema.
        Self(#"{"items":{"pattern":"a"}}"#, #"["b","c"]"#, "note notChecked /0"),
        Self(
            #"{"properties":{"a":{"pattern":"a"},"b":{"pattern":"a"}}}"#, #"{"a":"","b":""}"#, "note notChecked /a",
            "note notChecked /b"),
        // What was not checked decides nothing.
        Self(
            #"{"patternProperties":{"^x-":{}},"additionalProperties":false}"#, #"{"x-a":1}"#, "note notChecked "),
        Self(
            #"{"oneOf":[{"pattern":"a"},{"pattern":"b"}]}"#, #""a""#, "note notChecked ", "note notChecked "),
        Self(#"{"anyOf":[{"pattern":"a"},{"type":"string"}]}"#, #""a""#),
        Self(#"{"anyOf":[{"pattern":"a","maxLength":0},{"maxLength":1}]}"#, #""a""#),
        Self(#"{"oneOf":[{"not":{}},{"type":"string"},{"maxLength":3}]}"#, #""a""#, "error wrongKind "),
        // Annotations are no assertions.
        Self(
            ##"{"$schema":"s","$id":"i","$comment":"c","title":"t","description":"d","default":1,"examples":[1],"##
                + ##""example":1,"deprecated":true,"readOnly":true,"x-apifox-orders":[],"propertyOrdering":["a"],"##
                + ##""$defs":{"A":{"pattern":"a"}},"discriminator":{"propertyName":"a"}}"##,
            "1"),
    ]

    static let unusable: [Self] = [
        Self("7", "1", "-"), Self(#"{"type":7}"#, "1", "warning schemaUnusable "),
        Self(#"{"type":"file"}"#, "1", "warning schemaUnusable "),
        Self(#"{"type":[]}"#, "1", "warning schemaUnusable "),
        Self(#"{"enum":"a"}"#, "1", "warning schemaUnusable "),
        Self(#"{"required":true}"#, "{}", "warning schemaUnusable "),
        Self(#"{"required":[1]}"#, "{}", "warning schemaUnusable "),
        Self(#"{"properties":[]}"#, "{}", "warning schemaUnusable "),
        Self(#"{"properties":{"a":7}}"#, #"{"a":1}"#, "warning schemaUnusable /a"),
        Self(#"{"items":"a"}"#, "[1]", "warning schemaUnusable "),
        Self(#"{"anyOf":{}}"#, "1", "warning schemaUnusable "),
        Self(#"{"minimum":"1"}"#, "0", "warning schemaUnusable "),
        Self(#"{"multipleOf":0}"#, "1", "warning schemaUnusable "),
        Self(#"{"multipleOf":-2}"#, "1", "warning schemaUnusable "),
        Self(#"{"minItems":-1}"#, "[]", "warning schemaUnusable "),
        Self(#"{"maxLength":1.5}"#, #""ab""#, "warning schemaUnusable "),
        Self(#"{"nullable":"yes"}"#, "1", "warning schemaUnusable "),
        Self(#"{"allOf":[7]}"#, "1", "warning schemaUnusable "),
        // What the writer of a schema left empty says nothing.
        Self(#"{"type":null,"items":null,"minimum":null}"#, "1"),
    ]
}
