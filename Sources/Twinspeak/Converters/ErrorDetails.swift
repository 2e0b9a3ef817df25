internal import JSONCore

/// What is said of a failure beyond its message.
///
///     Gemini   details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain, metadata },
///                        { "@type": "…/google.rpc.BadRequest", fieldViolations: [{ field, description }, …] },
///                        { "@type": "…/google.rpc.QuotaFailure", violations: [{ quotaId, quotaValue }, …] },
///                        { "@type": "…/google.rpc.RetryInfo", retryDelay: "34.4s" }, …]
///     OpenAI   param: the first field; headers retry-after and retry-after-ms
struct ErrorDetails {
    private let list: [JSONValue]

    init(_ list: JSONElements?) { self.list = list.map(Array.init) ?? [] }

    // MARK: Reading

    private func all(_ type: StaticString) -> [JSONValue] {
        list.filter { $0["@type"].decoded.hasExactSuffix(type) }
    }

    /// The first field that is at fault.
    var field: Failure.Word {
        let fields = all("google.rpc.BadRequest").flatMap { $0["fieldViolations"].elements.map { $0["field"] } }
        return fields.first { $0.kind == .string && !$0.isEmptyString }.map(Failure.Word.given) ?? .none
    }

    var delay: RetryDelay? { all("google.rpc.RetryInfo").lazy.compactMap { RetryDelay($0["retryDelay"]) }.first }

    var isOfKey: Bool { all("google.rpc.ErrorInfo").contains { $0["reason"] == "API_KEY_INVALID" } }

    /// A quota that nobody gets back within seconds: of a day, or of nothing.
    var isQuotaOfADay: Bool {
        let violations = all("google.rpc.QuotaFailure").flatMap { Array($0["violations"].elements) }
        let limits = all("google.rpc.ErrorInfo").map { $0["metadata"] }
        return violations.contains { Self.isOfADay($0["quotaId"], $0["quotaValue"]) }
            || limits.contains { Self.isOfADay($0["quota_limit"], $0["quota_limit_value"]) }
    }

    private static func isOfADay(_ name: JSONValue, _ limit: JSONValue) -> Bool {
        name.decoded.firstRange(of: "PerDay") != nil || limit == "0"
    }

    /// Chat completions have no place for details.
    func note() {
        for detail in list {
            let type = detail["@type"].word.split(separator: ".").last ?? "Any"
            switch type {
            case "RetryInfo" where RetryDelay(detail["retryDelay"]) != nil:
                detail.note(.saidDifferently, "goes into the headers retry-after and retry-after-ms")
            case "BadRequest": detail.note(.approximated, "only the first field has a place, as `param`")
            default: detail.note(.noCounterpart, "chat completions have no place for \(type)")
            }
        }
    }

    // MARK: Writing

    static func write(_ failure: Failure, _ details: JSONArrayWriter) {
        let given = ErrorDetails(failure.details)
        for detail in given.list {
            if detail["@type"].kind == .string {
                details.append(detail)
            } else {
                detail.note(.noCounterpart, "Gemini's details name their type")
            }
        }
        write(failure.violations, details)
        if case .given(let param) = failure.param, given.all("google.rpc.BadRequest").isEmpty {
            badRequest(details) { violations in
                violations.object { violation in
                    violation["field"] = param
                    failure.message.write(to: violation["description"], isAgain: true)
                }
            }
        }
        guard let delay = failure.delay, given.delay == nil else { return }
        details.object { info in
            info["@type"] = "type.googleapis.com/google.rpc.RetryInfo"
            info["retryDelay"].write(string: delay.duration)
        }
    }

    private static func write(_ findings: [(field: String, description: String)], _ details: JSONArrayWriter) {
        if findings.isEmpty { return }
        badRequest(details) { violations in
            for finding in findings {
                violations.object { violation in
                    violation["field"].write(string: finding.field)
                    violation["description"].write(string: finding.description)
                }
            }
        }
    }

    private static func badRequest(_ details: JSONArrayWriter, _ violations: (JSONArrayWriter) -> Void) {
        details.object { bad in
            bad["@type"] = "type.googleapis.com/google.rpc.BadRequest"
            bad["fieldViolations"].array(violations)
        }
    }
}
