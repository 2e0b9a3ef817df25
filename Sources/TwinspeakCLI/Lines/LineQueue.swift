internal import Twinspeak

/// Hands lines out to workers, and writes what became of them in the order of the lines.
///
/// Each worker holds one line at a time. What is done before its turn waits; with four lines for each worker not yet
/// in the output, nobody gets another one, so that one slow line, or a slow reader, cannot fill the memory.
final class LineQueue: @unchecked Sendable {
    // Only inside of `reading`.
    private var reader: LineReader
    private var taken = 0
    /// As far as is known; asked for again only when it is used up.
    private var room = 0

    // Only inside of `writing`.
    private var done: [Outcome?]
    private var finished = 0
    private var ready = LineOutput()
    /// Memory of what was written last, for what comes next.
    private var spare = LineOutput()
    private var worst = ExitCode.done
    /// Somebody waits for input, so nothing is held back.
    private var isWaiting = false
    private var isFlushing = false
    /// Nobody reads the output any more, or it cannot be written.
    private var isStopped = false
    private var failure: Failure?

    private let reading = Monitor()
    private let writing = Monitor()
    private let invocation: Invocation
    private let workers: Int

    private init(_ invocation: Invocation, _ options: Options) {
        self.invocation = invocation
        reader = LineReader(invocation.files, longest: options.limits.mostRead)
        workers = invocation.jobs ?? Threads.cores
        done = Array(repeating: nil, count: 4 * workers)
    }

    /// Has every line translated by `work`.
    ///
    /// - Returns: The code of the worst line.
    static func run(
        _ invocation: Invocation, _ options: Options, _ work: @escaping Invocation.Work
    ) throws(Failure) -> ExitCode {
        let queue = LineQueue(invocation, options)
        Threads.run(queue.workers) {
            var workspace = Workspace()
            var line: [UInt8] = []
            while let (place, source) = queue.take(&line) { queue.put(work(line, source, &workspace), place) }
        }
        queue.setWaiting(true)
        if let failure = queue.failure { throw failure }
        return queue.worst
    }

    // MARK: Reading

    private func take(_ line: inout [UInt8]) -> (place: Int, source: Source)? {
        reading.locked {
            while waitForRoom() {
                defer { taken += 1 }
                do throws(Failure) {
                    return try reader.next(into: &line, fill: fill).map { (taken, $0) }
                } catch {
                    put(Outcome(error), taken)
                }
            }
            return nil
        }
    }

    /// False if no more lines are wanted.
    private func waitForRoom() -> Bool {
        if taken < room { return true }
        return writing.locked {
            while !isStopped, taken - finished >= done.count || (isFlushing && ready.isTooMuch) { writing.wait() }
            room = isStopped ? taken : finished + done.count
            return !isStopped
        }
    }

    private func fill(_ descriptor: Int32, _ chunk: inout [UInt8]) throws(SystemError) -> Int {
        setWaiting(true)
        defer { setWaiting(false) }
        return try System.read(descriptor, into: &chunk)
    }

    private func setWaiting(_ isWaiting: Bool) {
        writing.locked { self.isWaiting = isWaiting }
        flush()
    }

    // MARK: Writing

    private func put(_ outcome: Outcome, _ place: Int) {
        writing.locked {
            done[place % done.count] = outcome
            while let next = done[finished % done.count] {
                done[finished % done.count] = nil
                finished += 1
                worst = max(worst, next.code)
                ready.append(next)
            }
            writing.wake()
        }
        flush()
    }

    /// Writes what is ready, unless it is too little, or somebody else is writing, who will come back for it.
    private func flush() {
        while let lines = beginFlush() {
            var isRead = true
            var failure: Failure?
            System.writeError(lines.findings)
            do throws(Failure) {
                isRead = try invocation.write(lines: lines.output)
            } catch {
                failure = error
            }
            endFlush(lines, isRead: isRead, failure)
        }
    }

    private func beginFlush() -> LineOutput? {
        writing.locked {
            guard !isFlushing, !isStopped, ready.isFull || (isWaiting && !ready.isEmpty) else { return nil }
            isFlushing = true
            swap(&ready, &spare)
            defer { spare = LineOutput() }
            return spare
        }
    }

    private func endFlush(_ lines: consuming LineOutput, isRead: Bool, _ failure: Failure?) {
        lines.clear()
        writing.locked {
            spare = lines
            isFlushing = false
            self.failure = failure
            isStopped = !isRead || failure != nil
            writing.wake()
        }
    }
}

/// What goes to standard output and standard error together.
private struct LineOutput {
    private(set) var output: [UInt8] = []
    private(set) var findings = ""

    var isEmpty: Bool { output.isEmpty && findings.isEmpty }
    /// Worth a call of the system.
    var isFull: Bool { size >= 64 << 10 }
    /// More than a disk that is busy for a moment explains.
    var isTooMuch: Bool { size >= 1 << 20 }

    private var size: Int { output.count + findings.utf8.count }
    /// What is kept of the memory of large lines.
    private static let keptCapacity = 4 << 20

    mutating func append(_ outcome: Outcome) {
        findings += outcome.findings
        guard !outcome.segments.isEmpty else { return }
        for segment in outcome.segments { output += segment }
        output.append(UInt8(ascii: "\n"))
    }

    mutating func clear() {
        findings = ""
        output.removeAll(keepingCapacity: output.capacity <= Self.keptCapacity)
    }
}
