import Testing

@testable import Twinspeak

/// Where the other side wants a string, nothing else is carried there.
@Suite struct StringKindTests {
    @Test(arguments: [
        (#""tools":[{"type":"function","function":{"name":"f","description":[]}}]"#, "/tools/0/function/description"),
        (#""functions":[{"name":"f","description":{"a":1}}]"#, "/functions/0/description"),
        (#""tools":[{"type":"custom","custom":{"name":"f","description":7}}]"#, "/tools/0/custom/description"),
        (#""safety_settings":[{"category":{},"threshold":"OFF"}]"#, "/safety_settings/0/category"),
        (
            #""safety_settings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":[1]}]"#,
            "/safety_settings/0/threshold"
        ),
    ])
    func chat(_ members: String, _ pointer: String) {
        check(#"{"model":"m","messages":[{"role":"user","content":"a"}],\#(members)}"#, .openAI, pointer)
    }

    @Test func gemini() {
        let tool = #"{"functionDeclarations":[{"name":"f","description":true}]}"#
        check(
            #"{"contents":[{"parts":[{"text":"a"}]}],"tools":[\#(tool)]}"#, .gemini,
            "/tools/0/functionDeclarations/0/description")
    }

    private func check(_ body: String, _ format: WireFormat, _ pointer: String) {
        let error = #expect(throws: TranslationError(.untranslatable)) {
            try Translator(client: format, upstream: format.other).request(body)
        }
        let errors = error?.report.diagnostics.filter { $0.severity == .error } ?? []
        #expect(errors.map(\.code) == [.wrongKind])
        #expect(errors.map(\.pointer) == [pointer])
    }
}
