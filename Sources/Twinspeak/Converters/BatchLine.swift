internal import JSONCore

/// One line of a batch file, apart from the body that it carries.
///
///     requests   OpenAI   { custom_id, method: "POST", url: "/v1/chat/completions", body }
///                Gemini   { key, request }
///     results    OpenAI   { id, custom_id, response: { status_code, request_id, body } | null, error: { code, message } | null }
///                Gemini   { key, response } or { key, error: { code, message, status?, details? } }
///
/// A request that failed has an HTTP status and an error body with OpenAI; its `error` is for one that was never made.
struct BatchLine {
    /// What the request is called; nil if the line does not say.
    let key: Key?
    /// Where the body stands in the line; nil if there is none.
    let body: BatchBody?
    /// The HTTP status of a result.
    private(set) var status = 200

    struct Key {
        let name: String
        /// As the line writes it.
        let json: [UInt8]
    }

    // MARK: Which side

    static func format(request root: JSONValue) -> WireFormat? {
        if root["body"].exists { return .openAI }
        return root["request"].exists && !root["response"].exists ? .gemini : nil
    }

    static func format(result root: JSONValue) -> WireFormat? {
        if root["custom_id"].exists { return .openAI }
        return root["response"].exists || (root["key"].exists && root["error"].exists) ? .gemini : nil
    }

    // MARK: Reading

    init(request root: JSONValue, _ translator: Translator) {
        key = Self.key(root, translator.client)
        switch translator.client {
        case .openAI:
            body = BatchBody(root, "body")
            Self.check(root["method"], "POST") { $0 == "POST" }
            Self.check(root["url"], "/v1/chat/completions") { $0.content.hasExactSuffix("/chat/completions") }
            let (model, stream) = (root["body"]["model"], root["body"]["stream"])
            guard translator.upstream == .gemini else { return }
            if model.exists { model.note(.saidDifferently, "the batch is made for one model, and its lines name none") }
            if stream.bool == true { stream.note(.noCounterpart, "batches do not stream") }
        case .gemini:
            body = BatchBody(root, "request")
            let isNamed = translator.options.model != nil || root["request"]["model"].exists
            guard translator.upstream == .openAI, body != nil, !isNamed else { return }
            root["request"].refuse("model", .missingMember, "expected a model in the options, as lines name none")
        }
    }

    init(result root: JSONValue, _ format: WireFormat) {
        key = Self.key(root, format)
        let response = root["response"]
        switch format {
        case .openAI where response.exists:
            body = BatchBody(response, "body", below: "/response")
            status = Self.status(response["status_code"])
        case .gemini where response.exists: body = BatchBody(root, "response")
        case _ where root["error"].exists: body = BatchBody(error: root)
        default:
            body = nil
            guard root.kind == .object else { return }
            root.refuse("response", .missingMember, "expected a response or an error, found neither")
        }
    }

    private static func key(_ root: JSONValue, _ format: WireFormat) -> Key? {
        let name: StaticString = format == .openAI ? "custom_id" : "key"
        guard root.kind == .object else {
            root.refuse(expected: "an object")
            return nil
        }
        let key = root[name]
        if let text = key.string { return Key(name: text, json: Array(key.raw.bytes)) }
        if key.exists {
            key.refuse(expected: "a string")
        } else {
            root.refuse("\(name)", .missingMember, "expected a name for the result, found nothing")
        }
        return nil
    }

    private static func status(_ code: JSONValue) -> Int {
        if let status = code.int, 100...999 ~= status { return Int(status) }
        if code.exists { code.refuse(expected: "an HTTP status") }
        return 200
    }

    private static func check(_ value: JSONValue, _ expected: String, _ isRight: (JSONValue) -> Bool) {
        guard value.exists, !isRight(value) else { return }
        value.refuse(.unknownValue, "expected \(expected), found \(value.found)")
    }

    static let losses: [Loss] = [
        .note("/id", because: "results have no name but that of their request"),
        .note("/response/request_id", because: "results have no name but that of their request"),
    ]

    // MARK: Writing

    static func request(_ body: [UInt8], _ key: Key?, to format: WireFormat) -> [UInt8] {
        JSONOutput.object { line in
            switch format {
            case .openAI:
                line["custom_id"].write(written: key?.json ?? null)
                line["method"] = "POST"
                line["url"].write(string: Route.chatCompletions.path)
                line["body"].write(written: body)
            case .gemini:
                line["key"].write(written: key?.json ?? null)
                line["request"].write(written: body)
            }
        }
    }

    /// - Parameter id: A name for the result, where the side has one.
    static func result(_ reply: Translator.Reply, _ key: Key?, id: String, to format: WireFormat) -> [UInt8] {
        JSONOutput.object { line in
            switch format {
            case .openAI:
                line["id"].write(string: "batch_req_" + id)
                line["custom_id"].write(written: key?.json ?? null)
                line["response"].object { response in
                    response["status_code"] = Int64(reply.status)
                    response["request_id"].write(string: id)
                    response["body"].write(written: reply.body)
                }
                line["error"].writeNull()
            case .gemini:
                line["key"].write(written: key?.json ?? null)
                if reply.kind == .error {
                    line["error"].write(written: Array(reply.body.dropFirst(#"{"error":"#.utf8.count).dropLast()))
                } else {
                    line["response"].write(written: reply.body)
                }
            }
        }
    }

    private static let null = Array("null".utf8)
}
