internal import JSONCore

/// What a service or a document says about the bodies that it takes and gives: a JSON Schema, or an operation of
/// OpenAPI.
///
///     let contract = try Contract(schema: document)
///     let report = contract.validate(request: body)
///     report.isClean      // if not, report.summary says what is wrong, and where
///
/// Held against bodies are `type`, `nullable`, `enum`, `const`, `properties`, `required`, `additionalProperties`,
/// `items`, `allOf`, `anyOf`, `oneOf`, `$ref` within the document, and the bounds of numbers, lengths and counts.
/// Numbers are compared exactly as they are written. Every other assertion, `pattern` and `format` among them, is never
/// evaluated; the note `notChecked` names each that would have applied.
public struct Contract: Sendable {
    /// What it is called; empty for one that a caller made.
    public let name: String
    private let document: [UInt8]
    private let places: Places

    /// A contract of the caller's own.
    ///
    /// - Parameters:
    ///   - schema: JSON in UTF-8: a JSON Schema, an OpenAPI document with one operation, or anything that holds them.
    ///   - pointer: Where the schema or operation stands in it, as RFC 6901 writes it. A schema is held against requests
    ///     and responses alike; of an operation, `requestBody`, the response `200` and the path parameter `model` count.
    /// - Throws: ``TranslationError`` with code `notJSON`, or `options` if there is no schema and no operation.
    public init(schema: [UInt8], pointer: String = "") throws(TranslationError) {
        let places: Places?
        do throws(JSONError) {
            var reading = JSONDocument()
            places = try reading.read(schema.span) { Places(in: $0, at: pointer) }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        guard let places else {
            let message = "expected a schema, or a document with one operation, at `\(pointer)`"
            let fault = Diagnostic(.error, .schemaUnusable, message, .start)
            throw TranslationError(.options, report: Report(diagnostics: [fault]))
        }
        self.init("", schema, places)
    }

    /// A document that is known to be JSON.
    init(_ name: String, _ document: [UInt8], _ places: Places) {
        self.name = name
        self.document = document
        self.places = places
    }

    /// Holds the body of a request against the contract.
    ///
    /// - Parameters:
    ///   - body: JSON in UTF-8.
    ///   - options: `limits` count, and `model`, which must be one that the contract lists.
    /// - Returns: All findings. Nothing fails: a body that is no JSON is a finding too.
    public func validate(request body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        var report = validate(Array(body), places.request, options)
        if let name = options.model?.split(separator: "/").last, let model = places.model {
            let word = JSONOutput.value { $0.write(string: String(name)) }
            let findings = validate(word, model, options).diagnostics
            report.diagnostics.insert(contentsOf: findings.map(\.ofModel), at: 0)
        }
        return report
    }

    /// Holds the body of a successful answer against the contract, as ``validate(request:options:)`` does requests.
    public func validate(response body: some Sequence<UInt8>, options: Options = Options()) -> Report {
        validate(Array(body), places.response, options)
    }

    private func validate(_ body: [UInt8], _ pointer: String?, _ options: Options) -> Report {
        var options = options
        // Nothing is left out of a body that is only looked at.
        options.lenient = false
        do throws(JSONError) {
            var bodies = JSONDocument()
            return try bodies.read(body.span, limits: options.limits.json) { root in
                if !hold(root, against: pointer) { root.note(.notChecked, "the contract says nothing of such a body") }
                // A member that no schema names is nobody's fault.
                root.ignore()
                return Report(root, losses: [], options: options)
            }
        } catch {
            return Report(diagnostics: [Diagnostic(error)])
        }
    }

    /// False if there is nothing to hold it against.
    private func hold(_ root: JSONValue, against pointer: String?) -> Bool {
        guard let pointer else { return false }
        var schemas = JSONDocument()
        let isHeld = try? schemas.read(document.span) { document in
            var references = SchemaReferences(root: document)
            guard let schema = references.value(pointer) else { return false }
            SchemaCheck.check(root, against: schema, in: document) { value, member, severity, code, message in
                value.remark(member, grade: severity.rank, code: code.name, message: message)
            }
            return true
        }
        return isHeld ?? false
    }
}

extension Diagnostic {
    /// The model stands in the path, where no pointer leads.
    fileprivate var ofModel: Diagnostic {
        Diagnostic(
            severity: severity, code: code, pointer: pointer, message: "the model: \(message)", line: line,
            column: column)
    }
}
