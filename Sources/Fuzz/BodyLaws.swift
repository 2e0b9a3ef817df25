import JSONCore
import Twinspeak

/// What holds of whatever comes out, and how two translations of the same are compared.
enum BodyLaws {
    static func expectJSON(_ body: [UInt8], _ what: String) {
        var document = JSONDocument()
        do throws(JSONError) {
            try document.read(body.span) { root in
                expect(root.kind == .object, "\(what): no object")
                expectNames(root, what)
            }
        } catch {
            broken("\(what): no JSON, \(error)")
        }
    }

    /// What the library itself writes has no member twice; what it carries may.
    private static func expectNames(_ root: JSONValue, _ what: String) {
        var names: Set<String> = []
        for (name, _) in root.members {
            expect(names.insert(name.decoded.string).inserted, "\(what): `\(name.decoded.string)` twice")
        }
    }

    /// Only what wants a legal body from the start.
    static func expectNoErrors(_ report: Report, _ body: [UInt8], isAsked: (Diagnostic) -> Bool = { _ in false }) {
        let error = report.diagnostics.first { $0.severity == .error && !isAsked($0) }
        expect(error == nil, "not valid: \(error?.description ?? "") in \(String(decoding: body, as: UTF8.self))")
    }

    static func hasErrors(_ report: Report) -> Bool { report.severity == .error }

    /// Findings without their lines and columns, which layout moves.
    static func words(_ report: Report) -> [String] {
        report.diagnostics.map { "\($0.severity.rawValue) \($0.code) \($0.pointer): \($0.message)" }
    }

    static func expectOrder(_ report: Report) {
        for (before, after) in zip(report.diagnostics, report.diagnostics.dropFirst())
        where after.code != .moreDiagnostics {
            expect((before.line, before.column) <= (after.line, after.column), "\(after) stands behind \(before)")
        }
        for finding in report.diagnostics {
            expect(finding.line > 0 && finding.column > 0 && !finding.message.isEmpty, "\(finding): no place")
            expect(finding.pointer.isEmpty || finding.pointer.hasPrefix("/"), "\(finding): no pointer")
        }
    }
}
