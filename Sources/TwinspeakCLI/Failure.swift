internal import Twinspeak

/// How a run ended, for the caller's script.
enum ExitCode: Int32, CaseIterable, Comparable {
    case done = 0
    case faulty = 1
    case usage = 2
    case notJSON = 3
    case untranslatable = 4

    static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }

    var help: String {
        switch self {
        case .done: "done"
        case .faulty: "validate found errors, with --strict warnings; or a stream was cut off"
        case .usage: "wrong usage, or a file that cannot be read or written"
        case .notJSON: "the input is not JSON, or exceeds a limit"
        case .untranslatable: "the input has no legal translation; with --strict, none without a loss"
        }
    }
}

/// Why there is no output.
struct Failure: Error {
    let code: ExitCode
    /// For standard error.
    let text: String

    /// The command line cannot be understood; `command` names the help that says more.
    static func usage(_ message: String, _ command: Command? = nil) -> Failure {
        let help = ["twinspeak", command?.rawValue, "--help"].compactMap(\.self).joined(separator: " ")
        return Failure(code: .usage, text: "twinspeak: \(message.onOneLine)\nsee `\(help)`\n")
    }

    static func file(_ name: String, _ error: SystemError) -> Failure {
        Failure(code: .usage, text: "twinspeak: \(name.onOneLine): \(error.text)\n")
    }

    /// The file of options cannot be used.
    static func options(_ name: String, _ error: TranslationError) -> Failure {
        let lines = error.report.diagnostics.map { "twinspeak: \(name.onOneLine): \($0.line(.text))" }
        return Failure(code: .usage, text: lines.joined())
    }

    /// The upstream's stream ended too early, which standard output says.
    static func truncated(_ findings: String) -> Failure { Failure(code: .faulty, text: findings) }

    /// A body is not JSON, or has no legal translation, or nobody knows what it is.
    static func translation(_ error: TranslationError, _ findings: String) -> Failure {
        switch error.code {
        case .notJSON: Failure(code: .notJSON, text: findings)
        case .undecided: Failure(code: .usage, text: findings)
        default: Failure(code: .untranslatable, text: findings)
        }
    }
}
