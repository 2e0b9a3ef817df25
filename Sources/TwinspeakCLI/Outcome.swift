/// What became of one body.
struct Outcome: Sendable {
    /// For standard output, in pieces that follow each other, without the end of the line; none if there is nothing to
    /// say there.
    var segments: [ArraySlice<UInt8>] = []
    /// For standard error.
    var findings = ""
    var code = ExitCode.done

    init(_ output: [UInt8], findings: String) { self.init(segments: [output[...]], findings: findings) }

    init(segments: [ArraySlice<UInt8>], findings: String) {
        self.segments = segments.filter { !$0.isEmpty }
        self.findings = findings
    }

    /// - Parameter output: what stands in place of the translation.
    init(_ failure: Failure, output: [UInt8] = []) {
        segments = output.isEmpty ? [] : [output[...]]
        findings = failure.text
        code = failure.code
    }
}
