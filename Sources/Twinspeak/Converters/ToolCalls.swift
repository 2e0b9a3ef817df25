internal import JSONCore

/// What the model asks to be run.
///
///     OpenAI   tool_calls: [{ id, type: "function", function: { name, arguments: "{…}" } }, …]
///     Gemini   { functionCall: { id?, name, args: {…} }, thoughtSignature? }, a part for each
///
/// `arguments` is a string that should hold JSON; it is spliced only after it has been scanned.
enum ToolCalls {
    /// - Parameter signature: The message's, for a first call that has none.
    static func toGemini(
        _ message: JSONValue, _ parts: JSONArrayWriter, signature: JSONSlice?, _ context: RequestContext
    ) {
        // Messages that are joined are one content, and its first call is theirs.
        let isContinued = !context.calls.entries.isEmpty
        var isFirst = true
        let details = ThoughtSignatures.details(of: message)
        let mayNeedOne = !isContinued && signature == nil && context.capabilities.signedParts && !context.isAnswer
        let isUnsigned =
            mayNeedOne && !message["tool_calls"].elements.contains { ThoughtSignatures.isSigned($0, details) }
        for call in message["tool_calls"].elements {
            let type = call["type"]
            let custom = CustomTools.isCustom(call) ? call["custom"] : call.missing
            if custom.exists { CustomTools.note(call) }
            _ = type.equalsIgnoringCase("function")
            let own = ThoughtSignatures.ofCall(call, details)
            let fallback = isFirst && isUnsigned ? fallback(call, context) : nil
            let function = custom.exists ? custom : call["function"]
            write(
                call, function, signature: own ?? (isFirst ? signature : nil), fallback: fallback, parts, context)
            let id = call["id"]
            id.refuseUnlessString()
            context.calls.add(call, id: id, name: function["name"], chatID: ToolCallID(given: id))
            isFirst = false
        }
        let legacy = message["function_call"]
        if legacy.exists {
            legacy["name"].note(.saidDifferently, "`function_call` is the old form of `tool_calls`")
            let fallback = isFirst && mayNeedOne ? fallback(legacy, context) : nil
            write(legacy, legacy, signature: isFirst ? signature : nil, fallback: fallback, parts, context)
            context.calls.add(legacy, id: legacy.missing, name: legacy["name"], chatID: ToolCallID(number: 0))
        }
    }

    /// Gemini 3 answers 400 to a history whose first call is unsigned; a documented word makes it accept one from
    /// another model.
    private static func fallback(_ call: JSONValue, _ context: RequestContext) -> String? {
        guard let signature = context.options.thoughtSignatureFallback else { return nil }
        let name = ChatTool.name(call)
        (call["id"].exists ? call["id"] : name.exists ? name : call["name"])
            .warn(
                .saidDifferently,
                "the model asks for a thought signature and the call has none; a general one was given")
        return signature
    }

    private static func write(
        _ call: JSONValue, _ function: JSONValue, signature: JSONSlice?, fallback: String?, _ parts: JSONArrayWriter,
        _ context: RequestContext
    ) {
        guard function["name"].kind == .string else {
            (function.exists ? function : call).refuse(
                function.exists ? "name" : "function", .missingMember, "expected a function's name, found nothing")
            return call.ignore()
        }
        parts.object { part in
            part["functionCall"].object { functionCall in
                let id = ThoughtSignatures.plainID(call["id"])
                if !id.isEmpty { functionCall["id"].write(text: id) }
                context.names.write(function["name"], to: functionCall["name"])
                if function["input"].kind == .string {
                    CustomTools.callToGemini(function, functionCall["args"])
                } else {
                    Arguments.toGemini(function["arguments"], functionCall["args"])
                }
            }
            if let signature {
                part["thoughtSignature"].write(text: signature)
            } else if let fallback {
                part["thoughtSignature"].write(string: fallback)
            }
        }
    }

    /// Writes the calls among `parts`; `id` names each.
    ///
    /// - Parameter places: In a stream, those of the first call and of the first of OpenRouter's details.
    static func toOpenAI(
        _ parts: PartSequence, _ message: JSONObjectWriter, _ context: RequestContext,
        places: (call: Int64, detail: Int64)? = nil, id: (JSONValue) -> ToolCallID
    ) {
        var place = places?.call
        var signed: [(id: ToolCallID, signature: JSONValue)] = []
        message["tool_calls"].array { calls in
            for part in parts {
                let functionCall = part["functionCall"]
                guard functionCall.exists, parts.isClients(part) else { continue }
                guard functionCall["name"].kind == .string else {
                    functionCall.refuse(
                        "name", .missingMember, "expected a function's name, found \(functionCall["name"].found)")
                    functionCall.ignore()
                    continue
                }
                calls.object { call in
                    if let index = place {
                        call["index"] = index
                        place = index + 1
                    }
                    let id = id(functionCall)
                    if part["thoughtSignature"].exists { signed.append((id, part["thoughtSignature"])) }
                    id.write(to: call["id"])
                    context.writeFunction(functionCall, call)
                    guard context.options.dialect.allowsExtraContent, part["thoughtSignature"].exists else { return }
                    call["extra_content"]["google"]["thought_signature"] = part["thoughtSignature"]
                }
            }
        }
        if context.options.dialect.thoughts == .reasoning {
            ReasoningDetails.toOpenAI(parts, signed: signed, message, from: places?.detail ?? 0)
        }
    }
}

/// The arguments of a call: a string of JSON on one side, an object on the other.
enum Arguments {
    static func toGemini(_ arguments: JSONValue, _ args: JSONSlot) {
        guard arguments.kind == .string else {
            if arguments.kind == .object { return args.write(arguments) }
            if arguments.exists { arguments.refuse(expected: "a string that holds a JSON object") }
            return args.writeEmptyObject()
        }
        let json = arguments.json
        if json.kind == .object {
            args.write(json)
        } else if json.kind == .null || arguments.isBlank {
            arguments.ignore()
            args.writeEmptyObject()
        } else {
            arguments.warn(
                .brokenArguments, "expected a JSON object, so the text stands in a member called `arguments`")
            args.object { $0["arguments"] = arguments }
        }
    }

    static func toOpenAI(_ args: JSONValue, _ arguments: JSONSlot) {
        guard args.exists else { return arguments.write("{}") }
        if args.kind == .object { return arguments.write(quoted: args) }
        args.refuse(expected: "an object")
        arguments.write("{}")
    }
}

extension JSONValue {
    /// A string of nothing but white space.
    fileprivate var isBlank: Bool {
        let text = decoded
        return (0..<text.count).allSatisfy { text[$0] <= 0x20 }
    }
}

extension ToolCalls {
    /// What only events of a stream can mean.
    static let geminiLosses: [Loss] = ["/contents/*/parts/*/", "/candidates/*/content/parts/*/"].flatMap { part in
        [
            .warning(part + "functionCall/partialArgs", because: "arguments come in pieces only in streams"),
            .note(part + "functionCall/willContinue", because: "arguments come in pieces only in streams"),
        ]
    }
}
