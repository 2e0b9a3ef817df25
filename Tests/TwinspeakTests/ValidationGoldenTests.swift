import Foundation
import Testing

@testable import Twinspeak

/// What the validator says of every case of the golden suite.
///
/// Beside a body that it complains of stands `validation.txt`; a body without that file has neither error nor warning.
@Suite struct ValidationGoldenTests {
    @Test(arguments: try Fixture.requests() + Fixture.responses())
    func valid(_ fixture: Fixture) throws {
        let findings = try fixture.validated().diagnostics.filter { $0.severity > .note }
        let file = fixture.folder.appending(path: "validation.txt")
        if findings.isEmpty, !FileManager.default.fileExists(atPath: file.path) { return }
        try compare(findings, fixture)
    }

    /// Something is wrong, and everything is said.
    @Test(arguments: try Fixture.invalid())
    func invalid(_ fixture: Fixture) throws {
        let report = try fixture.validated()
        let least: Diagnostic.Severity = fixture.options.strict ? .warning : .error
        #expect((report.severity ?? .note) >= least, "\(report.summary)")
        try compare(report.diagnostics, fixture)
    }

    private func compare(_ findings: [Diagnostic], _ fixture: Fixture) throws {
        try Recording(fixture).compare("validation.txt", with: Array(findings.map { "\($0)\n" }.joined().utf8))
    }
}

extension Fixture {
    /// By the case's own schema, where it has one.
    func validated() throws -> Report {
        if let schema = try? Data(contentsOf: folder.appending(path: "schema.json")) {
            return try Contract(schema: [UInt8](schema)).validate(request: input, options: options)
        }
        return switch kind {
        case .request, .stream: format.validate(request: input, options: options)
        case .response: format.validate(response: input, options: options)
        case .chunk: format.validate(chunk: input, options: options)
        case .error: format.validate(error: input, options: options)
        }
    }
}
