internal import JSONCore

/// What came of a call.
///
///     OpenAI   { role: "tool", tool_call_id, content: "…" | [{ type: "text", text }, …] }, a message for each
///     Gemini   { role: "user", parts: [{ functionResponse: { id?, name, response: {…} } }, …] }, one content for all
///
/// A JSON object is the response itself; anything else is its `output`, and comes back from there.
enum ToolResults {
    /// Takes the results that follow a model turn and writes them in the order of its calls.
    static func toGemini(
        _ next: inout JSONValue?, _ rest: inout JSONElements, _ contents: JSONArrayWriter,
        _ context: RequestContext
    ) {
        var results = ToolMessages(message: next, rest: rest)
        context.calls.pair(results, byNameToo: false, id: { $0["tool_call_id"] }, name: { $0["name"] })
        var orphans: [JSONValue] = []
        var number = 0
        while let message = results.next() {
            if !answer(message, number, context) { orphans.append(message) }
            number += 1
        }
        next = results.message
        rest = results.rest
        let unanswered = context.calls.unanswered(isFollowed: next != nil)
        for entry in unanswered { context.complainOfNoResult(entry.call) }
        write(contents, context, isFollowed: next != nil)
        for orphan in orphans { orphanToGemini(orphan, contents, context) }
    }

    /// A result that no call asked for: with `lenient`, the user says it.
    static func orphanToGemini(_ message: JSONValue, _ contents: JSONArrayWriter, _ context: RequestContext) {
        let givers = [message["tool_call_id"], message["name"], message["role"]]
        context.complain(
            givers.first { $0.exists } ?? message, .resultWithoutCall,
            "expected a tool call before its result, found none in the turn before")
        message["tool_call_id"].ignore()
        message["name"].ignore()
        Messages.append("user", to: contents) { Parts.toGemini(message["content"], $0, context) }
    }

    private static func answer(_ message: JSONValue, _ number: Int, _ context: RequestContext) -> Bool {
        guard let entry = context.calls.call(ofResult: number) else { return false }
        message["tool_call_id"].refuseUnlessString()
        acceptNames(of: message["tool_call_id"], message["name"], for: entry)
        if context.calls.isOutOfOrder(result: number) {
            message["role"].note(.saidDifferently, "moved: results stand in the order of their calls")
        }
        return true
    }

    /// Both have done their work once the call is known.
    private static func acceptNames(of id: JSONValue, _ name: JSONValue, for entry: ToolCallLedger.Entry) {
        id.ignore()
        if name.exists, !name.isSameString(as: entry.name) {
            name.warn(.superseded, "the call of this id is one of another function")
        }
        name.ignore()
    }

    private static func write(_ contents: JSONArrayWriter, _ context: RequestContext, isFollowed: Bool) {
        let makesAnswers = context.options.lenient && !context.calls.unanswered(isFollowed: isFollowed).isEmpty
        Messages.append("user", to: contents) { parts in
            for entry in context.calls.entries where entry.answer != nil || makesAnswers {
                parts.object { part in
                    part["functionResponse"].object { response in
                        let id = ThoughtSignatures.plainID(entry.id)
                        if !id.isEmpty { response["id"].write(text: id) }
                        context.names.write(entry.name, to: response["name"], isKnown: true)
                        if let message = entry.answer {
                            content(message["content"], response, context)
                        } else {
                            response["response"]["error"] = "no result"
                        }
                    }
                }
            }
        }
        writeMedia(contents, context)
    }

