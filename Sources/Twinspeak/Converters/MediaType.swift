internal import JSONCore

/// Names of media types: short formats, file endings, and the first characters of base64.
enum MediaType {
    /// `format` of `input_audio` and the type it stands for; where several rows have one type, the first is written.
    static let audio: [(format: StaticString, type: StaticString)] = [
        ("wav", "audio/wav"), ("mp3", "audio/mp3"), ("mp3", "audio/mpeg"), ("aac", "audio/aac"), ("ogg", "audio/ogg"),
        ("flac", "audio/flac"), ("aiff", "audio/aiff"), ("opus", "audio/opus"), ("m4a", "audio/mp4"),
        ("pcm16", "audio/L16"), ("pcm24", "audio/L24"), ("wav", "audio/x-wav"),
    ]

    /// The published specification knows these two only.
    static func isPublished(_ format: StaticString) -> Bool { ["wav", "mp3"].contains("\(format)") }

    /// The type that a format is written as.
    static func written(_ format: StaticString) -> StaticString {
        audio.first { $0.format.isSame(as: format) }?.type ?? format
    }

    static let endings: [(ending: StaticString, type: StaticString)] = [
        (".png", "image/png"), (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".webp", "image/webp"),
        (".gif", "image/gif"), (".heic", "image/heic"), (".heif", "image/heif"), (".pdf", "application/pdf"),
        (".mp4", "video/mp4"), (".mov", "video/quicktime"), (".webm", "video/webm"), (".mpeg", "video/mpeg"),
        (".mp3", "audio/mp3"), (".wav", "audio/wav"), (".flac", "audio/flac"), (".ogg", "audio/ogg"),
        (".txt", "text/plain"), (".md", "text/markdown"), (".html", "text/html"), (".csv", "text/csv"),
        (".xml", "text/xml"), (".json", "application/json"),
    ]

    /// How the base64 of well-known signatures begins.
    private static let beginnings: [(base64: StaticString, type: StaticString)] = [
        ("iVBORw0KGgo", "image/png"), ("/9j/", "image/jpeg"), ("R0lGOD", "image/gif"), ("JVBERi0", "application/pdf"),
        ("SUQz", "audio/mp3"), ("T2dnUw", "audio/ogg"), ("ZkxhQ", "audio/flac"),
    ]

    /// By the path's ending; what follows `?` or `#` does not count.
    static func ofName(_ name: JSONSlice) -> StaticString? {
        let end = min(
            name.firstIndex(of: UInt8(ascii: "?")) ?? name.count, name.firstIndex(of: UInt8(ascii: "#")) ?? name.count)
        let path = name.prefix(end)
        return endings.first { path.hasSuffix($0.ending) }?.type
    }

    static func ofBase64(_ data: JSONSlice) -> StaticString? {
        beginnings.first { data.hasExactPrefix($0.base64) }?.type
    }
}
