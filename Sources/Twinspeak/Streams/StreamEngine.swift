internal import JSONCore
internal import ServerSentEvents

/// What stands between the two sides of a stream: values in, values out.
struct StreamEngine: ~Copyable {
    private let client: WireFormat
    private let upstream: WireFormat
    // One of them does the work. In an enum, each event would take it out and put it back.
    private var toOpenAI = GeminiToOpenAIStream()
    private var toGemini = OpenAIToGeminiStream()
    private var services: StreamServices
    /// The value that is being written.
    private var json = JSONOutput()
    var output: StreamOutput
    private(set) var state = StreamTranslator.State.open
    private(set) var refusal: TranslationError?
    private var events = 0

    init(_ translator: Translator, _ exchange: Exchange, _ identity: Identity) {
        client = translator.client
        services = StreamServices(translator, exchange, identity)
        upstream = translator.upstream
        output = StreamOutput(translator.client == .gemini ? exchange.framing : .events)
    }

    // MARK: Events

    /// Reads one event, or several that stand in an array.
    mutating func read(_ root: JSONValue) {
        for event in root.elements {
            guard state == .open else { return }
            // OpenRouter says why it fails beside a last delta.
            translate(event)
            if Failure.isSaid(in: event) { fail(Failure(event, http: 0, headers: [])) }
        }
        services.account(for: root, number: events)
        events += 1
        refuse()
    }

    private mutating func translate(_ event: JSONValue) {
        switch upstream {
        case .gemini: toOpenAI.read(event, &services, &json, &output)
        case .openAI: toGemini.read(event, &services, &json, &output)
        }
    }

    // MARK: The end

    /// The upstream has closed the stream, or said that it is done.
    ///
    /// - Parameter stray: Text in no frame, which tells why an answer is not whole.
    mutating func finish(stray: [UInt8] = []) {
        guard state == .open else { return }
        if stray.span.beginsJSON {
            cut()
        } else if end() {
            state = .finished
            output.close()
        } else if state == .open, stray.isEmpty {
            cut()
        } else if state == .open {
            let finding = Diagnostic(.error, .notJSON, "expected events or JSON, found text", JSONPlace.start)
            fail(
                text: stray.span,
                events == 0 ? TranslationError(.notJSON, report: Report(diagnostics: [finding])) : nil)
        }
    }

    /// The upstream stopped before its answer was whole, maybe within an event.
    mutating func cut() { fail(.truncated, .truncated) }

    private mutating func end() -> Bool {
        let before = output
        let isWhole =
            switch upstream {
            case .gemini: toOpenAI.finish(&services, &json, &output)
            case .openAI: toGemini.finish(&services, &json, &output)
            }
        // Of an end that is refused nothing has been said.
        if services.refusal != nil { output = before }
        refuse()
        return isWhole && state == .open
    }

    /// What has been refused ends the stream.
    private mutating func refuse() {
        guard state == .open, let refusal = services.refusal else { return }
        self.refusal = refusal
        fail(Failure(refusal, http: ErrorStatus.badGateway))
    }

    /// An event that is not JSON: a text most likely says why.
    mutating func fail(event text: Span<UInt8>, _ error: JSONError) {
        let refusal = TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        guard text.beginsJSON else { return fail(text: text, refusal) }
        self.refusal = self.refusal ?? refusal
        fail(Failure(refusal, http: ErrorStatus.badGateway))
    }

    private mutating func fail(text: Span<UInt8>, _ refusal: TranslationError?) {
        self.refusal = self.refusal ?? refusal
        fail(Failure(text: text, http: ErrorStatus.badGateway, headers: []))
    }

    /// The stream cannot be taken apart.
    mutating func fail(_ error: FramingError) {
        let message =
            switch error {
            case .tooLarge(let limit): "an event of more than \(limit) bytes"
            case .tooDeep(let limit): "JSON of more than \(limit) levels"
            case .notJSON: "neither events nor JSON"
            }
        let finding = Diagnostic(.error, .limitExceeded, message, JSONPlace.start)
        let refusal = TranslationError(.notJSON, report: Report(diagnostics: [finding]))
        self.refusal = self.refusal ?? refusal
        fail(Failure(refusal, http: ErrorStatus.badGateway))
    }

    /// An error, behind which nothing follows.
    mutating func fail(_ failure: Failure, _ state: StreamTranslator.State = .failed) {
        guard self.state == .open else { return }
        self.state = state
        json.reset()
        json.object { body in
            switch client {
            case .openAI: _ = Errors.toOpenAI(failure, body)
            case .gemini: _ = Errors.toGemini(failure, body)
            }
        }
        output.append(json)
        output.close()
    }

    // MARK: What is known so far

    var framing: StreamFraming { output.framing }

    var report: Report { services.findings.report }

    /// The counts that came last, as JSON that stands in an answer.
    var usage: [UInt8] { upstream == .gemini ? toOpenAI.usageMetadata : toGemini.usage }
    var model: String? { upstream == .gemini ? toOpenAI.model : toGemini.model }
    var sawFirstToken: Bool { upstream == .gemini ? toOpenAI.sawFirstToken : toGemini.sawFirstToken }
}

extension Span<UInt8> {
    /// What comes is an object or a list, and no text for people.
    fileprivate var beginsJSON: Bool {
        !isEmpty && (self[0] == UInt8(ascii: "{") || self[0] == UInt8(ascii: "["))
    }
}
