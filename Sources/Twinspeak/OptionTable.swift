internal import JSONCore

/// One member of the options: its name in JSON, what it takes, its default, its help. The flag is the name in
/// kebab-case. JSON form, flags and help texts all come from here.
package struct OptionRow: Sendable {
    package let name: StaticString
    /// The words it takes, the default first; empty for free text, numbers and switches.
    package let words: [String]
    package let kind: Kind
    package let help: StaticString
    let set: @Sendable (inout Options, String) -> Bool

    package enum Kind: Sendable { case word, text, switched, number }

    /// `mirrorContents` as `--mirror-contents`.
    package var flag: String {
        "--"
            + "\(name)".reduce(into: "") { flag, letter in
                flag += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
            }
    }
}

extension Options {
    package static let table: [OptionRow] = [
        .named("surface", Surface.all, \.surface, \.name, "the Gemini API to write"),
        .named("dialect", Dialect.all, \.dialect, \.name, "dialect to write"),
        .word("schemas", \.schemas, "where schemas go"),
        .word("remoteMedia", \.remoteMedia, "http(s) URLs of media"),
        .word("historyThoughts", \.historyThoughts, "reasoning text in assistant history"),
        .text("model", "the model, instead of what the body names") { $0.model = $1 },
        .switched("stream", "the answer streams") { $0.stream = $1 },
        .switched("includeUsage", "a stream ends with usage") { $0.includeUsage = $1 },
        .word("framing", \.framing, "how a stream is written"),
        .word("authorization", \.authorization, "how Gemini wants the key"),
        .text("extensions", "Google's extensions: all, none or names with commas") {
            switch $1 {
            case "all": $0.extensions = .all
            case "none": $0.extensions = .none
            default: $0.extensions = .only(Set($1.split(separator: ",").map(String.init)))
            }
        },
        .text("thoughtSignatureFallback", "the signature of unsigned calls; `off` for none") {
            $0.thoughtSignatureFallback = $1 == "off" ? nil : $1
        },
        .switched("mirrorContents", "write `contents` beside `messages`, in dialect relay") { $0.mirrorContents = $1 },
        .switched("strict", "warnings refuse") { $0.strict = $1 },
        .switched("lenient", "leave out what is illegal, with a warning") { $0.lenient = $1 },
        .number("maxBytes", "the largest body, in bytes") { $0.limits.bytes = $1 },
        .number("maxNodes", "the most values and names in a body") { $0.limits.nodes = $1 },
        .number("maxEvent", "the largest event of a stream, in bytes") { $0.limits.event = $1 },
        .number("maxDepth", "the deepest nesting, 512 at most") { $0.limits.depth = $1 },
        .number("maxDiagnostics", "the most findings that are listed") { $0.limits.diagnostics = $1 },
    ]

    /// Sets the option called `name`; false if there is none, or it does not take `value`.
    package mutating func set(_ name: String, _ value: String) -> Bool {
        guard let row = Self.table.first(where: { "\($0.name)" == name }) else { return false }
        return row.set(&self, value)
    }

