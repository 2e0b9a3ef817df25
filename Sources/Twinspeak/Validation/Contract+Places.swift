internal import JSONCore

extension Contract {
    /// Where the schemas of a contract stand in its document; nil: nothing is said.
    ///
    ///     OpenAPI   { openapi, paths: { "/v1/…": { post: { parameters: [{ name: "model", in: "path", schema }],
    ///                 requestBody: { content: { "application/json": { schema } } },
    ///                 responses: { "200": { content: { "application/json": { schema } } } } } } } }
    struct Places: Sendable {
        private(set) var request: String?
        private(set) var response: String?
        private(set) var model: String?

        /// The places in an operation, whether or not something is there.
        init(operation: String, model: String?) {
            let schema = "/content/application~1json/schema"
            request = operation + "/requestBody" + schema
            response = operation + "/responses/200" + schema
            self.model = model.map { operation + $0 }
        }

        /// The places in a document that defines `request`, `response` and `model`.
        static let definitions = Places(request: "/$defs/request", response: "/$defs/response", model: "/$defs/model")

        private init(request: String, response: String, model: String?) {
            (self.request, self.response, self.model) = (request, response, model)
        }

        /// Nil if there is neither a schema nor an operation at `pointer`, or more than one operation.
        init?(in document: JSONValue, at pointer: String) {
            var references = SchemaReferences(root: document)
            guard var value = references.value(pointer) else { return nil }
            var place = pointer
            if value["openapi"].kind == .string {
                guard let operation = Self.onlyOperation(of: value) else { return nil }
                place += operation.pointer
                value = operation.value
            }
            guard value["requestBody"].exists || value["responses"].exists else {
                guard value.kind == .object || value.kind == .bool else { return nil }
                self.init(request: place, response: place, model: nil)
                return
            }
            let parameters = value["parameters"].elements.map { $0["name"] == "model" && $0["in"] == "path" }
            let model = parameters.firstIndex(of: true)
            self.init(operation: place, model: model.map { "/parameters/\($0)/schema" })
            for member in [\Places.request, \.response, \.model] {
                if let pointer = self[keyPath: member], references.value(pointer) == nil { self[keyPath: member] = nil }
            }
        }

        private static func onlyOperation(of document: JSONValue) -> (pointer: String, value: JSONValue)? {
            var found: (pointer: String, value: JSONValue)?
            for (path, methods) in document["paths"].members {
                for (method, operation) in methods.members where operation["responses"].exists {
                    if found != nil { return nil }
                    let way = [path, method].map { "/" + JSONPointer.escaped($0.decoded.string) }.joined()
                    found = ("/paths" + way, operation)
                }
            }
            return found
        }
    }
}
