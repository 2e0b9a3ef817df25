internal import JSONCore

/// Whether a body holds what its field list says: kinds, words, bounds, required members, and no others.
///
/// Recursion is as deep as the text is nested, which the scan has limited to 512.
struct FieldCheck {
    let list: FieldList
    let target: ValidationTarget

    /// A body, or something in it, that is a `message`.
    func check(_ object: JSONValue, is message: String) {
        guard object.kind == .object else { return object.refuse(expected: "an object") }
        let fields = list.messages[message] ?? []
        var found: [String: JSONValue] = [:]
        for (name, value) in object.members {
            guard let field = field(name.word, in: fields) else {
                refuseUnknown(name.word, value, in: message, fields)
                continue
            }
            guard isTaken(field, in: message) else {
                value.refuse(.notAllowed, "dialect `\(target.options.dialect.name)` does not take it")
                continue
            }
            if found[field.name] != nil {
                value.warn(.duplicateMember, "`\(field.name)` is given more than once; one of them counts")
            }
            found[field.name] = value
            check(value, field)
        }
        checkChoices(fields, found)
        for field in fields where field.isRequired && !FieldHabits.mayBeAbsent("\(message).\(field.name)") {
            let value = found[field.name]
            if value == nil || value?.kind == .null && !field.shapes.contains(.null) {
                let severity: Diagnostic.Severity =
                    FieldHabits.isWarnedOf("\(message).\(field.name)") ? .warning : .error
                object.say(field.name, severity, .missingMember, "expected \(field.expectation), found nothing")
            }
        }
    }

    // MARK: Members

    /// A Gemini member has two spellings.
    private func field(_ name: String, in fields: [FieldList.Field]) -> FieldList.Field? {
        if let field = fields.first(where: { $0.name == name }) { return field }
        guard target.format == .gemini, name.utf8.contains(UInt8(ascii: "_")) else { return nil }
        let camelCase = NativeSpelling.camelCase(name)
        return fields.first { $0.name == camelCase }
    }

    private func isTaken(_ field: FieldList.Field, in message: String) -> Bool {
        target.options.dialect.allowsAllOfOpenAI || message != list.roots["request"] || target.format == .gemini
            || list.takenByGoogle.contains(field.name)
    }

    private func refuseUnknown(_ name: String, _ value: JSONValue, in message: String, _ fields: [FieldList.Field]) {
        let known = target.format == .gemini ? NativeSpelling.camelCase(name) : name
        let isElsewhere = list.elsewhere.contains("\(message).\(known)")
        var severity = target.severityOfUnknown
        let hint: String
        if isElsewhere, target.format == .openAI {
            hint = "an extension, which dialect `\(target.options.dialect.name)` does not have"
        } else if isElsewhere {
            if !target.isRequest { severity = .note }
            hint = "surface `\(target.options.surface.name)` does not know it, the other one does"
        } else if FieldHabits.isTolerated("\(message).\(name)") {
            severity = .warning
            hint = "not in the specification, though the API takes it"
        } else if let nearest = NearestName.of(name, among: fields.lazy.map(\.name)) {
            hint = "not known; did you mean `\(nearest)`?"
        } else if message == "Schema" {
            hint = "no keyword of this subset; `parametersJsonSchema` and `responseJsonSchema` take JSON Schema"
        } else {
            hint = "not known"
        }
        value.say(nil, severity, .unknownMember, hint)
    }

    /// Members of which there may be one.
    private func checkChoices(_ fields: [FieldList.Field], _ found: [String: JSONValue]) {
        var taken: [String: String] = [:]
        for field in fields {
            guard let choice = field.choice, let value = found[field.name], value.exists else { continue }
            if let other = taken[choice] {
                value.refuse(.conflictingMembers, "expected one of `\(other)` and `\(field.name)`, found both")
            }
            taken[choice] = field.name
        }
    }

    // MARK: Values

