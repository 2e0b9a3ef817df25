import Foundation
import Testing

@testable import Twinspeak

/// Every code is explained where it is declared, and shown by a body that is not valid.
@Suite struct DiagnosticCodeTests {
    @Test func everyCodeIsShown() throws {
        let source = Fixture.root.deletingLastPathComponent()
            .appending(path: "Sources/Twinspeak/Diagnostics/DiagnosticCode.swift")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
        var codes: Set<String> = []
        for (place, line) in lines.enumerated() {
            guard let match = line.firstMatch(of: /public static var (\w+): Code/) else { continue }
            codes.insert(String(match.1))
            #expect(lines[place - 1].contains("///"), "\(match.1)")
        }
        var shown: Set<String> = []
        for fixture in try Fixture.invalid() {
            for file in ["report.txt", "validation.txt"] {
                guard let text = try? String(contentsOf: fixture.folder.appending(path: file), encoding: .utf8) else {
                    continue
                }
                for match in text.matches(of: /(?:note|warning|error) (\w+)/) { shown.insert(String(match.1)) }
            }
        }
        #expect(codes.count >= 39)
        #expect(codes.subtracting(shown).sorted() == [])
    }
}
