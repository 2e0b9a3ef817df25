import Testing

@testable import Twinspeak

/// One kind of body of one API, with the number of fields and words that the walk must find.
struct CoveredList: Sendable, CustomTestStringConvertible {
    struct Outcome {
        /// Everything that the translation made; nil if it refused.
        let output: String?
        let report: Report
    }

    let format: WireFormat
    var surface = Surface.developer
    let root: String
    var isStreamed = false
    let fields: Int
    let words: Int

    var testDescription: String {
        let name = format == .gemini ? "gemini, \(surface.name)" : "openai"
        return "\(name): \(root)\(isStreamed && root != "chunk" ? " in a stream" : "")"
    }

    static let all = [
        CoveredList(format: .gemini, root: "request", fields: 206, words: 140),
        CoveredList(format: .gemini, surface: .vertex, root: "request", fields: 325, words: 191),
        CoveredList(format: .gemini, root: "response", fields: 197, words: 115),
        CoveredList(format: .gemini, surface: .vertex, root: "response", fields: 213, words: 100),
        CoveredList(format: .gemini, root: "response", isStreamed: true, fields: 197, words: 115),
        CoveredList(format: .gemini, surface: .vertex, root: "response", isStreamed: true, fields: 213, words: 100),
        CoveredList(format: .gemini, root: "error", fields: 24, words: 17),
        CoveredList(format: .openAI, root: "request", fields: 218, words: 83),
        CoveredList(format: .openAI, root: "response", fields: 133, words: 30),
        CoveredList(format: .openAI, root: "chunk", isStreamed: true, fields: 130, words: 33),
        CoveredList(format: .openAI, root: "error", fields: 5, words: 0),
    ]

    var list: FieldList {
        var options = Options()
        options.surface = surface
        return .of(format, options)
    }

    private func options(for body: Tree) -> Options {
        var options = Options()
        options.surface = surface
        if isStreamed { options.includeUsage = true }
        if format == .gemini, body["model"] == nil { options.model = "gemini-3-pro-preview" }
        return options
    }

    func validate(_ body: Tree) -> Report {
        let json = body.json.utf8
        let options = options(for: body)
        switch root {
        case "request": return format.validate(request: json, options: options)
        case "response": return format.validate(response: json, options: options)
        case "chunk": return format.validate(chunk: json, options: options)
        default: return format.validate(error: json, options: options)
        }
    }

    func translate(_ body: Tree) -> Outcome {
        let options = options(for: body)
        let json = Array(body.json.utf8)
        if root == "request" {
            return request(json, Translator(client: format, upstream: format.other, options: options))
        }
        let translator = Translator(client: format.other, upstream: format, options: options)
        // Nothing may hang on the digest of the body, so that a difference is one of the translation.
        let identity = Identity(id: "made", created: 1)
        if isStreamed { return stream(json, translator.stream(identity: identity)) }
        let reply = translator.response(json, status: root == "error" ? 429 : 200, identity: identity)
        let headers = reply.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        let output = "\(reply.status)\n\(headers)\n\(String(decoding: reply.body, as: UTF8.self))"
        return Outcome(output: reply.refusal == nil ? output : nil, report: reply.report)
    }

    private func request(_ json: [UInt8], _ translator: Translator) -> Outcome {
        do throws(TranslationError) {
            let request = try translator.request(json)
            let exchange = request.exchange
            let body = String(decoding: request.body, as: UTF8.self)
            return Outcome(
                output: "\(request.route) \(exchange.stream) \(exchange.includeUsage) \(exchange.customTools)\n\(body)",
                report: request.report)
        } catch {
            return Outcome(output: nil, report: error.report)
        }
    }

    private func stream(_ json: [UInt8], _ stream: consuming StreamTranslator) -> Outcome {
        var output = stream.push(Array("data: ".utf8) + json + Array("\n\n".utf8))
        output += stream.finish()
        let findings = stream.report.diagnostics.map { finding in
            Diagnostic(
                severity: finding.severity, code: finding.code,
                pointer: finding.pointer.hasPrefix("/0") ? String(finding.pointer.dropFirst(2)) : finding.pointer,
                message: finding.message, line: finding.line, column: finding.column)
        }
        let isWhole = stream.state == .finished
        return Outcome(
            output: isWhole ? String(decoding: output, as: UTF8.self) : nil, report: Report(diagnostics: findings))
    }
}
