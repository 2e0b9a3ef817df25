import Foundation
import Testing

/// Lines on several cores.
@Suite struct JobsTests {
    /// Lines of very different sizes, some of them wrong.
    private func input(_ count: Int) -> String {
        (0..<count).map { number in
            let text = String(repeating: "word ", count: number * 7919 % 613)
            let rest = number % 10 == 3 ? #","logit_bias":{"1":2}"# : number % 17 == 5 ? ",," : ""
            return #"{"model":"g","messages":[{"role":"user","content":"\#(number) \#(text)"}]\#(rest)}"# + "\n"
        }.joined()
    }

    @Test func sameBytesForAnyNumber() throws {
        let input = Array(input(2000).utf8)
        let one = try Tool(["request", "--lines"], input: input)
        #expect(one.status == 3)
        #expect(one.outputBytes.count > 1 << 20)
        #expect(one.findings.count == 200 + 118 - 12)
        for jobs in ["1", "2", "3", "7", "64", "auto"] {
            let run = try Tool(["request", "--lines", "--jobs", jobs], input: input)
            #expect(run.status == 3)
            #expect(run.outputBytes == one.outputBytes)
            #expect(run.errors == one.errors)
        }
    }

    // MARK: Pipes

    /// A line comes out before the next one has gone in.
    @Test(.timeLimit(.minutes(1)), arguments: ["1", "2", "5"])
    func linesAreNotHeldBack(_ jobs: String) throws {
        let (process, input, output) = try start(jobs)
        for text in ["one", "two", "three", "four"] {
            let line = #"{"model":"g","messages":[{"role":"user","content":"\#(text)"}]}"# + "\n"
            try input.write(contentsOf: Data(line.utf8))
            #expect(String(decoding: output.availableData, as: UTF8.self).contains(text))
        }
        try input.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["1", "2"])
    func closedPipeIsANormalEnd(_ jobs: String) throws {
        let (process, input, output) = try start(jobs)
        try output.close()
        let line = Data(#"{"model":"g","messages":[{"role":"user","content":"Hi"}]}"#.utf8 + [0x0A])
        // It ends by itself, though its input has no end.
        while process.isRunning { do { try input.write(contentsOf: line) } catch { break } }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    private func start(_ jobs: String) throws -> (Process, input: FileHandle, output: FileHandle) {
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Tool.binary
        process.arguments = ["request", "--lines", "--jobs", jobs]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The child has its own end; the parent's would keep the pipe open.
        try output.fileHandleForWriting.close()
        try input.fileHandleForReading.close()
        return (process, input.fileHandleForWriting, output.fileHandleForReading)
    }
}
