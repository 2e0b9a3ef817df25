import Foundation
import Testing

/// Who may import whom. The compiler misses transitive imports, so this table is held against the sources.
@Suite("Imports")
struct ImportsTests {
    /// One row for each folder of `Sources`.
    static let allowed: [String: Set<String>] = [
        "JSONCore": [],
        "ServerSentEvents": [],
        "Twinspeak": ["JSONCore", "ServerSentEvents"],
        "TwinspeakCLI": ["Twinspeak", "Darwin", "Glibc", "Musl"],
        "TwinspeakC": ["Twinspeak", "CTwinspeak"],
        "TwinspeakBenchmarks": ["Twinspeak", "JSONCore", "ServerSentEvents", "CMallocCounter", "Foundation"],
        "Fuzz": ["Twinspeak", "JSONCore", "ServerSentEvents", "Foundation"],
        "FuzzC": ["CTwinspeak"],
    ]

    @Test("A target imports nothing but what its row says", arguments: allowed.keys.sorted())
    func imports(_ target: String) throws {
        let files = try Self.swiftFiles(of: target)
        let allowed = try #require(Self.allowed[target])
        #expect(!files.isEmpty, "Sources/\(target) holds no Swift; take its row off the table")
        for file in files {
            let forbidden = try Self.imports(in: String(contentsOf: file, encoding: .utf8)).subtracting(allowed)
            #expect(forbidden.isEmpty, "\(file.path()) imports \(forbidden.sorted().joined(separator: ", "))")
        }
    }

    @Test("The C library is imported where it is known to be there", arguments: allowed.keys.sorted())
    func systems(_ target: String) throws {
        for file in try Self.swiftFiles(of: target) {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for (place, line) in lines.enumerated() {
                guard let system = Self.imports(in: String(line)).intersection(["Darwin", "Glibc", "Musl"]).first else {
                    continue
                }
                let isAsked = place > 0 && lines[place - 1].hasSuffix("if canImport(\(system))")
                #expect(isAsked, "\(file.path()): import \(system)")
            }
        }
    }

    @Test("Every target has its row")
    func rows() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path())
        let targets = try folders.filter { try !Self.swiftFiles(of: $0).isEmpty }
        #expect(Set(targets).subtracting(Self.allowed.keys) == [], "add a row for it")
    }

    @Test(
        "Imports are found however they are written",
        arguments: [
            ("import A", ["A"]), ("  import A  // why", ["A"]), ("public import A\npackage import B", ["A", "B"]),
            ("internal import A.B", ["A"]), ("@testable import A", ["A"]), ("@_exported public import A", ["A"]),
            ("@_spi(Some) @preconcurrency import A", ["A"]), ("import struct A.B", ["A"]),
            ("private import func A.b", ["A"]),
            ("#if canImport(A)\n    import A\n#endif", ["A"]), ("import A; import B", ["A", "B"]), ("import\tA", ["A"]),
            ("import `A`", ["A"]),
            ("// import A", []), ("/// import A", []), ("let imported = important(A)", []), ("important A", []),
            ("", []),
        ] as [(String, Set<String>)])
    func finder(_ source: String, _ expected: Set<String>) {
        #expect(Self.imports(in: source) == expected)
    }

    private static var sources: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
    }

    private static func swiftFiles(of target: String) throws -> [URL] {
        let paths = FileManager.default.enumerator(atPath: sources.appending(path: target).path())?.allObjects ?? []
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
            .map { sources.appending(path: target).appending(path: $0) }
    }

    private static func imports(in source: String) -> Set<String> {
        let attributes = /(@\w+(\([^)]*\))?\s+)*((public|package|internal|fileprivate|private)\s+)?/
        let kinds = /((struct|class|enum|protocol|typealias|func|let|var)\s+)?/
        let modules = source.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line in
            line.trimmingPrefix(/\s*/).trimmingPrefix(attributes).wholeMatch(of: /import\s+(.*)/)?.output.1
                .trimmingPrefix(kinds).trimmingPrefix("`").prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        }
        return Set(modules.map(String.init))
    }
}
