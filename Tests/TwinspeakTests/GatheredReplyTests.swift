import Foundation
import Testing
import Twinspeak

@Suite("Answers in pieces")
struct GatheredReplyTests {
    private static let large = String(repeating: "QUJD", count: 4096)
    private static let audio = #"{"id":"a","expires_at":0,"transcript":"","data":"\#(large)"}"#

    private static func gemini(_ parts: String) -> [UInt8] {
        Array(#"{"candidates":[{"content":{"role":"model","parts":[\#(parts)]},"finishReason":"STOP"}]}"#.utf8)
    }

    private static func chat(_ message: String) -> [UInt8] {
        Array(
            (#"{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"#
                + #""finish_reason":"stop","message":{"role":"assistant",\#(message)}}]}"#).utf8)
    }

    private func expectSame(_ gathered: GatheredReply, _ whole: Translator.Reply) {
        #expect(Array(gathered.body.segments.joined()) == whole.body)
        #expect(gathered.body.count == whole.body.count && gathered.body.pieces.allSatisfy { $0.count > 0 })
        let (head, other) = (gathered.head, whole.head)
        #expect(head.status == other.status && head.kind == other.kind && head.headers == other.headers)
        #expect(head.model == other.model && head.usage == other.usage && head.report == other.report)
        #expect(head.refusal == other.refusal)
    }

    // MARK: What is not copied

    @Test("Images and sound lie in what the upstream sent", arguments: Dialect.all)
    func media(_ dialect: Dialect) {
        var options = Options()
        options.dialect = dialect
        let inline = #"{"text":"?"},{"inlineData":{"mimeType":"image/png","data":"\#(Self.large)"}},"#
        let spoken = #"{"inlineData":{"mimeType":"audio/wav","data":"\#(Self.large)"}}"#
        let url = #"{"type":"image_url","image_url":{"url":"data:image/png;base64,\#(Self.large)"}}"#
        let markdown = #""content":"Here: ![image](data:image/png;base64,\#(Self.large))""#
        let answers: [(WireFormat, [UInt8], Int)] = [
            (.gemini, Self.gemini(inline + spoken), 2), (.openAI, Self.chat(#""content":"?","images":[\#(url)]"#), 1),
            (.openAI, Self.chat(#""content":null,"audio":\#(Self.audio)"#), 1), (.openAI, Self.chat(markdown), 1),
        ]
        for (format, body, references) in answers {
            let translator = Translator(client: format.other, upstream: format, options: options)
            let gathered = translator.response(gathering: body)
            expectSame(gathered, translator.response(body))
            #expect(gathered.head.kind == .success && gathered.body.written.count < 1000)
            #expect(gathered.body.pieces.count(where: \.isInput) == references)
            for (piece, segment) in zip(gathered.body.pieces, gathered.body.segments) {
                let source = piece.isInput ? body : gathered.body.written
                #expect(segment.elementsEqual(source[piece.offset..<piece.offset + piece.count]))
            }
        }
    }

    // MARK: The same as whole

    @Test("Together the segments are the whole body", arguments: try Fixture.responses() + Fixture.errors())
    func fixtures(_ fixture: Fixture) throws {
        let exchange = try fixture.exchange()
        var written = Array("what stood here".utf8)
        var workspace = Workspace()
        for client in WireFormat.allCases {
            let gathered = try gathered(fixture.input, of: fixture, for: client)
            let (head, pieces) = Translator(client: client, upstream: fixture.format, options: fixture.options)
                .response(
                    gathering: fixture.input.span, status: fixture.status, headers: fixture.headers, for: exchange,
                    identity: fixture.identity, into: &written, using: &workspace)
            #expect(pieces == gathered.body.pieces && written == gathered.body.written)
            #expect(head.report == gathered.head.report && head.status == gathered.head.status)
        }
    }

    @Test("They are so where every string that may be long is long, and then most is referred to")
    func longFixtures() throws {
        var references = 0
        for fixture in try Fixture.responses() {
            // Not all that is JSON is so for Foundation.
            guard let json = try? JSONSerialization.jsonObject(with: Data(fixture.input)) else { continue }
            let body = try JSONSerialization.data(withJSONObject: Self.lengthened(json), options: .sortedKeys)
            let gathered = try gathered([UInt8](body), of: fixture, for: fixture.format.other)
            references += gathered.body.pieces.count(where: \.isInput)
        }
        #expect(references > 300)
    }

    /// Names of members that hold text, media, arguments or signatures.
    private static let longNames: Set = [
        "text", "content", "data", "url", "b64_json", "arguments", "reasoning_content", "refusal", "transcript",
        "thoughtSignature", "output", "code", "message", "title", "uri",
    ]

    private static func lengthened(_ json: Any, _ name: String = "") -> Any {
        switch json {
        case let members as [String: Any]:
            Dictionary(uniqueKeysWithValues: members.map { ($0.key, lengthened($0.value, $0.key)) })
        case let elements as [Any]: elements.map { lengthened($0) }
        case let text as String where longNames.contains(name): text + large
        default: json
        }
    }

    /// The answer in pieces, which say what the whole one does.
    private func gathered(_ body: [UInt8], of fixture: Fixture, for client: WireFormat) throws -> GatheredReply {
        let translator = Translator(client: client, upstream: fixture.format, options: fixture.options)
        let exchange = try fixture.exchange()
        let gathered = translator.response(
            gathering: body, status: fixture.status, headers: fixture.headers, for: exchange,
            identity: fixture.identity)
        let whole = translator.response(
            body, status: fixture.status, headers: fixture.headers, for: exchange, identity: fixture.identity)
        expectSame(gathered, whole)
        return gathered
    }

    // MARK: What passes, and what cannot be used

    @Test func equalFormatsReferToTheBodyAsItIs() {
        let body = Self.gemini(#" {"text" : "?"} "#)
        let gathered = Translator(client: .gemini, upstream: .gemini).response(gathering: body)
        #expect(Array(gathered.body.segments.joined()) == body && gathered.body.pieces.allSatisfy(\.isInput))
        #expect(gathered.body.written.isEmpty)
    }

    @Test("An error takes the place of what was written before the answer turned out to be of no use")
    func refused() {
        var options = Options()
        options.strict = true
        let translator = Translator(client: .openAI, upstream: .gemini, options: options)
        for body in [Self.gemini(#"{"text":"\#(Self.large)"},{"unheardOf":1}"#), Array("{".utf8), Array("[]".utf8), []]
        {
            let gathered = translator.response(gathering: body)
            expectSame(gathered, translator.response(body))
            #expect(gathered.head.status == 502 && gathered.head.refusal != nil)
            #expect(gathered.body.pieces.count(where: \.isInput) == 0)
        }
    }
}
