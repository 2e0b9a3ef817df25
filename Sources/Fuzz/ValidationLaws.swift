import Twinspeak

/// The validator of all four kinds of bodies.
struct ValidationLaws {
    private let choices: Choices

    init(_ choices: Choices) { self.choices = choices }

    func check(_ body: [UInt8]) {
        let options = choices.options
        let report = report(body, options)
        expect(self.report(body, options) == report, "two validations differ")
        BodyLaws.expectOrder(report)
        guard options.limits == Options.Limits(), Tree(body) != nil else { return }
        let pretty = self.report(JSONLayout.pretty(body), options)
        expect(BodyLaws.words(pretty) == BodyLaws.words(report), "layout changes the findings")
    }

    private func report(_ body: [UInt8], _ options: Options) -> Report {
        switch choices.kind {
        case 0: choices.format.validate(request: body, options: options)
        case 1: choices.format.validate(response: body, options: options)
        case 2: choices.format.validate(chunk: body, options: options)
        default: choices.format.validate(error: body, options: options)
        }
    }
}
