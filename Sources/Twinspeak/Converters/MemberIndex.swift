internal import JSONCore

/// What is in the containers of one document by name or place; of several members of one name the last one.
///
/// Without it, looking for one member after the other would take quadratic time.
struct MemberIndex {
    private var containers: [Int: [String: JSONValue]] = [:]

    subscript(container: JSONValue) -> [String: JSONValue] {
        mutating get {
            if let members = containers[container.index] { return members }
            var members: [String: JSONValue] = [:]
            if container.kind == .array {
                for (place, element) in container.elements.enumerated() { members[String(place)] = element }
            } else {
                for (name, value) in container.members { members[name.decoded.string] = value }
            }
            containers[container.index] = members
            return members
        }
    }
}
