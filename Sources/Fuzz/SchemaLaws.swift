import Twinspeak

/// One schema for the other side.
struct SchemaLaws {
    private let options: Options
    private let format: WireFormat

    init(_ choices: Choices) {
        options = choices.options
        format = choices.format
    }

    func check(_ schema: [UInt8]) {
        guard let once = translated(schema) else { return }
        expect(translated(schema)?.body == once.body, "two translations differ")
        BodyLaws.expectJSON(once.body, "schema")
        BodyLaws.expectOrder(once.report)
        guard options.limits == Options.Limits() else { return }
        let pretty = translated(JSONLayout.pretty(schema))
        expect(pretty?.body == once.body, "layout changes the schema")
        expect(pretty.map { BodyLaws.words($0.report) } == BodyLaws.words(once.report), "layout changes the findings")
        guard format == .openAI else { return }
        let twice = translated(once.body)
        expect(
            twice?.body == once.body, "what was rewritten is rewritten: \(String(decoding: once.body, as: UTF8.self))")
        expect(twice?.diagnostics.isEmpty == true, "findings about what was rewritten")
    }

    private func translated(_ schema: [UInt8]) -> SchemaTranslation? {
        do throws(TranslationError) {
            return try SchemaTranslation(schema, to: format.other, options: options)
        } catch {
            expect(BodyLaws.hasErrors(error.report) || options.strict, "refused without an error")
            return nil
        }
    }
}
