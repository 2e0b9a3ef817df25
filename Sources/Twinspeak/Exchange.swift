internal import JSONCore

/// What a request leaves behind for its answer: plain data, so that both may be handled by different processes.
///
/// Holds neither options nor credentials.
public struct Exchange: Sendable, Hashable {
    /// The model that was asked for; empty if nobody named one.
    public var model = ""
    /// The client asked for a stream.
    public var stream = false
    /// The client asked for usage at the end of the stream.
    public var includeUsage = false
    /// How the client reads a stream: a Gemini client says so in its route.
    public var framing = StreamFraming.events
    /// Functions whose names had to change, from the upstream's name to the client's.
    public var renamed: [String: String] = [:]
    /// The client's tools that take free text.
    public var customTools: Set<String> {
        get { Set(customNames.map(\.text)) }
        set { customNames = Set(newValue.map { JSONKey($0) }) }
    }
    var customNames: Set<JSONKey> = []
    /// Names an answer that has no name: a digest of the request.
    var digest = Digest()

    /// For an answer whose request is not known.
    public init() {}

    /// What the options say counts, then the body of a chat request or the path of a Gemini request.
    mutating func read(
        _ request: JSONValue, _ client: WireFormat, at route: Route?, _ options: Options, _ known: inout KnownModel
    ) {
        let call = known.call(route)
        let model = request["model"]
        model.refuseUnlessString()
        self.model = options.model ?? call?.model ?? known.name(model) ?? ""
        model.ignore()
        let stream = request["stream"]
        if client == .openAI {
            if stream.exists, stream.kind != .bool { stream.refuse(expected: "true or false") }
            let includeUsage = request["stream_options"]["include_usage"]
            self.includeUsage = options.includeUsage ?? includeUsage.bool ?? false
            if includeUsage.bool == false { includeUsage.note(.noCounterpart, "Gemini streams always carry usage") }
        }
        if client == .gemini {
            includeUsage = options.includeUsage ?? true
            if let call, call.stream, route?.asksForEvents == false { framing = .array }
        }
        if let framing = options.framing { self.framing = framing }
        self.stream = options.stream ?? call?.stream ?? (client == .openAI ? stream.bool : nil) ?? false
        if client == .openAI { stream.ignore() }
    }
}

extension Exchange {
    /// What to call for the translated request.
    func route(to upstream: WireFormat, _ surface: Surface) -> Route? {
        upstream == .openAI ? .chatCompletions : Route.generateContent(model: model, stream: stream, surface: surface)
    }

    /// Refuses a request whose model has no route.
    func checkModel(of request: JSONValue, _ surface: Surface) {
        guard !model.isEmpty else {
            return request.refuse("model", .missingMember, "expected a model, found none in body, route or options")
        }
        guard !Route.isPlain(model), route(to: .gemini, surface) == nil else { return }
        let model = request["model"]
        (model.exists ? model : request).refuse(
            model.exists ? nil : "model", .modelName,
            "expected a name that can stand in a path, found `\(self.model)`")
    }
}
