import JSONCore
import ServerSentEvents
import Twinspeak

/// What outlives a single call in a server, and so is made once.
struct Engine: ~Copyable {
    private let chat = Translator(client: .openAI, upstream: .gemini)
    private let gemini = Translator(client: .gemini, upstream: .openAI)
    private let route = Route(path: "/v1beta/models/gemini-2.5-pro:generateContent")
    private var workspace = Workspace()
    private var document = JSONDocument()
    private var output = JSONOutput()
    private var body: [UInt8] = []

    /// How many bytes came out, so that the work cannot be optimised away.
    mutating func run(_ measure: Measure, _ document: [UInt8]) throws -> Int {
        switch measure {
        case .parse: try self.document.read(document.span) { $0.members.underestimatedCount }
        case .rewrite: try rewrite(document)
        case .copy: copy(document)
        case .toGemini: try translate(document, chat)
        case .toOpenAI: try translate(document, gemini, at: route)
        case .toGeminiNew: try chat.request(document.span, using: &workspace).body.count
        case .toOpenAINew: try gemini.request(document.span, at: route, using: &workspace).body.count
        case .toGeminiPlain: try chat.request(document).body.count
        case .toOpenAIPlain: try gemini.request(document, at: route).body.count
        case .toGeminiGathered: try chat.request(gathering: document, using: &workspace).body.count
        case .toOpenAIGathered: try gemini.request(gathering: document, at: route, using: &workspace).body.count
        case .answerToOpenAI: chat.response(document.span, using: &workspace).body.count
        case .answerToGemini: gemini.response(document.span, using: &workspace).body.count
        case .answerToOpenAIGathered: chat.response(gathering: document, using: &workspace).body.count
        case .answerToGeminiGathered: gemini.response(gathering: document, using: &workspace).body.count
        case .streamParse: parse(stream: document)
        case .streamToOpenAI: stream(document, chat.stream(), piece: document.count)
        case .streamToGemini: stream(document, gemini.stream(), piece: document.count)
        case .streamToOpenAIPieces: stream(document, chat.stream(), piece: 1460)
        case .streamToGeminiPieces: stream(document, gemini.stream(), piece: 1460)
        }
    }

    private mutating func translate(_ document: [UInt8], _ translator: Translator, at route: Route? = nil) throws -> Int
    {
        _ = try translator.request(document.span, at: route, into: &body, using: &workspace)
        return body.count
    }

    private mutating func copy(_ document: [UInt8]) -> Int {
        body.removeAll(keepingCapacity: true)
        body.append(contentsOf: document)
        return body.count
    }

    private func stream(_ bytes: [UInt8], _ stream: consuming StreamTranslator, piece: Int) -> Int {
        var count = 0
        var position = 0
        while position < bytes.count {
            let end = min(position + piece, bytes.count)
            count += stream.push(bytes.span.extracting(position..<end)).count
            position = end
        }
        return count + stream.finish().count
    }

    private mutating func parse(stream: [UInt8]) -> Int {
        var parser = EventParser()
        var count = 0
        try? parser.push(stream.span) { event in
            if case .data(let data, _) = event {
                count += (try? document.read(data) { $0.members.underestimatedCount }) ?? 0
            }
            return .more
        }
        return count
    }

    private mutating func rewrite(_ document: [UInt8]) throws -> Int {
        output.reset(expected: document.count)
        try self.document.read(document.span) { root in
            output.object { root.copyMembers(to: $0) }
        }
        return output.count
    }
}
