internal import Twinspeak

extension Invocation {
    /// Does what was asked for. The result goes to standard output, and nothing else does.
    func run() throws(Failure) {
        do throws(Failure) {
            try runCommand()
        } catch {
            if let envelope = error.envelope { try write(envelope) }
            throw error
        }
    }

    private func runCommand() throws(Failure) {
        switch (action, command) {
        case (.version, _): try write(text: "twinspeak 0.1.0\n")
        case (.help, let command): try write(text: command.map(HelpText.of) ?? HelpText.general)
        case (.run, .request) where isEnvelope || isPretty: try write(translatedRequest())
        case (.run, .request): try write(segments: gatheredRequest().segments)
        case (.run, .response): try write(translatedResponse())
        case (.run, .stream): try translateStream()
        case (.run, .error): try write(translatedError())
        case (.run, .schema): try write(translatedSchema())
        case (.run, .fields) where isJSON: try write(Array(FieldTable.json.utf8))
        case (.run, .fields): try write(text: FieldTable.markdown)
        case (.run, nil): break
        }
    }

    private func write(_ json: [UInt8]) throws(Failure) {
        var lines = isPretty ? JSONLayout.pretty(json) : json
        lines.append(UInt8(ascii: "\n"))
        try write(lines: lines)
    }

    private func write(segments: [ArraySlice<UInt8>]) throws(Failure) {
        do throws(SystemError) {
            _ = try System.writeOutput(segments: segments + [[UInt8(ascii: "\n")]])
        } catch {
            throw .file("standard output", error)
        }
    }

    private func write(text: String) throws(Failure) { try write(lines: Array(text.utf8)) }

    /// - Returns: False if nobody reads any more.
    @discardableResult
    func write(lines: [UInt8]) throws(Failure) -> Bool {
        do throws(SystemError) {
            return try System.writeOutput(lines[...])
        } catch {
            throw .file("standard output", error)
        }
    }
}
