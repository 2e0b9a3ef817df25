internal import JSONCore

/// What went wrong, before either side has said it: read from any body of any upstream.
///
/// Gateways mix the shapes of both sides, wrap them in arrays, and answer in HTML, in plain text or not at all.
struct Failure {
    /// The HTTP status that came, or that belongs to what the body says.
    let http: Int
    let status: ErrorStatus
    /// The body itself names Gemini's status.
    private(set) var isNamed = false
    let message: Message
    private(set) var type = Word.none
    private(set) var code = Word.none
    /// The member of the request that is at fault.
    private(set) var param = Word.none
    /// Google's, from a Gemini upstream or from its own endpoint for chat completions.
    private(set) var details: JSONElements?
    private(set) var delay: RetryDelay?
    /// What we found in the client's request.
    private(set) var violations: [(field: String, description: String)] = []

    // MARK: Reading

    /// Something went wrong, though the HTTP status does not say so.
    static func isSaid(in root: JSONValue) -> Bool {
        let error = object(root)["error"]
        return error.kind == .object || (error.kind == .string && !error.isEmptyString)
    }

    /// - Parameter http: As it came; outside of 400 to 599 it says nothing, and the body counts.
    init(_ root: JSONValue, http: Int, headers: [Header]) {
        let root = Self.object(root)
        let error = root["error"].kind == .object ? root["error"] : root
        let codeOrNumber = error["code"]
        let number = (codeOrNumber.int ?? codeOrNumber.decoded.string.utf8.decimal).flatMap { Int(exactly: $0) }
        let named = ErrorStatus.named(error["status"])
        type = Word(error["type"])
        code = number == nil ? Word(codeOrNumber) : .none
        param = Word(error["param"])
        let said = number ?? named?.http ?? ErrorStatus.http(of: codeOrNumber) ?? ErrorStatus.http(of: error["type"])
        let known = [http, said].lazy.compactMap(\.self).first { 400...599 ~= $0 }
        self.http = known ?? ErrorStatus.internalError.http
        status = named ?? .of(http: self.http)
        isNamed = named != nil
        details = error["details"].kind == .array ? error["details"].elements : nil
        message = Message(root, error, http: self.http)
        delay = RetryDelay(headers)
        if number != nil { codeOrNumber.ignore() }
    }

    /// The body, or the first of those in an array: so Google wraps errors where it streams.
    private static func object(_ root: JSONValue) -> JSONValue {
        root.kind == .array ? root.elements.first { $0.kind == .object } ?? root : root
    }

    /// What is no JSON: a page of HTML, a text, or nothing.
    init(text: Span<UInt8>, http: Int, headers: [Header]) {
        self.http = 400...599 ~= http ? http : ErrorStatus.badGateway
        status = .of(http: self.http)
        delay = RetryDelay(headers)
        message = .made(FailureText.message(text, http: self.http))
    }

    /// The upstream has stopped before its answer was whole.
    static var truncated: Failure {
        Failure(
            message: "the stream ended before the answer did", code: "stream_truncated", http: ErrorStatus.badGateway)
    }

    init(message: String, code: String, http: Int) {
        self.http = http
        status = .of(http: http)
        self.message = .made(message)
        self.code = .made(code)
    }

    /// Our own refusal: of what a client sent, or of what the upstream answered.
    init(_ refusal: TranslationError, http: Int) {
        self.http = http
        status = .of(http: http)
        let findings = refusal.worst.map { $0.pointer.isEmpty ? $0.message : "\($0.pointer): \($0.message)" }
        let text = findings.isEmpty ? refusal.code.description : findings.joined(separator: "; ")
        code = refusal.worst.first.map { .made("\($0.code)") } ?? .none
        guard http == ErrorStatus.invalidArgument.http else {
            message = .made("the upstream's answer cannot be used: \(text)")
            return
        }
        message = .made(text)
        violations = refusal.worst.map { (field: $0.pointer, description: $0.message) }
        param = violations.first.map { $0.field.isEmpty ? .none : .made($0.field) } ?? .none
    }
}

extension TranslationError {
    /// The findings that refuse: errors, or warnings where none is allowed.
    var worst: [Diagnostic] { report.diagnostics.filter { $0.severity == report.severity } }
}

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
                error["message"], root["error_description"], root["error"], root["message"], root["detail"], root,
            ]
            let text = places.first { $0.kind == .string && !$0.isEmptyString }
            self = text.map(Message.given) ?? .made("HTTP \(http), and no message")
        }

        func write(to slot: JSONSlot) {
            switch self {
            case .made(let text): slot.write(string: text)
            case .given(let value):
                let text = value.decoded.string
                let safe = FailureText.withoutQueries(text)
                if safe == text { return slot.write(value) }
                slot.write(string: safe)
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
