import CMallocCounter

/// One measure on one payload: the time of each round, and what a document costs in allocations.
struct Benchmark {
    let payload: Payload
    let measure: Measure
    private(set) var times: [Duration] = []
    private(set) var mallocs = 0
    private(set) var check = 0

    init(_ payload: Payload, _ measure: Measure) {
        self.payload = payload
        self.measure = measure
    }

    /// Runs the documents once, and takes the time. Its name is where instructions begin to be counted.
    @inline(never)
    mutating func round(_ engine: inout Engine) throws {
        let documents = measure.documents(of: payload)
        let clock = ContinuousClock()
        let before = malloc_counter_count()
        let start = clock.now
        for _ in 0..<payload.repetitions {
            for document in documents { check &+= try engine.run(measure, document) }
        }
        let time = clock.now - start
        mallocs = Int(malloc_counter_count() - before)
        times.append(time)
    }

    /// The first round finds caches and buffers cold.
    mutating func forgetWarmUp() { times.removeFirst() }

    // MARK: Figures

    var bytes: Int { measure.documents(of: payload).reduce(0) { $0 + $1.count } * payload.repetitions }

    var mallocsPerItem: Double { Double(mallocs) / Double(payload.items) }
    /// Of the median round.
    var nanosecondsPerItem: Double { Double(bytes) / median * 1000 / Double(payload.items) }

    /// In megabytes per second.
    var best: Double { times.min().map(speed) ?? 0 }
    var median: Double { times.isEmpty ? 0 : speed(times.sorted()[times.count / 2]) }

    private func speed(_ time: Duration) -> Double { Double(bytes) / 1e6 / (time / .seconds(1)) }
}

extension [Benchmark] {
    /// One round of each in turn, so that whatever disturbs the machine disturbs all alike.
    mutating func run(rounds: Int) throws {
        var engine = Engine()
        for round in 0...rounds {
            for index in indices {
                try self[index].round(&engine)
                if round == 0 { self[index].forgetWarmUp() }
            }
        }
    }
}
