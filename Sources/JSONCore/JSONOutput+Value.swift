extension JSONOutput {
    /// Writes the outermost value, of any kind; nothing if `body` writes nothing.
    package mutating func value(_ body: (JSONSlot) -> Void) {
        body(JSONSlot(buffer: buffer, checkpoint: 0))
        buffer.pointee.count = max(buffer.pointee.count - 1, 0)
    }

    /// The text of one object.
    package static func object(_ body: (JSONObjectWriter) -> Void) -> [UInt8] {
        var output = JSONOutput()
        output.object(body)
        return output.bytes
    }

    /// The text of one value.
    package static func value(_ value: (JSONSlot) -> Void) -> [UInt8] {
        var output = JSONOutput(capacity: 128)
        output.value(value)
        return output.bytes
    }
}
