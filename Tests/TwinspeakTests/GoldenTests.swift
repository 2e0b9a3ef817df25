import Foundation
import Testing

@testable import Twinspeak

/// Every case folder: translated there and back, compared byte by byte with what was recorded and read before.
///
/// `UPDATE_FIXTURES=1 swift test` records, and fails so that nobody takes recording for passing.
@Suite struct GoldenTests {
    @Test(arguments: try Fixture.requests())
    func request(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: try Fixture.responses())
    func response(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: try Fixture.errors())
    func error(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: try Fixture.streams())
    func stream(_ fixture: Fixture) throws {
        let run = try StreamRun(fixture)
        let recording = Recording(fixture)
        let ending = fixture.options.framing == .array ? "json" : "sse"
        try recording.compare("out.\(fixture.format.other.rawValue).\(ending)", with: run.output)
        try recording.compare("report.txt", with: Array(run.report.utf8))
    }

    /// What a translation says of a body that is not valid; most have none.
    @Test(arguments: try Fixture.invalid().filter { $0.kind == .request })
    func invalid(_ fixture: Fixture) throws {
        let translator = Translator(client: fixture.format, upstream: fixture.format.other, options: fixture.options)
        let report: [UInt8]
        do throws(TranslationError) {
            let request = try translator.request(fixture.input)
            report = Array("translated\n".utf8) + lines(request.report, "out")
        } catch {
            report = lines(error.report, "out")
        }
        try Recording(fixture).compare("report.txt", with: report)
    }

    @Test(arguments: try Fixture.batches())
    func batch(_ fixture: Fixture) throws {
        let legs = BatchLegs(fixture)
        let recording = Recording(fixture)
        try recording.compare("out.\(fixture.format.other.rawValue).jsonl", with: legs.out)
        try recording.compare("back.\(fixture.format.rawValue).jsonl", with: legs.back)
        try recording.compare("report.txt", with: Array(legs.report.utf8))
    }

    @Test func caseCounts() throws {
        #expect(try Fixture.folders("requests").count == 336)
        #expect(try Fixture.folders("responses").count == 200)
        #expect(try Fixture.folders("invalid").count == 231)
        #expect(try Fixture.folders("errors").count == 147)
        #expect(try Fixture.folders("streams").count == 221)
        #expect(try Fixture.folders("batches").count == 6)
        #expect(try Fixture.relays().count == 4)
    }

    private func check(_ fixture: Fixture) throws {
        let legs = try Legs(fixture)
        let recording = Recording(fixture)
        try recording.compare("out.\(fixture.format.other.rawValue).json", with: pretty(legs.out))
        if !legs.head.isEmpty, fixture.kind == .error {
            try recording.compare("out.http.txt", with: Array(legs.head.utf8))
        }
        try recording.compare("back.\(fixture.format.rawValue).json", with: pretty(legs.back))
        try recording.compare("report.txt", with: lines(legs.outReport, "out") + lines(legs.backReport, "back"))
    }

    private func pretty(_ json: [UInt8]) -> [UInt8] { JSONLayout.pretty(json) + [UInt8(ascii: "\n")] }

    private func lines(_ report: Report, _ leg: String) -> [UInt8] {
        Array(report.diagnostics.map { "\(leg) \($0)\n" }.joined().utf8)
    }
}

/// The recorded files of one case.
struct Recording {
    let folder: URL
    let isRecording = ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1"

    init(_ fixture: Fixture) { self.init(fixture.folder) }

    init(_ folder: URL) { self.folder = folder }

    func compare(_ name: String, with actual: [UInt8]) throws {
        let file = folder.appending(path: name)
        let recorded = (try? Data(contentsOf: file)).map { [UInt8]($0) }
        guard recorded != actual else { return }
        if isRecording {
            try Data(actual).write(to: file)
            Issue.record("recorded \(file.path); review it")
        } else {
            Issue.record(
                """
                \(file.path) differs
                ─── recorded
                \(recorded.map { String(decoding: $0, as: UTF8.self) } ?? "nothing")
                ─── actual
                \(String(decoding: actual, as: UTF8.self))
                ─── UPDATE_FIXTURES=1 swift test records it
                """)
        }
    }
}
