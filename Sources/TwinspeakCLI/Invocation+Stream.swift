internal import Twinspeak

extension Invocation {
    /// Translates events as they come, each written at once. Findings are written at the end.
    func translateStream() throws(Failure) {
        let options = try options()
        var input = try StreamInput(files.first ?? "-")
        var begun: [UInt8] = []
        let upstream = try upstream(&input, &begun, options)
        let translator = Translator(client: upstream.other, upstream: upstream, options: options)
        let exchange = try AnsweredRequests(self, options).exchanges(translator)("")
        var stream = translator.stream(for: exchange, identity: identity)
        var isRead = try write(lines: stream.push(begun))
        while isRead, let bytes = try input.next() { isRead = try write(lines: stream.push(bytes)) }
        try write(lines: stream.finish())
        let findings = diagnostics.lines(stream.diagnostics)
        if let refusal = stream.refusal { throw .translation(refusal, findings) }
        if stream.state == .truncated { throw .truncated(findings) }
        System.writeError(findings)
    }

    /// The format that was named, or else told by the first event, which is read for it.
    private func upstream(
        _ input: inout StreamInput, _ begun: inout [UInt8], _ options: Options
    ) throws(Failure) -> WireFormat {
        if let from { return from }
        while let bytes = try input.next() {
            begun += bytes
            if let detected = WireFormat.detect(stream: begun, options: options) { return detected }
        }
        throw .usage("found neither choices nor candidates; say --from openai or --from gemini", .stream)
    }
}

/// The bytes of a file or of standard input, as they come.
private struct StreamInput {
    private let name: String
    private let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 64 << 10)

    init(_ file: String) throws(Failure) {
        name = file == "-" ? "standard input" : file
        do throws(SystemError) {
            descriptor = file == "-" ? System.standardInput : try System.open(file)
        } catch {
            throw .file(name, error)
        }
    }

    /// Nil at the end.
    mutating func next() throws(Failure) -> [UInt8]? {
        do throws(SystemError) {
            let count = try System.read(descriptor, into: &chunk)
            return count == 0 ? nil : Array(chunk[..<count])
        } catch {
            throw .file(name, error)
        }
    }
}
