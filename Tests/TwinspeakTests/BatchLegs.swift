@testable import Twinspeak

/// The lines of a batch file translated, and those that have a translation translated back.
struct BatchLegs {
    private(set) var out: [UInt8] = []
    private(set) var back: [UInt8] = []
    /// The findings of both ways, each with the number of its line.
    private(set) var report = ""

    init(_ fixture: Fixture) {
        let (near, far) = (fixture.format, fixture.format.other)
        var tolerant = fixture.options
        tolerant.strict = false
        var workspace = Workspace()
        for (index, line) in fixture.input.split(separator: UInt8(ascii: "\n")).enumerated() {
            let there = Self.translate(Array(line), near, far, fixture, fixture.options, &workspace)
            append(there, index + 1, "out", to: \.out)
            guard there.refusal == nil else { continue }
            append(
                Self.translate(there.line, far, near, fixture, tolerant, &workspace), index + 1, "back", to: \.back)
        }
    }

    /// - Parameter near: the side that the line is from.
    private static func translate(
        _ line: [UInt8], _ near: WireFormat, _ far: WireFormat, _ fixture: Fixture, _ options: Options,
        _ workspace: inout Workspace
    ) -> BatchTranslation {
        switch fixture.kind {
        case .request:
            Translator(client: near, upstream: far, options: options).batchRequest(line.span, using: &workspace)
        case .response, .error, .stream, .chunk:
            Translator(client: far, upstream: near, options: options)
                .batchResult(line.span, identity: fixture.identity, using: &workspace)
        }
    }

    private mutating func append(
        _ translation: BatchTranslation, _ number: Int, _ leg: String, to file: WritableKeyPath<BatchLegs, [UInt8]>
    ) {
        self[keyPath: file] += translation.line + [UInt8(ascii: "\n")]
        report += translation.diagnostics.map { "\(leg) \(number) \($0)\n" }.joined()
    }
}
