import JSONCore
import Twinspeak

/// What outlives a single call in a server, and so is made once.
struct Engine: ~Copyable {
    private let chat = Translator(client: .openAI, upstream: .gemini)
    private let gemini = Translator(client: .gemini, upstream: .openAI)
    private let route = Route(path: "/v1beta/models/gemini-2.5-pro:generateContent")
    private var workspace = Workspace()
    private var document = JSONDocument()
    private var output = JSONOutput()

    /// How many bytes came out, so that the work cannot be optimised away.
    mutating func run(_ measure: Measure, _ document: [UInt8]) throws -> Int {
        switch measure {
        case .parse: try self.document.read(document.span) { $0.members.underestimatedCount }
        case .rewrite: try rewrite(document)
        case .toGemini: try chat.request(document.span, using: &workspace).body.count
        case .toOpenAI: try gemini.request(document.span, at: route, using: &workspace).body.count
        case .toGeminiPlain: try chat.request(document).body.count
        case .toOpenAIPlain: try gemini.request(document, at: route).body.count
        }
    }

    private mutating func rewrite(_ document: [UInt8]) throws -> Int {
        output.reset(expected: document.count)
        try self.document.read(document.span) { root in
            output.object { root.copyMembers(to: $0) }
        }
        return output.count
    }
}
