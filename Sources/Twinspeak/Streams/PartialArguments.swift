internal import JSONCore

/// The arguments of a call that come in pieces.
///
///     partialArgs: [{ jsonPath: "$.city", stringValue: "New ", willContinue: true },
///                   { jsonPath: "$.city", stringValue: "York" },
///                   { jsonPath: "$.days[0]", numberValue: 3 }]
///     args         { "city": "New York", "days": [3] }
struct PartialArguments {
    /// What stands at a path.
    private indirect enum Tree {
        case object(Members)
        case array([Tree])
        /// The text as it stands between quotes.
        case string([UInt8])
        case literal([UInt8])
    }

    /// In their order, and found by name: thousands stay linear.
    private struct Members {
        var list: [(name: String, value: Tree)] = []
        var places: [String: Int] = [:]
    }

    /// A path that cannot be followed: of another form, deeper than the limit, or beyond the next place of a list.
    struct PathError: Error {}

    private enum Step {
        case member(String)
        case place(Int)
    }

    private static let deepest = 512

    private var tree = Tree.object(Members())

    /// Adds the pieces of one part.
    mutating func add(_ pieces: JSONElements) throws(PathError) {
        for piece in pieces {
            guard let path = piece["jsonPath"].string, let steps = Self.steps(path) else { throw PathError() }
            _ = piece["willContinue"].bool
            try Self.put(Self.value(piece), at: steps[...], in: &tree)
        }
    }

    /// Adds arguments that come in one piece.
    mutating func add(whole args: JSONValue) throws(PathError) {
        for (name, value) in args.members {
            try Self.put(.literal(Array(value.raw.bytes)), at: [.member(name.decoded.string)], in: &tree)
        }
    }

    func write(to slot: JSONSlot) { Self.write(tree, to: slot) }

    private static func write(_ tree: Tree, to slot: JSONSlot) {
        switch tree {
        case .literal(let literal): slot.write(written: literal)
        case .string(let text): JSONSlice.lending(text) { slot.write(text: $0.escaped) }
        case .array(let elements) where elements.isEmpty: slot.writeEmptyArray()
        case .array(let elements): slot.array { list in for element in elements { write(element, to: list.element) } }
        case .object(let members):
            slot.object(keepingEmpty: true) { object in
                for member in members.list { write(member.value, to: object.slot(string: member.name)) }
            }
        }
    }

    // MARK: Values

    /// An absent value is an empty piece of a string.
    private static func value(_ piece: JSONValue) -> Tree {
        for name: StaticString in ["numberValue", "boolValue"] where piece[name].exists {
            piece[name].ignore()
            return .literal(Array(piece[name].raw.bytes))
        }
        // Its value is the word NULL_VALUE, or null, which elsewhere means absent.
        guard piece.members.contains(where: { $0.name == "nullValue" || $0.name == "null_value" }) else {
            return .string(Array(piece["stringValue"].content.bytes))
        }
        return .literal(Array("null".utf8))
    }

    /// Takes every container out of the tree while it changes, so that nothing is copied.
    private static func put(_ value: Tree, at path: ArraySlice<Step>, in tree: inout Tree) throws(PathError) {
        let old = tree
        tree = .literal([])
        switch (path.first, old) {
        case (nil, .string(var text)):
            guard case .string(let more) = value else {
                tree = value
                return
            }
            text += more
            tree = .string(text)
        case (nil, _):
            tree = value
        case (.member(let name)?, .object(var members)):
            let place = members.places[name] ?? members.list.count
            if place == members.list.count {
                members.list.append((name, empty(path.dropFirst().first)))
                members.places[name] = place
            }
            try put(value, at: path.dropFirst(), in: &members.list[place].value)
            tree = .object(members)
        case (.place(let place)?, .array(var elements)):
            guard place <= elements.count else { throw PathError() }
            if place == elements.count { elements.append(empty(path.dropFirst().first)) }
            try put(value, at: path.dropFirst(), in: &elements[place])
            tree = .array(elements)
        default: throw PathError()
        }
    }

    /// What a path that goes on with `step` leads into.
    private static func empty(_ step: Step?) -> Tree {
        switch step {
        case .member?: .object(Members())
        case .place?: .array([])
        case nil: .string([])
        }
    }

    // MARK: Paths

    /// `$.a.b[0]['c d']`; nil for any other form.
    private static func steps(_ path: String) -> [Step]? {
        var rest = Substring(path)
        guard rest.popFirst() == "$" else { return nil }
        var steps: [Step] = []
        while let mark = rest.popFirst() {
            guard steps.count < deepest, let step = mark == "." ? dotted(&rest) : mark == "[" ? bracketed(&rest) : nil
            else { return nil }
            steps.append(step)
        }
        return steps.isEmpty ? nil : steps
    }

    private static func dotted(_ rest: inout Substring) -> Step? {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        return name.isEmpty ? nil : .member(String(name))
    }

    private static func bracketed(_ rest: inout Substring) -> Step? {
        guard let quote = rest.first, quote == "'" || quote == "\"" else {
            let digits = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(digits.count + 1)
            return digits.utf8.decimal.map { .place(Int($0)) }
        }
        rest.removeFirst()
        var name = ""
        while let letter = rest.popFirst(), letter != quote {
            if letter == "\\", let next = rest.popFirst() { name.append(next) } else { name.append(letter) }
        }
        return rest.popFirst() == "]" ? .member(name) : nil
    }
}
