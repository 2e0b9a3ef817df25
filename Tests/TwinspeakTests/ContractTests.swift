import Foundation
import Testing

@testable import Twinspeak

/// What relays have published, held against their own examples and against what breaks them.
@Suite struct ContractTests {
    private func bytes(_ name: String, _ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Fixture.root.appending(path: "relays/\(name)/\(file)")))
    }

    private func input(_ name: String, _ folder: String) throws -> String {
        let wire = name == "xiexus-chat-image" ? "openai" : "gemini"
        return String(decoding: try bytes(name, "\(folder)/in.\(wire).json"), as: UTF8.self)
    }

    private func options(model: String) -> Options {
        var options = Options()
        options.model = model
        return options
    }

    @Test func names() throws {
        #expect(
            Contract.all.map(\.name) == ["xiexus-gemini", "xiexus-chat-image", "theturbo-gemini", "anyfast-gemini"])
        #expect(Set(Contract.all.map(\.name)) == Set(try Fixture.relays().map(\.lastPathComponent)))
        #expect(Contract.named("anyfast-gemini")?.name == "anyfast-gemini")
        #expect(Contract.named("anyfast") == nil)
    }

    @Test(arguments: [
        ("xiexus-gemini", PackageResources.xiexus_gemini_json, "openapi"),
        ("xiexus-chat-image", PackageResources.xiexus_chat_image_json, "openapi"),
        ("theturbo-gemini", PackageResources.theturbo_gemini_json, "schema"),
        ("anyfast-gemini", PackageResources.anyfast_gemini_json, "schema"),
    ])
    func embedded(_ name: String, _ document: [UInt8], _ kind: String) throws {
        #expect(document == (try bytes(name, "contract.\(kind).json")))
    }

    @Test(arguments: Contract.all.map(\.name))
    func examples(_ name: String) throws {
        let contract = try #require(Contract.named(name))
        let request = contract.validate(request: Array(try input(name, "request").utf8))
        #expect(request.diagnostics.isEmpty, Comment(rawValue: request.summary))
        let response = contract.validate(response: Array(try input(name, "response").utf8))
        #expect(response.diagnostics.isEmpty, Comment(rawValue: response.summary))
    }

    /// A piece of the example replaced by another.
    @Test(arguments: [
        ("xiexus-gemini", #""role": "model""#, #""role": "assistant""#, ["error unknownValue /contents/1/role"]),
        ("xiexus-gemini", #""topK": 40"#, #""topK": 40.5"#, ["error wrongKind /generationConfig/topK"]),
        ("xiexus-gemini", #""topK": 40"#, #""topK": 40.0"#, []),
        ("xiexus-gemini", #""END""#, "null", ["error wrongKind /generationConfig/stopSequences/0"]),
        (
            "xiexus-gemini", #""mimeType": "image/png""#, #""mimeType": 1"#,
            ["error wrongKind /contents/0/parts/1/inlineData/mimeType"]
        ),
        ("xiexus-chat-image", #""stream": false,"#, "", ["error missingMember /stream"]),
        ("xiexus-chat-image", #""stream": false"#, #""stream": "false""#, ["error wrongKind /stream"]),
        (
            "xiexus-chat-image", #""aspect_ratio": "16:9","#, "",
            ["error missingMember /extra_body/google/image_config/aspect_ratio"]
        ),
        ("xiexus-chat-image", #""contents""#, #""content""#, ["error missingMember /contents"]),
        ("theturbo-gemini", #""role": "user""#, #""role": "system""#, ["error unknownValue /contents/0/role"]),
        ("theturbo-gemini", #""role": "user","#, "", ["error missingMember /contents/0/role"]),
        (
            "theturbo-gemini", #""mimeType": "image/png","#, "",
            ["error missingMember /contents/0/parts/1/inlineData/mimeType"]
        ),
        ("theturbo-gemini", #""data""#, #""Data""#, ["error missingMember /contents/0/parts/1/inlineData/data"]),
        ("theturbo-gemini", #""contents""#, #""messages""#, ["error missingMember /contents"]),
        ("anyfast-gemini", #""contents""#, #""messages""#, ["error missingMember /contents"]),
        ("anyfast-gemini", #""topK": 123"#, #""topK": "123""#, ["error wrongKind /generationConfig/topK"]),
        (
            "anyfast-gemini", #""parameters": {}"#, #""parameters": []"#,
            ["error wrongKind /tools/0/functionDeclarations/0/parameters"]
        ),
        (
            "anyfast-gemini", #""mode": "AUTO""#, #""mode": 1"#,
            ["error wrongKind /toolConfig/functionCallingConfig/mode"]
        ),
        (
            "anyfast-gemini", #""threshold": "BLOCK_NONE""#, #""threshold": 0"#,
            ["error wrongKind /safetySettings/0/threshold"]
        ),
    ])
    func brokenRequests(_ name: String, _ piece: String, _ other: String, _ findings: [String]) throws {
        let contract = try #require(Contract.named(name))
        let input = try input(name, "request")
        let range = try #require(input.firstRange(of: piece))
        let report = contract.validate(request: Array(input.replacingCharacters(in: range, with: other).utf8))
        #expect(report.diagnostics.map(\.short) == findings)
    }

    @Test(arguments: [
        ("xiexus-gemini", #"{"candidates":[{"content":{"role":1}}]}"#, ["error wrongKind /candidates/0/content/role"]),
        (
            "xiexus-gemini", #"{"usageMetadata":{"totalTokenCount":"1"}}"#,
            ["error wrongKind /usageMetadata/totalTokenCount"]
        ),
        (
            "xiexus-chat-image",
            #"{"id":"a","model":"m","object":"o","created":0,"choices":[{"message":{"role":"a"}}]}"#,
            ["error missingMember /usage", "error missingMember /choices/0/message/content"]
        ),
        (
            "theturbo-gemini", #"{"usageMetadata":{"promptTokensDetails":[{"tokenCount":1.5}]}}"#,
            ["error wrongKind /usageMetadata/promptTokensDetails/0/tokenCount"]
        ),
        (
            "anyfast-gemini", #"{"candidates":[{"content":{"parts":[{"text":null}]},"index":"0"}]}"#,
            ["error wrongKind /candidates/0/content/parts/0/text", "error wrongKind /candidates/0/index"]
        ),
    ])
    func brokenResponses(_ name: String, _ body: String, _ findings: [String]) throws {
        let contract = try #require(Contract.named(name))
        #expect(contract.validate(response: Array(body.utf8)).diagnostics.map(\.short) == findings)
    }

    @Test func emptyContents() throws {
        let report = try #require(Contract.named("anyfast-gemini")).validate(request: Array(#"{"contents":[]}"#.utf8))
        #expect(report.diagnostics.map(\.short) == ["error outOfRange /contents"])
    }

    @Test(arguments: [
        ("theturbo-gemini", "gemini-2.5-flash-lite-preview-06-17", true),
        ("theturbo-gemini", "gemini-3-flash-preview", false),
        ("anyfast-gemini", "gemini-3-flash-preview", true), ("anyfast-gemini", "models/gemini-2.5-pro", true),
        ("anyfast-gemini", "gpt-4o", false), ("xiexus-gemini", "anything", true),
        ("xiexus-chat-image", "anything", true),
    ])
    func models(_ name: String, _ model: String, _ isListed: Bool) throws {
        let contract = try #require(Contract.named(name))
        let body = Array(try input(name, "request").utf8)
        let report = contract.validate(request: body, options: options(model: model))
        #expect(report.diagnostics.map(\.short) == (isListed ? [] : ["error unknownValue "]))
        #expect(
            contract.validate(response: Array(try input(name, "response").utf8), options: options(model: model)).isClean
        )
    }

    @Test func countsOfModels() throws {
        for (name, count) in [("theturbo-gemini", 6), ("anyfast-gemini", 10)] {
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(bytes(name, "contract.schema.json"))) as? [String: Any])
            let model = (json["$defs"] as? [String: Any])?["model"] as? [String: Any]
            #expect((model?["enum"] as? [String])?.count == count)
        }
    }

    // MARK: Contracts of a caller's own

    private let openAPI = #"""
        {"openapi":"3.1.0","paths":{"/a/{model}":{"parameters":[],"post":{
        "parameters":[{"name":"key","in":"query"},{"name":"model","in":"path","schema":{"enum":["m"]}}],
        "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}},
        "responses":{"default":{}}}}},"components":{"schemas":{"A":{"required":["a"]}}}}
        """#

    @Test(arguments: ["", "/paths/~1a~1{model}/post"])
    func operation(_ pointer: String) throws {
        let contract = try Contract(schema: Array(openAPI.utf8), pointer: pointer)
        let report = contract.validate(request: Array("{}".utf8), options: options(model: "n"))
        #expect(report.diagnostics.map(\.short) == ["error unknownValue ", "error missingMember /a"])
        #expect(contract.validate(response: Array("{}".utf8)).diagnostics.map(\.short) == ["note notChecked "])
    }

    @Test func schemaAtAPointer() throws {
        let contract = try Contract(schema: Array(openAPI.utf8), pointer: "/components/schemas/A")
        #expect(contract.name.isEmpty)
        #expect(contract.validate(request: Array("{}".utf8)).diagnostics.map(\.short) == ["error missingMember /a"])
        #expect(contract.validate(response: Array("{}".utf8)).diagnostics.map(\.short) == ["error missingMember /a"])
    }

    @Test(arguments: [
        ("[]", ""), ("7", ""), ("{}", "/a"), ("{}", "a"), (#"{"a":7}"#, "/a"), (#"{"openapi":"3.1.0"}"#, ""),
        (#"{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{}},"post":{"responses":{}}}}}"#, ""),
        (#"{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{}}},"post":{"responses":{"200":{}}}}}}"#, ""),
    ])
    func noSchema(_ document: String, _ pointer: String) {
        let error = #expect(throws: TranslationError.self) {
            try Contract(schema: Array(document.utf8), pointer: pointer)
        }
        #expect(error?.code == .options)
        #expect(error?.report.diagnostics.map(\.code) == [.schemaUnusable])
    }

    @Test func notJSON() throws {
        #expect(throws: TranslationError(.notJSON)) { try Contract(schema: Array("{".utf8)) }
        let contract = try Contract(schema: Array("{}".utf8))
        #expect(contract.validate(request: Array("{".utf8)).diagnostics.map(\.code) == [.notJSON])
        #expect(contract.validate(response: []).diagnostics.map(\.code) == [.notJSON])
    }

    @Test func optionsThatCount() throws {
        var options = Options()
        options.limits.bytes = 3
        options.lenient = true
        let contract = try Contract(schema: Array(#"{"items":{"type":"string"}}"#.utf8))
        #expect(
            contract.validate(request: Array("[ 1]".utf8), options: options).diagnostics.map(\.code) == [.limitExceeded]
        )
        #expect(contract.validate(request: Array("[1]".utf8), options: options).severity == .error)
        options.limits = Options.Limits()
        options.limits.diagnostics = 2
        let codes = contract.validate(request: Array("[1,2,3]".utf8), options: options).diagnostics.map(\.code)
        #expect(codes == [.wrongKind, .wrongKind, .moreDiagnostics])
    }
}
