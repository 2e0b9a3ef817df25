internal import JSONCore

/// What is known of the model that the last request named: nearly all requests of a connection name the same.
struct KnownModel {
    private(set) var name = ""
    private var route: Route?
    private var call: (model: String, stream: Bool)?
    private var capable = ""
    private var capabilities: ModelCapabilities?

    /// Names as models have them, and not whatever a body may hold in their place.
    var isSmall: Bool { name.utf8.count + (route.map { $0.path.utf8.count + $0.query.utf8.count } ?? 0) <= 1024 }

    /// The string that `value` holds, which is made anew only if it is another one than the last.
    mutating func name(_ value: JSONValue) -> String? {
        guard value.kind == .string else { return nil }
        let isSame = JSONSlice.lending(name) { value.plain.hasSameBytes(as: $0) }
        if !isSame { name = value.string ?? "" }
        return name
    }

    /// What `route` calls.
    mutating func call(_ route: Route?) -> (model: String, stream: Bool)? {
        if route != self.route {
            self.route = route
            call = route?.geminiCall
        }
        return call
    }

    /// What `model` takes.
    mutating func capabilities(of model: String, _ options: Options) -> ModelCapabilities {
        guard options.capabilities.isEmpty else { return options.capabilities(of: model) }
        if let capabilities, capable.hasSameBytes(as: model) { return capabilities }
        let found = ModelCapabilities(of: model)
        capabilities = found
        capable = model
        return found
    }
}
