/// The contracts that relays have published, compiled into the library.
extension Contract {
    /// All that the library has.
    public static let all = [
        Contract(
            "xiexus-gemini", PackageResources.xiexus_gemini_json,
            Places(
                operation: "/paths/~1v1beta~1models~1{model}:generateContent/post", model: "/parameters/0/schema")),
        Contract(
            "xiexus-chat-image", PackageResources.xiexus_chat_image_json,
            Places(operation: "/paths/~1v1~1chat~1completions/post", model: nil)),
        Contract("theturbo-gemini", PackageResources.theturbo_gemini_json, .definitions),
        Contract("anyfast-gemini", PackageResources.anyfast_gemini_json, .definitions),
    ]

    /// The one that is called so, as `xiexus-gemini`; nil if none is.
    public static func named(_ name: String) -> Contract? { all.first { $0.name == name } }
}
