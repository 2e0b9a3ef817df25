internal import JSONCore

/// What a request's converters need to know beyond the member they translate.
///
/// Made anew for each translation and never shared: a reference only because it is passed to nearly every converter.
final class RequestContext {
    let options: Options
    /// What the Gemini model takes, where one is asked.
    let capabilities: ModelCapabilities
    /// Google's extensions of a chat request.
    let extra: ExtraBody
    /// What is translated is an answer, not a history: nothing is given to it or taken from it.
    let isAnswer: Bool
    /// The names of functions as they are written.
    let names: FunctionNames
    /// The names of tools that take free text.
    let customTools: Set<String>
    /// Functions stand beside tools that the server runs.
    var combinesTools = false
    /// Function calls that wait for their results.
    var calls: ToolCallLedger

    init(
        _ root: JSONValue, _ options: Options, model: String, names: FunctionNames, isAnswer: Bool = false,
        customTools: Set<String> = []
    ) {
        self.options = options
        capabilities = options.capabilities(of: model)
        self.names = names
        self.isAnswer = isAnswer
        self.customTools = customTools
        extra = ExtraBody(root, options)
        calls = ToolCallLedger(root)
    }
}

extension RequestContext {
    /// Refuses, or with `lenient` warns of what the caller then mends.
    func complain(_ value: JSONValue, _ code: Diagnostic.Code, _ message: String) {
        if options.lenient { value.warn(code, message) } else { value.refuse(code, message) }
    }

    func complainOfNoResult(_ call: JSONValue) {
        let name = ChatTool.name(call).exists ? ChatTool.name(call) : call["name"]
        complain(name.exists ? name : call, .callWithoutResult, "expected a result before the next turn, found none")
    }

    /// For the answer of a Gemini model: its names become the client's again; legal ones, if there was no request.
    convenience init(answering exchange: Exchange, hasRequest: Bool, _ response: JSONValue, _ options: Options) {
        let names =
            hasRequest
            ? FunctionNames(restoring: exchange.renamed, for: .openAI)
            : FunctionNames(candidates: response["candidates"])
        self.init(
            response, options, model: exchange.model, names: names, isAnswer: true,
            customTools: exchange.customTools)
    }

    /// Writes what is called: a function, or a tool that takes free text.
    func writeFunction(_ functionCall: JSONValue, _ call: JSONObjectWriter) {
        let input = functionCall["args"]["input"]
        if !customTools.isEmpty, input.kind == .string, customTools.contains(names.restored(functionCall["name"])) {
            call["type"] = "custom"
            call["custom"].object { custom in
                names.write(functionCall["name"], to: custom["name"])
                custom["input"] = input
            }
        } else {
            call["type"] = "function"
            call["function"].object { function in
                names.write(functionCall["name"], to: function["name"])
                Arguments.toOpenAI(functionCall["args"], function["arguments"])
            }
        }
    }
}
