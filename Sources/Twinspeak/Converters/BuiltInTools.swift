internal import JSONCore

/// Tools that the server runs itself.
///
///     OpenAI   { type: "web_search" } and the like, { googleSearch: {} } as Gemini spells them, web_search_options: {}
///     Gemini   { googleSearch: {} }, { codeExecution: {} }, { urlContext: {} }, { googleMaps: {} }
enum BuiltInTools {
    private struct Row {
        let gemini: StaticString
        /// Words of `type` that mean it.
        let types: [StaticString]
    }

    private static let rows = [
        Row(gemini: "googleSearch", types: ["web_search", "web_search_preview", "google_search"]),
        Row(gemini: "codeExecution", types: ["code_interpreter", "code_execution"]),
        Row(gemini: "urlContext", types: ["url_context"]),
        Row(gemini: "googleMaps", types: ["google_maps"]),
    ]

    /// All of Gemini's own, beside those that chat clients have words for.
    private static let kinds =
        rows.map(\.gemini) + [
            "computerUse", "enterpriseWebSearch", "exaAiSearch", "fileSearch", "googleSearchRetrieval", "mcpServers",
            "parallelAiSearch", "retrieval",
        ]

    /// - Parameter hasFunctions: There are declarations too. Up to 2.5, Gemini answers 400 to both.
    static func toGemini(
        _ chat: JSONValue, _ tools: JSONArrayWriter, hasFunctions: Bool, _ context: RequestContext
    ) {
        var written: Set<String> = []
        for tool in chat["tools"].elements where !Tools.isDeclared(tool) {
            _ = writeKnown(context.allowed(tool, "tools"), tools, hasFunctions, &written, context)
        }
        let search = chat["web_search_options"]
        if search.kind == .object {
            for option in search.members { option.value.note(.noCounterpart, "Gemini's search takes no such settings") }
            write(rows[0], search.missing, of: search, tools, hasFunctions, &written, context, isSearchOption: true)
        }
        for tool in context.extra("tools").elements {
            if writeKnown(tool, tools, hasFunctions, &written, context) { continue }
            if hasFunctions, !context.capabilities.signedParts {
                tool.warn(.refusedByModel, "the model takes no built-in tool beside functions; left out")
            } else if NativeValue.isTool(tool, context) {
                tools.object { target in
                    NativeSpelling.write(membersOf: tool, target, "tools", for: context.options.surface)
                    if !target.isEmpty { tool.note(.saidDifferently, "a tool of Gemini's own, as it is") }
                }
            }
        }
    }

    /// Writes each of the kinds that the tool has; false if it has none of them.
    private static func writeKnown(
        _ tool: JSONValue, _ tools: JSONArrayWriter, _ hasFunctions: Bool, _ written: inout Set<String>,
        _ context: RequestContext
    ) -> Bool {
        var isKnown = false
        for row in rows {
            guard let settings = settings(tool, row) else { continue }
            let source = tool["type"].exists ? tool["type"] : settings
            write(row, settings, of: source, tools, hasFunctions, &written, context)
            isKnown = true
        }
        return isKnown
    }

    /// The settings of a tool that is this one, missing if it has none; nil if it is another.
    private static func settings(_ tool: JSONValue, _ row: Row) -> JSONValue? {
        let native = tool[row.gemini]
        if native.exists { return native }
        return row.types.contains { tool["type"].equalsIgnoringCase($0) } ? tool.missing : nil
    }

    private static func write(
        _ row: Row, _ settings: JSONValue, of source: JSONValue, _ tools: JSONArrayWriter, _ hasFunctions: Bool,
        _ written: inout Set<String>, _ context: RequestContext, isSearchOption: Bool = false
    ) {
        source.ignore()
        if hasFunctions, !context.capabilities.signedParts {
            return source.warn(.refusedByModel, "the model takes no built-in tool beside functions; left out")
        }
        guard written.insert("\(row.gemini)").inserted else { return source.note(.superseded, "asked for already") }
        if !isSearchOption {
            source.note(.saidDifferently, "a tool of Gemini's own: `\(row.gemini)`")
        }
        tools.object { tool in
            let settings = NativeValue.ofRequest(settings, row.gemini, in: "Tool", context)
            if settings.kind == .object, !settings.isEmpty {
                NativeSpelling.write(settings, tool[row.gemini], "tools.\(row.gemini)", for: context.options.surface)
            } else {
                tool[row.gemini].writeEmptyObject()
            }
        }
        if hasFunctions { context.combinesTools = true }
    }

    // MARK: Gemini → OpenAI

    /// Search has a member of its own; the others go along as they are, where the dialect has a place for it.
    static func toOpenAI(_ tools: JSONValue, _ chat: JSONObjectWriter, _ dialect: Dialect) {
        guard dialect.allowsAllOfOpenAI else { return }
        let search = tools.elements.lazy.map { $0["googleSearch"] }.first { $0.exists }
        guard let search else { return }
        chat["web_search_options"].writeEmptyObject()
        for setting in search.members { setting.value.warn(.noCounterpart, "chat completions have no such setting") }
        search.ignore()
    }

    static func toExtraBody(_ tools: JSONValue, _ google: JSONObjectWriter, _ dialect: Dialect) {
        google["tools"].array { list in
            for tool in tools.elements {
                let declarations = tool["functionDeclarations"]
                let search = dialect.allowsAllOfOpenAI ? tool["googleSearch"] : tool.missing
                guard declarations.exists || search.exists else {
                    NativeSpelling.write(tool, list.element)
                    continue
                }
                list.object { rest in
                    for kind in kinds {
                        let value = tool[kind]
                        guard value.exists, value.node != search.node else { continue }
                        NativeSpelling.write(value, rest[kind])
                    }
                }
            }
        }
    }

    static let geminiLosses: [Loss] = kinds.map { kind in
        .warning("/tools/*/\(kind)", because: "the dialect has no place for tools of the server's")
    }
}
