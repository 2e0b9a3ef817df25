internal import JSONCore

/// What is blocked, and how readily.
///
///     OpenAI   extra_body: { google: { safety_settings: [{ category, threshold }, …] } }, or safety_settings at the top
///     Gemini   safetySettings: [{ category, threshold, method? }, …]
///
/// Never injected: a translator does not decide what is safe.
enum SafetySettings {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let settings = context.extra(orTopLevel: "safetySettings")
        request["safetySettings"].array { list in
            for setting in settings.elements {
                guard setting.kind == .object else {
                    setting.refuse(expected: "an object with category and threshold")
                    continue
                }
                list.object { target in
                    for member: StaticString in ["category", "threshold", "method"] {
                        let word = setting[member]
                        if context.options.surface.leavesOut(word, "safetySettings.\(member)") { continue }
                        // Half a setting would be another one.
                        guard !word.exists || word.kind == .string else {
                            word.refuseUnlessString()
                            setting.ignore()
                            return target.discard()
                        }
                        EnumWords.write(word, member, to: target)
                    }
                }
            }
        }
    }
}

/// What other members of a Gemini request come to nothing.
enum RequestExtras {
    static let geminiLosses: [Loss] = [
        .warning("/safetySettings", because: "the dialect has no place for it"),
        .warning("/cachedContent", because: "the dialect has no place for it"),
        .warning(
            "/toolConfig/functionCallingConfig/streamFunctionCallArguments",
            because: "chat streams always send arguments in pieces"),
        .warning("/toolConfig/retrievalConfig", because: "chat completions have nothing like it"),
        .warning(
            "/toolConfig/includeServerSideToolInvocations", because: "chat completions run no tools of the server's"),
        .warning("/modelArmorConfig", because: "chat completions have nothing like it"),
        .warning("/outputConfig", because: "chat completions have nothing like it"),
        .warning("/continuationToken", because: "chat completions cannot be continued"),
        .note("/store", because: "what is stored is not the model's matter"),
    ]
}

/// What was cached before.
///
///     OpenAI   extra_body: { google: { cached_content: "cachedContents/…" } }
///     Gemini   cachedContent: "cachedContents/…"
///
/// Gemini answers 400 to system text, tools and tool configuration beside it: they belong into the cache.
enum CachedContent {
    /// - Parameter hasTools: Tools or their configuration were written.
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, hasTools: Bool, _ context: RequestContext) {
        let name = context.extra(orTopLevel: "cachedContent")
        guard name.exists else { return }
        guard name.kind == .string else { return name.refuse(expected: "a string") }
        let hasSystem = chat["messages"].elements.contains { Role(message: $0) == .system }
        if hasSystem || hasTools {
            name.refuse(.notAllowed, "expected neither system text nor tools beside cached content, found them")
        }
        request["cachedContent"] = name
    }
}

/// What a request is filed under.
///
///     OpenAI   metadata: { name: "value" }, or labels
///     Gemini   labels: { name: "value" }, on Vertex AI only
enum Labels {
    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let extra = context.extra(orTopLevel: "labels")
        let metadata = chat["metadata"]
        let labels = metadata.exists ? metadata : extra
        guard labels.exists else { return }
        if context.options.surface.allowsLabels {
            request["labels"] = NativeValue.ofRequest(
                labels, "labels", in: "GenerateContentRequest", context)
        } else {
            labels.note(.noCounterpart, "the Developer API files nothing")
        }
    }

    static func toOpenAI(_ labels: JSONValue, _ chat: JSONObjectWriter, _ dialect: Dialect) {
        if dialect.allowsAllOfOpenAI {
            chat["metadata"] = labels
        } else if labels.exists {
            labels.note(.noCounterpart, "the dialect files nothing")
        }
    }
}

/// How soon the answer is wanted, and at what price.
///
///     OpenAI   service_tier: "auto" | "default" | "flex" | "priority" | "fast" | "scale"
///     Gemini   serviceTier: "standard" | "flex" | "priority", on the Developer API only
enum ServiceTier {
    private static let words: [(openAI: StaticString, gemini: StaticString)] = [
        ("default", "standard"), ("flex", "flex"), ("priority", "priority"), ("fast", "priority"),
    ]

    static func toGemini(_ chat: JSONValue, _ request: JSONObjectWriter, _ context: RequestContext) {
        let tier = chat["service_tier"]
        guard tier.exists, !tier.equalsIgnoringCase("auto") else { return }
        if tier.equalsIgnoringCase("scale") {
            return tier.warn(.noCounterpart, "Gemini has no reserved capacity to choose; its default counts")
        }
        guard context.options.surface.allowsServiceTier else {
            return tier.warn(.noCounterpart, "Vertex AI has no such member")
        }
        if let row = words.first(where: { tier.equalsIgnoringCase($0.openAI) }) {
            if tier.equalsIgnoringCase("fast") { tier.note(.saidDifferently, "Gemini's word is priority") }
            request["serviceTier"] = row.gemini
        } else {
            tier.warn(.unknownValue, "expected default, flex or priority, found \(tier.found)")
        }
    }

    static func toOpenAI(_ tier: JSONValue, _ chat: JSONObjectWriter) {
        guard tier.exists else { return }
        if let row = words.first(where: { tier.equalsIgnoringCase($0.gemini) }) {
            chat["service_tier"] = row.openAI
        } else if tier.equalsIgnoringCase("unspecified") {
            tier.note(.emptyOmitted, "says nothing")
        } else {
            tier.warn(.unknownValue, "expected standard, flex or priority, found \(tier.found)")
        }
    }
}
