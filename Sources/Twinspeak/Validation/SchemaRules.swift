internal import JSONCore

/// What one schema says, read once however many values are held against it.
final class SchemaRules {
    /// A keyword that no value is held against.
    struct Idle {
        /// Empty if it is no one keyword.
        let word: String
        let value: JSONValue
        let code: Diagnostic.Code
        let reason: String
    }

    /// What `$ref` leads to.
    let target: JSONValue?
    /// None: any type.
    let types: [SchemaType]
    let isNullable: Bool
    let required: [JSONKey]
    let properties: MemberIndex.Members?
    let bounds: [SchemaBound]
    let idle: [Idle]
    /// Elements that `items` does not speak of.
    let firstItem: Int
    /// Names that no keyword lists may match a pattern.
    let hasPatterns: Bool

    private let usable: Set<SchemaKeyword>
    private let members: MemberIndex.Members
    /// Canonical forms of what `enum` and `const` list.
    private let words: [SchemaKeyword: Set<[UInt8]>]

    /// - Parameter schema: An object.
    init(_ schema: JSONValue, _ references: inout SchemaReferences) {
        let members = references.members[schema]
        var usable: Set<SchemaKeyword> = []
        var idle: [Idle] = []
        for (name, value) in schema.members {
            let word = name.word
            // A keyword that is given twice counts where it is given last; a null says nothing.
            guard let last = members[name.key], last.index == value.index, value.kind != .null || name == "const" else {
                continue
            }
            guard let keyword = SchemaKeyword(rawValue: word), !(keyword == .items && value.kind == .array) else {
                if !Self.isSilent(name) {
                    idle.append(Idle(word: word, value: value, code: .notChecked, reason: "never evaluated"))
                }
                continue
            }
            if let fault = keyword.fault(value) {
                idle.append(Idle(word: word, value: value, code: .schemaUnusable, reason: fault))
                continue
            }
            usable.insert(keyword)
            if keyword == .multipleOf, !DecimalNumber(value.raw).canDivide {
                let reason = "has more digits than are divided by"
                idle.append(Idle(word: word, value: value, code: .notChecked, reason: reason))
            } else if keyword == .reference, references.target(of: value) == nil {
                idle.append(Self.deadEnd(value))
            }
        }
        func value(_ keyword: SchemaKeyword) -> JSONValue? {
            usable.contains(keyword) ? members[JSONKey(keyword.rawValue)] : nil
        }
        self.usable = usable
        self.members = members
        self.idle = idle
        if let reference = value(.reference) { target = references.target(of: reference) } else { target = nil }
        if let list = value(.properties) { properties = references.members[list] } else { properties = nil }
        types = Self.elements(value(.type)).compactMap { SchemaType($0) }
        required = Self.elements(value(.required)).map(\.key)
        firstItem = Self.elements(members["prefixItems"]).count
        isNullable = value(.nullable)?.bool ?? false
        hasPatterns = members["patternProperties"] != nil
        bounds = SchemaBound.all(value)
        var words: [SchemaKeyword: Set<[UInt8]>] = [:]
        if let list = value(.enum) { words[.enum] = Set(list.elements.map(\.canonicalForm)) }
        if let word = value(.const) { words[.const] = [word.canonicalForm] }
        self.words = words
    }

    private static func elements(_ list: JSONValue?) -> [JSONValue] {
        guard let list else { return [] }
        return Array(list.elements)
    }

    private static func isSilent(_ name: JSONValue) -> Bool {
        let keyword = OpenAPISchema.Keyword(name)
        return keyword?.isAnnotation == true || keyword == .propertyOrdering || OpenAPISchema.isDefinitions(name)
            || OpenAPISchema.isAnnotation(name)
    }

    private static func deadEnd(_ reference: JSONValue) -> Idle {
        let isWithin = reference.between.hasPrefix("#/")
        return Idle(
            word: SchemaKeyword.reference.rawValue, value: reference, code: isWithin ? .schemaUnusable : .notChecked,
            reason: isWithin ? "leads to no schema" : "leads out of the document")
    }

    subscript(keyword: SchemaKeyword) -> JSONValue? {
        usable.contains(keyword) ? members[JSONKey(keyword.rawValue)] : nil
    }

    /// What `const` or `enum` lists, whichever does not allow the value.
    func refusal(of value: JSONValue) -> [String]? {
        guard !words.isEmpty else { return nil }
        let form = value.canonicalForm
        if let words = words[.const], !words.contains(form) { return self[.const].map { [$0.found] } }
        if let words = words[.enum], !words.contains(form) { return listed }
        return nil
    }

    // Read once: a long list may refuse as many values.
    private lazy var listed = Self.elements(self[.enum]).map(\.found)
    /// The names in `properties`.
    private(set) lazy var names = self[.properties]?.members.map { "`\($0.name.decoded.string)`" } ?? []

    /// The value is one of those that are listed.
    func lists(_ value: JSONValue) -> Bool { !words.isEmpty && refusal(of: value) == nil }

    var hasWords: Bool { !words.isEmpty }
}
