internal import JSONCore

/// What becomes of one value of a body, and who decides it.
package struct Explanation: Sendable {
    /// RFC 6901.
    package let pointer: String
    /// A finding, the row of a table, or the converter that takes it.
    package let by: String

    /// Every value of the body of a request, in its order.
    package static func of(request body: [UInt8], _ format: WireFormat, options: Options) -> [Explanation] {
        let translator = Translator(client: format, upstream: format.other, options: options)
        let report: Report
        do throws(TranslationError) { report = try translator.request(body).report } catch { report = error.report }
        return explanations(of: body, report, TakenBy.request(format), options)
    }

    /// Every value of the body of a response, in its order.
    package static func of(response body: [UInt8], _ format: WireFormat, options: Options) -> [Explanation] {
        let translator = Translator(client: format.other, upstream: format, options: options)
        return explanations(of: body, translator.response(body).report, TakenBy.response(format), options)
    }

    private static func explanations(
        of body: [UInt8], _ report: Report, _ takers: [TakenBy], _ options: Options
    ) -> [Explanation] {
        let findings = Dictionary(grouping: report.diagnostics, by: \.pointer)
        var explanations: [Explanation] = []
        var document = JSONDocument()
        // Nobody uses anything here, so that every value is come by.
        _ = try? document.read(body.span, limits: options.limits.json) { root in
            root.inspect(descend: { _ in true }) { _, place, _ in
                explanations.append(
                    Explanation(pointer: place.pointer, by: explanation(of: place.pointer, findings, takers)))
            }
        }
        return explanations
    }

    private static func explanation(
        of pointer: String, _ findings: [String: [Diagnostic]], _ takers: [TakenBy]
    ) -> String {
        let taker = takers.filter { $0.takes(pointer) }.max { $0.length < $1.length }.map(\.by) ?? ""
        let said = pointer.withItsContainers.dropLast().lazy.compactMap { findings[$0] }.first ?? []
        let words = said.map { "\($0.severity.rawValue) \($0.code): \($0.message)" }
        return ([taker] + words).joined(separator: "; ")
    }
}
