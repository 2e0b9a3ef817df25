internal import JSONCore

extension Failure {
    /// A word that one side has for a failure; `null` on the wire if there is none.
    enum Word {
        case given(JSONValue)
        case made(String)
        case word(StaticString)
        case none

        init(_ value: JSONValue) { self = value.kind == .string && !value.isEmptyString ? .given(value) : .none }

        func write(to slot: JSONSlot, else other: Word) {
            switch self {
            case .given(let value): slot.write(value)
            case .made(let text): slot.write(string: text)
            case .word(let word): slot.write(word)
            case .none:
                if case .none = other { slot.writeNull() } else { other.write(to: slot, else: .none) }
            }
        }
    }

    /// What people read.
    enum Message {
        case given(JSONValue)
        case made(String)

        init(_ root: JSONValue, _ error: JSONValue, http: Int) {
            let places = [
                error["message"], root["error_description"], root["error"], root["message"], root["detail"],
                root["detail"].elements.first { $0["msg"].exists }?["msg"] ?? root.missing, root,
            ]
            let text = places.first { $0.kind == .string && !$0.isEmptyString }
            self = text.map(Message.given) ?? .made("HTTP \(http), and no message")
        }

        /// - Parameter isAgain: what changed has been said before.
        func write(to slot: JSONSlot, isAgain: Bool = false) {
            switch self {
            case .made(let text): slot.write(string: text)
            case .given(let value):
                let text = value.decoded.string
                let safe = FailureText.withoutQueries(text)
                if safe.hasSameBytes(as: text) { return slot.write(value) }
                slot.write(string: safe)
                if isAgain { return }
                value.note(.saidDifferently, "URLs go without their queries, which may hold a key")
            }
        }

        func says(_ words: StaticString) -> Bool {
            switch self {
            case .made: false
            case .given(let value): value.decoded.firstRange(of: words) != nil
            }
        }
    }
}
