internal import JSONCore

/// Images, sound, video and files, inline or by reference.
///
///     OpenAI   image_url: { url: "data:TYPE;base64,…" | "https://…", detail? }    input_audio: { data, format }
///              file: { filename?, file_data?: "data:TYPE;base64,…", file_id? }    video_url: { url }
///     Gemini   inlineData: { mimeType, data }    fileData: { mimeType?, fileUri }
enum Media {
    // MARK: OpenAI → Gemini

    /// An `image_url` or `video_url` part; the URL may be bare.
    static func imageToGemini(
        _ part: JSONValue, _ name: StaticString, _ parts: JSONArrayWriter, _ context: RequestContext
    ) {
        let source = part
        let image = part[name]
        guard image.exists else { return part.refuse("\(name)", .missingMember, "expected a URL, found nothing") }
        let url = image.kind == .object ? image["url"] : image
        guard url.kind == .string else {
            return url.exists
                ? url.refuse(expected: "a URL") : image.refuse("url", .missingMember, "expected a URL, found nothing")
        }
        let hint = image["format"].exists ? image["format"] : image["mime_type"]
        if hint.exists { hint.note(.saidDifferently, "a hint of one vendor's clients at the media type") }
        parts.object { part in
            Media.source(url, type: hint, name: hint.missing, to: part, context)
            guard !part.isEmpty else { return }
            detail(image["detail"], part, context)
            let video = source["video_metadata"].exists ? source["video_metadata"] : image["video_metadata"]
            part["videoMetadata"].object { metadata in
                for field in videoMetadata {
                    metadata[field.gemini] = NativeValue.ofRequest(
                        video[field.gemini], field.gemini, in: "VideoMetadata", context)
                }
            }
        }
    }

    /// Which piece of a video counts.
    private static let videoMetadata: [(openAI: StaticString, gemini: StaticString)] = [
        ("start_offset", "startOffset"), ("end_offset", "endOffset"), ("fps", "fps"),
    ]

    private static let levels: [(detail: StaticString, level: StaticString)] = [
        ("low", "MEDIA_RESOLUTION_LOW"), ("high", "MEDIA_RESOLUTION_HIGH"), ("medium", "MEDIA_RESOLUTION_MEDIUM"),
        ("ultra_high", "MEDIA_RESOLUTION_ULTRA_HIGH"),
    ]

    private static func detail(_ detail: JSONValue, _ part: JSONObjectWriter, _ context: RequestContext) {
        guard detail.exists else { return }
        if detail.equalsIgnoringCase("auto") {
            return
        } else if let row = levels.first(where: { detail.equalsIgnoringCase($0.detail) }) {
            if context.capabilities.signedParts {
                part["mediaResolution"]["level"] = row.level
            } else {
                detail.note(.noCounterpart, "before Gemini 3, media resolution is no matter of a single part")
            }
        } else {
            detail.warn(.unknownValue, "expected auto, low or high, found \(detail.found)")
        }
    }

    static func audioToGemini(_ part: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        let audio = part["input_audio"]
        let data = audio["data"]
        guard data.kind == .string else {
            return audio.exists
                ? audio.refuse("data", .missingMember, "expected base64, found \(data.found)")
                : part.refuse("input_audio", .missingMember, "expected audio, found nothing")
        }
        let format = audio["format"]
        let text = data.plain
        parts.object { part in
            if text.hasPrefix("data:") || isReference(text) {
                if format.exists { format.note(.superseded, "the URL tells the type") }
                source(
                    data, type: format.plainContains(UInt8(ascii: "/")) ? format : format.missing, name: data.missing,
                    to: part, context)
            } else if format.plainContains(UInt8(ascii: "/")) {
                part["inlineData"].object { inline in
                    inline["mimeType"] = format
                    inline["data"].write(text: text)
                }
            } else if let row = MediaType.audio.first(where: { format.equalsIgnoringCase($0.format) }) {
                inlineData(part, row.type, text)
            } else {
                (format.exists ? format : audio).refuse(
                    format.exists ? nil : "format", .unusableMedia,
                    "expected wav, mp3 or another audio format, found \(format.found)")
            }
        }
    }

