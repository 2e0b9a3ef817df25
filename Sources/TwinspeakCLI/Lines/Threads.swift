#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Threads of the C library: the runtime of Swift's tasks would be loaded by every process, also by those without any.
enum Threads {
    /// How many run at the same time on this machine.
    static var cores: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

    /// Enough for what recurses over the depth that options allow.
    private static let stackSize = 8 << 20

    /// Runs `work` on `count` threads, this one among them, and returns when all have ended. Fewer, if the system does
    /// not give so many.
    static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackSize)
        let others = (1..<max(count, 1)).compactMap { _ in start(work, &attributes) }
        pthread_attr_destroy(&attributes)
        work()
        for thread in others { pthread_join(thread, nil) }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static func start(_ work: @escaping @Sendable () -> Void, _ attributes: inout pthread_attr_t) -> pthread_t?
    {
        let work = Unmanaged.passRetained(Work(work))
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let result = pthread_create(&thread, &attributes, { Threads.begin($0) }, work.toOpaque())
        if result == 0 { return thread }
        work.release()
        return nil
    }

    private static func begin(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
    }
}

/// Lets one thread in at a time, and others wait for what it changes.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    func locked<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        // What others do inside is short, so a moment of trying is cheaper than sleeping.
        var tries = 0
        while tries < 100, pthread_mutex_trylock(mutex) != 0 { tries += 1 }
        if tries == 100 { pthread_mutex_lock(mutex) }
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Lets others in until one of them calls `wake`. Only inside of `locked`.
    func wait() { pthread_cond_wait(condition, mutex) }

    func wake() { pthread_cond_broadcast(condition) }
}
