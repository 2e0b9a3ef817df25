import ServerSentEvents
import Twinspeak

/// A stream in pieces: what goes out is a stream, whatever comes in, and however it is cut.
struct StreamLaws {
    private let choices: Choices
    private let options: Options
    private let format: WireFormat
    private let translator: Translator

    init(_ choices: Choices) {
        self.choices = choices
        options = choices.options
        format = choices.format
        translator = Translator(client: format.other, upstream: format, options: options)
    }

    func check(_ input: [UInt8]) {
        _ = WireFormat.detect(stream: input, options: options)
        var dice = choices.dice
        let whole = run(input, [])
        expect(run(input, dice.cuts(of: input.count)) == whole, "a cut changes the stream")
        expect(run(input, Array(0..<min(input.count, 2000))) == whole, "single bytes change the stream")
        expect(whole.state != .open && whole.state != .misused, "an end that is none: \(whole.state)")
        let isArray = translator.client == .gemini && options.framing == .array
        checkEvents(isArray ? arrayEvents(whole.output) : events(whole.output, whole.state), whole.state, input)
    }

    private struct Run: Equatable {
        var output: [UInt8] = []
        var state = StreamTranslator.State.open
        var report = Report()
        var usage: TokenUsage?
        var model: String?
    }

    private func run(_ input: [UInt8], _ cuts: [Int]) -> Run {
        var stream = translator.stream(for: choices.exchange, identity: choices.identity)
        var run = Run()
        var start = 0
        for end in cuts + [input.count] {
            run.output += stream.push(Array(input[start..<end]))
            start = end
        }
        run.output += stream.finish()
        (run.state, run.report, run.usage, run.model) = (stream.state, stream.report, stream.usage, stream.model)
        expect(stream.push(input).isEmpty && stream.finish().isEmpty, "something behind the end")
        expect(stream.state == .misused, "a stream that goes on behind its end")
        return run
    }

    // MARK: What comes out

    private func events(_ output: [UInt8], _ state: StreamTranslator.State) -> [[UInt8]] {
        expect(output.isEmpty || output.suffix(2) == [0x0a, 0x0a], "no whole event")
        var events: [[UInt8]] = []
        var parser = EventParser()
        let add = { (event: Event) -> Demand in
            guard case .data(let data, _) = event else { broken("a line that is no field") }
            events.append(data.indices.map { data[$0] })
            return .more
        }
        try? parser.push(output.span, add)
        try? parser.finish(add)
        guard events.last == Array("[DONE]".utf8) else { return events }
        expect(state == .finished && translator.client == .openAI, "[DONE] though \(state)")
        return events.dropLast()
    }

    private func arrayEvents(_ output: [UInt8]) -> [[UInt8]] {
        guard !output.isEmpty else { return [] }
        guard case .array(let elements)? = Tree(output) else { broken("no array") }
        return elements.map(\.json)
    }

    /// Whole values, at most one error, and nothing behind it; valid ones, if what came in was valid.
    private func checkEvents(_ events: [[UInt8]], _ state: StreamTranslator.State, _ input: [UInt8]) {
        var options = options
        options.limits = Options.Limits()
        let isValid = isValid(input, options)
        let client = translator.client
        var errors: [Int] = []
        for (place, event) in events.enumerated() {
            BodyLaws.expectJSON(event, "event")
            if event.starts(with: #"{"error""#.utf8) {
                errors.append(place)
                BodyLaws.expectNoErrors(client.validate(error: event, options: options), event)
            } else if isValid {
                BodyLaws.expectNoErrors(client.validate(chunk: event, options: options), event)
            }
        }
        expect(errors.isEmpty == (state == .finished), "\(errors.count) errors though \(state)")
        expect(errors.allSatisfy { $0 == events.count - 1 }, "something behind an error")
    }

    private func isValid(_ input: [UInt8], _ options: Options) -> Bool {
        let lines = Lines(input)
        return (0..<lines.count).allSatisfy {
            !BodyLaws.hasErrors(format.validate(chunk: lines[$0], options: options))
        }
    }
}
