internal import JSONCore

/// Findings by the values that they are about, from the whole body down.
///
/// Each look-up costs as much as its pointer is long.
struct FindingTree {
    private struct Node {
        var findings: [Int] = []
        var children: [JSONKey: Int] = [:]
    }

    private let findings: [Diagnostic]
    private var nodes = [Node()]

    init(_ findings: [Diagnostic]) {
        self.findings = findings
        for (place, finding) in findings.enumerated() {
            var node = 0
            for name in Self.names(finding.pointer) {
                if let child = nodes[node].children[name] {
                    node = child
                } else {
                    nodes[node].children[name] = nodes.count
                    node = nodes.count
                    nodes.append(Node())
                }
            }
            nodes[node].findings.append(place)
        }
    }

    /// Something is said of the value, or of something in it.
    func reaches(_ pointer: String) -> Bool {
        node(pointer).map { !nodes[$0].findings.isEmpty || !nodes[$0].children.isEmpty } ?? false
    }

    /// What is said of the value itself.
    func at(_ pointer: String) -> [Diagnostic] { node(pointer).map(findings(of:)) ?? [] }

    /// What is said of something in the value, in its order.
    func below(_ pointer: String) -> [Diagnostic] {
        var open = node(pointer).map { Array(nodes[$0].children.values) } ?? []
        var places: [Int] = []
        while let node = open.popLast() {
            places += nodes[node].findings
            open += nodes[node].children.values
        }
        return places.sorted().map { findings[$0] }
    }

    /// What is said of the nearest of all that hold the value, of whose findings some pass.
    func above(_ pointer: String, where passes: (Diagnostic) -> Bool) -> [Diagnostic] {
        var node: Int? = 0
        var nearest: [Diagnostic] = []
        for name in Self.names(pointer) {
            guard let holder = node else { break }
            let passing = findings(of: holder).filter(passes)
            if !passing.isEmpty { nearest = passing }
            node = nodes[holder].children[name]
        }
        return nearest
    }

    private func findings(of node: Int) -> [Diagnostic] { nodes[node].findings.map { findings[$0] } }

    private func node(_ pointer: String) -> Int? {
        var node: Int? = 0
        for name in Self.names(pointer) { node = node.flatMap { nodes[$0].children[name] } }
        return node
    }

    private static func names(_ pointer: String) -> [JSONKey] {
        pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
            .map { JSONKey(String(Substring($0))) }
    }
}
