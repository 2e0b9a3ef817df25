internal import Twinspeak

/// Which body is validated.
enum BodyKind: String, CaseIterable {
    case request, response, chunk, error
}

extension Translation {
    /// Everything that is wrong with the body, on standard output.
    func validate(_ body: [UInt8], _ source: Source?, _ workspace: inout Workspace) -> Outcome {
        do throws(TranslationError) {
            let content = try validatedContent(body, &workspace)
            guard content.isBatch else { return outcome(report(body, content.format, invocation.kind), source) }
            let report = content.format.validate(
                batchLine: body, ofRequests: invocation.kind == .request, options: options
            ) { body, isError in
                self.report(body, content.format, isError ? .error : invocation.kind)
            }
            return outcome(report, source)
        } catch {
            guard error.code == .undecided else { return outcome(error.report, source) }
            if !invocation.isLines { return undecided(error, source) }
            var outcome = outcome(error.report, source)
            outcome.code = .usage
            return outcome
        }
    }

    private func report(_ body: [UInt8], _ format: WireFormat, _ kind: BodyKind) -> Report {
        // Contracts speak of successful answers only.
        if let contract, kind != .error { return report(body, contract) }
        return switch kind {
        case .request: format.validate(request: body, options: options)
        case .response: format.validate(response: body, options: options)
        case .chunk: format.validate(chunk: body, options: options)
        case .error: format.validate(error: body, options: options)
        }
    }

    private func report(_ body: [UInt8], _ contract: Contract) -> Report {
        switch invocation.kind {
        case .request: contract.validate(request: body, options: options)
        case .response, .chunk, .error: contract.validate(response: body, options: options)
        }
    }

    private func validatedContent(
        _ body: [UInt8], _ workspace: inout Workspace
    ) throws(TranslationError) -> BodyContent {
        do throws(TranslationError) {
            switch invocation.kind {
            case .request: return try requestContent(body, &workspace)
            case .response, .chunk: return try responseContent(body, &workspace)
            case .error: return BodyContent(invocation.from ?? WireFormat.detect(error: body, options: options))
            }
        } catch {
            // A contract does not ask which side it is.
            if contract != nil { return BodyContent(.openAI) }
            throw error
        }
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
