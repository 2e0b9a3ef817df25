import Testing

import Twinspeak

/// More findings than are listed.
@Suite struct ReportTests {
    private func request(_ parts: String, lenient: Bool, limit: Int) throws(TranslationError) -> Translator.Request {
        var options = Options()
        options.lenient = lenient
        options.limits.diagnostics = limit
        let body =
            #"{"model":"gemini-2.5-flash","messages":[{"role":"user","content":[{"type":"text","text":"a"},\#(parts)]}]}"#
        return try Translator(client: .openAI, upstream: .gemini, options: options).request(body)
    }

    private let unknown = Array(repeating: #"{"type":"x"}"#, count: 5).joined(separator: ",")

    /// What is left out with a warning does not refuse because there is much of it.
    @Test(arguments: [0, 2, 4, 5, 1000])
    func lenientToMany(_ limit: Int) throws {
        let report = try request(unknown, lenient: true, limit: limit).report
        #expect(report.diagnostics.count == min(limit + 1, 5))
        #expect(report.severity == .warning)
    }

    @Test(arguments: [0, 2, 1000])
    func strictToMany(_ limit: Int) {
        #expect(throws: TranslationError(.untranslatable)) { try request(unknown, lenient: false, limit: limit) }
    }

    /// What nobody can leave out refuses, listed or not.
    @Test(arguments: [0, 2, 1000])
    func whatCannotBeLeftOut(_ limit: Int) {
        let result = #"{"type":"text","text":"a"}]},{"role":"tool","tool_call_id":"c","content":[\#(unknown)"#
        #expect(throws: Never.self) { try request(result, lenient: true, limit: limit) }
        let body = #"{"type":"text","text":"a"}]},{"role":"x","content":[\#(unknown)"#
        #expect(throws: TranslationError(.untranslatable)) { try request(body, lenient: true, limit: limit) }
    }
}
