import Foundation
import JSONCore

/// Foundation's opinion of a text.
enum FoundationJudge {
    /// Foundation takes a zero among the first four bytes, or a byte-order mark, for UTF-16 or UTF-32.
    static func isInUTF8(_ text: Text) -> Bool {
        !text.bytes.prefix(4).contains(0) && !text.bytes.starts(with: [0xff, 0xfe])
            && !text.bytes.starts(with: [0xfe, 0xff])
    }

    static func value(of text: Text) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(text.bytes), options: .fragmentsAllowed)
    }

    static func accepts(_ text: Text) -> Bool { value(of: text) != nil }

    /// `ours` is what Foundation has read.
    static func agrees(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours.kind {
        case .missing: false
        case .null: theirs is NSNull
        case .bool: (theirs as? NSNumber)?.boolValue == ours.bool
        case .number: (theirs as? NSNumber).map { isSame($0, ours) } ?? false
        case .string: (theirs as? String).map { unmarked($0).utf8.elementsEqual(unmarked(ours.string).utf8) } ?? false
        case .array: (theirs as? [Any]).map { isSame($0, ours) } ?? false
        case .object: (theirs as? [String: Any]).map { isSame($0, ours) } ?? false
        }
    }

    /// Foundation drops U+FEFF at the beginning of strings.
    private static func unmarked(_ string: String?) -> String {
        String(String.UnicodeScalarView((string ?? "").unicodeScalars.filter { $0 != "\u{feff}" }))
    }

    /// Foundation goes by way of `Decimal` where there are many digits, and loses a few bits there.
    private static func isSame(_ theirs: NSNumber, _ ours: JSONValue) -> Bool {
        if let int = ours.int, int.magnitude < 1 << 53 { return theirs.int64Value == int }
        guard let double = ours.double else { return false }
        let digits = ours.raw.bytes.count { (0x30...0x39).contains($0) }
        return abs(theirs.doubleValue - double) <= (digits > 15 ? abs(double) * 1e-12 : 0)
    }

    private static func isSame(_ theirs: [Any], _ ours: JSONValue) -> Bool {
        let elements = Array(ours.elements)
        return elements.count == theirs.count && zip(elements, theirs).allSatisfy { agrees($0, $1) }
    }

    /// Of members with the same name Foundation keeps one.
    private static func isSame(_ theirs: [String: Any], _ ours: JSONValue) -> Bool {
        let names = ours.members.map { unmarked($0.name.string) }
        let members = Dictionary(theirs.map { (unmarked($0), $1) }) { first, _ in first }
        return Set(names).count == members.count
            && zip(names, ours.members).allSatisfy { name, member in
                names.count { $0 == name } > 1 || members[name].map { agrees(member.value, $0) } ?? false
            }
    }
}
