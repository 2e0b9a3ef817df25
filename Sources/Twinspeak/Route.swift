internal import JSONCore

/// What a client called, or what to call: method, path and query.
///
/// A Gemini client names model and streaming only here. Credentials are never kept: a `key` in a query is read past.
public struct Route: Sendable, Hashable {
    /// In capitals: `POST`.
    public var method: String
    /// Percent-encoded, without the query.
    public var path: String
    /// Without the question mark; empty if there is none.
    public var query: String

    /// A call by its parts.
    public init(method: String = "POST", path: String, query: String = "") {
        self.method = method
        self.path = path
        self.query = query
    }

    /// A call by what stands in the first line of an HTTP message: the path, and the query behind a question mark.
    public init(method: String = "POST", target: String) {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(method: method, path: String(halves[0]), query: halves.count > 1 ? String(halves[1]) : "")
    }

    /// Path and query, as the first line of an HTTP message has them.
    public var target: String { query.isEmpty ? path : path + "?" + query }

    /// Where chat completions are called.
    public static let chatCompletions = Route(path: "/v1/chat/completions")

    /// Where `model` is called on a Gemini surface; nil if the name cannot stand in a path.
    ///
    /// Known prefixes of the name are taken for what they are; of the rest every byte outside `A-Z a-z 0-9 - . _ ~` is
    /// percent-encoded, segment by segment.
    static func generateContent(model: String, stream: Bool, surface: Surface) -> Route? {
        let action = stream ? ":streamGenerateContent" : ":generateContent"
        let query = stream ? "alt=sse" : ""
        if isPlain(model) { return Route(path: surface.modelsPath + model + action, query: query) }
        var name = Substring(model)
        // The host says which project, whatever the client says.
        if name.utf8.starts(with: "projects/".utf8), let end = model.utf8[...].lastEnd(of: "/publishers/google/models/")
        {
            name = name[end...]
        }
        var prefix = surface.modelsPath
        for known in ["publishers/google/models/", "google/", "models/"] where name.utf8.starts(with: known.utf8) {
            name = Substring(name.utf8.dropFirst(known.utf8.count))
            break
        }
        if name.utf8.starts(with: "tunedModels/".utf8), prefix.hasSuffix("models/") {
            prefix = String(prefix.dropLast("models/".count))
        }
        let segments = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
            Substring.init)
        guard segments.allSatisfy(Self.isLegal) else { return nil }
        let path = prefix + segments.map(Self.percentEncoded).joined(separator: "/")
        return Route(path: path + action, query: query)
    }

    /// One segment that stands in a path as it is, as nearly every model's name does.
    static func isPlain(_ model: String) -> Bool {
        JSONSlice.lending(model) { name in
            !name.isEmpty && name[0] != UInt8(ascii: ".") && name.bytes.allSatisfy(isUnreserved)
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isLegal(_ segment: Substring) -> Bool {
        (segment.utf8.count > 2 || segment.utf8.contains { $0 != UInt8(ascii: ".") })
            && segment.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    private static func percentEncoded(_ segment: Substring) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        return segment.utf8.reduce(into: "") { encoded, byte in
            if isUnreserved(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded.unicodeScalars.append("%")
                encoded.unicodeScalars.append(digits[Int(byte >> 4)])
                encoded.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }

    // MARK: Reading

    /// The model that a Gemini path names, and whether it asks for a stream: `…/models/NAME:streamGenerateContent`.
    var geminiCall: (model: String, stream: Bool)? {
        let path = self.path.utf8
        guard let colon = path.lastIndex(of: UInt8(ascii: ":")) else { return nil }
        let stream: Bool
        switch Substring(path[path.index(after: colon)...]) {
        case "generateContent": stream = false
        case "streamGenerateContent": stream = true
        default: return nil
        }
        let name = path[..<colon]
        for (known, prefix) in [("publishers/google/models/", ""), ("/models/", ""), ("/tunedModels/", "tunedModels/")]
        {
            guard let end = name.lastEnd(of: known) else { continue }
            return (Self.percentDecoded(prefix + Substring(name[end...])), stream)
        }
        return nil
    }

    /// A stream of events, and not of one JSON array.
    var asksForEvents: Bool { query.split(separator: "&").contains("alt=sse") }

    private static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var decoded: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
                let value = UInt8(Substring(digits), radix: 16)
            {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}

extension Substring.UTF8View {
    /// The place behind the last `word`.
    fileprivate func lastEnd(of word: String) -> Index? {
        let word = word.utf8
        guard count >= word.count else { return nil }
        var start = index(endIndex, offsetBy: -word.count)
        while !self[start...].starts(with: word) {
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
        return index(start, offsetBy: word.count)
    }
}
