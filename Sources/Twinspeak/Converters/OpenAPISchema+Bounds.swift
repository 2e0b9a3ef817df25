internal import JSONCore

/// The bounds of numbers.
///
///     JSON Schema   { exclusiveMinimum: 5 }    { minimum: 5, exclusiveMinimum: true }
///     subset        { minimum: 5 }, for whole numbers { minimum: 6 }
extension OpenAPISchema {
    func writeBounds(_ facts: Facts, _ type: TypeName, _ target: JSONObjectWriter) {
        write(.minimum, .exclusiveMinimum, inwards: 1, facts, type, target)
        write(.maximum, .exclusiveMaximum, inwards: -1, facts, type, target)
    }

    private func write(
        _ bound: Keyword, _ exclusive: Keyword, inwards step: Int64, _ facts: Facts, _ type: TypeName,
        _ target: JSONObjectWriter
    ) {
        let given = facts[bound]
        guard let edge = facts[exclusive] else { return target[bound.word] = given }
        let number = edge.kind == .number ? edge : edge.bool == true ? given : nil
        guard let number else {
            say(edge, .note, "says nothing; removed")
            return target[bound.word] = given
        }
        if let given, edge.kind == .number {
            let isLooser = ((given.double ?? 0) - (edge.double ?? 0)) * Double(step) > 0
            say(isLooser ? edge : given, .note, "the other bound is narrower; removed")
            if isLooser { return target[bound.word] = given }
        }
        if type == .integer, let whole = number.int {
            let (next, overflow) = whole.addingReportingOverflow(step)
            if !overflow {
                say(edge, .note, "said by the whole number next to it")
                target[bound.word] = next
                return
            }
        }
        say(edge, .warning, "the subset has no bound that is not allowed itself")
        target[bound.word] = number
    }
}