    private static func content(
        _ content: JSONValue, _ response: JSONObjectWriter, _ context: RequestContext
    ) {
        guard content.kind == .array else {
            if content.kind == .string { return single(content, response) }
            if content.exists { return content.refuse(expected: "a string or parts") }
            response["response"]["output"] = ""
            return
        }
        var texts = content.elements.lazy.filter(isText).makeIterator()
        let first = texts.next().map { $0.kind == .string ? $0 : $0["text"] }
        if texts.next() != nil {
            response["response"]["output"].string { output in
                for (place, part) in content.elements.lazy.filter(isText).enumerated() {
                    let text = part.kind == .string ? part : part["text"]
                    output.append(text.content)
                    if place > 0 { text.note(.saidDifferently, "joined with the text before: a result has one") }
                }
            }
        } else if let first, first.kind == .string {
            single(first, response)
        } else {
            if content.isEmpty { content.note(.saidDifferently, "a result without text is the empty text") }
            response["response"]["output"] = ""
        }
        response["parts"].array { parts in
            for part in content.elements where !isText(part) && staysInResult(part, context) {
                Parts.toGemini(part, parts, context)
            }
        }
    }

    /// Before Gemini 3, results hold no media, and on the Developer API no references to them.
    private static func staysInResult(_ part: JSONValue, _ context: RequestContext) -> Bool {
        guard context.capabilities.signedParts else { return false }
        return !context.options.surface.lacks.contains("functionResponse.parts.fileData") || !Media.isReference(part)
    }

    private static func isText(_ part: JSONValue) -> Bool {
        part.kind == .string || part["type"].equalsIgnoringCase("text")
    }

    /// What results cannot hold follows in a content of its own.
    private static func writeMedia(_ contents: JSONArrayWriter, _ context: RequestContext) {
        Messages.append("user", to: contents) { parts in
            for entry in context.calls.entries {
                guard let content = entry.answer?["content"], content.kind == .array else { continue }
                for part in content.elements where !isText(part) && !staysInResult(part, context) {
                    let what = context.capabilities.signedParts ? "surface takes no references" : "model takes no media"
                    part["type"].warn(.approximated, "the \(what) in results; it follows in a turn of the user's")
                    Parts.toGemini(part, parts, context)
                }
            }
        }
    }

    private static func single(_ text: JSONValue, _ response: JSONObjectWriter) {
        let json = text.beginsAsContainer ? text.json : text.missing
        switch json.kind {
        case .object where !json.isOutput && !json.hasMember("$ref"):
            response["response"].write(json)
        case .array where !json.hasMember("$ref"):
            response["response"]["output"] = json
        default:
            response["response"]["output"] = text
            if json.exists { text.note(.saidDifferently, "stays text inside `output`, so that it comes back as it is") }
        }
    }

    // MARK: Gemini → OpenAI

    /// Writes a message for each result among `parts`.
    static func toOpenAI(_ parts: JSONValue, _ messages: JSONArrayWriter, _ context: RequestContext) {
        let results = FunctionResponses(parts: parts.elements)
        context.calls.pair(results, byNameToo: true, id: { $0["id"] }, name: { $0["name"] })
        for (number, functionResponse) in results.enumerated() {
            guard let entry = context.calls.call(ofResult: number) else {
                orphanToOpenAI(functionResponse, messages, context)
                continue
            }
            acceptNames(of: functionResponse["id"], functionResponse["name"], for: entry)
            messages.object { message in
                message["role"] = "tool"
                entry.chatID.write(to: message["tool_call_id"])
                let media = functionResponse["parts"]
                let isSeparate = !media.elements.isEmpty && !context.options.dialect.allowsExtraMembers
                if isSeparate {
                    functionResponse["name"].warn(
                        .approximated, "the dialect takes no media in results; it follows in a message of the user's")
                }
                if isSeparate || media.elements.isEmpty {
                    return response(functionResponse["response"], message["content"])
                }
                message["content"].array { content in
                    writeText(of: functionResponse["response"], content)
                    for part in media.elements { Parts.toOpenAI(part, content, context.options) }
                }
            }
        }
    }

    /// What follows in a message of the user's, where the dialect has only text in results.
    static func separateMedia(of parts: JSONValue, _ dialect: Dialect) -> [JSONValue] {
        if dialect.allowsExtraMembers { return [] }
        return parts.elements.flatMap { Array($0["functionResponse"]["parts"].elements) }
    }

