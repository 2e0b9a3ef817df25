import JSONCore

/// A JSON document that pieces of a stream are put together in: order, digits and escapes stay as they were written.
indirect enum Piece {
    /// A number, `true`, `false` or `null`.
    case literal(String)
    /// What stands between the quotes.
    case text(String)
    case list([Piece])
    case object([(name: String, value: Piece)])

    init?(_ json: [UInt8]) {
        var document = JSONDocument()
        guard let piece = try? document.read(json.span, { Piece($0) }) else { return nil }
        self = piece
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .array: self = .list(value.elements.map(Piece.init))
        case .object: self = .object(value.members.map { (Self.inside($0.name), Piece($0.value)) })
        case .string: self = .text(Self.inside(value))
        default: self = .literal(value.raw.string)
        }
    }

    private static func inside(_ text: JSONValue) -> String {
        String(decoding: text.raw.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    var json: String {
        switch self {
        case .literal(let literal): literal
        case .text(let text): "\"\(text)\""
        case .list(let list): "[\(list.map(\.json).joined(separator: ","))]"
        case .object(let members): "{\(members.map { "\"\($0.name)\":\($0.value.json)" }.joined(separator: ","))}"
        }
    }

    /// Nil is no member; so is `null`, to whoever asks.
    subscript(name: String) -> Piece? {
        get {
            guard case .object(let members) = self, let value = members.last(where: { $0.name == name })?.value,
                !value.isNull
            else { return nil }
            return value
        }
        set {
            guard case .object(var members) = self else { return }
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): return
            }
            self = .object(members)
        }
    }

    var members: [(name: String, value: Piece)] { if case .object(let members) = self { members } else { [] } }
    /// Of anything but a list, itself.
    var elements: [Piece] { if case .list(let elements) = self { elements } else { [self] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var isNull: Bool { if case .literal("null") = self { true } else { false } }
    var number: Int? { if case .literal(let literal) = self { Int(literal) } else { nil } }

    /// The values of a stream of events, or of one array.
    static func events(_ stream: [UInt8]) -> [Piece]? {
        let text = String(decoding: stream, as: UTF8.self)
        if text.hasPrefix("[") { return Piece(stream)?.elements }
        let lines = text.split(separator: "\n\n").map { $0.dropFirst("data: ".count) }
        let events = lines.prefix { $0 != "[DONE]" }.map { Piece(Array($0.utf8)) }
        return events.contains { $0 == nil } ? nil : events.compactMap(\.self).flatMap(\.elements)
    }
}
