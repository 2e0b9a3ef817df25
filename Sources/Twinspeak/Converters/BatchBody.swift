internal import JSONCore

/// Where the body stands in a line of a batch file, so that findings about it get their places in the line.
struct BatchBody {
    private let range: Range<Int>
    private let position: (line: Int, column: Int)
    /// Of the body in the line.
    private let pointer: String
    /// What belongs to the body, though the line does not have it so.
    private var frame: (start: String, end: String) = ("", "")

    /// Nil if there is none, which has been said then.
    init?(_ parent: JSONValue, _ name: StaticString, below pointer: String = "") {
        let value = parent[name]
        guard value.exists else {
            if parent.kind == .object { parent.refuse("\(name)", .missingMember, "expected a body, found nothing") }
            return nil
        }
        // Whoever translates it accounts for it.
        value.ignore()
        range = value.range
        position = value.position
        self.pointer = "\(pointer)/\(name)"
    }

    /// The error of a line, which stands in an object of its own as the body of an answer.
    init?(error line: JSONValue) {
        self.init(line, "error")
        frame = (#"{"error":"#, "}")
    }

    func bytes(of line: Span<UInt8>) -> [UInt8] {
        line.extracting(range).bytes.withUnsafeBytes { Array(frame.start.utf8) + $0 + Array(frame.end.utf8) }
    }

    /// It is an error that stands in the line by itself.
    var isFramed: Bool { !frame.start.isEmpty }

    // MARK: Findings

    /// What was found in the line, and then what was found in its body.
    func report(_ line: Report, _ body: Report) -> Report {
        var report = line
        report.diagnostics += body.diagnostics.map(inLine)
        report.remoteMedia += body.remoteMedia.map { RemoteMedia(pointer: pointer + $0.pointer, url: $0.url) }
        return report
    }

    private func inLine(_ finding: Diagnostic) -> Diagnostic {
        let isFirstLine = finding.line == 1
        var placed = Diagnostic(
            severity: finding.severity, code: finding.code,
            // The frame has its own name for the member that it puts the body into.
            pointer: isFramed && !finding.pointer.isEmpty ? finding.pointer : pointer + finding.pointer,
            message: finding.message, line: finding.line + position.line - 1,
            column: isFirstLine
                ? max(finding.column + position.column - 1 - frame.start.utf8.count, 1) : finding.column)
        placed.note = finding.note
        return placed
    }
}
