@testable import Twinspeak

/// A stream that expectations can look at: they copy what they look at, which a stream does not allow.
final class HeldStream {
    private var stream: StreamTranslator

    init(_ translator: Translator, _ exchange: Exchange = Exchange()) { stream = translator.stream(for: exchange) }

    func push(_ bytes: [UInt8]) -> [UInt8] { stream.push(bytes) }
    func finish() -> [UInt8] { stream.finish() }
    var state: StreamTranslator.State { stream.state }
    var usage: TokenUsage? { stream.usage }
    var model: String? { stream.model }
    var sawFirstToken: Bool { stream.sawFirstToken }
    var refusal: TranslationError? { stream.refusal }
    var diagnostics: [Diagnostic] { stream.diagnostics }
}
