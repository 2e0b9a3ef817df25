import Foundation
import Testing

@testable import TwinspeakCLI

/// What is kept of a file while it is read.
@Suite struct LineReaderTests {
    private func lines(_ files: [String], longest: Int) throws -> [(text: String, line: Int?)] {
        var reader = LineReader(files, longest: longest)
        var line: [UInt8] = []
        var lines: [(String, Int?)] = []
        while let source = try reader.next(
            into: &line,
            fill: { (descriptor, chunk) throws(SystemError) in try System.read(descriptor, into: &chunk) })
        {
            lines.append((String(decoding: line, as: UTF8.self), source.line))
        }
        return lines
    }

    @Test func longLines() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let long = String(repeating: "x", count: 1_000_000)
        try Data("\(long)\nshort\n\n\(long)\n1234567890\nlast".utf8).write(to: file)
        let found = try lines([file.path, file.path], longest: 10)
        let cut = String(repeating: "x", count: 10)
        let once = [cut, "short", cut, "1234567890", "last"]
        #expect(found.map(\.text) == once + once)
        #expect(found.map(\.line) == [1, 2, 4, 5, 6, 1, 2, 4, 5, 6])
    }
}
