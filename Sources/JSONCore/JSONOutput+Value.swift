extension JSONOutput {
    /// Writes the outermost value, of any kind; nothing if `body` writes nothing.
    package mutating func value(_ body: (JSONSlot) -> Void) {
        body(JSONSlot(buffer: buffer, checkpoint: 0))
        buffer.pointee.count = max(buffer.pointee.count - 1, 0)
    }
}
