internal import JSONCore

/// What is in the containers of one document by name or place; of several members of one name the last one.
///
/// Without it, looking for one member after the other would take quadratic time.
struct MemberIndex {
    struct Members {
        private let container: JSONValue
        /// Numbers of nodes. An optional value out of a dictionary is nil only in its first word, and the compiler looks
        /// at both.
        private var nodes: [JSONKey: Int] = [:]

        fileprivate init(_ container: JSONValue) {
            self.container = container
            if container.kind == .array {
                for (place, element) in container.elements.enumerated() {
                    nodes[JSONKey(String(place))] = element.index
                }
            } else {
                for (name, value) in container.members { nodes[name.key] = value.index }
            }
        }

        subscript(name: JSONKey) -> JSONValue? {
            guard let node = nodes[name] else { return nil }
            return JSONValue(tape: container.tape, node: container.tape.pointee.nodes + node)
        }

        var count: Int { nodes.count }
    }

    private var containers: [Int: Members] = [:]

    subscript(container: JSONValue) -> Members {
        mutating get {
            if let members = containers[container.index] { return members }
            let members = Members(container)
            containers[container.index] = members
            return members
        }
    }
}
