internal import JSONCore

/// What the name of a Gemini model says: `models/gemini-2.5-flash-lite`.
struct ModelName {
    /// 205 is 2.5; nil if the name has none.
    let version: Int?
    let family: Family
    let makesImages: Bool
    /// The one model that refuses a trailing model turn before its version does.
    let isFlashLite35: Bool

    /// Models of one family share what they take from version to version.
    enum Family: Sendable { case pro, flash, flashLite, flashLiteImage }

    init(_ name: JSONSlice) {
        var id = name
        while let slash = id.firstIndex(of: UInt8(ascii: "/")) { id = id.dropFirst(slash + 1) }
        version = Self.version(of: id)
        makesImages = id.firstRange(of: "-image") != nil
        family = Self.family(of: id, makesImages)
        isFlashLite35 = id.hasExactPrefix("gemini-3.5-flash-lite")
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
}
