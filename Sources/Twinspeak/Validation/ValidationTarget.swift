internal import JSONCore

/// Whom a body is meant for.
struct ValidationTarget {
    let format: WireFormat
    /// Servers are held to what they answer less strictly than clients to what they ask: their words grow in number.
    let isRequest: Bool
    let options: Options
    /// The Gemini model that will answer, where it is named with a version or the options describe it.
    let model: Model?

    struct Model {
        let name: ModelName
        let capabilities: ModelCapabilities
    }

    init(_ format: WireFormat, isRequest: Bool, _ options: Options, _ root: JSONValue) {
        self.isRequest = isRequest
        self.format = format
        self.options = options
        let name = options.model ?? root["model"].string ?? ""
        let isDescribed = !options.capabilities.isEmpty && options.capabilities(of: name) != ModelCapabilities(of: name)
        let modelName = JSONSlice.lending(name) { ModelName($0) }
        model =
            modelName.version == nil && !isDescribed
            ? nil : Model(name: modelName, capabilities: options.capabilities(of: name))
    }

    /// Nothing beyond the published chat completions will do.
    var isPublishedOnly: Bool { format == .openAI && !options.dialect.allowsExtensions }

    /// How much it matters that something is not in the list.
    var severityOfUnknown: Diagnostic.Severity { isRequest || isPublishedOnly ? .error : .warning }

    /// Refuses what the publisher refuses; other servers of chat completions may be more lenient, so they are only warned
    /// of.
    func complain(_ value: JSONValue, _ member: String? = nil, _ code: Diagnostic.Code, _ message: String) {
        value.say(member, format == .gemini || isPublishedOnly ? .error : .warning, code, message)
    }
}
