internal import Twinspeak

/// What a command line asks for.
struct Invocation {
    /// What to do with the command.
    enum Action { case run, help, version }

    var action = Action.run
    private(set) var command: Command?
    /// `-` is standard input.
    private(set) var files = ["-"]
    /// Nil: to be detected.
    var from: WireFormat?
    /// The side that a schema is for.
    var to = WireFormat.gemini
    /// The file with the request that a response answers.
    var request: String?
    /// The HTTP status that the input came with.
    var status: Int?
    /// The headers that it came with.
    var headers: [Header] = []
    var optionsFile: String?
    /// Options that were given as flags, in their order.
    var settings: [(name: String, value: String)] = []
    var identity = Identity()
    /// What a body is held against, beside the two sides.
    var contract: Contract?
    /// The file of a schema, and where in it the schema stands.
    var schema: String?
    var pointer = ""
    var kind = BodyKind.request
    /// What becomes of each value, instead of the result.
    var isExplained = false
    var isPretty = false
    /// Each line is a body.
    var isLines = false
    /// How many lines are translated at the same time; nil: as many as there are cores.
    var jobs: Int?
    /// The result with all that a host needs beside the body.
    var isEnvelope = false
    var isJSON = false
    var diagnostics = DiagnosticsFormat.text

    init(_ arguments: ArraySlice<String>) throws(Failure) {
        var rest = arguments
        var operands: [String] = []
        var isPastOptions = false
        while action == .run, let argument = rest.popFirst() {
            if isPastOptions || argument == "-" || !argument.hasPrefix("-") {
                if command == nil { try choose(argument) } else { operands.append(argument) }
            } else if argument == "--" {
                isPastOptions = true
            } else {
                try take(argument, &rest)
            }
        }
        if action == .run { try finish(operands) }
    }

    private mutating func choose(_ name: String) throws(Failure) {
        command = Command(rawValue: name)
        if command == nil {
            let names = Command.allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage("expected one of \(names), found `\(name)`")
        }
    }

    /// Takes the flag `argument`, and its value from `rest` if it needs one.
    private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>) throws(Failure) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = halves[0] == "-h" ? "--help" : halves[0]
        guard let flag = (command?.flags ?? Flag.general).first(where: { $0.isCalled(name) }) else {
            throw .usage("no option `\(name)`\(command == nil ? " before a command" : "")", command)
        }
        switch flag.value {
        case .none, .switched:
            guard halves.count == 1 else { throw .usage("\(name) takes no value", command) }
            _ = flag.set(&self, name == flag.name ? "true" : "false")
        case .word, .text:
            guard let text = halves.dropFirst().first ?? rest.popFirst() else {
                throw .usage("\(name): expected \(flag.expected), found nothing", command)
            }
            guard let value = flag.spelled(text), flag.set(&self, value) else {
                throw .usage("\(name): expected \(flag.expected), found `\(text)`", command)
            }
        }
    }

    private mutating func finish(_ operands: [String]) throws(Failure) {
        guard let command else { throw .usage("expected a command") }
        guard operands.count <= command.mostOperands else {
            throw .usage("\(command.rawValue): no place for `\(operands[command.mostOperands])`", command)
        }
        if !operands.isEmpty { files = operands }
        let inputs = command.mostOperands == 0 ? [] : files + [request, optionsFile, schema]
        guard inputs.count(where: { $0 == "-" }) <= 1 else {
            throw .usage("standard input can be only one of FILE, --request, --options and --schema", command)
        }
        if isLines, isExplained { throw .usage("--lines and --explain exclude each other", command) }
        if isLines, isPretty { throw .usage("--lines and --pretty exclude each other", command) }
        if schema == nil, !pointer.isEmpty { throw .usage("--pointer needs --schema", command) }
        if schema != nil, from != nil || contract != nil {
            throw .usage("--schema and --as exclude each other", command)
        }
        if jobs != nil, !isLines { throw .usage("--jobs needs --lines", command) }
    }
}
