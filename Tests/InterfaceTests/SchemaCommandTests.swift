import Testing

@Suite struct SchemaCommandTests {
    private let schema = #"{"type":["string","null"],"format":"uri","multipleOf":1}"#

    @Test func standardInput() throws {
        for arguments in [["schema"], ["schema", "-"], ["schema", "--to", "gemini"], ["schema", "--to=Gemini"]] {
            let run = try Tool(arguments, input: Array(schema.utf8))
            #expect(run.status == 0)
            #expect(run.output == #"{"type":"STRING","nullable":true}"# + "\n")
            #expect(
                run.findings.map { $0.prefix { $0 != ":" } } == [
                    "note schemaChanged /type", "note schemaChanged /format", "warning schemaChanged /multipleOf",
                ])
        }
    }

    @Test func file() throws {
        let run = try Tool("schema", "--pretty", "s.json", files: ["s.json": #"{"const":"a"}"#])
        #expect(run.output == "{\n  \"type\": \"STRING\",\n  \"enum\": [\n    \"a\"\n  ]\n}\n")
    }

    @Test func toOpenAI() throws {
        let run = try Tool("schema", "--to", "openai", input: #"{"type":"STRING","nullable":true}"#)
        #expect(run.output == #"{"type":["string","null"]}"# + "\n")
    }

    @Test func refused() throws {
        #expect(try Tool("schema", "--strict", input: schema).status == 4)
        #expect(try Tool("schema", input: "[]").status == 4)
        #expect(try Tool("schema", input: "{").status == 3)
        #expect(try Tool("schema", "--to", "claude", input: schema).status == 2)
        #expect(try Tool("schema", "a", "b").status == 2)
        #expect(try Tool("schema", "--from", "openai", input: schema).status == 2)
    }

    @Test func inARequest() throws {
        let parameters = #"{"type":"object","properties":{"a":{"type":["string","null"]}}}"#
        let body =
            #"{"model":"g","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function","function":"#
            + #"{"name":"f","parameters":\#(parameters)}}]}"#
        let run = try Tool("request", "--schemas", "openapi", input: body)
        #expect(
            run.output.contains(
                #""parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING","nullable":true}}}"#))
    }
}
