internal import JSONCore

/// What went wrong, before either side has said it: read from any body of any upstream.
///
/// Gateways mix the shapes of both sides, wrap them in arrays, and answer in HTML, in plain text or not at all.
struct Failure {
    /// The HTTP status that came, or that belongs to what the body says.
    let http: Int
    let status: ErrorStatus
    /// Gemini's word for the status, where the body itself has one.
    private(set) var named: JSONValue?
    /// The HTTP status, where the body itself has one.
    private var number: JSONValue?
    /// The body has the shape that clients of its own side read; SDKs of OpenAI's cannot read it in an array.
    private(set) var isWellFormed = false
    /// Not all of a text or page is in the message.
    private(set) var isCut = false
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
        let body = object(root)
        let error = body["error"]
        // Servers on vLLM say it without a member around it.
        return error.kind == .object || (error.kind == .string && !error.isEmptyString) || body["object"] == "error"
    }

    /// - Parameter http: As it came; outside of 400 to 599 it says nothing, and the body counts.
    init(_ body: JSONValue, http: Int, headers: [Header]) {
        let root = Self.object(body)
        let error = root["error"].kind == .object ? root["error"] : root
        // OAuth: the error is a code, and its description the message.
        let said = root["error_description"].exists ? root["error"] : error["code"]
        let number = (said.int ?? said.decoded.string.utf8.decimal).flatMap { Int(exactly: $0) }
        let code = number.flatMap { Self.isFailure($0) ? $0 : nil }
        let named = ErrorStatus.named(error["status"])
        let row = named ?? (Self.isFailure(http) ? nil : number.flatMap(ErrorStatus.of(grpc:)))
        let meant = code ?? row?.http ?? ErrorStatus.http(of: said) ?? ErrorStatus.http(of: error["type"])
        self.http = Self.http(came: http, meant: meant, row)
        status = row ?? .of(http: self.http)
        type = Word(error["type"])
        self.code = code == nil ? Word(said) : .none
        param = Word(error["param"])
        details = error["details"].kind == .array ? error["details"].elements : nil
        message = Message(root, error, http: Self.told(http) ?? self.http)
        delay = RetryDelay(headers)
        isWellFormed = body["error"].kind == .object
        self.named = named == nil ? nil : error["status"]
        self.number = code == nil && (row == nil || named != nil) ? nil : said
        if said.kind == .number, code == nil, row == nil { said.note(.noCounterpart, "no HTTP status of a failure") }
        if named == nil, error["status"].kind == .string { error["status"].note(.unknownValue, "not known") }
        if error["status"].int == Int64(self.http) { error["status"].ignore() }
        noteWrongKinds(error, said)
    }

    private func noteWrongKinds(_ error: JSONValue, _ said: JSONValue) {
        let words = [error["type"], error["param"], error["message"], said.kind == .number ? error.missing : said]
        for word in words where word.exists {
            if word.kind != .string { word.warn(.wrongKind, "expected a text, found \(word.found)") }
            if word.isEmptyString { word.ignore() }
        }
    }

    /// The status that the upstream failed with, for people.
    private static func told(_ http: Int) -> Int? { 300...599 ~= http ? http : nil }

    private static func isFailure(_ http: Int) -> Bool { 400...599 ~= http }

    /// The status line counts, unless it says nothing, or something quite different from Gemini's own word.
    private static func http(came: Int, meant: Int?, _ row: ErrorStatus?) -> Int {
        let isFar = { (row: ErrorStatus) in
            came / 100 != row.http / 100 && !ErrorStatus.of(http: came).gemini.isSame(as: row.gemini)
        }
        if let row, isFailure(came), isFar(row) { return row.http }
        if 300...399 ~= came { return ErrorStatus.badGateway }
        return isFailure(came) ? came : meant ?? ErrorStatus.internalError.http
    }

    /// Says what of the body does not agree with the HTTP status that is written.
    func note(http: Int) {
        guard let number else { return }
        if number.word == "\(http)" || number.int == Int64(http) { return number.ignore() }
        number.note(.saidDifferently, "the HTTP status is \(http)")
    }

    /// The body, or the first error in an array: so Google wraps errors where it streams.
    private static func object(_ root: JSONValue) -> JSONValue {
        guard root.kind == .array else { return root }
        return root.elements.first { $0["error"].exists } ?? root.elements.first { $0.kind == .object } ?? root
    }

    /// What is no JSON: a page of HTML, a text, or nothing.
    init(text: Span<UInt8>, http: Int, headers: [Header]) {
        self.http = Self.isFailure(http) ? http : ErrorStatus.badGateway
        status = .of(http: self.http)
        delay = RetryDelay(headers)
        let words = FailureText.message(text, http: Self.told(http) ?? self.http)
        message = .made(words.text)
        isCut = !words.isAll
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
    var worst: [Diagnostic] {
        let severity = report.severity
        return report.diagnostics.filter { $0.severity == severity }
    }
}
