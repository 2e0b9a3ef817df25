#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Files, the clock and the end of the process.
///
/// With `Threads` the only file that knows the C library. Foundation would do it in fewer lines, and a process that loads it starts
/// several times slower.
enum System {
    static let standardInput: Int32 = 0
    private static let standardOutput: Int32 = 1
    private static let standardError: Int32 = 2

    /// A reader that has seen enough closes the pipe; this must not look like a crash.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    static func exit(_ code: ExitCode) -> Never {
        #if canImport(Darwin)
            Darwin.exit(code.rawValue)
        #elseif canImport(Glibc)
            Glibc.exit(code.rawValue)
        #elseif canImport(Musl)
            Musl.exit(code.rawValue)
        #endif
    }

    /// Seconds since 1970.
    static var now: Int64 { Int64(time(nil)) }

    /// Standard error goes to a terminal, and nobody asked to be spared colours (no-color.org).
    static let isErrorColored =
        isatty(standardError) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"

    /// Of the environment; empty if it is not set.
    private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

    // MARK: Reading

    static func open(_ path: String) throws(SystemError) -> Int32 {
        #if canImport(Darwin)
            let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #elseif canImport(Glibc)
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #elseif canImport(Musl)
            let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
        #endif
        guard descriptor >= 0 else { throw SystemError(errno) }
        return descriptor
    }

    static func close(_ descriptor: Int32) {
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #elseif canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #endif
    }

    /// The first line feed in `range` of `bytes`.
    static func firstLineEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, range.upperBound <= bytes.count, range.lowerBound >= 0 else {
                return nil
            }
            return memchr(start + range.lowerBound, Int32(UInt8(ascii: "\n")), range.count).map {
                UnsafeRawPointer($0) - start
            }
        }
    }

    /// Reads to the end, or `most` bytes.
    static func read(_ descriptor: Int32, most: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < most {
            let count = try read(descriptor, into: &chunk)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<min(count, most - bytes.count)])
        }
        return bytes
    }

    /// Waits for some bytes; none at the end.
    static func read(_ descriptor: Int32, into chunk: inout [UInt8]) throws(SystemError) -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes { readSome(descriptor, $0) }
            if count >= 0 { return count }
            try wait(for: descriptor, POLLIN)
        }
    }

    private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    // MARK: Writing

    /// Writes all of it. A closed pipe is a normal end: whoever reads has seen enough.
    ///
    /// - Returns: False if so.
    static func writeOutput(_ bytes: [UInt8]) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try write(bytes, to: standardOutput)
            return true
        } catch {
            guard error.isClosedPipe else { throw error }
            return false
        }
    }

    /// Writes as much of it as it can: where errors cannot be told, there is nobody to tell.
    static func writeError(_ text: String) { try? write(Array(text.utf8), to: standardError) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeSome(descriptor, $0) }
            if count < 0 {
                try wait(for: descriptor, POLLOUT)
            } else {
                rest = rest.dropFirst(count)
            }
        }
    }

    private static func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Glibc)
            Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    /// After a call that failed: returns if it is worth another try, because a signal came or a descriptor that does
    /// not block was not ready.
    private static func wait(for descriptor: Int32, _ event: some BinaryInteger) throws(SystemError) {
        let number = errno
        if number == EINTR { return }
        guard number == EAGAIN || number == EWOULDBLOCK else { throw SystemError(number) }
        var wish = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        poll(&wish, 1, -1)
    }
}

/// What the system answered when it refused.
struct SystemError: Error {
    private let number: Int32

    init(_ number: Int32) { self.number = number }

    var isClosedPipe: Bool { number == EPIPE }
    var text: String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
}
