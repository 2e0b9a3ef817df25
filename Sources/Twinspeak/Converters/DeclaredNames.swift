internal import JSONCore

/// The names of the functions of one request, found by what they hold, so that thousands of them stay linear.
///
/// A table with open addressing, whose memory is kept from one request to the next; a single name needs none.
struct DeclaredNames {
    /// Numbers of nodes; a zero is a free place, as at least half of them are. A power of two of them, if any.
    private var places: [UInt32] = []
    private var first: UInt32 = 0
    private var count = 0

    /// Not much memory is held.
    var isSmall: Bool { places.count <= Self.mostKept }

    private static let fewest = 16
    private static let mostKept = 1024

    mutating func removeAll() {
        if places.count > Self.mostKept {
            places = []
        } else if count > 1 {
            for place in places.indices { places[place] = 0 }
        }
        count = 0
    }

    /// False if the name is there already.
    mutating func insert(_ name: JSONValue) -> Bool {
        let node = UInt32(truncatingIfNeeded: name.index)
        if count == 0 {
            first = node
            count = 1
            return true
        }
        if count == 1 {
            if contains(name) { return false }
            if places.isEmpty { places = Array(repeating: 0, count: Self.fewest) }
            enter(first, beside: name)
        } else if 2 * (count + 1) > places.count {
            let nodes = places.filter { $0 != 0 }
            places = Array(repeating: 0, count: 2 * places.count)
            for node in nodes { enter(node, beside: name) }
        }
        let place = place(of: name)
        guard places[place] == 0 else { return false }
        places[place] = node
        count += 1
        return true
    }

    func contains(_ name: JSONValue) -> Bool {
        count > 1 ? places[place(of: name)] != 0 : count == 1 && name.sibling(first).isSameString(as: name)
    }

    private mutating func enter(_ node: UInt32, beside name: JSONValue) {
        places[place(of: name.sibling(node))] = node
    }

    /// Where the name stands, or will.
    private func place(of name: JSONValue) -> Int {
        let last = places.count - 1
        var place = name.decoded.hash & last
        while places[place] != 0, !name.sibling(places[place]).isSameString(as: name) { place = (place + 1) & last }
        return place
    }
}

extension JSONValue {
    /// Another value of the same document.
    fileprivate func sibling(_ node: UInt32) -> JSONValue {
        JSONValue(tape: tape, node: tape.pointee.nodes + Int(node))
    }
}
