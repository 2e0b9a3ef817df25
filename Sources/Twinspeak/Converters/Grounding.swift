internal import JSONCore

/// What an answer rests on.
///
///     Gemini   groundingMetadata: { groundingChunks: [{ web | maps | retrievedContext: { uri, title }, image? }, …],
///                                   groundingSupports: [{ segment: { startIndex?, endIndex, partIndex?, text },
///                                                         groundingChunkIndices: [0, …] }, …], webSearchQueries?, … }
///     OpenAI   annotations: [{ type: "url_citation", url_citation: { start_index, end_index, url, title } }, …]
///              extra_content?: { google: { grounding_metadata: { … } } }
///
/// A segment counts bytes of the visible text from the beginning of its part on; an annotation counts characters of
/// the content (``TextPlaces``). Each source of a passage is an annotation, in a stream with its `index`.
enum Grounding {
    private struct Citation {
        let url: JSONValue
        let title: JSONValue
        let place: Range<Int>
    }

    // MARK: Gemini → OpenAI

    static func toOpenAI(
        _ metadata: JSONValue, _ message: JSONObjectWriter, _ dialect: Dialect, isStream: Bool = false,
        _ places: () -> TextPlaces
    ) {
        guard metadata.exists else { return }
        let citations = citations(of: metadata, in: places(), complains: true)
        message["annotations"].array { annotations in
            for (index, citation) in citations.enumerated() {
                annotations.object { annotation in
                    if isStream { annotation["index"] = Int64(index) }
                    annotation["type"] = "url_citation"
                    annotation["url_citation"].object { url in
                        url["start_index"] = Int64(citation.place.lowerBound)
                        url["end_index"] = Int64(citation.place.upperBound)
                        url["url"] = citation.url
                        if citation.title.kind == .string {
                            url["title"] = citation.title
                        } else {
                            url["title"] = ""
                        }
                    }
                }
            }
        }
        guard !dialect.allowsExtraContent else { return }
        metadata.note(.noCounterpart, "its citations are annotations; the dialect has no place for the rest")
    }

    /// Faults of segments and chunks are only told of when their citations are written.
    private static func citations(of metadata: JSONValue, in places: TextPlaces, complains: Bool) -> [Citation] {
        let supports = metadata["groundingSupports"].elements
        guard places.bytes > 0, !supports.isEmpty else { return [] }
        let chunks = metadata["groundingChunks"].elements.map { (chunk: $0, source: source(of: $0)) }
        if complains {
            for (chunk, source) in chunks where source == nil {
                chunk.note(.noCounterpart, "a source without a URI, which an annotation wants")
            }
        }
        var sought = 0
        var citations: [Citation] = []
        for support in supports {
            guard let place = place(of: support, places, &sought, complains: complains) else { continue }
            for index in support["groundingChunkIndices"].elements {
                guard let number = index.int, chunks.indices.contains(Int(clamping: number)) else {
                    if complains { index.warn(.outOfRange, "expected the place of a chunk, found \(index.found)") }
                    continue
                }
                guard let source = chunks[Int(clamping: number)].source else { continue }
                citations.append(Citation(url: source.url, title: source.title, place: place))
            }
        }
        return citations
    }

    private static func source(of chunk: JSONValue) -> (url: JSONValue, title: JSONValue)? {
        for kind: StaticString in ["web", "maps", "retrievedContext"] where chunk[kind]["uri"].kind == .string {
            return (chunk[kind]["uri"], chunk[kind]["title"])
        }
        let image = chunk["image"]
        let url = image["sourceUri"].exists ? image["sourceUri"] : image["imageUri"]
        return url.kind == .string ? (url, image["title"]) : nil
    }

    /// Each search goes through the whole text, and one body must not ask for many.
    private static let mostSearches = 100

    private static func place(
        of support: JSONValue, _ places: TextPlaces, _ sought: inout Int, complains: Bool
    ) -> Range<Int>? {
        let segment = support["segment"]
        guard segment["endIndex"].exists || segment["text"].exists else {
            if complains { support.note(.noCounterpart, "no passage is named, and an annotation wants one") }
            return nil
        }
        if let place = range(of: segment, places).flatMap({ places.characters(of: $0) }) { return place }
        sought += 1
        if sought <= mostSearches, let bytes = places.onlyPlace(of: segment["text"].decoded),
            let place = places.characters(of: (bytes.lowerBound, bytes.upperBound))
        {
            if complains { segment.note(.approximated, "no such range of the text, so its words were sought") }
            return place
        }
        if complains { segment.warn(.outOfRange, "expected a range of the text, found none; no annotation") }
        return nil
    }

