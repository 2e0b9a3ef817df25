internal import JSONCore

extension Exchange {
    /// As a JSON object, so that another process can handle the answer. Members in a fixed order, names sorted.
    public var json: [UInt8] {
        var output = JSONOutput()
        output.object { exchange in
            exchange["model"].write(string: model)
            exchange["stream"] = stream
            exchange["includeUsage"] = includeUsage
            exchange["framing"].write(string: framing.rawValue)
            exchange["renamed"].object { names in
                for (name, original) in renamed.sorted(by: { $0.key < $1.key }) {
                    names.slot(string: name).write(string: original)
                }
            }
            exchange["customTools"].array { names in
                let inOrder = customNames.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                for name in inOrder { names.element.write(string: name) }
            }
            exchange["digest"].write(string: digest.digits(16))
        }
        return output.bytes
    }

    /// Reads an exchange from its JSON form, which may also be the member `exchange` of an object.
    ///
    /// - Throws: ``TranslationError`` with code `notJSON`, or `untranslatable` with all findings.
    public init(json: [UInt8]) throws(TranslationError) {
        var exchange = Exchange()
        let report: Report
        do throws(JSONError) {
            var document = JSONDocument()
            report = try document.read(json.span) { root in
                let member = root["exchange"]
                exchange.read(member.exists ? member : root)
                if member.exists { root.ignore() }
                return Report(root, losses: [], options: Options())
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        guard report.isClean else { throw TranslationError(.untranslatable, report: report) }
        self = exchange
    }

    private mutating func read(_ root: JSONValue) {
        guard root.kind == .object else { return root.refuse(expected: "an object") }
        model = text(root["model"]) ?? ""
        stream = truth(root["stream"]) ?? false
        includeUsage = truth(root["includeUsage"]) ?? false
        if text(root["framing"]) != nil {
            if let known = StreamFraming(rawValue: root["framing"].word) {
                framing = known
            } else {
                root["framing"].refuse(.unknownValue, "expected sse or array, found \(root["framing"].found)")
            }
        }
        let names = root["renamed"]
        if names.exists, names.kind != .object { names.refuse(expected: "an object") }
        for (name, original) in names.members { renamed[name.word] = text(original) }
        for name in root["customTools"].elements { if text(name) != nil { customNames.insert(name.key) } }
        guard let text = text(root["digest"]) else { return }
        if let value = UInt64(text, radix: 16) {
            digest = Digest(value: value)
        } else {
            root["digest"].refuse(expected: "16 digits in base 16")
        }
    }

    private func text(_ value: JSONValue) -> String? {
        value.refuseUnlessString()
        return value.string
    }

    private func truth(_ value: JSONValue) -> Bool? {
        if value.exists, value.kind != .bool { value.refuse(expected: "true or false") }
        return value.bool
    }
}
