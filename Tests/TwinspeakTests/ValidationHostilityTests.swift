import Testing

@testable import Twinspeak

/// Bodies made to be slow or to break: each comes to an end, with a bounded number of findings.
@Suite struct ValidationHostilityTests {
    struct Hostile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let format: WireFormat
        let body: String
        /// The dialects in which it is legal, however large.
        let validIn: [String]

        init(_ name: String, _ format: WireFormat, validIn: [String] = [], _ body: String) {
            testDescription = name
            self.format = format
            self.body = body
            self.validIn = validIn
        }
    }

    private static let hello = #""model":"gemini-3-pro-preview","messages":[{"role":"user","content":"x"}]"#
    private static let contents = #""contents":[{"role":"user","parts":[{"text":"x"}]}]"#
    private static let many = 2_000

    private static func list(_ count: Int = many, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: ",")
    }

    private static func nested(_ depth: Int, _ name: String, inside: String) -> String {
        String(repeating: #"{"type":"OBJECT","properties":{"\#(name)":"#, count: depth) + inside
            + String(repeating: "}}", count: depth)
    }

    private static func tool(_ schema: String) -> String {
        #""tools":[{"functionDeclarations":[{"name":"f","description":"d","parameters":\#(schema)}]}]"#
    }

    private static func call(_ id: String) -> String {
        #"{"id":"\#(id)","type":"function","function":{"name":"f","arguments":"{}"}}"#
    }

    private static let hostile: [Hostile] = [
        Hostile("deep schema", .gemini, "{\(contents),\(tool(nested(240, "a", inside: #"{"type":5}"#)))}"),
        Hostile(
            "deep schema of long names", .gemini,
            "{\(contents),\(tool(nested(200, String(repeating: "long", count: 500), inside: #"{"x":5,"y":6}"#)))}"),
        Hostile(
            "deep strict schema", .openAI, validIn: ["relay"],
            #"{\#(hello),"tools":[{"type":"function","function":{"name":"f","strict":true,"parameters":\#(nested(240, "a", inside: "{}"))}}]}"#
        ),
        Hostile("unknown members", .openAI, "{\(hello),\(list { #""unknown_member_\#($0)":\#($0)"# })}"),
        Hostile("unknown members of Gemini", .gemini, "{\(contents),\(list { #""generationConfig\#($0)":{}"# })}"),
        Hostile("one member", .gemini, "{\(contents),\(list { _ in #""generationConfig":{"topP":5}"# })}"),
        Hostile(
            "one id", .openAI,
            #"{\#(hello.dropLast()),{"role":"assistant","tool_calls":[\#(list { _ in call("a") })]},"#
                + list { _ in #"{"role":"tool","tool_call_id":"a","content":"x"}"# } + "]}"),
        Hostile(
            "one id in turns", .openAI, validIn: ["openAI"],
            "{\(hello.dropLast()),"
                + list { _ in
                    #"{"role":"assistant","tool_calls":[\#(call("a"))]},{"role":"tool","tool_call_id":"a","content":"x"}"#
                } + "]}"),
        Hostile(
            "results without calls", .gemini,
            #"{"contents":[{"parts":[\#(list { _ in #"{"functionResponse":{"name":"f","response":{}}}"# })]}]}"#),
        Hostile(
            "one function", .openAI,
            #"{\#(hello),"tools":[\#(list { _ in #"{"type":"function","function":{"name":"f"}}"# })]}"#
        ),
        Hostile(
            "messages", .openAI, validIn: ["openAI", "relay"],
            "{\(hello.dropLast()),\(list { _ in #"{"role":"user","content":"x"}"# })]}"),
        Hostile("messages of nothing", .openAI, "{\(hello.dropLast()),\(list { _ in "{}" })]}"),
        Hostile("contents of nothing", .gemini, #"{"contents":[\#(list { _ in "{}" })]}"#),
        Hostile("metadata", .openAI, #"{\#(hello),"metadata":{\#(list { #""\#($0)":5"# })}}"#),
        Hostile(
            "enumeration", .gemini,
            "{\(contents),\(tool(#"{"type":"STRING","enum":[\#(list { $0 % 2 == 0 ? #""""# : #""w\#($0)""# })]}"#))}"),
        Hostile(
            "required names", .gemini,
            "{\(contents),\(tool(#"{"type":"OBJECT","properties":{\#(list { #""a\#($0)":{"type":"STRING"}"# })},"required":[\#(list { #""b\#($0)""# })]}"#))}"
        ),
        Hostile(
            "numbers", .gemini,
            #"{\#(contents),"generationConfig":{"seed":1e400,"maxOutputTokens":99999999999999999999,"candidateCount":-1e-400,"thinkingConfig":{"thinkingBudget":-9223372036854775808}}}"#
        ),
    ]

    @Test(arguments: hostile, ["openAI", "relay"])
    func comesToAnEnd(_ hostile: Hostile, _ dialect: String) throws {
        let options = try Options(
            json: Array(#"{"dialect":"\#(dialect)","model":"gemini-3-pro-preview","maxDiagnostics":100}"#.utf8))
        let report = hostile.format.validate(request: hostile.body.utf8, options: options)
        #expect(report.diagnostics.count <= 101)
        #expect(report.isClean == hostile.validIn.contains(dialect), "\(report.summary.prefix(1000))")
        _ = hostile.format.validate(response: hostile.body.utf8, options: options)
        _ = hostile.format.validate(chunk: hostile.body.utf8, options: options)
        _ = hostile.format.validate(error: hostile.body.utf8, options: options)
    }

    @Test func answersOfOneIndex() {
        let choice = #"{"index":0,"message":{"role":"assistant","content":"x"},"finish_reason":"stop"}"#
        let completion =
            #"{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[\#(Self.list { _ in choice })]}"#
        let report = WireFormat.openAI.validate(response: completion.utf8)
        #expect(report.diagnostics.count == Options().limits.diagnostics + 1)
        #expect(report.diagnostics.last?.message.hasPrefix("999 ") == true)
    }

    /// The sum of the counts is beyond what is counted with.
    @Test func sumsBeyond64Bits() {
        let count = Int64.max
        let usage = #"{"prompt_tokens":\#(count),"completion_tokens":\#(count),"total_tokens":5}"#
        let body =
            #"{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"x"},"finish_reason":"stop"}],"usage":\#(usage)}"#
        let errors = WireFormat.openAI.validate(response: body.utf8).diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty)
    }
}