    /// A result that no call asked for: with `lenient`, the user says it.
    private static func orphanToOpenAI(
        _ functionResponse: JSONValue, _ messages: JSONArrayWriter, _ context: RequestContext
    ) {
        context.complain(
            functionResponse["name"].exists ? functionResponse["name"] : functionResponse, .resultWithoutCall,
            "expected a function call before its result, found none in the turn before")
        functionResponse["id"].ignore()
        messages.object { message in
            message["role"] = "user"
            response(functionResponse["response"], message["content"])
        }
    }

    /// Another turn begins: what has no result by now gets none, or with `lenient` one that says so.
    static func endTurn(isFollowed: Bool, _ messages: JSONArrayWriter, _ context: RequestContext) {
        guard !context.calls.entries.isEmpty else { return }
        for entry in context.calls.unanswered(isFollowed: isFollowed) {
            context.complainOfNoResult(entry.call)
            messages.object { message in
                message["role"] = "tool"
                entry.chatID.write(to: message["tool_call_id"])
                message["content"] = "{\"error\":\"no result\"}"
            }
        }
        context.calls.removeAll()
    }

    /// A result of media alone has the empty text on Gemini's side.
    private static func writeText(of result: JSONValue, _ content: JSONArrayWriter) {
        if result.kind == .object, let text = result.onlyMember("output"), text.isEmptyString { return text.ignore() }
        content.object { part in
            part["type"] = "text"
            response(result, part["text"])
        }
    }

    private static func response(_ response: JSONValue, _ content: JSONSlot) {
        guard response.exists else { return content.write("") }
        let only = response.kind == .object ? response.onlyMember("output") : nil
        if let output = only, output.kind == .string {
            if output.beginsAsContainer, output.json.kind.rawValue >= JSONKind.array.rawValue {
                output.note(.textBecomesJSON, "the text is JSON itself, and will be read as such")
            }
            content.write(output)
        } else if let output = only, output.kind == .array {
            content.write(quoted: output)
        } else {
            content.write(quoted: response)
        }
    }
}

extension JSONValue {
    /// What is in the way of the exact way back: an object that would be taken for our own wrapping.
    fileprivate var isOutput: Bool {
        onlyMember("output").map { $0.kind == .string || $0.kind == .array } ?? false
    }

    /// The value of the object's only member, if that is its name.
    fileprivate func onlyMember(_ name: StaticString) -> JSONValue? {
        var rest = members
        guard let member = rest.next(), rest.next() == nil, member.name == name else { return nil }
        return member.value
    }

    /// The text may be a JSON array or object: worth scanning. White space may stand before it, escaped or not.
    fileprivate var beginsAsContainer: Bool {
        let text = between
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): return true
            case UInt8(ascii: " "): index += 1
            // `\u007b` is a brace, too.
            case UInt8(ascii: "\\"):
                if index + 1 < text.count, text[index + 1] == UInt8(ascii: "u") { return true }
                index += 2
            default: return false
            }
        }
        return false
    }
}

/// The tool messages behind an assistant's, past system messages among them.
private struct ToolMessages: Sequence, IteratorProtocol {
    var message: JSONValue?
    var rest: JSONElements

    mutating func next() -> JSONValue? {
        while let current = message {
            let role = Role(message: current)
            guard role == .tool || role == .system else { return nil }
            message = rest.next()
            if role == .tool { return current }
        }
        return nil
    }
}

/// The results among the parts of a content.
private struct FunctionResponses: Sequence, IteratorProtocol {
    var parts: JSONElements

    mutating func next() -> JSONValue? {
        while let part = parts.next() {
            let functionResponse = part["functionResponse"]
            if functionResponse.exists { return functionResponse }
        }
        return nil
    }
}
