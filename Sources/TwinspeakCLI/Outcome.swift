/// What became of one body.
struct Outcome: Sendable {
    /// For standard output, without the end of the line; empty if there is nothing to say there.
    var output: [UInt8] = []
    /// For standard error.
    var findings = ""
    var code = ExitCode.done

    init(_ output: [UInt8], findings: String) {
        self.output = output
        self.findings = findings
    }

    /// - Parameter output: what stands in place of the translation.
    init(_ failure: Failure, output: [UInt8] = []) {
        self.output = output
        findings = failure.text
        code = failure.code
    }
}
