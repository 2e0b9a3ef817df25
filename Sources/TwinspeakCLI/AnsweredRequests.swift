internal import Twinspeak

/// What the client's requests left behind: those that `--request` names.
struct AnsweredRequests: Sendable {
    private enum Kind {
        case unknown
        /// In the envelope of a request.
        case exchange(Exchange)
        /// A body.
        case request(name: String, body: [UInt8])
        /// A batch file: what each line left behind, by its name.
        case batch([[UInt8]: Exchange])
    }

    private let kind: Kind
    private let diagnostics: DiagnosticsFormat

    init(_ invocation: Invocation, _ options: Options) throws(Failure) {
        diagnostics = invocation.diagnostics
        guard let name = invocation.request else {
            kind = .unknown
            return
        }
        let body = try invocation.read(name, options)
        if let exchange = try? Exchange(json: body) {
            kind = .exchange(exchange)
        } else if invocation.isLines, let batch = Self.batch(body, options) {
            kind = .batch(batch)
        } else {
            kind = .request(name: name, body: body)
            // What can be no request of either side fails before anything is written.
            do throws(TranslationError) {
                _ = try WireFormat.detect(request: body, options: options)
            } catch {
                throw failure(error, of: name)
            }
        }
    }

    /// Nil if the first line is not of a batch file.
    private static func batch(_ file: [UInt8], _ options: Options) -> [[UInt8]: Exchange]? {
        var workspace = Workspace()
        var exchanges: [[UInt8]: Exchange] = [:]
        for line in file.split(separator: UInt8(ascii: "\n")) {
            let line = Array(line)
            let content = try? WireFormat.detect(requestLine: line.span, options: options, using: &workspace)
            guard let content, content.isBatch else {
                if exchanges.isEmpty { return nil }
                continue
            }
            let translator = tolerant(content.format, options)
            let request = translator.batchRequest(line.span, using: &workspace)
            if let key = request.key { exchanges[Array(key.utf8)] = request.exchange }
        }
        return exchanges
    }

    /// What the request left behind that the client calls by this name; only batches have names.
    func exchanges(_ translator: Translator) throws(Failure) -> (_ key: String) -> Exchange {
        switch kind {
        case .unknown: return { _ in Exchange() }
        case .exchange(let exchange): return { _ in exchange }
        case .batch(let exchanges): return { exchanges[Array($0.utf8)] ?? Exchange() }
        case .request(let name, let body):
            do throws(TranslationError) {
                let exchange = try Self.tolerant(translator.client, translator.options).request(body).exchange
                return { _ in exchange }
            } catch {
                throw failure(error, of: name)
            }
        }
    }

    private func failure(_ error: TranslationError, of name: String) -> Failure {
        let preface = diagnostics == .text ? "twinspeak: \(name.onOneLine): no legal translation\n" : ""
        return .translation(error, preface + diagnostics.lines(error.report.diagnostics))
    }

    /// The requests have been answered already, so losses do not matter.
    private static func tolerant(_ client: WireFormat, _ options: Options) -> Translator {
        var options = options
        options.strict = false
        return Translator(client: client, upstream: client.other, options: options)
    }
}
