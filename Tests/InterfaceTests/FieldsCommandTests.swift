import Foundation
import Testing

import Twinspeak

@Suite struct FieldsCommandTests {
    @Test func markdown() throws {
        let run = try Tool("fields")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("### ") } == FieldTable.sections.map { "### \($0.title)" })
        #expect(lines.filter { $0 == "| OpenAI | Gemini | rule |" }.count == FieldTable.sections.count)
        let rows = FieldTable.sections.map(\.rows.count).reduce(0, +)
        #expect(lines.count == FieldTable.sections.count * 3 + rows)
        #expect(run.output.contains("\n| `messages` | `contents` | "))
        #expect(run.output.hasSuffix("|\n"))
    }

    @Test func everyRowHasThreeCells() throws {
        for line in try Tool("fields").output.split(separator: "\n") where line.hasPrefix("|") {
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 4, "\(line)")
        }
    }

    @Test(arguments: [["fields", "--json"], ["fields", "--json", "--pretty"]])
    func json(_ arguments: [String]) throws {
        struct Section: Decodable {
            struct Row: Decodable { let openAI: String, gemini: String, rule: String }
            let title: String
            let rows: [Row]
        }
        let run = try Tool(arguments, input: [])
        let sections = try JSONDecoder().decode([Section].self, from: Data(run.outputBytes))
        #expect(sections.map(\.title) == FieldTable.sections.map(\.title))
        for (section, expected) in zip(sections, FieldTable.sections) {
            #expect(
                section.rows.map { [$0.openAI, $0.gemini, $0.rule] }
                    == expected.rows.map { [$0.openAI, $0.gemini, $0.rule] })
        }
        #expect(run.output.split(separator: "\n").count == 1 || arguments.contains("--pretty"))
    }
}
