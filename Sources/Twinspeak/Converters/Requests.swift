internal import JSONCore

/// The body of a request.
///
///     OpenAI   { model, messages, tools?, tool_choice?, response_format?, temperature?, …, extra_body? }
///     Gemini   { contents, systemInstruction?, tools?, toolConfig?, safetySettings?, generationConfig?, cachedContent?,
///                labels?, serviceTier? }
///
/// `model` and `stream` of a chat body stand in the path of a Gemini request.
enum Requests {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        Messages.toGemini(chat, request, context)
        let beforeTools = request.written
        Tools.toGemini(chat, request, context)
        ToolChoice.toGemini(chat, request, context)
        let hasTools = request.written != beforeTools
        SafetySettings.toGemini(chat, request, context)
        request["generationConfig"].object { config in
            GenerationConfig.toGemini(chat, config, context)
        }
        CachedContent.toGemini(chat, request, hasTools: hasTools, context)
        Labels.toGemini(chat, request, context)
        ServiceTier.toGemini(chat, request, context)
    }

    static func toOpenAI(
        _ request: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext, _ exchange: Exchange
    ) {
        // Hosts that know the model by other ways find the member to fill in.
        chat["model"].write(string: exchange.model)
        if exchange.model.isEmpty {
            request.say("model", .warning, .missingMember, "expected a model, found none in body, route or options")
        }
        request["model"].ignore()
        Messages.toOpenAI(request, chat, context)
        if context.options.mirrorContents, context.options.dialect.isRelay {
            chat["contents"] = request["contents"]
        }
        if exchange.stream {
            chat["stream"] = true
            if exchange.includeUsage { chat["stream_options"]["include_usage"] = true }
        } else if context.options.dialect.isRelay {
            chat["stream"] = false
        }
        Tools.toOpenAI(request["tools"], chat, context)
        BuiltInTools.toOpenAI(request["tools"], chat, context.options.dialect)
        ToolChoice.toOpenAI(request["toolConfig"], request["tools"], chat, context)
        let config = request["generationConfig"]
        GenerationConfig.toOpenAI(config, chat, context)
        Labels.toOpenAI(request["labels"], chat, context.options.dialect)
        ServiceTier.toOpenAI(request["serviceTier"], chat)
        toExtraBody(request, chat, context)
    }

    /// What has no member of its own in a chat body goes into `extra_body.google`.
    private static func toExtraBody(_ request: JSONValue, _ chat: JSONObjectWriter, _ context: RequestContext) {
        let config = request["generationConfig"]
        let dialect = context.options.dialect
        if dialect.imageConfig == .topLevel { ImageConfig.toOpenAI(config["imageConfig"], chat, dialect) }
        guard dialect.allowsExtraBody else { return }
        chat["extra_body"]["google"].object { google in
            if dialect.imageConfig == .extraBody { ImageConfig.toOpenAI(config["imageConfig"], google, dialect) }
            BuiltInTools.toExtraBody(request["tools"], google, dialect)
            google["safety_settings"] = request["safetySettings"]
            google["cached_content"] = request["cachedContent"]
            google["media_resolution"] = config["mediaResolution"]
            if Thinking.goesWhole(config["thinkingConfig"], dialect) {
                google["thinking_config"] = config["thinkingConfig"]
            }
        }
    }
}
