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

    /// How much a file holds; 0 of what is no file.
    private static func size(of descriptor: Int32) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? max(Int(status.st_size), 0) : 0
    }

    /// Large enough for a system to take its memory back at once.
    private static let blockSize = 1 << 20

    /// Reads to the end, or `most` bytes, and needs no more memory than they do, and one block.
    ///
    /// An array that grows stands there twice while it moves. So what a pipe brings is read in blocks, and put together
    /// when its size is known, each block going as it is copied.
    static func read(_ descriptor: Int32, most: Int) throws(SystemError) -> [UInt8] {
        var blocks: [[UInt8]] = []
        var count = 0
        // One byte more than a file holds shows its end.
        var room = max(min(size(of: descriptor), most) + 1, blockSize)
        var isEnd = false
        while !isEnd, count < most {
            let block = try readBlock(descriptor, min(room, most - count))
            isEnd = block.count < room
            count += block.count
            room = blockSize
            blocks.append(block)
        }
        guard blocks.count > 1 else { return blocks.first ?? [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for place in blocks.indices {
            bytes.append(contentsOf: blocks[place])
            blocks[place] = []
        }
        return bytes
    }

    /// Reads to the end, or `room` bytes.
    private static func readBlock(_ descriptor: Int32, _ room: Int) throws(SystemError) -> [UInt8] {
        var block: [UInt8] = []
        var isEnd = false
        while !isEnd, block.count < room {
            let rest = room - block.count
            let count = try patiently(descriptor, POLLIN) {
                var count = 0
                block.append(addingCapacity: rest) { span in
                    span.withUnsafeMutableBufferPointer { memory, filled in
                        let room = UnsafeMutableRawBufferPointer(memory)[..<min(memory.count, rest)]
                        count = readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: room))
                        filled = max(count, 0)
                    }
                }
                return count
            }
            isEnd = count == 0
        }
        return block
    }

    /// Waits for some bytes; none at the end.
    static func read(_ descriptor: Int32, into chunk: inout [UInt8]) throws(SystemError) -> Int {
        try patiently(descriptor, POLLIN) { chunk.withUnsafeMutableBytes { readSome(descriptor, $0) } }
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
    static func writeOutput(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try write(bytes, to: standardOutput)
            return true
        } catch {
            guard error.isClosedPipe else { throw error }
            return false
        }
    }

    /// As ``writeOutput(_:)``, of bytes that stand in several places: with one call, if the system takes them all.
    static func writeOutput(segments: [ArraySlice<UInt8>]) throws(SystemError) -> Bool {
        let written = max(writeSome(standardOutput, segments), 0)
        var position = 0
        for segment in segments {
            let rest = segment.dropFirst(max(written - position, 0))
            position += segment.count
            if !rest.isEmpty, try !writeOutput(rest) { return false }
        }
        return true
    }

    /// Most systems take 1,024 at once; the first are enough, because the rest is written one by one.
    private static let mostSegments = 512

    private static func writeSome(_ descriptor: Int32, _ segments: [ArraySlice<UInt8>]) -> Int {
        var vectors: [iovec] = []
        func add(_ rest: ArraySlice<ArraySlice<UInt8>>) -> Int {
            guard let first = rest.first else { return writev(descriptor, vectors, Int32(vectors.count)) }
            return first.withUnsafeBytes { bytes in
                vectors.append(
                    iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count))
                return add(rest.dropFirst())
            }
        }
        return add(segments.prefix(mostSegments))
    }

    /// Writes as much of it as it can: where errors cannot be told, there is nobody to tell.
    static func writeError(_ text: String) { try? write(Array(text.utf8)[...], to: standardError) }

    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            rest = rest.dropFirst(
                try patiently(descriptor, POLLOUT) { rest.withUnsafeBytes { writeSome(descriptor, $0) } })
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

    // MARK: Waiting

    /// What `call` answers, which is asked again while it fails because a signal came or a descriptor that does not
    /// block was not ready.
    private static func patiently(
        _ descriptor: Int32, _ event: some BinaryInteger, _ call: () -> Int
    ) throws(SystemError) -> Int {
        while true {
            let count = call()
            if count >= 0 { return count }
            let number = errno
            if number == EINTR { continue }
            guard number == EAGAIN || number == EWOULDBLOCK else { throw SystemError(number) }
            var wish = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            poll(&wish, 1, -1)
        }
    }
}

/// What the system answered when it refused.
struct SystemError: Error {
    private let number: Int32

    init(_ number: Int32) { self.number = number }

    var isClosedPipe: Bool { number == EPIPE }
    var text: String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
}