    static func fileToGemini(_ part: JSONValue, _ parts: JSONArrayWriter, _ context: RequestContext) {
        let file = part["file"]
        let data = file["file_data"]
        let id = file["file_id"]
        let name = file["filename"]
        parts.object { part in
            if data.kind == .string {
                source(data, type: file["format"], name: name, to: part, context)
                if name.exists { name.note(.noCounterpart, "inline data carries no name") }
            } else if id.kind == .string, isReference(id.plain) || id.plain.hasPrefix("files/") {
                reference(id, type: file["format"], name: name, to: part, context)
                if name.exists { name.note(.noCounterpart, "a reference carries no name") }
            } else if id.exists {
                id.refuse(
                    .unusableMedia,
                    "expected a URI, because Gemini does not know files of the other API; found \(id.found)")
            }
        }
        if !data.exists, !id.exists {
            (file.exists ? file : part).refuse(
                file.exists ? "file_data" : "file", .missingMember, "expected data or a file's URI, found nothing")
        }
    }

    /// Writes what a URL, a data URL or bare base64 stands for.
    private static func source(
        _ url: JSONValue, type: JSONValue, name: JSONValue, to part: JSONObjectWriter, _ context: RequestContext
    ) {
        let text = url.plain
        if let dataURL = DataURL(text) {
            inline(dataURL, url, type: type, name: name, to: part)
        } else if isReference(text) {
            reference(url, type: type, name: name, to: part, context)
        } else if let known = MediaType.ofName(name.plain) ?? MediaType.ofBase64(text), !text.hasPrefix("data:") {
            inlineData(part, known, text)
        } else if type.plainContains(UInt8(ascii: "/")), Base64.isAll(of: text) {
            part["inlineData"].object { inline in
                inline["mimeType"] = type
                inline["data"].write(text: text)
            }
        } else {
            url.refuse(.unusableMedia, "expected a data URL or an http(s), gs or files URL, found \(url.found)")
        }
    }

    private static func inline(
        _ dataURL: DataURL, _ url: JSONValue, type: JSONValue, name: JSONValue, to part: JSONObjectWriter
    ) {
        if dataURL.hasParameters { url.note(.noCounterpart, "parameters of the media type were dropped") }
        type.ignore()
        part["inlineData"].object { inline in
            if !dataURL.mediaType.isEmpty {
                inline["mimeType"].write(text: dataURL.mediaType)
            } else if type.kind == .string {
                inline["mimeType"] = type
            } else if let known = MediaType.ofName(name.decoded) ?? MediaType.ofBase64(dataURL.data) {
                inline["mimeType"] = known
                url.note(.saidDifferently, "the data URL names no media type; `\(known)` by name or first bytes")
            } else {
                return url.refuse(.unusableMedia, "expected a media type in the data URL, found none")
            }
            guard let data = dataURL.encodedData else { return inline["data"].write(text: dataURL.data) }
            inline["data"].write(string: data)
            if dataURL.isBase64 {
                url.note(.saidDifferently, "the percent-encoding of the data was undone")
            } else {
                url.note(.saidDifferently, "Gemini takes base64 only, so the data was encoded anew")
            }
        }
    }

    private static func inlineData(_ part: JSONObjectWriter, _ type: StaticString, _ data: JSONSlice) {
        part["inlineData"].object { inline in
            inline["mimeType"] = type
            inline["data"].write(text: data)
        }
    }

    private static func reference(
        _ url: JSONValue, type: JSONValue, name: JSONValue, to part: JSONObjectWriter, _ context: RequestContext
    ) {
        if context.options.remoteMedia == .reject, url.plain.hasPrefix("http") {
            return url.refuse(.notAllowed, "expected inline data, because the options reject remote media")
        }
        if url.plain.hasPrefix("http") { url.note(.remoteMedia, "passed on as a reference; nothing is fetched") }
        part["fileData"].object { file in
            if type.kind == .string {
                file["mimeType"] = type
            } else if let known = MediaType.ofName(url.plain) ?? MediaType.ofName(name.plain) {
                file["mimeType"] = known
            } else if context.options.surface.wantsMimeType {
                if isYouTube(url.plain) {
                    file["mimeType"] = "video/mp4"
                    url.note(.saidDifferently, "the surface wants a media type; `video/mp4` for YouTube")
                } else {
                    url.warn(.missingMember, "the surface wants a media type, and the URL tells none; sent without")
                }
            }
            file["fileUri"] = url
        }
    }

    private static func isYouTube(_ uri: JSONSlice) -> Bool {
        ["https://www.youtube.com/", "https://youtube.com/", "https://youtu.be/"].contains { uri.hasPrefix($0) }
    }

    /// The part leads to media elsewhere.
    static func isReference(_ part: JSONValue) -> Bool {
        let file = part["file"]
        if file["file_id"].exists, !file["file_data"].exists { return true }
        let places = [
            part["image_url"]["url"], part["image_url"], part["video_url"]["url"], part["video_url"],
            part["input_audio"]["data"], file["file_data"],
        ]
        return places.contains { isReference($0.decoded) }
    }

    private static func isReference(_ text: JSONSlice) -> Bool {
        text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("gs://")
    }

