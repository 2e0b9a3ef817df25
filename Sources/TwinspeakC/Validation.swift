internal import CTwinspeak
internal import Twinspeak

@c @implementation
public func twinspeak_validate(
    _ translator: OpaquePointer?, _ format: Int32, _ kind: Int32, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int,
    _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        guard let options = Handle.object(translator, as: Shared<Translator>.self)?.value.options,
            let format = WireFormat(number: format), let body = LentBytes(lent: body, bodyCount),
            let report = format.report(kind, body, options)
        else { return nil }
        return result.set(found: report, isStrict: options.strict)
    }
}

@c @implementation
public func twinspeak_validate_contract(
    _ translator: OpaquePointer?, _ contract: UnsafePointer<UInt8>?, _ contractCount: Int, _ kind: Int32,
    _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        guard let options = Handle.object(translator, as: Shared<Translator>.self)?.value.options,
            let contract = LentBytes(lent: contract, contractCount), let body = LentBytes(lent: body, bodyCount)
        else { return nil }
        do throws(TranslationError) {
            let known = Contract.named(contract.text)
            let contract = if let known { known } else { try Contract(schema: Array(contract)) }
            return contract.report(kind, body, options).map { result.set(found: $0, isStrict: options.strict) }
        } catch {
            // A contract that is not JSON is no better than one that is no schema.
            _ = result.set(error)
            return Status.usage
        }
    }
}

extension Contract {
    /// Nil if the number is no kind of body.
    fileprivate func report(_ kind: Int32, _ body: LentBytes, _ options: Options) -> Report? {
        switch kind {
        case Int32(TWINSPEAK_REQUEST): validate(request: body, options: options)
        case Int32(TWINSPEAK_RESPONSE), Int32(TWINSPEAK_CHUNK), Int32(TWINSPEAK_ERROR):
            validate(response: body, options: options)
        default: nil
        }
    }
}

extension WireFormat {
    /// Nil if the number is no kind of body.
    fileprivate func report(_ kind: Int32, _ body: LentBytes, _ options: Options) -> Report? {
        switch kind {
        case Int32(TWINSPEAK_REQUEST): validate(request: body, options: options)
        case Int32(TWINSPEAK_RESPONSE): validate(response: body, options: options)
        case Int32(TWINSPEAK_CHUNK): validate(chunk: body, options: options)
        case Int32(TWINSPEAK_ERROR): validate(error: body, options: options)
        default: nil
        }
    }
}
