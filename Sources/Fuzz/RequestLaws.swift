import Twinspeak

/// A request for the other side.
struct RequestLaws {
    private let options: Options
    private let format: WireFormat
    private let translator: Translator
    private nonisolated(unsafe) static var workspace = Workspace()

    init(_ choices: Choices) {
        options = choices.options
        format = choices.format
        translator = Translator(client: format, upstream: format.other, options: options)
    }

    func check(_ body: [UInt8]) {
        _ = try? WireFormat.detect(request: body, options: options)
        let plain = translated(body)
        expect(translated(body, reusing: true) == plain, "a workspace that was used before changes the body")
        checkPassing(body)
        BodyLaws.expectOrder(plain.report)
        checkOptions(body, plain)
        guard let output = plain.output else {
            return expect(BodyLaws.hasErrors(plain.report) || options.strict, "refused without an error")
        }
        BodyLaws.expectJSON(output, "request")
        checkLayout(body, plain)
        guard !options.lenient, !BodyLaws.hasErrors(format.validate(request: body, options: options)) else { return }
        checkValidity(output, asking: plain.model)
    }

    /// What came out, or why nothing did.
    private struct Outcome: Equatable {
        var output: [UInt8]?
        var model = ""
        var route: Route?
        var report: Report
    }

    private func translated(_ body: [UInt8], _ options: Options? = nil, reusing: Bool = false) -> Outcome {
        let translator = Translator(client: format, upstream: format.other, options: options ?? self.options)
        do throws(TranslationError) {
            let request: Translator.Request
            if reusing {
                request = try translator.request(body.span, using: &Self.workspace)
            } else {
                request = try translator.request(body)
            }
            return Outcome(
                output: request.body, model: request.exchange.model, route: request.route, report: request.report)
        } catch {
            return Outcome(report: error.report)
        }
    }

    /// Between two of the same side a body passes as it came, or is refused.
    private func checkPassing(_ body: [UInt8]) {
        let same = Translator(client: format, upstream: format, options: options)
        if let request = try? same.request(body) { expect(request.body == body, "a body does not pass unchanged") }
    }

    /// `strict` refuses, and `lenient` does not, and neither changes what nobody minds.
    private func checkOptions(_ body: [UInt8], _ plain: Outcome) {
        guard !options.strict, !options.lenient, plain.output != nil else { return }
        var strict = options
        strict.strict = true
        let refused = translated(body, strict)
        expect((refused.output != nil) == plain.report.isClean, "strict and warnings disagree")
        if refused.output != nil { expect(refused == plain, "strict changes what it accepts") }
        var lenient = options
        lenient.lenient = true
        expect(translated(body, lenient) == plain, "lenient changes what is legal")
    }

    private func checkLayout(_ body: [UInt8], _ plain: Outcome) {
        let pretty = translated(JSONLayout.pretty(body))
        guard options.limits == Options.Limits() else { return }
        expect(pretty.output == plain.output, "layout changes the body")
        expect(BodyLaws.words(pretty.report) == BodyLaws.words(plain.report), "layout changes the findings")
    }

    /// What validates and translates, is valid on the other side, and translates back.
    private func checkValidity(_ output: [UInt8], asking model: String) {
        var options = options
        options.model = model.isEmpty ? nil : model
        options.strict = false
        options.limits = Options.Limits()
        BodyLaws.expectNoErrors(format.other.validate(request: output, options: options), output) { finding in
            switch finding.code {
            case .refusedByModel: true
            case .signatureMissing: options.thoughtSignatureFallback == nil
            case .requiresMember: finding.pointer == "/response_format/type"
            // Data go on unread, however long they are.
            case .unusableMedia: finding.pointer.hasSuffix("Data/data")
            // A word may be newer than the field list.
            case .unknownValue:
                finding.pointer.hasPrefix("/safetySettings/")
                    || finding.pointer == "/generationConfig/mediaResolution"
            default: false
            }
        }
        let back = Translator(client: format.other, upstream: format, options: options)
        do throws(TranslationError) {
            BodyLaws.expectJSON(try back.request(output).body, "the way back")
        } catch {
            broken("no way back: \(error) of \(String(decoding: output, as: UTF8.self))")
        }
    }
}
