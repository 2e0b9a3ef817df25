internal import JSONCore

extension WireFormat {
    /// Has the body in a line of a batch file checked, and checks what is around it.
    ///
    /// - Parameters:
    ///   - line: JSON in UTF-8, without the end of the line.
    ///   - ofRequests: The file holds requests; else results.
    ///   - check: What is said of the body, which of a result may be an error.
    /// - Returns: All findings, with places in the line.
    package func validate(
        batchLine line: [UInt8], ofRequests: Bool, options: Options,
        _ check: (_ body: [UInt8], _ isError: Bool) -> Report
    ) -> Report {
        var document = JSONDocument()
        // The sides are the same, so nothing is said of what a translation needs.
        let passing = Translator(client: self, upstream: self, options: options)
        do throws(JSONError) {
            let (batch, around) = try document.read(line.span, limits: options.limits.json) { root in
                let batch = ofRequests ? BatchLine(request: root, passing) : BatchLine(result: root, self)
                root.ignore()
                return (batch, Report(root, losses: [], options: options))
            }
            guard let body = batch.body else { return around }
            return body.report(around, check(body.bytes(of: line.span), body.isFramed || batch.status >= 400))
        } catch {
            return Report(diagnostics: [Diagnostic(error)])
        }
    }
}
