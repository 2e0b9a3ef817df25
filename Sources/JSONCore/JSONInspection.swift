/// The end of reading: every remark finds its place, and what nobody used comes to light.
extension JSONValue {
    /// Walks over the whole document once, in its order, and reports remarks (with their text) and unused values (without).
    ///
    /// A container in which nothing was used is reported once, as a whole, unless `descend` wants its members one by
    /// one. Costs one pass over the nodes when there is nothing to report.
    package func inspect(
        descend: (_ pointer: String) -> Bool, report: (JSONValue, JSONPlace, JSONRemark?) -> Void
    ) {
        guard !tape.pointee.remarks.isEmpty || tape.pointee.hasUnused else { return }
        var walk = JSONWalk(tape: tape)
        walk.run(descend: descend, report: report)
    }

    /// A byte-order mark stood before the text of the document.
    package var hasByteOrderMark: Bool { tape.pointee.hasByteOrderMark }
}

extension JSONTape {
    fileprivate var hasUnused: Bool {
        var index = 1
        while index < nodeCount {
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
        return kind.rawValue < JSONKind.array.rawValue || (Int(next) == index + 1 && !flags.contains(.opened))
    }

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

    private let tape: UnsafeMutablePointer<JSONTape>
    private let text: UnsafeBufferPointer<UInt8>
    private var way: [Step] = []
    private var position = JSONTextPosition()
    private var remarks: ArraySlice<JSONRemark>
    /// How many of the nodes up to each are used leaves or used containers: a difference tells whether a subtree is
    /// untouched without another walk.
    private let used: [UInt32]

    init(tape: UnsafeMutablePointer<JSONTape>) {
        self.tape = tape
        text = UnsafeBufferPointer(start: tape.pointee.text, count: tape.pointee.textCount)
        remarks =
            tape.pointee.remarks.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
            .map(\.element)[...]
        var used: [UInt32] = [0]
        used.reserveCapacity(tape.pointee.nodeCount + 1)
        for index in 0..<tape.pointee.nodeCount {
            used.append(used[index] + (tape.pointee.nodes[index].countsAsUsed ? 1 : 0))
        }
        self.used = used
    }

    mutating func run(descend: (String) -> Bool, report: (JSONValue, JSONPlace, JSONRemark?) -> Void) {
        var index = 1
        while index < tape.pointee.nodeCount {
            enter(index)
            let node = tape.pointee.nodes[index]
            reportRemarks(before: index + 1, report)
            if node.flags.contains(.used) {
                reportRemarks(before: Int(node.next), report)
                index = Int(node.next)
            } else if node.isUnused(at: index) {
                self.report(index, nil, report)
                index += 1
            } else if isUntouched(index, node), !descend(pointer(nil)) {
                self.report(index, nil, report)
                reportRemarks(before: Int(node.next), report)
                index = Int(node.next)
            } else {
                if node.kind.rawValue >= JSONKind.array.rawValue {
                    way.append(Step(end: Int(node.next), isArray: node.kind == .array))
                }
                index += 1
            }
        }
    }

    /// A container with something in it, of which nothing was used and about which nothing is said.
    private func isUntouched(_ index: Int, _ node: JSONNode) -> Bool {
        guard node.kind.rawValue >= JSONKind.array.rawValue, index > 1, Int(node.next) > index + 1 else { return false }
        let hasRemarks = remarks.first.map { Int($0.node) < Int(node.next) } ?? false
        return used[Int(node.next)] == used[index] && !hasRemarks && hasUnused(index, node)
    }

    private func hasUnused(_ index: Int, _ node: JSONNode) -> Bool {
        (index + 1..<Int(node.next)).contains { tape.pointee.nodes[$0].isUnused(at: $0) }
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

    /// Remarks on values inside a used container take the container's place; so do those on names.
    private mutating func reportRemarks(before end: Int, _ report: (JSONValue, JSONPlace, JSONRemark?) -> Void) {
        while let remark = remarks.first, Int(remark.node) < end {
            remarks.removeFirst()
            self.report(Int(remark.node), remark, report)
        }
    }

    private mutating func report(
        _ index: Int, _ remark: JSONRemark?, _ report: (JSONValue, JSONPlace, JSONRemark?) -> Void
    ) {
        let value = JSONValue(tape: tape, node: tape.pointee.nodes + index)
        position.advance(to: Int(value.node.pointee.start), in: text)
        let place = JSONPlace(pointer: pointer(remark?.member), line: position.line, column: position.column)
        report(value, place, remark)
    }

    /// RFC 6901: `~` is written `~0`, `/` is written `~1`.
    private func pointer(_ member: StaticString?) -> String {
        var pointer = ""
        for step in way {
            pointer += "/"
            if step.isArray {
                pointer += String(step.element)
                continue
            }
            let name = JSONValue(tape: tape, node: tape.pointee.nodes + step.name).decoded.string
            for character in name.unicodeScalars {
                switch character {
                case "~": pointer += "~0"
                case "/": pointer += "~1"
                default: pointer.unicodeScalars.append(character)
                }
            }
        }
        if let member { pointer += "/\(member)" }
        return pointer
    }
}
