internal import JSONCore

/// Which schemas hold at one place.
extension OpenAPISchema {
    /// One schema as it stands in the text: the last value of each keyword.
    struct Layer {
        let schema: JSONValue
        private(set) var members: [(keyword: Keyword, value: JSONValue)] = []

        init(_ schema: JSONValue) { self.schema = schema }

        subscript(keyword: Keyword) -> JSONValue? {
            get { members.first { $0.keyword == keyword }?.value }
            set {
                members.removeAll { $0.keyword == keyword }
                if let newValue { members.append((keyword, newValue)) }
            }
        }
    }

    /// Schemas that hold together. Where they contradict each other, the last one counts.
    struct Place {
        fileprivate(set) var layers: [Layer] = []
        /// What findings about the absence of something belong to.
        let schema: JSONValue
        /// `null` is allowed, and no layer says so: a branch did.
        var isNullable = false
        /// The one of several types that is written here.
        var type: TypeName?
        /// A reference led back to a schema around this place.
        fileprivate(set) var isRecursive = false

        /// Puts the layers of a union's only branch below those that stand beside the union, which win.
        mutating func take(_ branch: Place) {
            layers = branch.layers + layers
            isRecursive = isRecursive || branch.isRecursive
            isNullable = isNullable || branch.isNullable
        }

        /// What stands beside a union holds in each of its branches; the branch wins.
        mutating func put(below layer: Layer) { layers.insert(layer, at: 0) }

        mutating func remove(_ keywords: Keyword...) {
            for index in layers.indices { for keyword in keywords { layers[index][keyword] = nil } }
        }

        /// What every layer says in `keyword`.
        func values(_ keyword: Keyword) -> [JSONValue] { layers.compactMap { $0[keyword] } }
    }

    /// The place where all of `schemas` hold.
    func place(_ schemas: [JSONValue]) -> Place {
        var place = Place(schema: schemas.last ?? root.missing)
        var way = Way()
        for schema in schemas { add(schema, to: &place, &way) }
        return place
    }

    /// Notes that the place is being written.
    func enter(_ place: Place, _ opened: inout [Int]) {
        for layer in place.layers where around.insert(layer.schema.index).inserted { opened.append(layer.schema.index) }
    }

    private struct Way {
        /// Schemas that led to the one that is looked at.
        var open: [Int] = []
        /// Schemas that need not be looked at again.
        var seen: Set<Int> = []
    }

    /// Adds the schema and, below it, what it refers to and is made of.
    private func add(_ schema: JSONValue, to place: inout Place, _ way: inout Way) {
        if way.open.count > Self.highestDepth { refuse(schema, "more references in a row than the limit allows") }
        spend(1)
        guard !isRefused, way.seen.insert(schema.index).inserted else { return }
        way.open.append(schema.index)
        let layer = layers[schema.index] ?? read(schema)
        layers[schema.index] = layer
        if let reference = layer[.reference] { follow(reference, to: &place, &way) }
        if let all = layer[.allOf] {
            say(all, .note, "its schemas were united with what stands beside them")
            for schema in all.elements { add(schema, to: &place, &way) }
        }
        place.layers.append(layer)
        way.open.removeLast()
    }

    private func follow(_ reference: JSONValue, to place: inout Place, _ way: inout Way) {
        spend(reference.raw.count)
        guard let target = references.target(of: reference) else {
            return say(reference, .warning, "leads to no schema in here; removed")
        }
        if around.contains(target.index) || way.open.contains(target.index) {
            place.isRecursive = true
            return say(reference, .warning, "leads back to a schema around it; cut off as an object of any kind")
        }
        say(reference, .note, "the schema it names stands in its place")
        add(target, to: &place, &way)
    }

    private func read(_ schema: JSONValue) -> Layer {
        var layer = Layer(schema)
        guard schema.kind == .object else {
            if schema.bool == false { say(schema, .warning, "the subset cannot forbid every value") }
            if schema.kind != .bool { say(schema, .warning, "expected a schema, found \(schema.found)") }
            return layer
        }
        for (name, value) in schema.members {
            guard let keyword = Keyword(name) else {
                remove(name, value)
                continue
            }
            if let first = layer[keyword] {
                say(first, .warning, code: .duplicateMember, "the member is given again further on; that one counts")
            }
            layer[keyword] = nil
            if value.kind == .null, !keyword.isData {
                value.ignore()
            } else if let fault = keyword.fault(value) {
                say(value, .warning, fault)
            } else {
                layer[keyword] = value
            }
        }
        if let additional = layer[.additionalProperties] { removeAdditionalProperties(additional) }
        return layer
    }
}
