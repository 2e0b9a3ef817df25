internal import JSONCore

/// What a caller can choose. Every member has a default that suits most callers.
public struct Options: Sendable, Hashable {
    /// The Gemini API that is written. Default: `developer`.
    public var surface = Surface.developer
    /// The extensions of chat completions that may be written. Default: `relay`.
    public var dialect = Dialect.relay
    /// The member that tool and response schemas go into, and how. Default: `auto`.
    public var schemas = Schemas.auto
    /// What becomes of http(s) URLs of media. Default: `reference`.
    public var remoteMedia = RemoteMedia.reference
    /// The model, where neither body nor route names one, or to be asked for instead. Default: what the request says.
    public var model: String?
    /// Whether the answer streams. Default: what the request says.
    public var stream: Bool?
    /// Whether a stream ends with usage. Default: what a chat client says; for a Gemini client yes, as Gemini's do.
    public var includeUsage: Bool?
    /// How a stream is written. Default: for a Gemini client as its route asks, for a chat client as events.
    public var framing: StreamFraming?
    /// How a Gemini upstream wants to be shown the key. Default: as its surface does.
    public var authorization: Authorization?
    /// Which of Google's extensions a chat client may use. Default: all.
    public var extensions = Extensions.all
    /// Reasoning text in assistant history. Default: `keep`.
    public var historyThoughts = HistoryThoughts.keep
    /// The signature that a history from another model gets on its first function call, for models that ask for one.
    /// Default: base64 of the documented `skip_thought_signature_validator`; nil writes none.
    public var thoughtSignatureFallback: String? = "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I="
    /// In dialect `relay`, also write the Gemini `contents` beside `messages`. Default: off.
    public var mirrorContents = false
    /// Gemini models by name, where the caller knows better than the library what they take; of a name with slashes the
    /// last segment is looked for too. Default: none.
    public var capabilities: [String: ModelCapabilities] = [:]
    /// Warnings refuse. Default: off.
    public var strict = false
    /// What can be left out of an illegal body is left out with a warning, instead of refusing it. Default: off.
    public var lenient = false
    /// What one body may ask for.
    public var limits = Limits()

    /// All defaults.
    public init() {}

    /// Where a JSON Schema goes.
    public enum Schemas: String, Sendable, Hashable, CaseIterable {
        /// Into `parameters` or `responseSchema` if it lies inside their subset, else into the JSON Schema member.
        case auto
        /// Into `parametersJsonSchema` or `responseJsonSchema` always.
        case jsonSchema
        /// Into `parameters` or `responseSchema` always, rewritten for targets that know only their subset.
        case openAPI
    }

    /// What becomes of media that a URL leads to.
    public enum RemoteMedia: String, Sendable, Hashable, CaseIterable {
        /// Passed on as `fileData`, and listed for the host.
        case reference
        /// Refused.
        case reject
    }

    /// Extensions by their names in `extra_body.google`: `safety_settings`, `cached_content`, `tools`, …
    public enum Extensions: Sendable, Hashable {
        /// Every extension.
        case all
        /// No extension.
        case none
        /// These; names are in snake_case.
        case only(Set<String>)
    }

    /// What becomes of reasoning text in assistant history.
    public enum HistoryThoughts: String, Sendable, Hashable, CaseIterable {
        /// As thoughts, which the model takes or leaves.
        case keep
        /// Left out, with a note.
        case drop
    }

    /// Exceeding a limit is a ``TranslationError``, never a trap.
    public struct Limits: Sendable, Hashable {
        /// Bytes of one body; 4 GiB − 1 is the most that any value allows. Default: 256 MiB.
        public var bytes = 256 << 20
        /// Values and member names of one body. Default: 16 Mi.
        public var nodes = 16 << 20
        /// Containers within containers; 512 is the most that any value allows. Default: 512.
        public var depth = 512
        /// Bytes of one event of a stream. Default: 64 MiB.
        public var event = 64 << 20
        /// Findings before they are only counted, sooner where a long name in their pointers would repeat itself too often.
        /// Default: 1,000.
        public var diagnostics = 1000

        /// All defaults.
        public init() {}
    }
}

extension Options {
    /// Whether there is output with these findings.
    func accepts(_ report: Report) -> Bool {
        guard let worst = report.severity else { return true }
        return worst < .error && !(strict && worst == .warning)
    }
}

extension Options.Limits {
    var json: JSONLimits { JSONLimits(bytes: bytes, nodes: nodes, depth: depth) }
}

/// The name and time of an answer, where the upstream gives none.
public struct Identity: Sendable, Hashable {
    /// `id` or `responseId`. Default: made of the request's digest, the same on every run.
    public var id: String?
    /// `created` or `createTime`, in seconds since 1970. Default: 0, because the library reads no clock.
    public var created: Int64

    /// A name and a time, or their defaults.
    public init(id: String? = nil, created: Int64 = 0) {
        self.id = id
        self.created = created
    }
}
