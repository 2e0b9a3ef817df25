import JSONCore

/// JSON that can be changed: texts of tokens as they were written, members in their order, also twice.
indirect enum Tree {
    case leaf([UInt8])
    case array([Tree])
    case object([Member])

    struct Member {
        /// With its quotation marks.
        var name: [UInt8]
        var value: Tree
    }

    init?(_ json: [UInt8]) {
        var document = JSONDocument()
        guard let tree = try? document.read(json.span, { Tree($0) }) else { return nil }
        self = tree
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .array: self = .array(value.elements.map(Tree.init))
        case .object:
            self = .object(value.members.map { Member(name: Array($0.name.raw.bytes), value: Tree($0.value)) })
        default: self = .leaf(Array(value.raw.bytes))
        }
    }

    /// Values in it, itself included.
    var count: Int {
        switch self {
        case .leaf: 1
        case .array(let elements): elements.reduce(1) { $0 + $1.count }
        case .object(let members): members.reduce(1) { $0 + $1.value.count }
        }
    }

    var json: [UInt8] {
        var json: [UInt8] = []
        write(to: &json)
        return json
    }

    private func write(to json: inout [UInt8]) {
        switch self {
        case .leaf(let text): json += text
        case .array(let elements):
            json.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { json.append(UInt8(ascii: ",")) }
                element.write(to: &json)
            }
            json.append(UInt8(ascii: "]"))
        case .object(let members):
            json.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { json.append(UInt8(ascii: ",")) }
                json += member.name + [UInt8(ascii: ":")]
                member.value.write(to: &json)
            }
            json.append(UInt8(ascii: "}"))
        }
    }

    /// The value at a place, counted from itself in the order of the text.
    subscript(place: Int) -> Tree {
        var found = self
        var copy = self
        copy.change(at: place) { found = $0 }
        return found
    }

    mutating func change(at place: Int, _ body: (inout Tree) -> Void) {
        var rest = place + 1
        change(&rest, body)
    }

    /// - Parameter rest: Values up to the one, itself included; zero at it and behind it.
    private mutating func change(_ rest: inout Int, _ body: (inout Tree) -> Void) {
        rest -= 1
        if rest == 0 { return body(&self) }
        switch self {
        case .leaf: break
        case .array(var elements):
            self = .array([])
            for place in elements.indices where rest > 0 { elements[place].change(&rest, body) }
            self = .array(elements)
        case .object(var members):
            self = .object([])
            for place in members.indices where rest > 0 { members[place].value.change(&rest, body) }
            self = .object(members)
        }
    }
}
