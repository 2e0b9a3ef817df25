/// The end of reading: every remark finds its place, and what nobody used comes to light.
extension JSONValue {
    /// Walks over the whole document once, in its order, and reports remarks (with their text) and unused values
    /// (without), `limit` of them at most; with a limit also fewer, where their pointers would be much longer than the document.
    ///
    /// A container in which nothing was used is reported once, as a whole, unless `descend` wants its members one by
    /// one. Costs one pass over the nodes when there is nothing to report.
    ///
    /// - Returns: How many more there were.
    public func inspect(
        limit: Int = .max, descend: (_ pointer: String) -> Bool, report: (JSONValue, JSONPlace, JSONRemark?) -> Void
    ) -> Int {
        guard hasFindings else { return 0 }
        var walk = JSONWalk(tape: tape, limit: limit)
        walk.run(descend: descend, report: report)
        return walk.count - walk.reported
    }

    /// Something of the document was remarked on, or not used.
    public var hasFindings: Bool { !tape.pointee.remarks.isEmpty || hasUnused }

    /// The highest grade of all remarks on the document.
    public var highestGrade: UInt8? { highestGrade { _ in true } }

    /// The highest grade of those remarks that count.
    public func highestGrade(where counts: (JSONRemark) -> Bool) -> UInt8? {
        tape.pointee.remarks.lazy.filter(counts).map(\.grade).max()
    }

    /// A byte-order mark stood before the text of the document.
    public var hasByteOrderMark: Bool { tape.pointee.hasByteOrderMark }
}

extension JSONValue {
    /// Something of the whole document was not used.
    private var hasUnused: Bool {
        let (nodes, count) = (tape.pointee.nodes, tape.pointee.nodeCount)
        var index = 1
        while index < count {
            let node = nodes[index]
            if node.flags.contains(.used) {
                index = Int(node.next)
            } else if node.isUnused(at: index) {
                return true
            } else {
                index += 1
            }
        }
        return false
    }
}

extension JSONNode {
    /// Nothing has used this leaf or looked into this empty container. A member's `null` says nothing, unused or not.
    fileprivate func isUnused(at index: Int) -> Bool {
        if flags.contains(.used) || flags.contains(.name) || kind == .null { return false }
        return !isContainer || (Int(next) == index + 1 && !flags.contains(.opened))
    }

    fileprivate var isContainer: Bool { kind.rawValue >= JSONKind.array.rawValue }

    fileprivate var countsAsUsed: Bool { flags.contains(.used) && !flags.contains(.name) }
}

/// One pass over the nodes that knows the way from the root to where it stands.
private struct JSONWalk {
    private struct Step {
        let end: Int
        let isArray: Bool
        var element = -1
        var name = 0
    }

    private(set) var count = 0
    private(set) var reported = 0

    private let tape: UnsafeMutablePointer<JSONTape>
    private let text: UnsafeBufferPointer<UInt8>
    private let limit: Int
    /// Bytes that pointers may still take: a long name is repeated in the pointer of all that is in it.
    private var room: Int
    private var way: [Step] = []
    private var position = JSONTextPosition()
    private var remarks: ArraySlice<JSONRemark>
    /// How many nodes before each are used: a difference tells whether a subtree is untouched without another walk.
    private let used: [UInt32]
    /// The same of nodes that nothing has used.
    private let unused: [UInt32]
    /// Up to here, everything is accounted for by a container, and only remarks are looked for.
    private var covered = 0

    init(tape: UnsafeMutablePointer<JSONTape>, limit: Int) {
        self.tape = tape
        self.limit = limit
        text = UnsafeBufferPointer(start: tape.pointee.text, count: tape.pointee.textCount)
        room = limit == .max ? .max : 2 * tape.pointee.textCount + 1 << 20
        let byPlace = tape.pointee.remarks.enumerated().sorted {
            ($0.element.node, $0.offset) < ($1.element.node, $1.offset)
        }
        remarks = byPlace.map(\.element)[...]
        used = Self.sums(tape) { node, _ in node.countsAsUsed }
        unused = Self.sums(tape) { node, index in node.isUnused(at: index) }
    }

    private static func sums(
        _ tape: UnsafeMutablePointer<JSONTape>, _ counts: (JSONNode, Int) -> Bool
    ) -> [UInt32] {
        var sums: [UInt32] = [0]
        sums.reserveCapacity(tape.pointee.nodeCount + 1)
        for index in 0..<tape.pointee.nodeCount {
            sums.append(sums[index] + (counts(tape.pointee.nodes[index], index) ? 1 : 0))
        }
        return sums
    }

    mutating func run(descend: (String) -> Bool, report: (JSONValue, JSONPlace, JSONRemark?) -> Void) {
        var index = 1
        while index < tape.pointee.nodeCount {
            enter(index)
            let node = tape.pointee.nodes[index]
            while let remark = remarks.first, Int(remark.node) == index {
                remarks.removeFirst()
                self.report(index, remark, report)
            }
            if node.flags.contains(.used) { covered = max(covered, Int(node.next)) }
            if index >= covered {
                if node.isUnused(at: index) {
                    self.report(index, nil, report)
                } else if isUntouched(index, node),
                    reported >= limit || room <= 0 || node.flags.contains(.shadowed) || !descend(pointer(nil))
                {
                    self.report(index, nil, report)
                    covered = Int(node.next)
                }
            }
            let hasRemarksInside = remarks.first.map { Int($0.node) < Int(node.next) } ?? false
            if node.isContainer, index >= covered || hasRemarksInside {
                way.append(Step(end: Int(node.next), isArray: node.kind == .array))
                index += 1
            } else {
                index = Int(node.next)
            }
        }
    }

    /// A container with something in it, of which nothing was used and about which nothing is said.
    private func isUntouched(_ index: Int, _ node: JSONNode) -> Bool {
        guard node.isContainer, index > 1 else { return false }
        let hasRemarks = remarks.first.map { Int($0.node) < Int(node.next) } ?? false
        let end = Int(node.next)
        return used[end] == used[index] && unused[end] > unused[index] && !hasRemarks
    }

    private mutating func enter(_ index: Int) {
        while let last = way.last, last.end <= index { way.removeLast() }
        guard !way.isEmpty else { return }
        if way[way.count - 1].isArray {
            way[way.count - 1].element += 1
        } else if tape.pointee.nodes[index].flags.contains(.name) {
            way[way.count - 1].name = index
        }
    }

    private mutating func report(
        _ index: Int, _ remark: JSONRemark?, _ report: (JSONValue, JSONPlace, JSONRemark?) -> Void
    ) {
        count += 1
        guard reported < limit, room > 0 else { return }
        reported += 1
        let value = JSONValue(tape: tape, node: tape.pointee.nodes + index)
        position.advance(to: Int(value.node.pointee.start), in: text)
        let place = JSONPlace(pointer: pointer(remark?.member), line: position.line, column: position.column)
        room -= place.pointer.utf8.count
        report(value, place, remark)
    }

    private func pointer(_ member: String?) -> String {
        var pointer = ""
        for step in way {
            let name = JSONValue(tape: tape, node: tape.pointee.nodes + step.name)
            pointer += "/" + (step.isArray ? String(step.element) : JSONPointer.escaped(name.between.string))
        }
        if let member { pointer += "/" + JSONPointer.escaped(member) }
        return pointer
    }
}
