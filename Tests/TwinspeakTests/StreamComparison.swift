@testable import Twinspeak

/// A stream, translated and put together, beside the same stream, put together and translated.
struct StreamComparison {
    /// Pointers to what is not the same.
    let differences: [String]
    let description: String

    /// Nil if the stream has no answer, or none that clients can put together.
    init?(_ fixture: Fixture) throws {
        var options = fixture.options
        options.includeUsage = true
        options.framing = .events
        let identity = Identity(id: "answer", created: fixture.identity.created)
        let translator = Translator(client: fixture.format.other, upstream: fixture.format, options: options)
        try self.init(fixture.input, translator, fixture.exchange(), identity)
    }

    init?(
        _ input: [UInt8], _ translator: Translator, _ exchange: Exchange = Exchange(),
        _ identity: Identity = Identity(id: "answer")
    ) throws {
        guard let answer = try Self.answer(input, translator.upstream) else { return nil }
        var stream = translator.stream(for: exchange, identity: identity)
        let output = stream.push(input) + stream.finish()
        let reply = translator.response(answer, for: exchange, identity: identity)
        description = """
            \(stream.state), \(reply.kind)
            \(String(decoding: output, as: UTF8.self))
            \(String(decoding: answer, as: UTF8.self))
            \(String(decoding: reply.body, as: UTF8.self))
            """
        guard stream.state == .finished, reply.kind != .error else {
            if stream.state == .truncated { return nil }
            differences = stream.state == .finished || reply.kind != .error ? ["one of them fails"] : []
            return
        }
        guard let events = Piece.events(output) else {
            differences = ["the stream is not JSON"]
            return
        }
        let folded: String
        switch translator.client {
        case .openAI:
            do { folded = try ChatFold(events, isOurs: true).completion.json } catch {
                differences = ["\(error)"]
                return
            }
        case .gemini: folded = try GeminiFold(events, isOurs: true).response.json
        }
        let same =
            try translator.client == .gemini
            ? GeminiFold([Piece(reply.body)].compactMap(\.self), isOurs: true).response.json
            : String(decoding: reply.body, as: UTF8.self)
        let (left, right) = (Self.normal(folded), Self.normal(same))
        differences = left?.differences(right) ?? ["the output is not JSON"]
    }

    private static func answer(_ input: [UInt8], _ format: WireFormat) throws -> [UInt8]? {
        guard let events = Piece.events(input), !events.isEmpty else { return nil }
        // An error without a member around it: there is no answer.
        if events.contains(where: { $0["object"]?.text == "error" }) { return nil }
        switch format {
        case .openAI: return (try? ChatFold(events, isOurs: false)).map { Array($0.completion.json.utf8) }
        case .gemini: return (try? GeminiFold(events, isOurs: false)).map { Array($0.response.json.utf8) }
        }
    }

    /// Differences that are meant, all of them.
    private static func normal(_ json: String) -> Tree? {
        Tree(Array(json.utf8))?.mapped { name, value in
            switch (name, value) {
            case (_, .leaf("null")): nil
            // Clients' lists of objects are merged by it.
            case ("index", .leaf): nil
            // Nothing was said.
            case ("content", .leaf("\"")): nil
            // Made ones are counted as calls come.
            case ("id", .leaf(let id)) where id.hasPrefix("\"call_") && id.count > 15: .leaf("made")
            // In a stream also where clients keep what they do not know.
            case ("google", .object(var members)):
                {
                    members["native_finish_reason"] = nil
                    return members.isEmpty ? nil : .object(members)
                }()
            case ("extra_content", .object(let members)) where members.isEmpty: nil
            case ("arguments", _): value.text.flatMap { Tree(Array($0.utf8)) } ?? value
            default: value
            }
        }
    }
}
