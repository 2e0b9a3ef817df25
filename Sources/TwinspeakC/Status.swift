internal import CTwinspeak
internal import Twinspeak

/// How a call ended: the numbers are the header's.
enum Status {
    static let done = Int32(TWINSPEAK_DONE)
    static let cutOff = Int32(TWINSPEAK_CUT_OFF)
    static let faulty = Int32(TWINSPEAK_FAULTY)
    static let usage = Int32(TWINSPEAK_USAGE)
    static let notJSON = Int32(TWINSPEAK_NOT_JSON)

    static func of(_ error: TranslationError?) -> Int32 {
        switch error?.code {
        case nil: done
        case .options: usage
        case .notJSON: notJSON
        default: Int32(TWINSPEAK_UNTRANSLATABLE)
        }
    }
}

extension WireFormat {
    /// By its number in the header.
    init?(number: Int32) {
        switch number {
        case Int32(TWINSPEAK_OPENAI): self = .openAI
        case Int32(TWINSPEAK_GEMINI): self = .gemini
        default: return nil
        }
    }
}
