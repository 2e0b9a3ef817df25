import Foundation
import Testing

/// Severities have colours where people read them, and nowhere else.
@Suite struct ColorTests {
    private let lossy = #"{"model":"g","messages":[{"role":"user","content":"Hi"}],"logit_bias":{"1":2}}"#

    /// Standard error of the command, on a terminal that `script` makes.
    private func terminal(_ arguments: String, _ environment: [String: String] = [:]) throws -> String {
        let command = "printf '%s' '\(lossy)' | '\(Tool.binary.path)' request \(arguments) > /dev/null"
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        #if os(Linux)
            process.arguments = ["-q", "-e", "-c", command, "/dev/null"]
        #else
            process.arguments = ["-q", "/dev/null", "/bin/sh", "-c", command]
        #endif
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func onATerminal() throws {
        #expect(try terminal("").hasPrefix("\u{1b}[33mwarning\u{1b}[0m noCounterpart /logit_bias: "))
        #expect(try terminal("", ["NO_COLOR": ""]).hasPrefix("\u{1b}[33mwarning"))
        #expect(try terminal("--lines").hasPrefix("-:1: \u{1b}[33mwarning\u{1b}[0m noCounterpart"))
    }

    @Test func withoutColors() throws {
        #expect(try terminal("", ["NO_COLOR": "1"]).hasPrefix("warning noCounterpart /logit_bias: "))
        #expect(try terminal("", ["TERM": "dumb"]).hasPrefix("warning "))
        #expect(try terminal("--diagnostics=json").hasPrefix("{\"severity\":\"warning\","))
        #expect(try Tool("request", input: lossy).errors.hasPrefix("warning "))
    }
}
