internal import JSONCore

/// The arguments of a call that come in pieces.
///
///     partialArgs: [{ jsonPath: "$.city", stringValue: "New ", willContinue: true },
///                   { jsonPath: "$.city", stringValue: "York" },
///                   { jsonPath: "$.days[0]", numberValue: 3 }]
///     args         { "city": "New York", "days": [3] }
struct PartialArguments {
    /// What stands at a path. A structure and no enumeration, so that it grows where it is: nothing is copied.
    private struct Node {
        enum Kind {
            case object, array, string, literal
        }

        var kind: Kind
        /// Of a string as it stands between quotes, of a literal as it is.
        var text: [UInt8] = []
        /// Of an object or a list.
        var children: [Node] = []
        /// Of an object, in their order, and by name: thousands stay linear.
        var names: [String] = []
        var places: [JSONKey: Int] = [:]
    }

    /// A path that cannot be followed: of another form, deeper than the limit, or beyond the next place of a list.
    struct PathError: Error {}

    private enum Step {
        case member(String)
        case place(Int)
    }

    private static let deepest = 512

    private var root = Node(kind: .object)

    /// Adds the pieces of one part.
    mutating func add(_ pieces: JSONElements) throws(PathError) {
        for piece in pieces {
            guard let path = piece["jsonPath"].string, let steps = Self.steps(path) else { throw PathError() }
            _ = piece["willContinue"].bool
            try Self.put(Self.value(piece), at: steps[...], in: &root)
        }
    }

    /// Adds arguments that come in one piece.
    mutating func add(whole args: JSONValue) throws(PathError) {
        for (name, value) in args.members {
            try Self.put(
                Node(kind: .literal, text: Array(value.raw.bytes)), at: [.member(name.decoded.string)], in: &root)
        }
    }

    func write(to slot: JSONSlot) { Self.write(root, to: slot) }

    private static func write(_ node: Node, to slot: JSONSlot) {
        switch node.kind {
        case .literal: slot.write(written: node.text)
        case .string: JSONSlice.lending(node.text) { slot.write(text: $0.escaped) }
        case .array where node.children.isEmpty: slot.writeEmptyArray()
        case .array: slot.array { list in for child in node.children { write(child, to: list.element) } }
        case .object:
            slot.object(keepingEmpty: true) { object in
                for (name, child) in zip(node.names, node.children) { write(child, to: object.slot(string: name)) }
            }
        }
    }

    // MARK: Values

    /// An absent value is an empty piece of a string.
    private static func value(_ piece: JSONValue) -> Node {
        for name: StaticString in ["numberValue", "boolValue"] where piece[name].exists {
            piece[name].ignore()
            return Node(kind: .literal, text: Array(piece[name].raw.bytes))
        }
        // Its value is the word NULL_VALUE, or null, which elsewhere means absent.
        guard piece.members.contains(where: { $0.name == "nullValue" || $0.name == "null_value" }) else {
            return Node(kind: .string, text: Array(piece["stringValue"].content.bytes))
        }
        return Node(kind: .literal, text: Array("null".utf8))
    }

    private static func put(_ value: Node, at path: ArraySlice<Step>, in node: inout Node) throws(PathError) {
        switch (path.first, node.kind) {
        case (nil, .string) where value.kind == .string: node.text += value.text
        case (nil, _): node = value
        case (.member(let name)?, .object):
            let place = node.places[JSONKey(name)] ?? node.children.count
            if place == node.children.count {
                node.children.append(empty(path.dropFirst().first))
                node.names.append(name)
                node.places[JSONKey(name)] = place
            }
            try put(value, at: path.dropFirst(), in: &node.children[place])
        case (.place(let place)?, .array):
            guard place <= node.children.count else { throw PathError() }
            if place == node.children.count { node.children.append(empty(path.dropFirst().first)) }
            try put(value, at: path.dropFirst(), in: &node.children[place])
        default: throw PathError()
        }
    }

    /// What a path that goes on with `step` leads into.
    private static func empty(_ step: Step?) -> Node {
        switch step {
        case .member?: Node(kind: .object)
        case .place?: Node(kind: .array)
        case nil: Node(kind: .string)
        }
    }

    // MARK: Paths

    /// `$.a.b[0]['c d']`; nil for any other form.
    private static func steps(_ path: String) -> [Step]? {
        var rest = path.unicodeScalars[...]
        guard rest.popFirst() == "$" else { return nil }
        var steps: [Step] = []
        while let mark = rest.popFirst() {
            guard steps.count < deepest, let step = mark == "." ? dotted(&rest) : mark == "[" ? bracketed(&rest) : nil
            else { return nil }
            steps.append(step)
        }
        return steps.isEmpty ? nil : steps
    }

    private static func dotted(_ rest: inout Substring.UnicodeScalarView) -> Step? {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        return name.isEmpty ? nil : .member(String(name))
    }

    private static func bracketed(_ rest: inout Substring.UnicodeScalarView) -> Step? {
        guard let quote = rest.first, quote == "'" || quote == "\"" else {
            let digits = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(digits.count + 1)
            return Substring(digits).utf8.decimal.map { .place(Int($0)) }
        }
        rest.removeFirst()
        var name = String.UnicodeScalarView()
        while let letter = rest.popFirst(), letter != quote {
            if letter == "\\", let next = rest.popFirst() { name.append(next) } else { name.append(letter) }
        }
        return rest.popFirst() == "]" ? .member(String(name)) : nil
    }
}
