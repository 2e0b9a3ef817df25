/// JSON as a flat list of nodes over the bytes it came from.
///
/// One validating scan writes the nodes in the order of the text. A container's `next` leads behind everything in it,
/// so a reader hops over what it does not want:
///
///     {"model":"g","stop":["a","b"]}
///
///     node  kind     text             next
///     0     missing                   1      what a member that is not there answers with
///     1     object   {"model":…]}     8
///     2     string   "model"  name    3      a name is followed by its value
///     3     string   "g"              4
///     4     string   "stop"   name    5
///     5     array    ["a","b"]        8
///     6     string   "a"              7
///     7     string   "b"              8
///
/// To find `stop`, compare node 2, hop to 4, compare, and take node 5. Strings and numbers are ranges of the text; they
/// are decoded only when somebody looks at them, and copied as they were written.
///
/// A document is reused from text to text and then allocates nothing.
public struct JSONDocument: ~Copyable {
    let tape: UnsafeMutablePointer<JSONTape>

    /// - Parameter bytes: About how long the first text is.
    public init(expecting bytes: Int = 0) { tape = JSONTape.allocate(expecting: bytes) }

    deinit { JSONTape.free(tape) }

    /// Bytes that are kept between texts: 700 KiB at most.
    public var memory: Int { tape.pointee.memory }

    /// Scans `text` and hands its root to `body`. The views of this text must not outlive `body`.
    public mutating func read<Result>(
        _ text: Span<UInt8>, limits: JSONLimits = JSONLimits(), _ body: (JSONValue) -> Result
    ) throws(JSONError) -> Result {
        defer { tape.pointee.trim() }
        return try text.withUnsafeBufferPointer { (bytes) throws(JSONError) in
            tape.pointee.limits = limits
            try JSONScanner.scan(bytes, onto: tape, limits: limits)
            return body(JSONValue(tape: tape, node: tape.pointee.nodes + 1))
        }
    }
}
