@testable import Twinspeak

/// One field at one place of a body, with one of the shapes that it may have.
struct FieldCase: Sendable {
    struct Step: Sendable {
        let message: String
        let field: FieldList.Field
        let shape: FieldList.Shape
    }

    /// From the root to the field.
    let steps: [Step]
    var message: String { steps.last?.message ?? "" }
    var field: String { steps.last?.field.name ?? "" }
    var name: String { "\(message).\(field)" }

    var nameAndWord: String { word.map { "\(name) \($0)" } ?? name }

    /// The word of an enumeration that it holds.
    var word: String? {
        guard case .word(let word) = steps.last?.shape.innermost else { return nil }
        return word
    }
}

extension FieldList {
    /// Every field of every message that a `root` can hold, at each place where such a message stands; the way to
    /// such a place is the shortest.
    func cases(of root: String) -> [FieldCase] {
        guard let root = roots[root] else { return [] }
        var found: [FieldCase] = []
        var ways: [String: [FieldCase.Step]] = [root: []]
        var queue = [root]
        var next = 0
        add(root, [], to: &found)
        while next < queue.count {
            let message = queue[next]
            next += 1
            let way = ways[message] ?? []
            for field in messages[message] ?? [] {
                for shape in coveredShapes(of: field, in: message) {
                    guard case .message(let below) = shape.innermost else { continue }
                    let wayBelow = way + [FieldCase.Step(message: message, field: field, shape: shape)]
                    add(below, wayBelow, to: &found)
                    if ways[below] == nil {
                        ways[below] = wayBelow
                        queue.append(below)
                    }
                }
            }
        }
        return found
    }

    private func add(_ message: String, _ way: [FieldCase.Step], to found: inout [FieldCase]) {
        for field in messages[message] ?? [] {
            for shape in coveredShapes(of: field, in: message) {
                found.append(FieldCase(steps: way + [.init(message: message, field: field, shape: shape)]))
            }
        }
    }

    /// The list gives the details of errors no type, since they are told apart by their `@type`.
    private func coveredShapes(of field: Field, in message: String) -> [Shape] {
        guard message == "Status", field.name == "details" else { return field.shapes.filter { $0 != .null } }
        return messages.keys.filter { $0.hasPrefix("ErrorDetail.") }.sorted().map { .array(.message($0)) }
    }
}
