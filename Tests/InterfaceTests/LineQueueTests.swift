import Foundation
import Testing
import Twinspeak

@testable import TwinspeakCLI

/// How many lines are under way.
@Suite struct LineQueueTests {
    /// While the first line is not done, four for each job are taken, and no more.
    @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 5])
    func linesInFlight(_ jobs: Int) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        try Data(String(repeating: "x\n", count: 1000).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let invocation = try Invocation(["request", "--lines", "--jobs=\(jobs)", file.path])
        let started = Counter()
        let startedBefore = Counter()
        _ = try LineQueue.run(invocation, Options()) { _, source, _ in
            started.add(1)
            if source?.line == 1, jobs > 1 {
                while started.value < 4 * jobs { usleep(1000) }
                // Whoever could go on would have done so by now.
                usleep(100_000)
                startedBefore.add(started.value)
            }
            return Outcome([], findings: "")
        }
        #expect(started.value == 1000)
        #expect(startedBefore.value == (jobs > 1 ? 4 * jobs : 0))
    }

    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0
        var value: Int { lock.withLock { count } }
        func add(_ number: Int) { lock.withLock { count += number } }
    }
}
