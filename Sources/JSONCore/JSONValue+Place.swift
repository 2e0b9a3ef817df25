/// Where a value stands in its text, for readers that take it out.
extension JSONValue {
    /// The bytes of the text that the value takes.
    public var range: Range<Int> { Int(node.pointee.start)..<Int(node.pointee.end) }

    /// The line and column of its first byte, both from 1. Reads the text up to there.
    public var position: (line: Int, column: Int) {
        var position = JSONTextPosition()
        position.advance(
            to: range.lowerBound, in: UnsafeBufferPointer(start: tape.pointee.text, count: tape.pointee.textCount))
        return (position.line, position.column)
    }
}
