/// The command line.
struct Arguments {
    var rounds = 20
    var printsJSON = false
    /// A payload, or payload and measure: `small`, `transcripts/toGemini`.
    var only: String?
    /// How many documents a payload of several has.
    var documents = 64
    /// Where payloads are written to, instead of measuring.
    var folder: String?

    static let usage = """
        TwinspeakBenchmarks [--rounds N] [--only PAYLOAD[/MEASURE]] [--documents N] [--json]
        TwinspeakBenchmarks --write FOLDER [--only PAYLOAD]

        payloads  \(Payloads.names.joined(separator: ", "))
        measures  \(Measure.allCases.map(\.rawValue).joined(separator: ", "))
        """

    /// Nil if they are not understood, or name nothing that there is.
    init?(_ arguments: some Sequence<String>) {
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--json": printsJSON = true
            case "--only":
                guard let only = rest.next() else { return nil }
                self.only = only
            case "--write":
                guard let folder = rest.next() else { return nil }
                self.folder = folder
            case "--documents":
                guard let documents = rest.next().flatMap({ Int($0) }), documents > 0 else { return nil }
                self.documents = documents
            case "--rounds":
                guard let rounds = rest.next().flatMap({ Int($0) }), rounds > 0 else { return nil }
                self.rounds = rounds
            default: return nil
            }
        }
        if names.isEmpty || measures.isEmpty { return nil }
    }

    func payloads() throws -> [Payload] { try names.compactMap { try Payloads.named($0, documents: documents) } }

    private var names: [String] {
        guard let only else { return Payloads.names }
        return Payloads.names.filter { only.prefix { $0 != "/" } == $0 }
    }

    var measures: [Measure] {
        guard let only, let slash = only.firstIndex(of: "/") else { return Measure.allCases }
        return Measure.allCases.filter { only[slash...].dropFirst() == $0.rawValue }
    }
}
