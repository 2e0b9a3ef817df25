/// Where a body came from, for findings about it.
struct Source: Sendable {
    /// `-` is standard input.
    let file: String
    /// From 1; nil for a file that is one body.
    var line: Int?

    /// As compilers write it.
    var prefix: String { "\(file.onOneLine):" + (line.map { "\($0):" } ?? "") + " " }
}
