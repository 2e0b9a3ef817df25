internal import JSONCore

/// A Gemini model, known by its name.
///
/// A version that no row of the tables knows inherits the newest row before it; a name without a version is taken for
/// the newest of what is generally accepted: 3.0.
struct Model: Sendable {
    /// 205 is 2.5; nil if the name has none.
    let version: Int?
    let capabilities: ModelCapabilities
    let thinking: ThinkingCapability
    private let makesImages: Bool

    /// Models of one family share what they take from version to version.
    enum Family: Sendable { case pro, flash, flashLite, flashLiteImage }

    init(_ name: String) { self = JSONSlice.lending(name) { Model($0) } }

    private init(_ name: JSONSlice) {
        var id = name
        while let slash = id.firstIndex(of: UInt8(ascii: "/")) { id = id.dropFirst(slash + 1) }
        version = Self.version(of: id)
        var capabilities = ModelCapabilities.rows[0]
        for row in ModelCapabilities.rows where row.since <= version ?? 300 { capabilities = row }
        if id.hasExactPrefix("gemini-3.5-flash-lite") { capabilities.trailingModelTurn = false }
        self.capabilities = capabilities
        makesImages = id.firstRange(of: "-image") != nil
        thinking = ThinkingCapability(Self.family(of: id, makesImages), version: version ?? 301)
    }

    private static func family(of id: JSONSlice, _ makesImages: Bool) -> Family {
        if id.firstRange(of: "flash-lite") != nil { return makesImages ? .flashLiteImage : .flashLite }
        return id.firstRange(of: "flash") != nil ? .flash : .pro
    }

    /// The digits of `gemini-2.5-flash` and `gemini-3-pro`.
    private static func version(of id: JSONSlice) -> Int? {
        guard id.hasExactPrefix("gemini-") else { return nil }
        var major = 0
        var minor = 0
        var isMinor = false
        for place in 7..<id.count {
            let byte = id[place]
            if byte == UInt8(ascii: "."), !isMinor {
                isMinor = true
            } else if let digit = byte.decimalDigit, major < 100, minor < 10 {
                if isMinor { minor = minor * 10 + digit } else { major = major * 10 + digit }
            } else {
                break
            }
        }
        return major == 0 ? nil : major * 100 + minor
    }

    // MARK: Images

    /// The values of `imageConfig.aspectRatio`; nil where nothing is known.
    var aspectRatios: [StaticString]? {
        guard makesImages, let version else { return nil }
        let ten: [StaticString] = ["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
        return version < 301 ? ten : ten + ["1:4", "4:1", "1:8", "8:1", "9:21"]
    }

    /// The values of `imageConfig.imageSize`; nil where nothing is known.
    var imageSizes: [StaticString]? {
        guard makesImages, let version else { return nil }
        return version < 300 ? ["1K"] : version < 301 ? ["1K", "2K", "4K"] : ["512", "1K", "2K", "4K"]
    }
}

extension UInt8 {
    var decimalDigit: Int? { self &- UInt8(ascii: "0") < 10 ? Int(self &- UInt8(ascii: "0")) : nil }
}
