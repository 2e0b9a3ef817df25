extension JSONSlot {
    /// An object of a payload that is written anew: it stands even if `body` writes nothing, because there `{}` says
    /// something.
    public func payload(_ body: (JSONObjectWriter) -> Void) {
        buffer.pointee.reserve(1)
        buffer.pointee.append(UInt8(ascii: "{"))
        buffer.pointee.depth += 1
        let writer = JSONObjectWriter(buffer: buffer, start: buffer.pointee.count, depth: buffer.pointee.depth)
        body(writer)
        buffer.pointee.depth -= 1
        if writer.isEmpty {
            buffer.pointee.reserve(1)
            buffer.pointee.append(UInt8(ascii: ","))
        }
        buffer.pointee.close(UInt8(ascii: "}"))
        close()
    }
}
