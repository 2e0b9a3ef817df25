/// What the field name of a line says about it (HTML standard, section 9.2.6).
///
///     data: value    data:value    data        its value belongs to the event's data; one space is skipped
///     event: value                             its value is the event's type
///     id: value      retry: 10     : comment   of no use here
///     "code": 499,   upstream error            anything else: no field
enum LineField {
    case data, event, unused, other

    /// The field of a line, and the number of bytes before its value; nil while its first bytes may still become another.
    ///
    /// Without a line end, the answer needs six bytes, or the one behind the colon, so never more than seven.
    static func read(_ line: Span<UInt8>, isWhole: Bool) -> (field: LineField, valueStart: Int)? {
        var name = emptyName
        var count = 0
        while count < line.count, line[count] != UInt8(ascii: ":") {
            guard count < longestName else { return (.other, 0) }
            name = name << 8 | UInt64(line[count])
            count += 1
        }
        guard isWhole || count + 1 < line.count else { return nil }
        let field = field(named: name)
        guard field != .other else { return (.other, 0) }
        let hasSpace = count + 1 < line.count && line[count + 1] == UInt8(ascii: " ")
        return (field, min(hasSpace ? count + 2 : count + 1, line.count))
    }

    private static let longestName = 5
    /// A name is packed into one word. The leading 1 makes names unique that begin with NUL.
    private static let emptyName: UInt64 = 1
    private static let dataName = pack("data")
    private static let eventName = pack("event")
    private static let idName = pack("id")
    private static let retryName = pack("retry")

    private static func pack(_ name: String) -> UInt64 {
        name.utf8.reduce(emptyName) { $0 << 8 | UInt64($1) }
    }

    private static func field(named name: UInt64) -> LineField {
        switch name {
        case dataName: .data
        case eventName: .event
        case emptyName, idName, retryName: .unused
        default: .other
        }
    }
}
