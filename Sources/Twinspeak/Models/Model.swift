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

    init(_ name: String) {
        let id = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8
        let version = Self.version(of: id)
        self.version = version
        var capabilities = ModelCapabilities.rows[0]
        for row in ModelCapabilities.rows where row.since <= version ?? 300 { capabilities = row }
        if id.starts(with: "gemini-3.5-flash-lite".utf8) { capabilities.trailingModelTurn = false }
        self.capabilities = capabilities
        makesImages = Substring(id).contains("-image")
        thinking = ThinkingCapability(Self.family(of: Substring(id), makesImages), version: version ?? 301)
    }

    private static func family(of id: Substring, _ makesImages: Bool) -> Family {
        if id.contains("flash-lite") { return makesImages ? .flashLiteImage : .flashLite }
        return id.contains("flash") ? .flash : .pro
    }

    /// The digits of `gemini-2.5-flash` and `gemini-3-pro`.
    private static func version(of id: Substring.UTF8View) -> Int? {
        guard id.starts(with: "gemini-".utf8) else { return nil }
        var numbers = [0, 0]
        var place = 0
        for byte in id.dropFirst("gemini-".utf8.count) {
            if byte == UInt8(ascii: "."), place == 0 {
                place = 1
            } else if let digit = byte.decimalDigit, numbers[place] < 100 {
                numbers[place] = numbers[place] * 10 + digit
            } else {
                break
            }
        }
        return numbers[0] == 0 ? nil : numbers[0] * 100 + numbers[1]
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
