internal import JSONCore

/// Media inside of a chat body are base64.
enum MediaRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        for message in chat["messages"].elements {
            for part in message["content"].elements where part.kind == .object {
                let image = part["image_url"]
                check(url: image.kind == .string ? image : image["url"])
                check(url: part["video_url"]["url"])
                check(part["file"]["file_data"])
                check(part["input_audio"]["data"])
            }
        }
    }

    /// Base64 as it is, or in a data URL; a URL that leads elsewhere is no matter of this rule.
    private static func check(_ data: JSONValue) {
        if data.between.hasPrefix("data:") { return check(url: data) }
        if data.kind == .string, data.between.firstIndex(of: UInt8(ascii: ":"), within: 16) == nil {
            refuse(data, data.between)
        }
    }

    private static func check(url: JSONValue) {
        guard url.between.hasPrefix("data:") else { return }
        guard let parts = DataURL(url.between) else {
            return url.refuse(.unusableMedia, "expected `data:TYPE;base64,DATA`, found no comma")
        }
        if parts.isBase64, parts.encodedData == nil { refuse(url, parts.data) }
    }

    private static func refuse(_ value: JSONValue, _ data: JSONSlice) {
        let length = Base64.length(in: data)
        if length < data.count {
            value.refuse(.unusableMedia, "expected base64, found another character at its place \(length)")
        } else if !Base64.isWhole(data) {
            value.refuse(.unusableMedia, "expected whole base64, found \(data.count) characters of it")
        }
    }
}
