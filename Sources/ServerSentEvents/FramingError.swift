/// Why a stream cannot be taken apart any further. A parser that threw one throws it again on every later call.
public enum FramingError: Error, Hashable {
    /// One event, line or JSON value has more bytes than the limit allows.
    case tooLarge(limit: Int)

    /// A JSON value nests deeper than the limit allows.
    case tooDeep(limit: Int)

    /// Something that cannot be part of JSON, `offset` bytes into what was pushed: a bare word, a stray closing bracket.
    ///
    /// What stands before it and was not handed out is the remainder of the parser. On later calls the offset is 0.
    case notJSON(offset: Int)
}
