internal import JSONCore

extension Report {
    /// Gathers what converters said about a document, and what they left unused.
    ///
    /// - Parameter losses: why known members have no counterpart, and how much that matters.
    init(_ root: JSONValue, losses: [Loss], options: Options) {
        self.init()
        guard root.hasFindings || root.hasByteOrderMark else { return }
        var findings: [Diagnostic] = []
        var remoteMedia: [RemoteMedia] = []
        if root.hasByteOrderMark {
            findings.append(Diagnostic(.note, .byteOrderMark, "a byte-order mark was skipped", JSONPlace.start))
        }
        let more = root.inspect(
            limit: options.limits.diagnostics,
            // What has a reason of its own is lost as a whole.
            descend: { pointer in
                losses.contains { $0.names(below: pointer) } && !losses.contains { $0.matches(pointer) }
            },
            report: { value, place, remark in
                if let remark {
                    let severity = Diagnostic.Severity(rank: remark.grade)
                    findings.append(Diagnostic(severity, Diagnostic.Code(remark.code), remark.message, place))
                    if findings.last?.code == .remoteMedia, let url = value.string {
                        remoteMedia.append(RemoteMedia(pointer: place.pointer, url: url))
                    }
                } else {
                    findings.append(Self.unused(value, place, losses))
                }
            })
        if more > 0 {
            let grade = root.highestGrade { remark in
                !options.lenient || remark.grade < Diagnostic.Severity.error.rank || remark.isOfDocument
                    || !Diagnostic.Code(remark.code).isDegradable
            }
            let severity = Diagnostic.Severity(rank: grade ?? 0)
            findings.append(Diagnostic(unlisted: more, severity, options.limits))
        }
        unlisted = more
        self.remoteMedia = remoteMedia
        diagnostics = options.lenient ? findings.map(\.degraded) : findings
    }

    private static func unused(_ value: JSONValue, _ place: JSONPlace, _ losses: [Loss]) -> Diagnostic {
        if value.isShadowed {
            return Diagnostic(
                .warning, .duplicateMember, "the member is given more than once; another one counts", place)
        }
        if let loss = losses.first(where: { $0.matches(place.pointer) }) {
            return Diagnostic(loss.severity, loss.code, "\(loss.because)", place)
        }
        return Diagnostic(.warning, .unknownMember, "not known, and not translated", place)
    }
}

extension Diagnostic {
    init(_ severity: Severity, _ code: Code, _ message: String, _ place: JSONPlace) {
        self.init(
            severity: severity, code: code, pointer: place.pointer, message: message, line: place.line,
            column: place.column)
    }

    /// Whatever is not listed counts as much as the gravest of it could.
    init(unlisted count: Int, _ severity: Severity, _ limits: Options.Limits) {
        let message = "\(count) more findings than the limit of \(limits.diagnostics)"
        self.init(max(.warning, severity), .moreDiagnostics, message, JSONPlace.start)
    }

    init(_ error: JSONError) {
        let limits: [JSONError.Reason] = [.tooLarge, .tooManyNodes, .tooDeep]
        self.init(
            severity: .error, code: limits.contains(error.reason) ? .limitExceeded : .notJSON, pointer: "",
            message: "\(error)", line: error.line, column: error.column)
    }

    /// With `lenient`, what could be left out of the output was; the rest stays an error, and so does a body that is
    /// left out as a whole.
    fileprivate var degraded: Diagnostic {
        guard severity == .error, !pointer.isEmpty, code.isDegradable else { return self }
        return Diagnostic(
            severity: .warning, code: code, pointer: pointer, message: message + "; left out", line: line,
            column: column)
    }
}

extension Diagnostic.Code {
    fileprivate var isDegradable: Bool {
        [.wrongKind, .outOfRange, .unknownValue, .unknownPart, .unusableMedia].contains(self)
    }
}