    /// What stands for a field of a `message`; of a field that is not known nothing is said.
    func check(_ value: JSONValue, as name: String, of message: String) {
        if let field = list.messages[message]?.first(where: { $0.name == name }) { check(value, field) }
    }

    private func check(_ value: JSONValue, _ field: FieldList.Field) {
        // `null` says nothing in the JSON form of protocol buffers, and to most who speak chat completions.
        let takesNull = !target.isPublishedOnly || !target.isRequest || field.shapes.contains(.null)
        if value.kind == .null, takesNull { return }
        check(value, field.shapes, field)
    }

    private func check(_ value: JSONValue, _ shapes: [FieldList.Shape], _ field: FieldList.Field) {
        let fitting = shapes.filter { fits(value, $0) }
        guard !fitting.isEmpty else {
            return value.refuse(expected: shapes.isEmpty ? "nothing" : field.expectation(shapes))
        }
        switch value.kind {
        case .string: checkText(value, fitting, field)
        case .number: LeafCheck.number(value, fitting, field.bounds)
        case .object: checkObject(value, fitting, field)
        case .array: checkList(value, fitting, field)
        case .missing, .null, .bool: break
        }
    }

    private func fits(_ value: JSONValue, _ shape: FieldList.Shape) -> Bool {
        switch shape {
        case .null: return value.kind == .null
        case .word: return value.kind == .string
        case .message, .map: return value.kind == .object
        // Google takes a single value for a list of one.
        case .array(let element): return value.kind == .array || target.format == .gemini && fits(value, element)
        case .primitive(let name): return LeafCheck.fits(value, name, target.format)
        }
    }

    private func checkText(_ value: JSONValue, _ shapes: [FieldList.Shape], _ field: FieldList.Field) {
        let words = shapes.compactMap(\.word)
        if words.count == shapes.count {
            let isKnown = words.contains { word in
                // Google reads the words of its enumerations in any case.
                target.format == .gemini
                    ? value.word.uppercased() == word.uppercased() : value.word == word
            }
            if !isKnown {
                let nearest = NearestName.of(value.word, among: words)
                let hint = nearest.map { "; did you mean `\($0)`?" } ?? ""
                let message = "expected \(field.expectation(shapes)), found \(value.found)\(hint)"
                value.say(nil, target.severityOfUnknown, .unknownValue, message)
            }
        }
        for case .primitive(let name) in shapes.map(\.innermost) { LeafCheck.text(value, name, field.bounds) }
    }

    private func checkList(_ value: JSONValue, _ shapes: [FieldList.Shape], _ field: FieldList.Field) {
        let elements = shapes.compactMap { shape -> FieldList.Shape? in
            guard case .array(let element) = shape else { return nil }
            return element
        }
        guard !elements.isEmpty else { return }
        var count = 0
        for element in value.elements {
            check(element, elements, field)
            count += 1
        }
        LeafCheck.count(value, count, field.bounds)
    }

    private func checkObject(_ value: JSONValue, _ shapes: [FieldList.Shape], _ field: FieldList.Field) {
        let values = shapes.compactMap { shape -> FieldList.Shape? in
            guard case .map(let value) = shape else { return nil }
            return value
        }
        if !values.isEmpty {
            for member in value.members { check(member.value, values, field) }
        }
        let messages = shapes.compactMap(\.message)
        if let only = messages.first, messages.allSatisfy({ $0 == only }) {
            return check(value, is: only)
        }
        guard !messages.isEmpty else { return }
        let union = UnionCheck(list, messages)
        if let message = union.message(of: value) { check(value, is: message) }
    }
}

extension FieldList.Shape {
    /// The message, also where it stands for a list of one.
    fileprivate var message: String? {
        switch self {
        case .message(let name): name
        case .array(let element): element.message
        case .null, .word, .primitive, .map: nil
        }
    }

    fileprivate var word: String? {
        guard case .word(let word) = innermost else { return nil }
        return word
    }
}
