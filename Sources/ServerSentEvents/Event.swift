/// What an ``EventParser`` finds in a stream: a view of bytes that lives as long as the call it is handed to.
public enum Event: ~Escapable {
    /// An event: the values of its `data` fields joined by LF, and that of its last `event` field, empty without one.
    case data(Span<UInt8>, type: Span<UInt8>)

    /// A line that is neither a field of the standard nor a comment: a piece of bare JSON, of HTML, of plain text.
    ///
    /// As it came, with the byte that ended it: LF, or CR (the LF of CRLF is left out), or none at the end of the
    /// stream. All lines one behind the other are the text again.
    case line(Span<UInt8>)
}

/// What the receiver of an event or a value answers.
public enum Demand {
    case more
    /// Nothing more: the parser drops the rest of what was pushed, and everything pushed later.
    case enough
}