    /// In bytes of all visible text. Where the part has none, it counts from the next text on, as Gemini does.
    private static func range(of segment: JSONValue, _ places: TextPlaces) -> (start: Int, end: Int)? {
        let part = Int(clamping: segment["partIndex"].int ?? 0)
        guard let base = places.start(ofPart: part), let end = segment["endIndex"].int else { return nil }
        let start = base.addingReportingOverflow(Int(clamping: segment["startIndex"].int ?? 0))
        let behind = base.addingReportingOverflow(Int(clamping: end))
        return start.overflow || behind.overflow ? nil : (start.partialValue, behind.partialValue)
    }

    // MARK: OpenAI → Gemini

    static func toGemini(_ message: JSONValue, _ candidate: JSONObjectWriter, _ context: RequestContext) {
        let annotations = message["annotations"]
        let metadata = NativeValue.ofAnswer(
            message["extra_content"]["google"]["groundingMetadata"], "groundingMetadata", in: "Candidate",
            context.options)
        guard metadata.exists || !annotations.elements.isEmpty else { return }
        let places = AnswerParts.places(of: message)
        guard metadata.exists else { return write(annotations, places, candidate) }
        candidate["groundingMetadata"] = metadata
        let citations = citations(of: metadata, in: places, complains: false)
        if annotations.elements.elementsEqual(citations, by: says) {
            annotations.ignore()
        } else if annotations.elements.isEmpty {
            message.note("annotations", .saidDifferently, "not given, though the grounding metadata have citations")
        } else {
            annotations.warn(.superseded, "they differ from the grounding metadata, which counts")
        }
    }

    private static func says(_ annotation: JSONValue, _ citation: Citation) -> Bool {
        let url = annotation["url_citation"]
        let title = citation.title
        return annotation["type"].equalsIgnoringCase("url_citation") && url["url"].isSameString(as: citation.url)
            && (title.kind == .string ? url["title"].isSameString(as: title) : url["title"].isEmptyString)
            && url["start_index"].int == Int64(citation.place.lowerBound)
            && url["end_index"].int == Int64(citation.place.upperBound)
    }

    private static func write(_ annotations: JSONValue, _ places: TextPlaces, _ candidate: JSONObjectWriter) {
        var chunks = Sources()
        var supports: [(place: Range<Int>, chunks: [Int])] = []
        for annotation in annotations.elements {
            guard annotation["type"].equalsIgnoringCase("url_citation") else {
                annotation.note(.noCounterpart, "Gemini grounds its answers in URLs only")
                continue
            }
            // Some gateways write the members of another API of OpenAI's, which has no object in between.
            let citation = annotation["url_citation"].exists ? annotation["url_citation"] : annotation
            guard citation["url"].kind == .string else {
                annotation.warn(.missingMember, "expected a URL, found \(citation["url"].found)")
                continue
            }
            if citation["content"].exists { citation["content"].note(.noCounterpart, "Gemini does not quote sources") }
            let chunk = chunks.place(of: citation)
            guard let start = citation["start_index"].int, let end = citation["end_index"].int,
                let place = places.bytes(of: (Int(clamping: start), Int(clamping: end)))
            else {
                annotation.warn(.outOfRange, "expected a range of the content, found none; the source stays")
                continue
            }
            if supports.last?.place == place {
                supports[supports.count - 1].chunks.append(chunk)
            } else {
                supports.append((place, [chunk]))
            }
        }
        candidate["groundingMetadata"].object { metadata in
            chunks.write(metadata)
            metadata["groundingSupports"].array { list in
                for support in supports {
                    list.object { write(support.place, support.chunks, places, $0) }
                }
            }
        }
    }

    private static func write(
        _ place: Range<Int>, _ chunks: [Int], _ places: TextPlaces, _ support: JSONObjectWriter
    ) {
        support["segment"].object { segment in
            if place.lowerBound > 0 { segment["startIndex"] = Int64(place.lowerBound) }
            segment["endIndex"] = Int64(place.upperBound)
            segment["text"].write(string: places.words(in: place))
        }
        support["groundingChunkIndices"].array { list in
            for chunk in chunks { list.element.write(Int64(chunk)) }
        }
    }

    /// The sources of a message's annotations, each once.
    private struct Sources {
        private var list: [(url: JSONValue, title: JSONValue)] = []
        private var places: [[JSONKey]: Int] = [:]

        mutating func place(of citation: JSONValue) -> Int {
            let title = Self.title(of: citation)
            let key = [citation["url"].key, title.key]
            if let place = places[key] {
                citation["url"].ignore()
                title.ignore()
                return place
            }
            places[key] = list.count
            list.append((citation["url"], title))
            return list.count - 1
        }

        private static func title(of citation: JSONValue) -> JSONValue {
            let title = citation["title"]
            guard title.exists, title.kind != .string else { return title }
            title.warn(.wrongKind, "expected a string, found \(title.found); left out")
            return title.missing
        }

        func write(_ metadata: JSONObjectWriter) {
            metadata["groundingChunks"].array { chunks in
                for source in list {
                    chunks.object { chunk in
                        chunk["web"].object { web in
                            web["uri"] = source.url
                            web["title"] = source.title
                        }
                    }
                }
            }
        }
    }
}
