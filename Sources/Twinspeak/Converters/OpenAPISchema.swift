internal import JSONCore

/// A JSON Schema rewritten for targets that know only the subset of ``SchemaSubset``.
///
///     JSON Schema   { $ref, $defs, allOf, anyOf, oneOf, type: "string" | ["string", "null"], const, enum: [1, null], … }
///     subset        { type: "STRING", format?, title?, description?, nullable?, enum?: ["1"], items?, properties?,
///                     required?, propertyOrdering?, … }    or    { anyOf: [{ … }, { … }] }
///
/// Members are written in the order shown, then lengths, bounds, `default` and `example`, whatever the order of the
/// input; properties, required names, enum values and branches keep theirs.
///
/// At each place several schemas may hold at once: what a `$ref` leads to, the branches of `allOf`, and what stands
/// beside them. They are gathered as the layers of a ``Place``, and ``Facts`` is what they say together. Nothing is
/// copied, so the work is linear in the output; the output is limited, because references can double it at each step.
final class OpenAPISchema {
    let root: JSONValue
    var references: SchemaReferences
    /// The schemas around the place that is being written: a reference to one of them would never end.
    var around: Set<Int> = []
    /// Every schema is read once.
    var layers: [Int: Layer] = [:]
    /// There will be no output, so nothing more needs to be done.
    private(set) var isRefused = false

    /// The whole schema came out as an object without properties.
    private var isBareObject = false
    private var said: Set<Said> = []
    /// Bytes that the output may still have, and looks that may still be taken at members of the input.
    private let highestCount: Int
    private var steps: Int

    /// Containers within containers in the output, and references behind references: as many as a text may nest.
    static let highestDepth = JSONLimits.highestDepth

    private init(_ root: JSONValue, _ slot: JSONSlot) {
        self.root = root
        references = SchemaReferences(root: root)
        let budget = 64 * root.raw.count + 64 << 10
        highestCount = slot.buffer.pointee.count + min(budget, 16 << 20)
        steps = min(budget, 4 << 20)
    }

    static func write(_ schema: JSONValue, _ slot: JSONSlot) {
        slot.copying { slot in
            let rewriting = OpenAPISchema(schema, slot)
            rewriting.write(rewriting.place([schema]), slot, depth: 1)
        }
    }

    /// As ``write(_:_:)``, but nothing for an object without properties: a function without arguments has no
    /// parameters on the other side.
    static func writeParameters(_ schema: JSONValue, _ slot: JSONSlot) {
        let isBareObject = slot.copying { slot in
            let rewriting = OpenAPISchema(schema, slot)
            rewriting.write(rewriting.place([schema]), slot, depth: 1)
            return rewriting.isBareObject
        }
        guard isBareObject else { return }
        slot.takeBack()
        schema.note(.emptyOmitted, "a function without arguments has no parameters on the other side")
    }

    // MARK: One place

    /// - Parameter depth: How many containers the schema's own makes.
    func write(_ place: Place, _ slot: JSONSlot, depth: Int) {
        if depth > Self.highestDepth { refuse(place.schema, "the schema nests deeper than the limit allows") }
        if slot.buffer.pointee.count > highestCount { refuseSize() }
        guard !isRefused else { return slot.takeBack() }
        var place = place
        var opened: [Int] = []
        enter(place, &opened)
        defer { around.subtract(opened) }
        var facts = facts(place)
        let branches = branches(&place, &facts, &opened)
        if branches.count > 1 { return writeUnion(branches, beside: place, facts, slot, depth: depth) }
        let values = values(&facts)
        let types = types(place, facts, values)
        if types.count > 1 { return split(place, facts, types, slot, depth: depth) }
        let type = types.first ?? .string
        if depth == 1 { isBareObject = type == .object && facts.properties.isEmpty }
        sayWhatIsIdle(place, facts, [type])
        slot.object { write(facts, type, values, at: place, $0, depth: depth) }
    }

    private func write(
        _ facts: Facts, _ type: TypeName, _ values: [JSONValue], at place: Place, _ target: JSONObjectWriter, depth: Int
    ) {
        target["type"] = type.word
        writeFormat(place, facts, type, target)
        target["title"] = facts[.title]
        target["description"] = facts[.description]
        writeNullable(facts, target)
        writeValues(values, target)
        switch type {
        case .array: writeItems(place, facts, target["items"], depth: depth)
        case .object: writeProperties(place, facts, target, depth: depth)
        case .number, .integer: writeBounds(facts, type, target)
        case .string, .boolean: break
        }
        for keyword in Keyword.carried where keyword.speaks(of: type) { target[keyword.word] = facts[keyword] }
        writeSample(.default, facts, at: place, type, values, target)
        writeSample(.example, facts, at: place, type, values, target)
    }

    private func writeNullable(_ facts: Facts, _ target: JSONObjectWriter) {
        let nullable = facts[.nullable]
        guard facts.isNullable else { return target["nullable"] = nullable }
        target["nullable"] = true
        if let nullable, nullable.bool == false { say(nullable, .note, "what stands beside it allows `null`") }
    }

    // MARK: Limits and findings

    /// Counts work that references can multiply.
    func spend(_ count: Int) {
        steps -= count
        if steps < 0 { refuseSize() }
    }

    private func refuseSize() { refuse(root, "the schema grows beyond every measure when its references are followed") }

    func refuse(_ schema: JSONValue, _ message: String) {
        if !isRefused { schema.refuse(.limitExceeded, message) }
        isRefused = true
    }

    /// The value as it was written, to be compared.
    func text(_ value: JSONValue) -> [UInt8] {
        let raw = value.raw
        return (0..<raw.count).map { raw[$0] }
    }

    private struct Said: Hashable {
        let node: Int
        let message: String
    }

    /// A schema that several references lead to is written several times, and spoken of once.
    func say(
        _ value: JSONValue, at member: StaticString? = nil, _ severity: Diagnostic.Severity,
        code: Diagnostic.Code = .schemaChanged, _ message: String
    ) {
        guard said.insert(Said(node: value.index, message: message)).inserted else { return }
        value.remark(member.map { "\($0)" }, grade: severity.rank, code: code.name, message: message)
    }
}
