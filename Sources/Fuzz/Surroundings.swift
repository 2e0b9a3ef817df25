import Foundation

/// What comes from outside: the entry, the names that the field lists hold, and files to be replayed.
enum Surroundings {
    /// Named by `FUZZ_ENTRY`.
    static let entry: Entry = {
        let name = ProcessInfo.processInfo.environment["FUZZ_ENTRY"] ?? ""
        guard let entry = Entry(rawValue: name) else { stop("FUZZ_ENTRY: expected one of \(names), found `\(name)`") }
        return entry
    }()

    static var names: String { Entry.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The specifications' own lists of members.
    static let fieldLists: [[UInt8]] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Twinspeak/Validation/FieldLists").standardized
        return ["openai.json", "gemini.json"].map { read(folder.appending(path: $0).path()) }
    }()

    static func read(_ path: String) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { stop("\(path): cannot be read") }
        return [UInt8](data)
    }

    /// Wrong usage is no finding.
    static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data("Fuzz: \(message)\n".utf8))
        exit(2)
    }
}

#if !FUZZING
    @main enum Replay {
        static func main() {
            let arguments = CommandLine.arguments.dropFirst()
            guard let name = arguments.first, let entry = Entry(rawValue: name), arguments.count > 1 else {
                Surroundings.stop("expected ENTRY FILE…, where ENTRY is one of \(Surroundings.names)")
            }
            for path in arguments.dropFirst() { entry.check(input: Surroundings.read(path)) }
            print("\(arguments.count - 1) inputs")
        }
    }
#endif
