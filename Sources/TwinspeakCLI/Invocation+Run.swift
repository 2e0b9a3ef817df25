internal import Twinspeak

extension Invocation {
    /// Does what was asked for. The result goes to standard output, and nothing else does.
    func run() throws(Failure) {
        switch (action, command) {
        case (.version, _): try write(text: "twinspeak 0.1.0\n")
        case (.help, let command): try write(text: command.map(HelpText.of) ?? HelpText.general)
        case (.run, .request): try translate { $0.request }
        case (.run, .response): try translate { $0.response }
        case (.run, .stream): try translateStream()
        case (.run, .error): try translate { $0.error }
        case (.run, .validate): try translate { $0.validate }
        case (.run, .schema): try translate { $0.schema }
        case (.run, .fields) where isJSON: try write(Array(FieldTable.json.utf8))
        case (.run, .fields): try write(text: FieldTable.markdown)
        case (.run, nil): break
        }
    }

    // MARK: Translating

    /// Translates a body.
    typealias Work = @Sendable ([UInt8], Source?, inout Workspace) -> Outcome

    /// Translates every file, or every line of them; what fails does not keep the others from it.
    private func translate(_ work: (Translation) -> Work) throws(Failure) {
        let translation = try Translation(self)
        let work = work(translation)
        let worst = isLines ? try LineQueue.run(self, translation.options, work) : try translateFiles(translation, work)
        if worst != .done { throw Failure(code: worst, text: "") }
    }

    private func translateFiles(_ translation: Translation, _ work: Work) throws(Failure) -> ExitCode {
        var worst = ExitCode.done
        for file in files {
            // A workspace of its own: what a large body took is given back.
            var workspace = Workspace()
            let outcome: Outcome
            do throws(Failure) {
                let body = try read(file, translation.options)
                outcome = work(body, files.count > 1 ? Source(file: file) : nil, &workspace)
            } catch {
                outcome = Outcome(error)
            }
            System.writeError(outcome.findings)
            if !outcome.output.isEmpty { try write(outcome.output) }
            worst = max(worst, outcome.code)
        }
        return worst
    }

    // MARK: Writing

    private func write(_ json: [UInt8]) throws(Failure) {
        var lines = isPretty ? JSONLayout.pretty(json) : json
        lines.append(UInt8(ascii: "\n"))
        try write(lines: lines)
    }

    private func write(text: String) throws(Failure) { try write(lines: Array(text.utf8)) }

    /// - Returns: False if nobody reads any more.
    @discardableResult
    func write(lines: [UInt8]) throws(Failure) -> Bool {
        do throws(SystemError) {
            return try System.writeOutput(lines)
        } catch {
            throw .file("standard output", error)
        }
    }
}
