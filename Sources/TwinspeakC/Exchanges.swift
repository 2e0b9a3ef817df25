internal import CTwinspeak
internal import Twinspeak

@c @implementation
public func twinspeak_exchange_new(
    _ json: UnsafePointer<UInt8>?, _ jsonCount: Int, _ exchange: UnsafeMutablePointer<OpaquePointer?>?,
    _ result: OpaquePointer?
) -> Int32 {
    exchange?.pointee = nil
    return CallResult.fill(result) { result in
        guard let json = LentBytes(lent: json, jsonCount), let exchange else { return nil }
        do throws(TranslationError) {
            exchange.pointee = Handle.retained(Shared(try Exchange(json: Array(json))))
            return Status.done
        } catch {
            return result.set(error)
        }
    }
}

@c @implementation
public func twinspeak_exchange_json(_ exchange: OpaquePointer?, _ result: OpaquePointer?) -> Int32 {
    CallResult.fill(result) { result in
        Handle.object(exchange, as: Shared<Exchange>.self).map { result.set(output: $0.value.json) }
    }
}

@c @implementation
public func twinspeak_exchange_stream(_ exchange: OpaquePointer?) -> Int32 {
    Handle.object(exchange, as: Shared<Exchange>.self)?.value.stream == true ? 1 : 0
}
