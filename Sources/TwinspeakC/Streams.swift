internal import CTwinspeak
internal import Twinspeak

@c @implementation
public func twinspeak_stream_new(
    _ translator: OpaquePointer?, _ exchange: OpaquePointer?, _ id: UnsafePointer<UInt8>?, _ idCount: Int,
    _ created: Int64, _ stream: UnsafeMutablePointer<OpaquePointer?>?, _ result: OpaquePointer?
) -> Int32 {
    stream?.pointee = nil
    return CallResult.fill(result) { result in
        guard let translator = Handle.object(translator, as: Shared<Translator>.self)?.value,
            let id = LentBytes(lent: id, idCount), let stream
        else { return nil }
        let exchange = Handle.object(exchange, as: Shared<Exchange>.self)?.value ?? Exchange()
        let identity = Identity(id: id.isEmpty ? nil : id.text, created: created)
        let made = OpenStream(translator.stream(for: exchange, identity: identity))
        stream.pointee = Handle.retained(made)
        return result.set(made, output: [])
    }
}

@c @implementation
public func twinspeak_stream_push(
    _ stream: OpaquePointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        guard let stream = Handle.object(stream, as: OpenStream.self), let bytes = LentBytes(lent: bytes, count)
        else { return nil }
        return result.set(stream, output: stream.translator.push(bytes.span))
    }
}

@c @implementation
public func twinspeak_stream_finish(_ stream: OpaquePointer?, _ result: OpaquePointer?) -> Int32 {
    CallResult.fill(result) { result in
        guard let stream = Handle.object(stream, as: OpenStream.self) else { return nil }
        return result.set(stream, output: stream.translator.finish())
    }
}

@c @implementation
public func twinspeak_stream_state(_ stream: OpaquePointer?) -> Int32 {
    switch Handle.object(stream, as: OpenStream.self)?.translator.state {
    case .open: Int32(TWINSPEAK_STREAM_OPEN)
    case .finished: Int32(TWINSPEAK_STREAM_FINISHED)
    case .failed: Int32(TWINSPEAK_STREAM_FAILED)
    case .truncated: Int32(TWINSPEAK_STREAM_TRUNCATED)
    case .misused, nil: Int32(TWINSPEAK_STREAM_MISUSED)
    }
}
