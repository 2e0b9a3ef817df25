#if os(Linux)
    import Foundation
    import Testing

    /// What the command takes at most, as the system counts it: as much as the body, and nothing that grows with it.
    @Suite struct MemoryTests {
        private static let data = String(repeating: "QUJD", count: 1 << 18)
        /// What may change from run to run, and a block of what a pipe brings.
        private static let slack = 2 << 20

        private func request(_ data: String) -> String {
            #"{"model":"m","messages":[{"role":"user","content":"#
                + #"[{"type":"image_url","image_url":{"url":"data:image/png;base64,\#(data)"}}]}]}"#
        }

        private func response(_ data: String) -> String {
            #"{"candidates":[{"content":{"role":"model","parts":"#
                + #"[{"inlineData":{"mimeType":"image/png","data":"\#(data)"}}]},"finishReason":"STOP"}]}"#
        }

        @Test("A larger body takes its size more, and no copy", arguments: ["request", "response"], [false, true])
        func growth(_ command: String, _ isPiped: Bool) throws {
            let body = command == "request" ? request : response
            let small = try peak(command, body(Self.data), isPiped)
            let large = try peak(command, body(String(repeating: Self.data, count: 9)), isPiped)
            #expect(small >= 1 << 20 && large >= 9 << 20)
            #expect(large - small <= 8 << 20 + Self.slack, "\(large - small)")
        }

        /// The most memory that a run has taken, in bytes, when it waits for somebody to read what it writes.
        private func peak(_ command: String, _ body: String, _ isPiped: Bool) throws -> Int {
            let file = FileManager.default.temporaryDirectory.appending(path: "twinspeak-\(UUID().uuidString)")
            try Data(body.utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let (source, run, output) = (Process(), Process(), Pipe())
            run.executableURL = Tool.binary
            run.standardOutput = output
            if isPiped {
                let input = Pipe()
                source.executableURL = URL(fileURLWithPath: "/bin/cat")
                source.arguments = [file.path]
                source.standardOutput = input
                try source.run()
                run.standardInput = input
            }
            run.arguments = [command] + (isPiped ? [] : [file.path])
            try run.run()
            // All has been read and translated when something is written, and a pipe does not hold a whole body.
            let begin = try #require(try output.fileHandleForReading.read(upToCount: 1))
            let status = try String(contentsOfFile: "/proc/\(run.processIdentifier)/status", encoding: .utf8)
            let rest = try #require(try output.fileHandleForReading.readToEnd())
            run.waitUntilExit()
            if isPiped { source.waitUntilExit() }
            #expect(run.terminationStatus == 0 && begin.count + rest.count > Self.data.utf8.count)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            return try #require(line.split { !$0.isWholeNumber }.first.flatMap { Int($0) }) << 10
        }
    }
#endif
