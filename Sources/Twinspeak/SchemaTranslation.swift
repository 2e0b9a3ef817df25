internal import JSONCore

/// One schema by itself, translated for the other side.
///
///     let translation = try SchemaTranslation(schema)
///     translation.body        // { "type": "OBJECT", "properties": { … } }
///     translation.report      // what was lost or changed
///
/// For Gemini, a JSON Schema is rewritten for the subset of OpenAPI's that `parameters` and `responseSchema` take,
/// as ``Options/Schemas/openAPI`` does within a request. For OpenAI, such a schema becomes JSON Schema.
public struct SchemaTranslation: Sendable {
    /// The schema: compact JSON in UTF-8.
    public let body: [UInt8]
    /// Everything that was lost or changed.
    public let report: Report

    /// The findings of ``report``.
    public var diagnostics: [Diagnostic] { report.diagnostics }

    /// - Parameters:
    ///   - schema: JSON in UTF-8, an object.
    ///   - format: The side that the schema is for.
    ///   - options: Limits, `strict` and `lenient` count.
    /// - Throws: ``TranslationError`` with all findings, if the schema is not JSON or has no legal translation.
    public init(
        _ schema: [UInt8], to format: WireFormat = .gemini, options: Options = Options()
    ) throws(TranslationError) {
        var document = JSONDocument()
        var output = JSONOutput()
        do throws(JSONError) {
            report = try document.read(schema.span, limits: options.limits.json) { root in
                output.value { slot in
                    guard root.kind == .object else { return root.refuse(expected: "a schema") }
                    switch format {
                    case .gemini: OpenAPISchema.write(root, slot)
                    case .openAI: ProtoSchema.write(root, slot)
                    }
                }
                return Report(root, losses: [], options: options)
            }
        } catch {
            throw TranslationError(.notJSON, report: Report(diagnostics: [Diagnostic(error)]))
        }
        let worst = report.severity ?? .note
        guard worst < .error, !(options.strict && worst == .warning) else {
            throw TranslationError(.untranslatable, report: report)
        }
        body = output.bytes
    }
}
