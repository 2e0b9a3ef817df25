internal import Twinspeak

extension FieldTable {
    /// A heading and a table for each section.
    static var markdown: String {
        sections.map { section in
            let rows = section.rows.map { "| \($0.openAI.cell) | \($0.gemini.cell) | \($0.rule.cell) |\n" }
            return "### \(section.title)\n\n| OpenAI | Gemini | rule |\n| --- | --- | --- |\n" + rows.joined()
        }.joined(separator: "\n")
    }

    /// The same as compact JSON: `[{ title, rows: [{ openAI, gemini, rule }, …] }, …]`.
    static var json: String {
        let sections = sections.map { section in
            let rows = section.rows.map { row in
                "{\"openAI\":\(row.openAI.quoted),\"gemini\":\(row.gemini.quoted),\"rule\":\(row.rule.quoted)}"
            }
            return "{\"title\":\(section.title.quoted),\"rows\":[\(rows.joined(separator: ","))]}"
        }
        return "[\(sections.joined(separator: ","))]"
    }
}

extension String {
    /// A bar would end the cell.
    fileprivate var cell: String { split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
}
