import Foundation

// Speed and allocations of parsing, rewriting and translating.
//
//     swift run -c release TwinspeakBenchmarks
//
// Tests/Benchmarks/compare.py sets the figures beside those of orjson, instructions.sh counts instructions.

guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
    print(Arguments.usage)
    exit(2)
}

var results: [Benchmark] = []
for payload in try arguments.payloads() {
    if let folder = arguments.folder {
        try Payloads.write(payload, to: URL(fileURLWithPath: folder))
    } else {
        var benchmarks = arguments.measures.filter { $0.kind == payload.kind }.map { Benchmark(payload, $0) }
        try benchmarks.run(rounds: arguments.rounds)
        results += benchmarks
    }
}
if arguments.folder == nil { print(arguments.printsJSON ? Figures.json(results) : Figures.table(results)) }
