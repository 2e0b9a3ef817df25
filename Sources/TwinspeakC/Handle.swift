internal import Twinspeak

/// What C holds of an object: an address that counts as one reference, until it is freed.
///
/// An address must come from `retained` for the same type, which the header's types see to, and may not be freed yet.
enum Handle {
    static func retained(_ object: AnyObject) -> OpaquePointer {
        OpaquePointer(Unmanaged.passRetained(object).toOpaque())
    }

    /// The object behind an address, for one call; nil behind a null pointer.
    static func object<Object: AnyObject>(_ handle: OpaquePointer?, as type: Object.Type) -> Object? {
        handle.map { Unmanaged<Object>.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
    }

    static func release(_ handle: UnsafeMutableRawPointer) { Unmanaged<AnyObject>.fromOpaque(handle).release() }
}

/// Values that any number of threads use at once, because nothing changes them.
final class Shared<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

/// The stream behind its address, for one thread at a time.
final class OpenStream {
    var translator: StreamTranslator

    init(_ translator: consuming StreamTranslator) { self.translator = translator }
}
