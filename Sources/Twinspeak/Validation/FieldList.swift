internal import JSONCore

/// The fields of one API, as its specification lists them: of one surface of Gemini, or of chat completions with every
/// extension that is written.
///
/// The lists are data, compiled into the library; `Fixtures/README.md` describes their form.
struct FieldList: Sendable {
    struct Field: Sendable {
        let name: String
        /// What it may hold; an enumeration is a shape for each of its words.
        var shapes: [Shape]
        var isRequired = false
        /// The group of members of which a message holds one.
        var choice: String?
        var bounds = Bounds()
    }

    indirect enum Shape: Sendable, Equatable {
        case null
        case word(String)
        case primitive(String)
        case message(String)
        case array(Shape)
        case map(Shape)

        /// What stands in the lists and maps.
        var innermost: Shape {
            switch self {
            case .array(let shape), .map(let shape): shape.innermost
            default: self
            }
        }
    }

    /// What a number, a string or a list must keep to.
    struct Bounds: Sendable {
        var values: (least: Bound?, most: Bound?) = (nil, nil)
        var items: (least: Int?, most: Int?) = (nil, nil)
        var longest: Int?
        /// Letters, digits, `_` and `-`, 1 to 64 of them: the only pattern of both lists.
        var isName = false
    }

    /// A number as the list spells it.
    struct Bound: Sendable {
        let value: Double
        let text: String
    }

    /// By name; fields in the order of the list.
    private(set) var messages: [String: [Field]] = [:]
    /// The messages that bodies are: `request`, `response`, `chunk`, `error`.
    private(set) var roots: [String: String] = [:]
    /// Fields that the surface lacks and the other one has, as `Message.field`.
    private(set) var elsewhere: Set<String> = []
    /// The members of a chat request that Google's own endpoint takes.
    private(set) var takenByGoogle: Set<String> = []

    static let developer = read(PackageResources.gemini_json, surface: "developer")
    static let vertex = read(PackageResources.gemini_json, surface: "vertex")
    static let chat = read(PackageResources.openai_json)
    /// Chat completions as OpenAI publishes them.
    static let publishedChat = read(PackageResources.openai_json, hasExtensions: false)

    static func of(_ format: WireFormat, _ options: Options) -> FieldList {
        switch format {
        case .openAI: options.dialect.allowsExtensions ? chat : publishedChat
        case .gemini: options.surface.allowsLabels ? vertex : developer
        }
    }

    private init() {}

    private static func read(_ json: [UInt8], surface: String = "", hasExtensions: Bool = true) -> FieldList {
        var document = JSONDocument()
        // A list that cannot be read leaves every body without a known field, which every test shows.
        return (try? document.read(json.span) { FieldList($0, surface, hasExtensions) }) ?? FieldList()
    }

    private init(_ list: JSONValue, _ surface: String, _ hasExtensions: Bool) {
        let types = FieldTypes(list, surface, hasExtensions)
        for root in ["request", "response", "chunk", "error"] { roots[root] = list.member(named: root).string }
        for messages in [list["messages"], list["extensions"]["messages"]] {
            for (name, fields) in messages.members { add(fields, to: name.text, types) }
        }
        takenByGoogle = Set(list["googleTakes"]["ChatCompletionRequest"].elements.compactMap(\.string))
    }

    private mutating func add(_ fields: JSONValue, to message: String, _ types: FieldTypes) {
        var known = messages[message] ?? []
        for (name, field) in fields.members {
            guard types.has(field) else {
                elsewhere.insert("\(message).\(name.text)")
                continue
            }
            let shapes = types.shapes(of: field)
            if let place = known.firstIndex(where: { $0.name == name.text }) {
                known[place].shapes += shapes
            } else {
                known.append(
                    Field(
                        name: name.text, shapes: shapes, isRequired: types.requires(field),
                        choice: field["oneof"].string, bounds: Bounds(field)))
            }
        }
        messages[message] = known
    }
}

extension FieldList.Bound {
    fileprivate init?(_ number: JSONValue) {
        guard let value = number.double else { return nil }
        self.init(value: value, text: number.raw.string)
    }
}

extension FieldList.Bounds {
    fileprivate init(_ field: JSONValue) {
        values = (FieldList.Bound(field["minimum"]), FieldList.Bound(field["maximum"]))
        items = (field["minItems"].int.map(Int.init), field["maxItems"].int.map(Int.init))
        longest = field["maxLength"].int.map(Int.init)
        isName = field["pattern"].exists
    }
}

/// What the types in a list stand for: `string`, `Part[]`, `map<string>`, `'auto'`, or several of those between bars.
private struct FieldTypes {
    let surface: String
    private let hasExtensions: Bool
    private var unions: [String: [String]] = [:]
    private var enumerations: [String: [String]] = [:]
    private var messages: Set<String> = []

    init(_ list: JSONValue, _ surface: String, _ hasExtensions: Bool) {
        self.surface = surface
        self.hasExtensions = hasExtensions
        for (name, type) in list["unions"].members { unions[name.text, default: []].append(type.text) }
        for (name, union) in list["extensions"]["unions"].members where has(union) {
            unions[name.text, default: []].append(union["type"].text)
        }
        for (name, words) in list["enums"].members {
            let own = words["both"].elements.map(\.text) + words.member(named: surface).elements.map(\.text)
            // Where the list knows the words of the other surface only, they are taken for this one's too.
            enumerations[name.text] = own.isEmpty ? words.members.flatMap { $0.value.elements.map(\.text) } : own
        }
        for group in [list["messages"], list["extensions"]["messages"]] {
            messages.formUnion(group.members.map(\.name.text))
        }
    }

    /// An extension without dialects is written by all of them.
    func has(_ field: JSONValue) -> Bool {
        if field["dialects"].exists { return hasExtensions }
        let surface = field["surface"].string ?? "both"
        return surface == "both" || surface == self.surface
    }

    func requires(_ field: JSONValue) -> Bool {
        let required = field["required"]
        return required.bool ?? ["both", surface].contains(required.string)
    }

    func shapes(of field: JSONValue) -> [FieldList.Shape] {
        let type = field["type"]
        return shapes((type.kind == .object ? type.member(named: surface) : type).text[...])
    }

    private func shapes(_ type: Substring) -> [FieldList.Shape] {
        Self.alternatives(type).flatMap { name -> [FieldList.Shape] in
            if name == "null" { return [.null] }
            if name.hasSuffix("[]") { return shapes(name.dropLast(2)).map { .array($0) } }
            if name.hasPrefix("map<") { return shapes(name.dropFirst(4).dropLast()).map { .map($0) } }
            if name.hasPrefix("'") { return [.word(String(name.dropFirst().dropLast()))] }
            let name = String(name)
            if let types = unions[name] { return types.flatMap { shapes($0[...]) } }
            if let words = enumerations[name] { return words.map { .word($0) } }
            return [messages.contains(name) ? .message(name) : .primitive(name)]
        }
    }

    private static func alternatives(_ type: Substring) -> [Substring] {
        type.split(separator: "|").map { part in
            let part = part.drop { $0 == " " }
            return part.hasSuffix(" ") ? part.dropLast() : part
        }
    }
}

extension JSONValue {
    /// The string; empty if it is none.
    fileprivate var text: String { string ?? "" }

    fileprivate func member(named name: String) -> JSONValue {
        members.first { $0.name.string == name }?.value ?? missing
    }
}
