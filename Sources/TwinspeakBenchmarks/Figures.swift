import CMallocCounter

/// The results, for people or machines.
enum Figures {
    static func table(_ benchmarks: [Benchmark]) -> String {
        var lines = [row("payload", "measure", "best MB/s", "median MB/s", "ns/item", "mallocs/item")]
        lines += benchmarks.map { benchmark in
            row(
                benchmark.payload.name, benchmark.measure.rawValue, String(Int(benchmark.best.rounded())),
                String(Int(benchmark.median.rounded())), String(Int(benchmark.nanosecondsPerItem.rounded())),
                malloc_counter_works() ? decimal(benchmark.mallocsPerItem) : "–")
        }
        return lines.joined(separator: "\n")
    }

    private static func row(_ payload: String, _ measure: String, _ numbers: String...) -> String {
        let names = [payload, measure].map { $0 + blanks(20 - $0.count) }
        return (names + numbers.map { blanks(12 - $0.count) + $0 }).joined(separator: " ")
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// One object a line.
    static func json(_ benchmarks: [Benchmark]) -> String {
        benchmarks.map { benchmark in
            let object: SampleJSON = [
                "payload": .string(benchmark.payload.name), "measure": .string(benchmark.measure.rawValue),
                "bytes": .integer(benchmark.bytes), "best": .decimal(benchmark.best),
                "median": .decimal(benchmark.median),
                "nanosecondsPerItem": .decimal(benchmark.nanosecondsPerItem),
                "mallocsPerItem": malloc_counter_works() ? .decimal(benchmark.mallocsPerItem) : .null,
            ]
            return object.text()
        }.joined(separator: "\n")
    }

    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
