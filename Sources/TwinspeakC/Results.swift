public import CTwinspeak
internal import Twinspeak

// `twinspeak.h` says what each of these does.

@c @implementation
public func twinspeak_abi_version() -> UInt32 { UInt32(TWINSPEAK_ABI_VERSION) }

@c @implementation
public func twinspeak_free(_ handle: UnsafeMutableRawPointer?) {
    if let handle { Handle.release(handle) }
}

@c @implementation
public func twinspeak_result_new() -> OpaquePointer? { Handle.retained(CallResult()) }

@c @implementation
public func twinspeak_result_body(
    _ result: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    CallResult.lend(result, count) { $0.body }
}

@c @implementation
public func twinspeak_result_segments(
    _ result: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> UnsafePointer<twinspeak_segment>? {
    CallResult.lend(result, count) { $0.segments }
}

@c @implementation
public func twinspeak_result_http_status(_ result: OpaquePointer?) -> Int32 {
    Handle.object(result, as: CallResult.self)?.httpStatus ?? 0
}

@c @implementation
public func twinspeak_result_headers(
    _ result: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    CallResult.lend(result, count) { $0.headers }
}

@c @implementation
public func twinspeak_result_target(
    _ result: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    CallResult.lend(result, count) { $0.target }
}

@c @implementation
public func twinspeak_result_exchange(_ result: OpaquePointer?) -> OpaquePointer? {
    Handle.object(result, as: CallResult.self)?.exchange.map { Handle.retained(Shared($0)) }
}

@c @implementation
public func twinspeak_result_envelope(
    _ result: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    CallResult.lend(result, count) { $0.envelope }
}
