import JSONCore
import Testing

/// The same account, kept by a tree: slow, and simple enough to be believed.
private struct Account {
    let pointer: String
    let isNull: Bool
    let isUsed: Bool
    var children: [Account] = []

    /// Uses values at random and writes down which.
    init(_ value: JSONValue, _ pointer: String, _ numbers: inout SeededNumbers) {
        self.pointer = pointer
        isNull = value.kind == .null
        isUsed = numbers.below(value.kind == .array || value.kind == .object ? 12 : 3) == 0
        if isUsed { value.ignore() }
        if value.isEmpty { return }
        for (name, member) in value.members {
            let name = (name.string ?? "").replacing("~", with: "~0").replacing("/", with: "~1")
            children.append(Account(member, pointer + "/" + name, &numbers))
        }
        guard value.kind == .array else { return }
        for (index, element) in value.elements.enumerated() {
            children.append(Account(element, "\(pointer)/\(index)", &numbers))
        }
    }

    var hasUsed: Bool { isUsed || children.contains(where: \.hasUsed) }

    func unused(inDetail: Bool, isRoot: Bool = true) -> [String] {
        if isUsed || isNull { return [] }
        if children.isEmpty { return [pointer] }
        let inside = children.flatMap { $0.unused(inDetail: inDetail, isRoot: false) }
        return inside.isEmpty || inDetail || isRoot || hasUsed ? inside : [pointer]
    }
}

@Suite("Every value is accounted for")
struct AccountingLawTests {
    @Test(
        "What is reported is what was not used, with its pointer, in the order of the document",
        arguments: 400..<410 as Range<UInt64>)
    func reports(_ seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var documents = RandomDocuments(seed: seed)
        var document = JSONDocument()
        for _ in 0..<400 {
            let text = documents.next()
            try document.read(text.bytes.span) { root in
                let account = Account(root, "", &numbers)
                let found = root.findings()
                let detailed = root.findings(descend: everywhere)
                #expect(found.map(\.pointer) == account.unused(inDetail: false), "\(text.testDescription)")
                #expect(detailed.map(\.pointer) == account.unused(inDetail: true), "\(text.testDescription)")
                let places = detailed.map { [$0.line, $0.column] }
                let isAscending = zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
                #expect(isAscending, "\(text.testDescription)")
            }
        }
    }
}