    /// Reads options from their JSON form, an object of the members' names: `{"dialect":"openAI","strict":true}`.
    ///
    /// - Throws: ``TranslationError`` with code `options`, or `notJSON`.
    public init(json: [UInt8]) throws(TranslationError) {
        self.init()
        var document = JSONDocument()
        var options = self
        let findings: [Diagnostic]
        do {
            findings = try document.read(json.span) { root in
                guard root.kind == .object else { return [Self.fault("expected an object, found \(root.found)")] }
                return root.members.flatMap { options.read($0.name.string ?? "", $0.value) }
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        guard findings.isEmpty else { throw TranslationError(.options, report: Report(diagnostics: findings)) }
        self = options
    }

    private mutating func read(_ name: String, _ value: JSONValue) -> [Diagnostic] {
        if name == "capabilities" { return readCapabilities(value) }
        guard let row = Self.table.first(where: { "\($0.name)" == name }) else {
            return [Self.fault("no option", at: [name], .unknownMember)]
        }
        guard value.exists else { return [] }
        let text: String? =
            switch (row.kind, value.kind) {
            case (.word, .string), (.text, .string): value.string
            case (.text, .array) where value.elements.allSatisfy { $0.kind == .string }:
                value.elements.compactMap(\.string).joined(separator: ",")
            case (.switched, .bool), (.number, .number): value.raw.string
            default: nil
            }
        if let text, row.set(&self, text) { return [] }
        return [Self.fault("expected \(row.expected), found \(value.found)", at: [name])]
    }

    private mutating func readCapabilities(_ models: JSONValue) -> [Diagnostic] {
        guard models.kind == .object || !models.exists else {
            return [Self.fault("expected models by name, found \(models.found)", at: ["capabilities"])]
        }
        var faults: [Diagnostic] = []
        for (name, model) in models.members {
            let name = name.string ?? ""
            capabilities[name] = ModelCapabilities(name, model) { message, path in
                faults.append(Self.fault(message, at: ["capabilities"] + path))
            }
        }
        return faults
    }

    private static func fault(
        _ message: String, at path: [String] = [], _ code: Diagnostic.Code = .wrongKind
    ) -> Diagnostic {
        Diagnostic(
            severity: .error, code: code, pointer: path.reduce("") { $0 + "/" + JSONPointer.escaped($1) },
            message: message,
            line: 1,
            column: 1)
    }
}

extension OptionRow {
    /// What the option takes, in words.
    package var expected: String {
        switch kind {
        case .word: words.joined(separator: ", ")
        case .text: "a string"
        case .switched: "true or false"
        case .number: "a whole number"
        }
    }

    fileprivate static func named<Value: Sendable>(
        _ name: StaticString, _ all: [Value], _ member: any WritableKeyPath<Options, Value> & Sendable,
        _ word: any KeyPath<Value, String> & Sendable, _ help: StaticString
    ) -> OptionRow {
        OptionRow(name: name, words: all.map { $0[keyPath: word] }, kind: .word, help: help) { options, text in
            guard let value = all.first(where: { $0[keyPath: word] == text }) else { return false }
            options[keyPath: member] = value
            return true
        }
    }

    fileprivate static func word<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: StaticString, _ member: any WritableKeyPath<Options, Value> & Sendable, _ help: StaticString
    ) -> OptionRow {
        OptionRow(name: name, words: Value.allCases.map(\.rawValue), kind: .word, help: help) { options, text in
            guard let value = Value(rawValue: text) else { return false }
            options[keyPath: member] = value
            return true
        }
    }

    /// Without a word, it depends on something else.
    fileprivate static func word<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: StaticString, _ member: any WritableKeyPath<Options, Value?> & Sendable, _ help: StaticString
    ) -> OptionRow {
        OptionRow(name: name, words: Value.allCases.map(\.rawValue), kind: .word, help: help) { options, text in
            options[keyPath: member] = Value(rawValue: text)
            return options[keyPath: member] != nil
        }
    }

    fileprivate static func text(
        _ name: StaticString, _ help: StaticString, _ set: @escaping @Sendable (inout Options, String) -> Void
    ) -> OptionRow {
        OptionRow(name: name, words: [], kind: .text, help: help) { options, text in
            set(&options, text)
            return true
        }
    }

    fileprivate static func switched(
        _ name: StaticString, _ help: StaticString, _ set: @escaping @Sendable (inout Options, Bool) -> Void
    ) -> OptionRow {
        OptionRow(name: name, words: [], kind: .switched, help: help) { options, text in
            guard let value = Bool(text) else { return false }
            set(&options, value)
            return true
        }
    }

    fileprivate static func number(
        _ name: StaticString, _ help: StaticString, _ set: @escaping @Sendable (inout Options, Int) -> Void
    ) -> OptionRow {
        OptionRow(name: name, words: [], kind: .number, help: help) { options, text in
            guard let value = Int(text), value >= 0 else { return false }
            set(&options, value)
            return true
        }
    }
}
