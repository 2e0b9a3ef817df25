/// What can be asked for.
enum Command: String, CaseIterable {
    case request, response, stream, error, validate, schema, fields

    var help: String {
        switch self {
        case .request: "translate the body of a request"
        case .response: "translate the body of a response"
        case .stream: "translate a stream, event by event as it comes"
        case .error: "translate the body of an error, whatever it is"
        case .validate: "tell everything that is wrong with a body"
        case .schema: "translate a JSON Schema, or Gemini's own schema back"
        case .fields: "list the fields of both sides, and what becomes of them"
        }
    }

    /// How many files it takes.
    var mostOperands: Int {
        switch self {
        case .request, .response, .error, .validate, .schema: .max
        case .stream: 1
        case .fields: 0
        }
    }

    /// Arguments that make sense, for help texts.
    var examples: [String] {
        switch self {
        case .request: ["--model gemini-2.5-flash chat.json", "--lines --jobs auto batch.jsonl"]
        case .response: ["--request chat.json answer.json", "--lines --request batch.jsonl results.jsonl"]
        case .stream: ["--include-usage answer.sse"]
        case .error: ["--status 429 --envelope error.json"]
        case .validate: ["--as gemini --model gemini-3-pro request.json", "--as xiexus-gemini request.json"]
        case .schema: ["--to gemini schema.json"]
        case .fields: ["--json --pretty"]
        }
    }

    var flags: [Flag] {
        switch self {
        case .request:
            [.from, .envelope, .explain] + Flag.lines + Flag.output + Flag.identity + Flag.options + Flag.general
        case .response:
            [.from, .request, .status, .header, .envelope, .explain] + Flag.lines + Flag.output + Flag.identity
                + Flag.options
                + Flag.general
        case .stream: [.from, .request, .diagnostics] + Flag.identity + Flag.options + Flag.general
        case .error: [.from, .status, .header, .envelope] + Flag.lines + Flag.output + Flag.options + Flag.general
        case .validate: [.as, .kind, .schema, .pointer] + Flag.lines + [.diagnostics] + Flag.options + Flag.general
        case .schema: [.to] + Flag.lines + Flag.output + Flag.options + Flag.general
        case .fields: [.json, .pretty] + Flag.general
        }
    }
}
