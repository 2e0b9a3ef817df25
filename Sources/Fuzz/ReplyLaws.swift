import Twinspeak

/// An answer or an error for the other side: there always is something to be said.
struct ReplyLaws {
    private let choices: Choices
    private let options: Options
    private let format: WireFormat
    private let translator: Translator
    private let status: Int
    private nonisolated(unsafe) static var workspace = Workspace()

    init(_ choices: Choices, status: Int) {
        self.choices = choices
        self.status = status
        options = choices.options
        format = choices.format
        translator = Translator(client: format.other, upstream: format, options: options)
    }

    func check(_ body: [UInt8]) {
        _ = try? WireFormat.detect(response: body, options: options)
        _ = WireFormat.detect(error: body, options: options)
        let plain = reply(body)
        expect(isSame(plain, reply(body, reusing: true)), "a workspace that was used before changes the answer")
        BodyLaws.expectJSON(plain.body, "answer")
        BodyLaws.expectOrder(plain.report)
        expect((100...599).contains(plain.status), "HTTP status \(plain.status)")
        expect((plain.kind == .error) == !(200...299).contains(plain.status), "\(plain.kind) of \(plain.status)")
        expect(plain.usage == translator.usageOnly(body.span) || plain.kind == .error, "two counts of usage")
        checkLayout(body, plain)
        var options = options
        options.limits = Options.Limits()
        if plain.kind == .error {
            return BodyLaws.expectNoErrors(format.other.validate(error: plain.body, options: options), plain.body)
        }
        guard !BodyLaws.hasErrors(format.validate(response: body, options: options)) else { return }
        BodyLaws.expectNoErrors(format.other.validate(response: plain.body, options: options), plain.body)
        checkWayBack(plain)
    }

    private func reply(_ body: [UInt8], reusing: Bool = false) -> Translator.Reply {
        guard reusing else {
            return translator.response(body, status: status, for: choices.exchange, identity: choices.identity)
        }
        return translator.response(
            body.span, status: status, for: choices.exchange, identity: choices.identity, using: &Self.workspace)
    }

    private func isSame(_ left: Translator.Reply, _ right: Translator.Reply) -> Bool {
        left.body == right.body && left.report == right.report && left.status == right.status
            && left.kind == right.kind && left.headers == right.headers && left.usage == right.usage
    }

    /// Names are made of the bytes of an answer, where it answers no known request.
    private func checkLayout(_ body: [UInt8], _ plain: Translator.Reply) {
        guard options.limits == Options.Limits(), plain.kind != .error, choices.identity.id != nil else { return }
        let pretty = reply(JSONLayout.pretty(body))
        expect(BodyLaws.words(pretty.report) == BodyLaws.words(plain.report), "layout changes the findings")
        expect(pretty.body == plain.body, "layout changes the answer")
    }

    private func checkWayBack(_ plain: Translator.Reply) {
        var options = options
        options.strict = false
        options.limits = Options.Limits()
        let back = Translator(client: format, upstream: format.other, options: options)
        let returned = back.response(plain.body, status: plain.status, identity: choices.identity)
        let refusal = returned.refusal
        expect(
            refusal == nil,
            "no way back: \(refusal?.description ?? "") of \(String(decoding: plain.body, as: UTF8.self))")
    }
}
