internal import JSONCore

/// Which extensions of chat completions may be written. All of them are read always.
///
/// A dialect is a value with members; converters ask a member and never compare names.
public struct Dialect: Sendable, Hashable {
    /// The name in options and on the command line.
    public let name: String
    /// Bodies may hold more than the published specification has.
    public var allowsExtensions: Bool
    /// Where a model's thoughts go.
    public var thoughts: Thoughts
    /// Where images that a model made go.
    public var images: Images
    /// `extra_content.google` on messages, tool calls, usage and completions.
    public var allowsExtraContent: Bool
    /// `extra_body.google` on requests.
    public var allowsExtraBody: Bool
    /// `native_finish_reason` on choices.
    public var allowsNativeFinishReason: Bool
    /// `top_k`, `tool_choice: "validated"`, `video_url` and media in tool messages on requests.
    public var allowsExtraMembers: Bool
    /// `seed`, `frequency_penalty`, `logprobs`, `metadata` and `web_search_options` on requests.
    public var allowsAllOfOpenAI: Bool
    /// Images and video among `modalities` of requests; tokens of text, images and video in the details of usage.
    public var allowsModalities: Bool
    /// Where `image_config` of requests goes.
    public var imageConfig: ImageConfig
    /// `stream` is written though it is false, and `contents` beside `messages` if the options ask for it.
    public var isRelay: Bool
    /// `max_completion_tokens` instead of `max_tokens`.
    public var saysMaxCompletionTokens: Bool

    /// Where thoughts of the model go.
    public enum Thoughts: Sendable, Hashable {
        /// `reasoning_content` of the message.
        case reasoningContent
        /// `reasoning` and `reasoning_details` of the message.
        case reasoning
        /// `<thought>…</thought>` at the beginning of `content`.
        case thoughtTags
        /// Nowhere, with a warning.
        case dropped
    }

    /// Where images that the model makes go.
    public enum Images: Sendable, Hashable {
        /// `![image](data:…)` in `content`.
        case markdown
        /// `images` of the message.
        case images
    }

    /// Where `image_config` goes. At the top level it holds `aspect_ratio` and `image_size` only.
    public enum ImageConfig: Sendable, Hashable {
        /// `image_config` of the request.
        case topLevel
        /// `extra_body.google.image_config`.
        case extraBody
        /// Nowhere, with a warning.
        case dropped
    }

    /// What the documented relays speak: `reasoning_content`, markdown images, everything else in `extra_content`.
    public static let relay = Dialect(
        name: "relay", allowsExtensions: true, thoughts: .reasoningContent, images: .markdown, allowsExtraContent: true,
        allowsExtraBody: true,
        allowsNativeFinishReason: true, allowsExtraMembers: true, allowsAllOfOpenAI: true,
        allowsModalities: true, imageConfig: .extraBody, isRelay: true, saysMaxCompletionTokens: false)
    /// Only members of the published specification.
    public static let openAI = Dialect(
        name: "openAI", allowsExtensions: false, thoughts: .dropped, images: .markdown, allowsExtraContent: false,
        allowsExtraBody: false,
        allowsNativeFinishReason: false, allowsExtraMembers: false, allowsAllOfOpenAI: true,
        allowsModalities: false, imageConfig: .dropped, isRelay: false, saysMaxCompletionTokens: true)
    /// Google's own endpoint for chat completions, its defects corrected.
    public static let google = Dialect(
        name: "google", allowsExtensions: true, thoughts: .thoughtTags, images: .markdown, allowsExtraContent: true,
        allowsExtraBody: true,
        allowsNativeFinishReason: false, allowsExtraMembers: false, allowsAllOfOpenAI: false,
        allowsModalities: true, imageConfig: .dropped, isRelay: false, saysMaxCompletionTokens: false)
    /// OpenRouter: `reasoning`, `images[]`, `image_config`.
    public static let openRouter = Dialect(
        name: "openRouter", allowsExtensions: true, thoughts: .reasoning, images: .images, allowsExtraContent: true,
        allowsExtraBody: true,
        allowsNativeFinishReason: true, allowsExtraMembers: true, allowsAllOfOpenAI: true,
        allowsModalities: true, imageConfig: .topLevel, isRelay: false, saysMaxCompletionTokens: false)

    /// Every dialect, the default first.
    public static let all = [relay, openAI, google, openRouter]
}

/// Which Gemini API is written: the members it takes, and its paths.
public struct Surface: Sendable, Hashable {
    /// The name in options and on the command line.
    public let name: String
    /// `labels` on requests.
    public let allowsLabels: Bool
    /// `serviceTier` on requests.
    public let allowsServiceTier: Bool
    /// `mimeType` of `fileData` must be there.
    let wantsMimeType: Bool
    /// Members and words that only the other surface has, by their path: this one answers 400 to them.
    let lacks: Set<String>
    /// Members of `imageConfig` beyond `aspectRatio` and `imageSize`.
    public let allowsAllOfImageConfig: Bool
    /// `topK` is a whole number.
    let countsTopK: Bool
    /// `toolConfig.includeServerSideToolInvocations`, asked for where functions stand beside tools of the server's.
    let combinesToolsByMember: Bool
    /// How it wants to be shown the key.
    let authorization: Authorization
    /// What stands before the model in a path.
    let modelsPath: String

    /// The Gemini Developer API.
    public static let developer = Surface(
        name: "developer", allowsLabels: false, allowsServiceTier: true, wantsMimeType: false,
        lacks: [
            "parts.inlineData.displayName", "parts.fileData.displayName", "functionResponse.parts.fileData",
            "responseModalities.VIDEO",
            "safetySettings.method",
            "tools.enterpriseWebSearch", "tools.exaAiSearch", "tools.parallelAiSearch", "tools.retrieval",
            "tools.googleSearch.blockingConfidence", "tools.googleSearch.excludeDomains",
            "tools.googleMaps.authConfig", "tools.googleMaps.groundingTypes",
            "tools.computerUse.disabledSafetyPolicies", "tools.computerUse.enablePromptInjectionDetection",
        ],
        allowsAllOfImageConfig: false,
        countsTopK: true, combinesToolsByMember: true, authorization: .googAPIKey,
        modelsPath: "/v1beta/models/")
    /// Vertex AI; the host puts `projects/…/locations/…/` before `publishers`.
    public static let vertex = Surface(
        name: "vertex", allowsLabels: true, allowsServiceTier: false, wantsMimeType: true,
        lacks: [
            "parts.partMetadata", "parts.toolCall", "parts.toolResponse",
            "tools.fileSearch", "tools.googleSearch.timeRangeFilter", "tools.mcpServers",
        ],
        allowsAllOfImageConfig: true,
        countsTopK: false, combinesToolsByMember: false, authorization: .bearer,
        modelsPath: "/v1/publishers/google/models/")

    /// Every surface, the default first.
    public static let all = [developer, vertex]
}

extension Surface {
    /// Whether the surface lacks what this path names; then a warning says that the value is left out.
    func leavesOut(_ value: JSONValue, _ path: String) -> Bool {
        guard value.exists, lacks.contains(path) else { return false }
        value.warn(.noCounterpart, "surface `\(name)` does not know it; left out")
        return true
    }
}
