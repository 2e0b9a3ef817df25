import Testing
import Twinspeak

@Suite("Bodies in pieces")
struct GatheringTests {
    private let translator = Translator(client: .openAI, upstream: .gemini)
    private static let large = String(repeating: "QUJD", count: 5000)

    private func body(_ content: String) -> [UInt8] {
        Array(#"{"model":"gemini-2.5-pro","messages":[{"role":"user","content":\#(content)}]}"#.utf8)
    }

    @Test(
        "The segments are the body, and large strings lie in what the client sent",
        arguments: [
            (#""small""#, 0), ("\"\(large)\"", 1), ("[{\"type\":\"text\",\"text\":\"\(large)\"}]", 1),
            (
                #"[{"type":"image_url","image_url":{"url":"data:image/png;base64,\#(large)"}},"#
                    + #"{"type":"text","text":"\#(large)"},{"type":"text","text":"?"}]"#, 2
            ),
        ])
    func segments(_ content: String, _ references: Int) throws {
        let body = body(content)
        let gathered = try translator.request(gathering: body)
        let whole = try translator.request(body)
        #expect(Array(gathered.body.segments.joined()) == whole.body)
        #expect(gathered.body.count == whole.body.count && gathered.head.report == whole.report)
        #expect(gathered.body.pieces.count(where: \.isInput) == references)
        for (piece, segment) in zip(gathered.body.pieces, gathered.body.segments) {
            let source = piece.isInput ? body : gathered.body.written
            #expect(segment.elementsEqual(source[piece.offset..<piece.offset + piece.count]) && !segment.isEmpty)
        }
        #expect(gathered.body.written.count < 1000)
    }

    @Test("Of borrowed bytes comes the same, in memory that is used again")
    func borrowing() throws {
        let body = body("\"\(Self.large)\"")
        let gathered = try translator.request(gathering: body)
        var written = Array("what stood here".utf8)
        var workspace = Workspace()
        for _ in 0..<2 {
            let (head, pieces) = try translator.request(gathering: body.span, into: &written, using: &workspace)
            #expect(
                pieces == gathered.body.pieces && written == gathered.body.written
                    && head.report == gathered.head.report)
        }
        #expect(throws: TranslationError(.notJSON)) {
            _ = try translator.request(gathering: Array("{".utf8).span, into: &written, using: &workspace)
        }
        #expect(written.isEmpty)
    }

    @Test("Equal formats refer to the body as it is; a refused body throws as ever")
    func passing() throws {
        let body = body(#""?""#)
        let passing = Translator(client: .openAI, upstream: .openAI)
        let gathered = try passing.request(gathering: body)
        #expect(Array(gathered.body.segments.joined()) == body && gathered.body.pieces.allSatisfy(\.isInput))
        #expect(throws: TranslationError(.untranslatable)) { _ = try translator.request(gathering: Array("[]".utf8)) }
    }

    @Test("A schema that grows too large is refused, whether its long strings are copied or not")
    func growingSchema() {
        var options = Options()
        options.schemas = .openAPI
        let translator = Translator(client: .openAI, upstream: .gemini, options: options)
        let references = (0..<2_000).map { ##""p\##($0)":{"$ref":"#/$defs/A"}"## }.joined(separator: ",")
        let long = String(repeating: "d", count: 20_000)
        let schema =
            #"{"type":"object","properties":{\#(references)},"$defs":{"A":{"type":"string","description":"\#(long)"}}}"#
        let tool = #"{"type":"function","function":{"name":"f","parameters":\#(schema)}}"#
        let body = Array(#"{"model":"m","messages":[{"role":"user","content":"?"}],"tools":[\#(tool)]}"#.utf8)
        var codes: [[Diagnostic.Code]] = []
        for isGathered in [false, true] {
            do throws(TranslationError) {
                if isGathered { _ = try translator.request(gathering: body) } else { _ = try translator.request(body) }
            } catch {
                codes.append(error.report.diagnostics.map(\.code))
            }
        }
        #expect(codes.count == 2 && codes[0] == codes[1] && codes[0].contains(.limitExceeded))
    }
}
