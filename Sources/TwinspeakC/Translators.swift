internal import CTwinspeak
internal import Twinspeak

@c @implementation
public func twinspeak_translator_new(
    _ client: Int32, _ upstream: Int32, _ options: UnsafePointer<UInt8>?, _ optionsCount: Int,
    _ translator: UnsafeMutablePointer<OpaquePointer?>?, _ result: OpaquePointer?
) -> Int32 {
    translator?.pointee = nil
    return CallResult.fill(result) { result in
        guard let client = WireFormat(number: client), let upstream = WireFormat(number: upstream),
            let options = LentBytes(lent: options, optionsCount), let translator
        else { return nil }
        do throws(TranslationError) {
            let options = options.isEmpty ? Options() : try Options(json: Array(options))
            let made = Translator(client: client, upstream: upstream, options: options)
            translator.pointee = Handle.retained(Shared(made))
            return Status.done
        } catch {
            // Options that are not JSON are no better than unknown ones.
            _ = result.set(error)
            return Status.usage
        }
    }
}

@c @implementation
public func twinspeak_request(
    _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ target: UnsafePointer<UInt8>?,
    _ targetCount: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        result.set(translator, body, bodyCount, target, targetCount) {
            translator, body, route throws(TranslationError) in
            result.set(try translator.request(body.span, at: route, using: &result.workspace))
        }
    }
}

@c @implementation
public func twinspeak_request_segments(
    _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ target: UnsafePointer<UInt8>?,
    _ targetCount: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        result.set(translator, body, bodyCount, target, targetCount) {
            translator, body, route throws(TranslationError) in
            var written: [UInt8] = []
            let (head, pieces) = try translator.request(
                gathering: body.span, at: route, into: &written, using: &result.workspace)
            return result.set(head, pieces, of: body, written)
        }
    }
}

@c @implementation
public func twinspeak_response(
    _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ httpStatus: Int32,
    _ headers: UnsafePointer<UInt8>?, _ headersCount: Int, _ exchange: OpaquePointer?, _ id: UnsafePointer<UInt8>?,
    _ idCount: Int, _ created: Int64, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        Answer(translator, body, bodyCount, httpStatus, headers, headersCount, exchange, id, idCount, created).map {
            answer in
            result.set(
                answer.translator.response(
                    answer.body.span, status: answer.status, headers: answer.headers, for: answer.exchange,
                    identity: answer.identity, using: &result.workspace))
        }
    }
}

@c @implementation
public func twinspeak_response_segments(
    _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ httpStatus: Int32,
    _ headers: UnsafePointer<UInt8>?, _ headersCount: Int, _ exchange: OpaquePointer?, _ id: UnsafePointer<UInt8>?,
    _ idCount: Int, _ created: Int64, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        Answer(translator, body, bodyCount, httpStatus, headers, headersCount, exchange, id, idCount, created).map {
            answer in
            var written: [UInt8] = []
            let (head, pieces) = answer.translator.response(
                gathering: answer.body.span, status: answer.status, headers: answer.headers, for: answer.exchange,
                identity: answer.identity, into: &written, using: &result.workspace)
            return result.set(head, pieces, of: answer.body, written)
        }
    }
}

@c @implementation
public func twinspeak_usage(
    _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        guard let translator = Handle.object(translator, as: Shared<Translator>.self)?.value,
            let body = LentBytes(lent: body, bodyCount)
        else { return nil }
        return result.set(output: translator.usageOnly(body.span)?.json ?? Array("null".utf8))
    }
}

@c @implementation
public func twinspeak_schema(
    _ translator: OpaquePointer?, _ schema: UnsafePointer<UInt8>?, _ schemaCount: Int, _ result: OpaquePointer?
) -> Int32 {
    CallResult.fill(result) { result in
        guard let translator = Handle.object(translator, as: Shared<Translator>.self)?.value,
            let schema = LentBytes(lent: schema, schemaCount)
        else { return nil }
        do throws(TranslationError) {
            let made = try SchemaTranslation(
                Array(schema), to: translator.upstream, options: translator.options)
            return result.set(made.report, output: made.body)
        } catch {
            return result.set(error)
        }
    }
}

extension CallResult {
    /// Sets what `request` makes of a body, or what the client is to be told.
    fileprivate func set(
        _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int,
        _ target: UnsafePointer<UInt8>?, _ targetCount: Int,
        _ request: (Translator, LentBytes, Route?) throws(TranslationError) -> Int32
    ) -> Int32? {
        guard let translator = Handle.object(translator, as: Shared<Translator>.self)?.value,
            let body = LentBytes(lent: body, bodyCount), let target = LentBytes(lent: target, targetCount)
        else { return nil }
        do throws(TranslationError) {
            return try request(translator, body, target.isEmpty ? nil : Route(target: target.text))
        } catch {
            _ = set(translator.refusal(error))
            return Status.of(error)
        }
    }
}

/// What C says of an answer.
private struct Answer {
    let translator: Translator
    let body: LentBytes
    let status: Int
    let headers: [Header]
    let exchange: Exchange
    let identity: Identity

    /// Nil if arguments cannot be used.
    init?(
        _ translator: OpaquePointer?, _ body: UnsafePointer<UInt8>?, _ bodyCount: Int, _ status: Int32,
        _ headers: UnsafePointer<UInt8>?, _ headersCount: Int, _ exchange: OpaquePointer?,
        _ id: UnsafePointer<UInt8>?, _ idCount: Int, _ created: Int64
    ) {
        guard let translator = Handle.object(translator, as: Shared<Translator>.self)?.value,
            let body = LentBytes(lent: body, bodyCount), let headers = LentBytes(lent: headers, headersCount),
            let id = LentBytes(lent: id, idCount)
        else { return nil }
        self.translator = translator
        self.body = body
        self.status = Int(status)
        self.headers = [Header](fieldLines: headers.text)
        self.exchange = Handle.object(exchange, as: Shared<Exchange>.self)?.value ?? Exchange()
        identity = Identity(id: id.isEmpty ? nil : id.text, created: created)
    }
}

extension [Header] {
    /// Headers as HTTP/1.1 writes them, one on each line; what is none is read past.
    fileprivate init(fieldLines text: String) {
        self = text.split(whereSeparator: \.isNewline).compactMap { line in
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { return nil }
            let value = halves[1].drop { $0 == " " || $0 == "\t" }
            return Header(name: String(halves[0]), value: String(value))
        }
    }
}
