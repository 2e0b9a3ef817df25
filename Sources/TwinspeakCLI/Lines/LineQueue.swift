internal import Twinspeak

/// Hands lines out to workers, and writes what became of them in the order of the lines.
///
/// Each worker holds one line at a time. What is done before its turn waits; with four lines for each worker not yet
/// written, nobody gets another one, so that one slow line cannot fill the memory.
final class LineQueue: @unchecked Sendable {
    // Only inside of `reading`.
    private var reader: LineReader
    private var taken = 0
    /// As far as is known; asked for again only when it is used up.
    private var room = 0

    // Only inside of `writing`.
    private var done: [Outcome?]
    private var written = 0
    private var output: [UInt8] = []
    private var findings = ""
    private var worst = ExitCode.done
    /// Somebody waits for input, so nothing is held back.
    private var isWaiting = false
    /// Nobody reads the output any more, or it cannot be written.
    private var isStopped = false
    private var failure: Failure?

    private let reading = Monitor()
    private let writing = Monitor()
    private let invocation: Invocation

    private init(_ invocation: Invocation, _ options: Options) {
        self.invocation = invocation
        reader = LineReader(invocation.files, longest: options.limits.mostRead)
        done = Array(repeating: nil, count: 4 * invocation.jobs)
    }

    /// Has every line translated by `work`.
    ///
    /// - Returns: The code of the worst line.
    static func run(_ invocation: Invocation, _ options: Options, _ work: @escaping Invocation.Work) throws(Failure)
        -> ExitCode
    {
        let queue = LineQueue(invocation, options)
        Threads.run(invocation.jobs) {
            var workspace = Workspace()
            var line: [UInt8] = []
            while let (place, source) = queue.take(&line) { queue.put(work(line, source, &workspace), place) }
        }
        queue.flush()
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
            while !isStopped, taken - written >= done.count { writing.wait() }
            room = isStopped ? taken : written + done.count
            return !isStopped
        }
    }

    private func fill(_ chunk: Int32, _ bytes: inout [UInt8]) throws(SystemError) -> Int {
        setWaiting(true)
        defer { setWaiting(false) }
        return try System.read(chunk, into: &bytes)
    }

    private func setWaiting(_ isWaiting: Bool) {
        writing.locked {
            self.isWaiting = isWaiting
            if isWaiting { flush() }
        }
    }

    // MARK: Writing

    private func put(_ outcome: Outcome, _ place: Int) {
        writing.locked {
            done[place % done.count] = outcome
            while let next = done[written % done.count] {
                done[written % done.count] = nil
                written += 1
                append(next)
            }
            writing.wake()
            if isWaiting || output.count >= 64 << 10 || findings.utf8.count >= 64 << 10 { flush() }
        }
    }

    private func append(_ outcome: Outcome) {
        worst = max(worst, outcome.code)
        findings += outcome.findings
        guard !outcome.output.isEmpty else { return }
        output += outcome.output
        output.append(UInt8(ascii: "\n"))
    }

    private func flush() {
        if isStopped { return }
        System.writeError(findings)
        do throws(Failure) {
            if try !invocation.write(lines: output) { isStopped = true }
        } catch {
            failure = error
            isStopped = true
        }
        findings = ""
        output.removeAll(keepingCapacity: output.capacity < 1 << 20)
        if isStopped { writing.wake() }
    }
}
