internal import Twinspeak

/// Which body is validated.
enum BodyKind: String, CaseIterable {
    case request, response, chunk, error
}

extension Translation {
    /// Everything that is wrong with the body, on standard output.
    func validate(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        do throws(TranslationError) {
            if let contract { return outcome(report(body, contract), source) }
            return outcome(report(body, try format(of: body)), source)
        } catch {
            return error.code == .undecided ? undecided(error, source) : outcome(error.report, source)
        }
    }

    private func report(_ body: [UInt8], _ contract: Contract) -> Report {
        switch invocation.kind {
        case .request: contract.validate(request: body, options: options)
        case .response, .chunk, .error: contract.validate(response: body, options: options)
        }
    }

    private func report(_ body: [UInt8], _ format: WireFormat) -> Report {
        switch invocation.kind {
        case .request: format.validate(request: body, options: options)
        case .response: format.validate(response: body, options: options)
        case .chunk: format.validate(chunk: body, options: options)
        case .error: format.validate(error: body, options: options)
        }
    }

    private func format(of body: [UInt8]) throws(TranslationError) -> WireFormat {
        if let from = invocation.from { return from }
        let (members, detected): (String, WireFormat?) =
            switch invocation.kind {
            case .request: (Self.requestMembers, try WireFormat.detect(request: body, options: options))
            case .response, .chunk: (Self.responseMembers, try WireFormat.detect(response: body, options: options))
            case .error: ("", WireFormat.detect(error: body, options: options))
            }
        guard let detected else { throw .undecided(members, flag: "--as") }
        return detected
    }

    private func outcome(_ report: Report, _ source: Source?) -> Outcome {
        let lines = invocation.diagnostics.lines(report.diagnostics, of: source, isColored: false)
        var outcome = Outcome(Array(lines.utf8.dropLast()), findings: "")
        let severity = report.severity ?? .note
        if report.diagnostics.contains(where: { $0.code == .notJSON || $0.code == .limitExceeded }) {
            outcome.code = .notJSON
        } else if severity == .error || options.strict && severity == .warning {
            outcome.code = .faulty
        }
        return outcome
    }
}
