internal import JSONCore

/// The arguments of calls in the history are what the functions' schemas ask for: a model that sees others learns from
/// them.
enum ArgumentsRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let tools = chat["tools"].elements.map { $0["function"] } + chat["functions"].elements.map { $0 }
        let schemas = Self.schemas(tools, ["parameters"])
        for message in chat["messages"].elements {
            let calls = message["tool_calls"].elements.map { $0["function"] } + [message["function_call"]]
            for call in calls where call["arguments"].kind == .string {
                let arguments = call["arguments"]
                if !arguments.between.isEmpty, arguments.json.kind != .object {
                    arguments.warn(
                        .brokenArguments, "expected the text of a JSON object, found \(arguments.found)")
                } else if let schema = schemas[call["name"].key] {
                    SchemaCheck.check(arguments: arguments, against: schema, severity: .warning)
                }
            }
        }
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let declarations = request["tools"].elements.flatMap { $0["functionDeclarations"].elements.map { $0 } }
        let schemas = Self.schemas(declarations, ["parametersJsonSchema", "parameters"])
        for content in request["contents"].elements {
            for part in content["parts"].elements {
                let call = part["functionCall"]
                if let schema = schemas[call["name"].key] {
                    SchemaCheck.check(arguments: call["args"], against: schema, severity: .warning)
                }
            }
        }
    }

    /// By the names of their functions.
    private static func schemas(_ functions: [JSONValue], _ members: [StaticString]) -> [JSONKey: JSONValue] {
        functions.reduce(into: [:]) { schemas, function in
            let schema = members.lazy.map { function[$0] }.first { $0.exists }
            if function["name"].kind == .string, let schema { schemas[function["name"].key] = schema }
        }
    }
}
