import Foundation
import Testing

/// A process that loads Foundation starts several times slower, and a filter starts once for each request.
@Suite struct LinkageTests {
    @Test func noFoundation() throws {
        let process = Process()
        let output = Pipe()
        #if os(Linux)
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["ldd", Tool.binary.path]
        #else
            process.executableURL = URL(fileURLWithPath: "/usr/bin/otool")
            process.arguments = ["-L", Tool.binary.path]
        #endif
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let libraries = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(process.terminationStatus == 0)
        #expect(libraries.contains { $0.contains("libswiftCore") })
        #expect(
            !libraries.contains { $0.contains("Foundation") },
            "remove the import of Foundation from the command or from what it depends on")
    }
}
