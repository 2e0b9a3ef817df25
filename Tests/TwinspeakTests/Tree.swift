import JSONCore

/// A JSON document as the laws compare it: tokens as they were written, members in any order.
enum Tree: Equatable, Sendable {
    /// A number, a string, `true`, `false` or `null`, as it stands in the text.
    case leaf(String)
    case array([Tree])
    case object([String: Tree])

    init?(_ json: [UInt8]) {
        var document = JSONDocument()
        guard let tree = try? document.read(json.span, { Tree($0) }) else { return nil }
        self = tree
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .array: self = .array(value.elements.map(Tree.init))
        case .object:
            self = .object(
                Dictionary(value.members.map { ($0.name.decoded.string, Tree($0.value)) }, uniquingKeysWith: { $1 }))
        case .string: self = .leaf("\"" + value.decoded.string)
        default: self = .leaf(value.raw.string)
        }
    }

    subscript(name: String) -> Tree? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    var text: String? {
        guard case .leaf(let text) = self, text.hasPrefix("\"") else { return nil }
        return String(text.dropFirst())
    }

    /// The same with every value replaced, from the leaves up; nil takes a member away.
    func mapped(_ name: String = "", _ change: (_ name: String, Tree) -> Tree?) -> Tree? {
        switch self {
        case .leaf: return change(name, self)
        case .array(let elements): return change(name, .array(elements.compactMap { $0.mapped("", change) }))
        case .object(let members):
            var mapped: [String: Tree] = [:]
            for (name, value) in members { mapped[name] = value.mapped(name, change) }
            return change(name, .object(mapped))
        }
    }

    /// Pointers to everything that `other` does not say the same way.
    func differences(_ other: Tree?, at pointer: String = "") -> [String] {
        if self == other { return [] }
        switch (self, other) {
        case (.array(let left), .array(let right)?):
            let longest = max(left.count, right.count)
            return (0..<longest).flatMap { place -> [String] in
                guard place < left.count, place < right.count else { return ["\(pointer)/\(place)"] }
                return left[place].differences(right[place], at: "\(pointer)/\(place)")
            }
        case (.object(let left), .object(let right)?):
            return Set(left.keys).union(right.keys).sorted().flatMap { name -> [String] in
                guard let value = left[name] else { return ["\(pointer)/\(name)"] }
                return value.differences(right[name], at: "\(pointer)/\(name)")
            }
        default: return [pointer]
        }
    }
}

extension Tree {
    /// In the order of their names.
    var members: [(name: String, value: Tree)] {
        guard case .object(let members) = self else { return [] }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
