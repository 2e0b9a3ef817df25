/// Why there is no translation, with every finding.
///
/// Errors are equal when their codes are, so that `#expect(throws: TranslationError(.notJSON))` says enough.
public struct TranslationError: Error, Sendable, Equatable {
    /// What the caller can do about it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String

        /// The input is not JSON, or exceeds a limit before it can be known to be.
        public static let notJSON = Code(description: "notJSON")
        /// The input is JSON without a legal translation.
        public static let untranslatable = Code(description: "untranslatable")
        /// The options contradict themselves or are not understood.
        public static let options = Code(description: "options")
    }

    /// What kind of failure.
    public let code: Code
    /// All findings, errors among them.
    public let report: Report

    /// For hosts that fail in the same words.
    public init(_ code: Code, report: Report = Report()) {
        self.code = code
        self.report = report
    }

    public static func == (left: TranslationError, right: TranslationError) -> Bool { left.code == right.code }
}

extension TranslationError: CustomStringConvertible {
    public var description: String { report.diagnostics.isEmpty ? code.description : report.summary }
}
