@testable import Twinspeak

/// The smallest body that holds a field.
struct FieldBody {
    private(set) var body = Tree.object([:])
    /// Where the field stands.
    private(set) var pointer = ""
    private let list: FieldList
    private let steps: [FieldCase.Step]

    init(_ fieldCase: FieldCase, _ list: FieldList) {
        self.list = list
        steps = fieldCase.steps
        body = message(steps[...])
    }

    /// The same without the field.
    var without: Tree { body.replacing(pointer.split(separator: "/")[...], with: nil) }

    /// The same with another value of the field, where its type alone says what is legal.
    var withOtherValue: Tree? {
        guard let step = steps.last, case .primitive(let type) = step.shape, let other = BodyExamples.others[type],
            BodyExamples.of["\(step.message).\(step.field.name)"] == nil
        else { return nil }
        return body.replacing(pointer.split(separator: "/")[...], with: other)
    }

    private var role: String { BodyExamples.role(of: steps.map(\.field.name)) }

    private mutating func message(_ way: ArraySlice<FieldCase.Step>) -> Tree {
        guard let step = way.first else { return .object([:]) }
        var members = filled(step.message, with: step.field)
        let before = BodyExamples.before(step, way.dropFirst(), isOfModel: role == "model")
        pointer += "/" + step.field.name
        members[step.field.name] = value(step.shape, way.dropFirst(), of: step, before)
        return .object(members)
    }

    private mutating func value(
        _ shape: FieldList.Shape, _ rest: ArraySlice<FieldCase.Step>, of step: FieldCase.Step, _ before: [Tree] = []
    ) -> Tree {
        // The place of the field itself, and not of what stands in it.
        let isField = rest.isEmpty
        switch shape {
        case .array(let element):
            if !isField { pointer += "/\(before.count)" }
            return .array(before + [value(element, rest, of: step)])
        case .map(let value):
            if !isField { pointer += "/probe" }
            return .object(["probe": self.value(value, rest, of: step)])
        case .message where !isField: return message(rest)
        default: return minimal(shape, step.message, step.field.name)
        }
    }

    /// What a message must hold beside `field`.
    private func filled(_ message: String, with field: FieldList.Field?) -> [String: Tree] {
        let key = message + (field.map { ".\($0.name)" } ?? "")
        let fields = list.messages[message] ?? []
        var members: [String: Tree] = [:]
        for other in fields where other.isRequired && other.name != field?.name {
            if let shape = other.shapes.first(where: \.isUsual) ?? other.shapes.first {
                members[other.name] = minimal(shape, message, other.name)
            }
        }
        for (name, value) in BodyExamples.beside[key] ?? BodyExamples.beside[message] ?? [:] {
            if fields.contains(where: { $0.name == name }) { members[name] = value }
        }
        if message == "Content" { members["role"] = .leaf("\"" + role) }
        guard let choice = field?.choice else { return members }
        for other in fields where other.choice == choice { members[other.name] = nil }
        return members
    }

    private func minimal(_ shape: FieldList.Shape, _ message: String, _ field: String) -> Tree {
        switch shape {
        case .null: return .leaf("null")
        case .word(let word): return .leaf("\"" + word)
        case .primitive where message == "Content" && field == "role": return .leaf("\"" + role)
        case .primitive(let name):
            return BodyExamples.of["\(message).\(field)"] ?? BodyExamples.primitives[name] ?? .leaf("\"probe")
        case .array(let element): return .array([minimal(element, message, field)])
        case .map(let value): return .object(["probe": minimal(value, message, field)])
        case .message(let name):
            var members = filled(name, with: nil)
            let fields = list.messages[name] ?? []
            let leaf = fields.first { $0.shapes.contains { $0.isLeaf } } ?? fields.first
            if members.isEmpty, let leaf, let shape = leaf.shapes.first(where: \.isUsual) {
                members[leaf.name] = minimal(shape, name, leaf.name)
            }
            return .object(members)
        }
    }
}

extension FieldList.Shape {
    /// Says something: the word for "nothing said" comes first in Google's enumerations.
    fileprivate var isUsual: Bool {
        guard case .word(let word) = innermost else { return true }
        return !word.uppercased().hasSuffix("UNSPECIFIED")
    }

    fileprivate var isLeaf: Bool { if case .message = innermost { false } else { true } }
}

extension Tree {
    /// JSON, members in the order of their names.
    var json: String {
        switch self {
        case .leaf(let text) where text.hasPrefix("\""):
            "\"" + text.dropFirst().replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .leaf(let text): text
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object: "{" + members.map { "\"\($0.name)\":\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }

    /// The same with another value at the pointer, or without any.
    func replacing(_ pointer: ArraySlice<Substring>, with value: Tree?) -> Tree {
        guard let name = pointer.first else { return self }
        switch self {
        case .leaf: return self
        case .array(var elements):
            guard let place = Int(name), elements.indices.contains(place) else { return self }
            elements[place] = elements[place].replacing(pointer.dropFirst(), with: value)
            return .array(elements)
        case .object(var members):
            members[String(name)] =
                pointer.count == 1 ? value : members[String(name)]?.replacing(pointer.dropFirst(), with: value)
            return .object(members)
        }
    }
}
