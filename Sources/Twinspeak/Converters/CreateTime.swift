internal import JSONCore

/// When the answer was made.
///
///     Gemini   createTime: "2025-12-11T10:01:58.402576Z"
///     OpenAI   created: 1765447318    extra_content: { google: { create_time: "2025-12-11T10:01:58.402576Z" } }
enum CreateTime {
    /// Seconds since 1970 of an RFC 3339 time; nil if it is none.
    static func seconds(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let year = bytes[0..<4].decimal, let month = bytes[5..<7].decimal, let day = bytes[8..<10].decimal,
            let hour = bytes[11..<13].decimal, let minute = bytes[14..<16].decimal, let second = bytes[17..<19].decimal,
            1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { $0.decimalDigit != nil } }
        guard let offset = offset(rest) else { return nil }
        return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// `Z`, `+hh:mm` or `-hh:mm`, in seconds.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
        guard let sign = zone.first else { return nil }
        if zone.count == 1, sign | 0x20 == UInt8(ascii: "z") { return 0 }
        let bytes = Array(zone)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = bytes[1..<3].decimal, let minutes = bytes[4..<6].decimal
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// Days since 1970 of a date of the Gregorian calendar: years begin in March, so that leap days come last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The RFC 3339 time of seconds since 1970; nil outside of the years 0 to 9999.
    static func text(_ seconds: Int64) -> String? {
        guard -62_167_219_200...253_402_300_799 ~= seconds else { return nil }
        let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
        let time = seconds - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
            + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // MARK: Members

    static func toOpenAI(_ time: JSONValue, _ identity: Identity) -> Int64 {
        let seconds = time.string.flatMap(seconds)
        if time.exists, seconds == nil { time.warn(.wrongKind, "expected an RFC 3339 time, found \(time.found)") }
        return seconds ?? identity.created
    }

    /// For dialects without a place for the time as it was written.
    static func noteSeconds(_ time: JSONValue) {
        if isMoreThanSeconds(time) { time.note(.approximated, "`created` counts whole seconds, in UTC") }
    }

    /// A fraction or an offset would not come back from whole seconds.
    static func isMoreThanSeconds(_ time: JSONValue) -> Bool {
        guard let text = time.string, let seconds = seconds(text) else { return false }
        return self.text(seconds) != text
    }

    static func toGemini(_ completion: JSONValue, to createTime: JSONSlot) {
        let created = completion["created"]
        let kept = completion["extra_content"]["google"]["createTime"]
        guard let seconds = created.int else {
            if created.exists { created.warn(.wrongKind, "expected seconds since 1970, found \(created.found)") }
            return createTime.takeBack()
        }
        if let text = kept.string, Self.seconds(text) == seconds { return createTime.write(kept) }
        if kept.exists { kept.warn(.superseded, "another time than `created`, which counts") }
        if let text = text(seconds) {
            if seconds != 0 { createTime.write(string: text) } else { createTime.takeBack() }
        } else {
            createTime.takeBack()
            created.warn(.outOfRange, "expected seconds since 1970, of a year up to 9999, found \(created.found)")
        }
    }
}
