internal import JSONCore

/// What a request's converters need to know beyond the member they translate.
///
/// Never shared: a reference only because it is passed to nearly every converter. A workspace keeps the one of its last
/// request, for the memory of its parts.
final class RequestContext {
    private var shared: SharedOptions
    var options: Options { shared.options }
    /// What the Gemini model takes, where one is asked.
    private(set) var capabilities: ModelCapabilities
    /// Google's extensions of a chat request.
    private(set) var extraBody: ExtraBody
    /// What is translated is an answer, not a history: nothing is given to it or taken from it.
    let isAnswer: Bool
    /// The names of functions as they are written.
    private(set) var names: FunctionNames
    /// The names of tools that take free text.
    let customTools: Set<JSONKey>
    /// The names of functions that have been declared.
    fileprivate var declared = DeclaredNames()
    /// Functions stand beside tools that the server runs.
    var combinesTools = false
    /// Function calls that wait for their results.
    var calls: ToolCallLedger

    init(
        _ root: JSONValue, _ shared: SharedOptions, _ capabilities: ModelCapabilities, names: FunctionNames,
        isAnswer: Bool = false, customTools: Set<JSONKey> = []
    ) {
        self.shared = shared
        self.capabilities = capabilities
        self.names = names
        self.isAnswer = isAnswer
        self.customTools = customTools
        extraBody = ExtraBody(root)
        calls = ToolCallLedger(root)
    }

    /// For the request after the last, with the memory of that.
    static func next(
        after last: inout RequestContext?, _ root: JSONValue, _ shared: SharedOptions,
        _ capabilities: ModelCapabilities, names: FunctionNames
    ) -> RequestContext {
        guard let context = last else {
            let context = RequestContext(root, shared, capabilities, names: names)
            last = context
            return context
        }
        if context.shared !== shared { context.shared = shared }
        context.capabilities = capabilities
        context.names = names
        context.extraBody = ExtraBody(root)
        context.declared.removeAll()
        context.combinesTools = false
        context.calls.begin(root)
        return context
    }
}

extension RequestContext {
    /// Not much memory is held.
    var isSmall: Bool { calls.isSmall && names.isSmall && declared.isSmall }

    /// The name is declared from now on; false, and said, if another function has it.
    func declares(_ name: JSONValue) -> Bool {
        if name.kind != .string || declared.insert(name) { return true }
        name.warn(.duplicateName, "another function has this name, and counts; left out")
        return false
    }

    /// Warns of a choice that there is not.
    func expectDeclared(_ name: JSONValue) {
        guard name.kind == .string, !declared.contains(name) else { return }
        name.warn(.undeclaredTool, "expected the name of a declared function, found \(name.found); sent as it is")
    }

    /// Refuses, or with `lenient` warns of what the caller then mends.
    func complain(_ value: JSONValue, _ code: Diagnostic.Code, _ message: String) {
        if options.lenient { value.warn(code, message) } else { value.refuse(code, message) }
    }

    func complainOfNoResult(_ call: JSONValue) {
        let name = ChatTool.name(call).exists ? ChatTool.name(call) : call["name"]
        complain(name.exists ? name : call, .callWithoutResult, "expected a result before the next turn, found none")
    }

    /// For the answer of a Gemini model: its names become the client's again; legal ones, if there was no request.
    convenience init(answering exchange: Exchange, hasRequest: Bool, _ response: JSONValue, _ shared: SharedOptions) {
        let names =
            hasRequest
            ? FunctionNames(restoring: exchange.renamed, for: .openAI)
            : FunctionNames(candidates: response["candidates"])
        self.init(
            response, shared, shared.options.capabilities(of: exchange.model), names: names, isAnswer: true,
            customTools: exchange.customNames)
    }

    /// Writes what is called: a function, or a tool that takes free text.
    func writeFunction(_ functionCall: JSONValue, _ call: JSONObjectWriter) {
        let input = functionCall["args"]["input"]
        if !customTools.isEmpty, input.kind == .string,
            customTools.contains(JSONKey(names.restored(functionCall["name"])))
        {
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
