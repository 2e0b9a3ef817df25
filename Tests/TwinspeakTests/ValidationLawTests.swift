import Testing

@testable import Twinspeak

/// What translates, is valid on the other side. (What does not translate, is not valid: `ValidationGoldenTests`.)
@Suite struct ValidationLawTests {
    @Test(arguments: try Fixture.requests())
    func request(_ fixture: Fixture) throws {
        let translator = Translator(client: fixture.format, upstream: fixture.format.other, options: fixture.options)
        let request = try translator.request(fixture.input)
        expectNoErrors(request.body, fixture.format.other, asking: request.exchange.model, fixture.options)
    }

    @Test(arguments: try Fixture.responses())
    func response(_ fixture: Fixture) throws {
        let reply = fixture.translator.response(
            fixture.input, status: fixture.status, headers: fixture.headers, for: try fixture.exchange(),
            identity: fixture.identity)
        let format = fixture.format.other
        let report = format.validate(response: reply.body, options: fixture.options)
        let errors = report.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(String(decoding: reply.body, as: UTF8.self))")
    }

    @Test(arguments: try Fixture.errors())
    func error(_ fixture: Fixture) throws {
        let reply = fixture.translator.response(
            fixture.input, status: fixture.status, headers: fixture.headers, identity: fixture.identity)
        let format = fixture.format.other
        let report = format.validate(error: reply.body, options: fixture.options)
        let errors = report.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(String(decoding: reply.body, as: UTF8.self))")
    }

    @Test(arguments: try Fixture.streams())
    func stream(_ fixture: Fixture) throws {
        let run = try StreamRun(fixture)
        let format = fixture.format.other
        for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") where line.hasPrefix("data: {") {
            let event = line.dropFirst("data: ".count)
            let report =
                event.hasPrefix("{\"error\"")
                ? format.validate(error: event.utf8, options: fixture.options)
                : format.validate(chunk: event.utf8, options: fixture.options)
            let errors = report.diagnostics.filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(event)")
        }
    }

    private static let blocks = 0..<20
    private static let blockSize = 50

    @Test(arguments: blocks, WireFormat.allCases)
    func random(_ block: Int, _ format: WireFormat) throws {
        for place in 0..<Self.blockSize {
            let random = RandomRequest(format, seed: UInt64(block * Self.blockSize + place))
            let request = try random.translated()
            expectNoErrors(request.body, format.other, asking: request.exchange.model, random.options)
        }
    }

    private func expectNoErrors(_ body: [UInt8], _ format: WireFormat, asking model: String, _ options: Options) {
        var options = options
        options.model = model.isEmpty ? nil : model
        let report = format.validate(request: body, options: options)
        let errors = report.diagnostics.filter { $0.severity == .error && !isAsked($0, options) }
        #expect(errors.isEmpty, "\(String(decoding: body, as: UTF8.self))")
    }

    /// What only some models refuse is sent as the caller asked, and so is JSON mode without the word in a message.
    private func isAsked(_ finding: Diagnostic, _ options: Options) -> Bool {
        switch finding.code {
        case .refusedByModel: true
        case .signatureMissing: options.thoughtSignatureFallback == nil
        case .requiresMember: finding.pointer == "/response_format/type"
        // A word may be newer than the field list.
        case .unknownValue:
            finding.pointer.hasPrefix("/safetySettings/") || finding.pointer == "/generationConfig/mediaResolution"
        default: false
        }
    }
}
