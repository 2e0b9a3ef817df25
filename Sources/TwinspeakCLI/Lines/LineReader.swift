/// The lines of files, one after another, as they come. Lines of nothing but white space are none.
struct LineReader {
    private var files: ArraySlice<String>
    /// The open file, and the number of the line that was read last.
    private var current: (name: String, descriptor: Int32, line: Int)?
    private var chunk = [UInt8](repeating: 0, count: 256 << 10)
    private var unread = 0..<0
    /// Of a longer line no more is kept than it takes to see that it is too long.
    private let longest: Int

    init(_ files: [String], longest: Int) {
        self.files = files[...]
        self.longest = longest
    }

    /// Reads the next line into `line`, without its end; nil behind the last one. After a failure, the next file
    /// follows.
    ///
    /// - Parameter fill: reads, and may take its time.
    mutating func next(
        into line: inout [UInt8], fill: (Int32, inout [UInt8]) throws(SystemError) -> Int
    ) throws(Failure) -> Source? {
        while try openNext() {
            line.removeAll(keepingCapacity: line.capacity < 1 << 20)
            guard try readLine(into: &line, fill) else {
                closeCurrent()
                continue
            }
            current?.line += 1
            if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) {
                return current.map { Source(file: $0.name, line: $0.line) }
            }
        }
        return nil
    }

    /// False at the end of the file.
    private mutating func readLine(
        into line: inout [UInt8], _ fill: (Int32, inout [UInt8]) throws(SystemError) -> Int
    ) throws(Failure) -> Bool {
        guard let current else { return false }
        while true {
            if unread.isEmpty {
                do throws(SystemError) {
                    unread = 0..<(try fill(current.descriptor, &chunk))
                } catch {
                    closeCurrent()
                    throw .file(current.name == "-" ? "standard input" : current.name, error)
                }
                if unread.isEmpty { return !line.isEmpty }
            }
            let end = System.firstLineEnd(in: chunk, unread)
            let piece = unread.lowerBound..<(end ?? unread.upperBound)
            line.append(contentsOf: chunk[piece].prefix(max(longest - line.count, 0)))
            unread = min(piece.upperBound + (end == nil ? 0 : 1), unread.upperBound)..<unread.upperBound
            if end != nil { return true }
        }
    }

    /// False behind the last file.
    private mutating func openNext() throws(Failure) -> Bool {
        if current != nil { return true }
        guard let name = files.popFirst() else { return false }
        do throws(SystemError) {
            current = (name, name == "-" ? System.standardInput : try System.open(name), 0)
        } catch {
            throw .file(name, error)
        }
        return true
    }

    private mutating func closeCurrent() {
        if let current, current.name != "-" { System.close(current.descriptor) }
        current = nil
        unread = 0..<0
    }
}