    // MARK: Gemini → OpenAI

    static func inlineToOpenAI(_ source: JSONValue, _ content: JSONArrayWriter, _ dialect: Dialect) {
        let inline = source["inlineData"]
        let type = inline["mimeType"]
        let data = inline["data"]
        guard type.kind == .string, data.kind == .string else {
            return inline.refuse(.unusableMedia, "expected mimeType and data, found \(type.found) and \(data.found)")
        }
        content.object { part in
            if type.plain.hasPrefix("image/") {
                part["type"] = "image_url"
                part["image_url"].object { image in
                    image["url"] = "data:\(type);base64,\(data)"
                    detailToOpenAI(source["mediaResolution"], image, dialect)
                }
            } else if let row = MediaType.audio.first(where: { type.equalsIgnoringCase($0.type) }),
                dialect.allowsExtraMembers || MediaType.isPublished(row.format)
            {
                if !type.equalsIgnoringCase(MediaType.written(row.format)) {
                    type.note(.saidDifferently, "written `\(row.format)`, which stands for one type only")
                }
                part["type"] = "input_audio"
                part["input_audio"].object { audio in
                    audio["data"] = data
                    audio["format"] = row.format
                }
            } else {
                part["type"] = "file"
                part["file"].object { file in
                    fileName(inline, type, file["filename"])
                    file["file_data"] = "data:\(type);base64,\(data)"
                }
            }
        }
    }

    /// The published specification knows `low` and `high` only.
    private static func detailToOpenAI(_ resolution: JSONValue, _ image: JSONObjectWriter, _ dialect: Dialect) {
        let level = resolution["level"]
        if level.equalsIgnoringCase("MEDIA_RESOLUTION_UNSPECIFIED") { return level.note(.emptyOmitted, "says nothing") }
        guard let row = levels.first(where: { level.equalsIgnoringCase($0.level) }) else { return }
        let isPublished = row.detail.isSame(as: "low") || row.detail.isSame(as: "high")
        if isPublished || dialect.allowsExtraMembers {
            image["detail"] = row.detail
        } else {
            level.warn(.approximated, "the dialect knows low and high only; written high")
            image["detail"] = "high"
        }
    }

    static func fileToOpenAI(_ source: JSONValue, _ content: JSONArrayWriter, _ dialect: Dialect) {
        let file = source["fileData"]
        let uri = file["fileUri"]
        let type = file["mimeType"]
        guard uri.kind == .string else {
            return file.refuse("fileUri", .missingMember, "expected a URI, found \(uri.found)")
        }
        let kind = type.exists ? type.plain : JSONSlice(MediaType.ofName(uri.decoded) ?? "")
        content.object { part in
            if kind.hasPrefix("image/") {
                part["type"] = "image_url"
                part["image_url"].object { image in
                    reference("url", uri, type, image, dialect)
                    detailToOpenAI(source["mediaResolution"], image, dialect)
                }
            } else if kind.hasPrefix("video/") || isYouTube(uri.decoded), dialect.allowsExtraMembers {
                part["type"] = "video_url"
                part["video_url"].object { reference("url", uri, type, $0, dialect) }
                part["video_metadata"].object { metadata in
                    for field in videoMetadata { metadata[field.openAI] = source["videoMetadata"][field.gemini] }
                }
            } else {
                part["type"] = "file"
                part["file"].object { reference("file_id", uri, type, $0, dialect) }
            }
        }
    }

    /// The media type goes along where its URI does not tell it.
    private static func reference(
        _ name: StaticString, _ uri: JSONValue, _ type: JSONValue, _ target: JSONObjectWriter, _ dialect: Dialect
    ) {
        target[name] = uri
        guard type.exists else { return }
        if let known = MediaType.ofName(uri.decoded), type.equalsIgnoringCase(known) { return }
        if dialect.allowsExtraMembers {
            target["format"] = type
        } else {
            type.warn(.noCounterpart, "a URL carries no media type")
        }
    }

    /// OpenAI wants a name for inline files.
    private static func fileName(_ inline: JSONValue, _ type: JSONValue, _ slot: JSONSlot) {
        let name = inline["displayName"]
        if name.kind == .string { return slot.write(name) }
        let row = MediaType.endings.first { type.equalsIgnoringCase($0.type) }
        slot.write("file\(row?.ending ?? ".bin")" as JSONText)
        inline.note("displayName", .saidDifferently, "inline data is a file, and files have a name, so one was made")
    }
}

extension JSONValue {
    fileprivate func plainContains(_ byte: UInt8) -> Bool { decoded.firstIndex(of: byte) != nil }
}
