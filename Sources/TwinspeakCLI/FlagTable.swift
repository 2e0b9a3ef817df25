internal import Twinspeak

extension Flag {
    static let from = Flag("--from", .word(WireFormat.allCases.map(\.rawValue)), "what FILE is; detected by default") {
        $0.from = WireFormat(rawValue: $1)
        return true
    }

    static let to = Flag("--to", .word(WireFormat.allCases.map(\.rawValue)), "the side it is for; gemini by default") {
        $0.to = WireFormat(rawValue: $1) ?? .gemini
        return true
    }

    static let request = Flag("--request", .file, "the answered request, its envelope, or its batch") {
        $0.request = $1
        return true
    }

    static let status = Flag(
        "--status", .text("NUMBER", expected: "an HTTP status"), "the HTTP status it came with"
    ) { invocation, text in
        guard let status = Int(text), 100...999 ~= status else { return false }
        invocation.status = status
        return true
    }

    static let header = Flag(
        "--header", .text("NAME:VALUE", expected: "a name, a colon and a value"), "a header it came with; any number"
    ) { invocation, text in
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return false }
        let value = text[colon...].dropFirst().drop { $0 == " " }
        invocation.headers.append(Header(name: String(text[..<colon]), value: String(value)))
        return true
    }

    static let explain = Flag(
        "--explain", .none, "each value with the converter that takes it, and no body"
    ) { invocation, _ in
        invocation.isExplained = true
        return true
    }

    /// A side, or one of the contracts.
    static let `as` = Flag(
        "--as", .word(WireFormat.allCases.map(\.rawValue) + Contract.all.map(\.name)), "what FILE should be"
    ) {
        $0.from = WireFormat(rawValue: $1)
        $0.contract = Contract.named($1)
        return true
    }

    static let kind = Flag("--kind", .word(BodyKind.allCases.map(\.rawValue)), "which body; request by default") {
        $0.kind = BodyKind(rawValue: $1) ?? .request
        return true
    }

    static let schema = Flag("--schema", .file, "a JSON Schema or OpenAPI document instead of --as") {
        $0.schema = $1
        return true
    }

    static let pointer = Flag("--pointer", .text("POINTER", expected: "a JSON Pointer"), "where in --schema it is") {
        $0.pointer = $1
        return true
    }

    static let json = Flag("--json", .none, "as data instead of Markdown") { invocation, _ in
        invocation.isJSON = true
        return true
    }

    static let envelope = Flag(
        "--envelope", .none, "an object with all a host needs beside the body"
    ) { invocation, _ in
        invocation.isEnvelope = true
        return true
    }

    static let pretty = Flag("--pretty", .none, "indent by two spaces") { invocation, _ in
        invocation.isPretty = true
        return true
    }

    /// Many bodies in one file.
    static let lines: [Flag] = [
        Flag("--lines", .none, "a body or batch line in each line, errors in place") { invocation, _ in
            invocation.isLines = true
            return true
        },
        Flag(
            "--jobs", .text("NUMBER|auto", expected: "a number from 1 to \(mostJobs), or auto"),
            "lines at once; auto, by default: all cores"
        ) { invocation, text in
            if text == "auto" {
                invocation.jobs = nil
                return true
            }
            guard let jobs = Int(text), 1...mostJobs ~= jobs else { return false }
            invocation.jobs = jobs
            return true
        },
    ]

    private static let mostJobs = 256

    /// How the result looks, and what is said about it.
    static let output: [Flag] = [.pretty, .diagnostics]

    static let diagnostics = Flag(
        "--diagnostics", .word(DiagnosticsFormat.allCases.map(\.rawValue)), "how findings are written"
    ) {
        $0.diagnostics = DiagnosticsFormat(rawValue: $1) ?? .text
        return true
    }

    /// What an answer is called where the upstream does not say.
    static let identity: [Flag] = [
        Flag("--id", .text("TEXT", expected: "a text"), "the id of an answer that has none") {
            $0.identity.id = $1
            return true
        },
        Flag(
            "--created", .text("SECONDS|now", expected: "seconds since 1970, or now"), "its time; 0 by default"
        ) { invocation, text in
            guard let seconds = text == "now" ? System.now : Int64(text), seconds >= 0 else { return false }
            invocation.identity.created = seconds
            return true
        },
    ]

    /// The options of the library.
    static let options: [Flag] =
        [
            Flag("--options", .file, "options as JSON; flags override them") {
                $0.optionsFile = $1
                return true
            }
        ] + Options.table.map(Flag.init)

    static let general: [Flag] = [
        Flag("--help", .none, "show this help") { invocation, _ in
            invocation.action = .help
            return true
        },
        Flag("--version", .none, "show the version") { invocation, _ in
            invocation.action = .version
            return true
        },
    ]

    private init(_ row: OptionRow) {
        self.init(row.flag, Value(row), "\(row.help)") { invocation, text in
            var options = Options()
            guard options.set("\(row.name)", text) else { return false }
            invocation.settings.append((name: "\(row.name)", value: text))
            return true
        }
    }
}

extension Flag.Value {
    fileprivate static let file = Flag.Value.text("FILE", expected: "a file")

    fileprivate init(_ row: OptionRow) {
        switch row.kind {
        case .word: self = .word(row.words)
        case .switched: self = .switched
        case .text: self = .text("TEXT", expected: row.expected)
        case .number: self = .text("NUMBER", expected: row.expected)
        }
    }
}
