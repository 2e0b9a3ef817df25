import Foundation

/// One run of the built `twinspeak`.
struct Tool {
    let status: Int32
    /// The process ended by itself and not by a signal.
    let isExit: Bool
    let outputBytes: [UInt8]
    let errors: String

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// The lines of standard error.
    var findings: [String] { errors.split(separator: "\n").map(String.init) }

    /// Runs the command with `input` on its standard input, and a temporary folder's files in place of their names.
    ///
    /// Input and output are files, so that no buffer of a pipe can fill up and stop both sides.
    init(_ arguments: String..., input: String = "", files: [String: String] = [:]) throws {
        try self.init(arguments, input: Array(input.utf8), files: files)
    }

    init(_ arguments: [String], input: [UInt8], files: [String: String] = [:], output: FileHandle? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "twinspeak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let streams = ["in", "out", "err"].map { folder.appending(path: ".\($0)") }
        for stream in streams { try Data(input).write(to: stream) }

        let process = Process()
        process.executableURL = Self.binary
        process.currentDirectoryURL = folder
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: streams[0])
        process.standardOutput = try output ?? Self.emptied(streams[1])
        process.standardError = try Self.emptied(streams[2])
        try process.run()
        process.waitUntilExit()

        status = process.terminationStatus
        isExit = process.terminationReason == .exit
        outputBytes = output == nil ? [UInt8](try Data(contentsOf: streams[1])) : []
        errors = String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    }

    private static func emptied(_ file: URL) throws -> FileHandle {
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 0)
        return handle
    }

    /// Beside the test bundle.
    static var binary: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return folder.appending(path: "twinspeak")
    }
}
