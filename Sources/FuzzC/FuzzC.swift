/// Fuzzing of the library for C with libFuzzer: any calls, in any order, with any bytes.
///
///     swift build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --product FuzzC
///     ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no .build/release/FuzzC -max_total_time=120 CORPUS…
///
/// (What `Tests/CTests/valgrind.supp` says of the lists of fields holds for the sanitizer's search for leaks too.)
///
/// An input is a list of calls, each ended by a zero byte: a letter (see `Session.call`) and what the call is given.
/// `n{"model":"m"}\0pdata: {}\n\n\0f` opens a stream, pushes an event and ends it.
///
/// This module is one file without statements at its top level: with `--sanitize=fuzzer` SwiftPM compiles it as a library
/// and libFuzzer brings `main`; without, a single file makes an empty `main` of its own, so that a plain build links.
import CTwinspeak

@c(LLVMFuzzerTestOneInput)
public func fuzzC(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    var session = Session()
    for call in UnsafeBufferPointer(start: bytes, count: count).split(separator: 0) {
        guard let letter = call.first else { continue }
        session.call(Unicode.Scalar(letter), Array(call.dropFirst()))
    }
    session.end()
    return 0
}

/// One of each handle, which calls use and replace.
private struct Session {
    private let result = twinspeak_result_new()
    private var translator: OpaquePointer?
    private var exchange: OpaquePointer?
    private var stream: OpaquePointer?

    mutating func call(_ letter: Unicode.Scalar, _ bytes: [UInt8]) {
        let count = bytes.count
        switch letter {
        case "o", "g", "=":
            let client = letter == "g" ? TWINSPEAK_GEMINI : TWINSPEAK_OPENAI
            let upstream = letter == "o" ? TWINSPEAK_GEMINI : TWINSPEAK_OPENAI
            check(
                replacing(&translator) { twinspeak_translator_new(client, upstream, bytes, count, &$0, result) })
        case "r":
            let isDone = check(twinspeak_request(translator, bytes, count, bytes, count, result)) == TWINSPEAK_DONE
            expect(isDone == (targetCount > 0), "a target without a request")
        case "R":
            bytes.withUnsafeBufferPointer { body in
                let (start, count) = (body.baseAddress, body.count)
                check(twinspeak_request(translator, start, count, nil, 0, result))
                let whole = read(twinspeak_result_body)
                check(twinspeak_request_segments(translator, start, count, nil, 0, result))
                checkSegments(whole)
            }
        case "e": keepExchange()
        case "x": check(replacing(&exchange) { twinspeak_exchange_new(bytes, count, &$0, result) })
        case "j":
            check(twinspeak_exchange_json(exchange, result))
            expect(twinspeak_exchange_stream(exchange) & ~1 == 0, "neither true nor false")
        case "a", "A":
            let status: Int32 = letter == "a" ? 200 : 429
            check(
                twinspeak_response(
                    translator, bytes, count, status, bytes, count, exchange, bytes, min(count, 40), .max, result))
        case "S":
            bytes.withUnsafeBufferPointer { body in
                let (start, count) = (body.baseAddress, body.count)
                check(twinspeak_response(translator, start, count, 200, nil, 0, exchange, nil, 0, 0, result))
                let whole = read(twinspeak_result_body)
                check(twinspeak_response_segments(translator, start, count, 200, nil, 0, exchange, nil, 0, 0, result))
                checkSegments(whole)
            }
        case "u": check(twinspeak_usage(translator, bytes, count, result))
        case "v":
            for kind in TWINSPEAK_REQUEST...TWINSPEAK_ERROR {
                check(twinspeak_validate(translator, TWINSPEAK_OPENAI, kind, bytes, count, result))
                check(twinspeak_validate(translator, TWINSPEAK_GEMINI, kind, bytes, count, result))
            }
        case "c":
            for kind in TWINSPEAK_REQUEST...TWINSPEAK_ERROR {
                check(twinspeak_validate_contract(translator, bytes, count, kind, bytes, count, result))
            }
        case "s": check(twinspeak_schema(translator, bytes, count, result))
        case "n":
            check(replacing(&stream) { twinspeak_stream_new(translator, exchange, bytes, count, .min, &$0, result) })
        case "p": check(twinspeak_stream_push(stream, bytes, count, result))
        case "f":
            check(twinspeak_stream_finish(stream, result))
            expect(stream == nil || twinspeak_stream_state(stream) != TWINSPEAK_STREAM_OPEN, "a stream without an end")
        case "d": free(&translator)
        case "b": check(twinspeak_request(translator, nil, count, nil, 0, result))
        default: break
        }
    }

    mutating func end() {
        free(&translator)
        free(&exchange)
        check(twinspeak_stream_finish(stream, result))
        free(&stream)
        twinspeak_free(UnsafeMutableRawPointer(result))
    }

    /// Together, the segments are the body; what went in stays where it is meanwhile.
    private func checkSegments(_ whole: [UInt8]?) {
        var count = 0
        let segments = UnsafeBufferPointer(start: twinspeak_result_segments(result, &count), count: count)
        let joined = segments.flatMap { UnsafeBufferPointer(start: $0.bytes, count: $0.count) }
        expect(joined == whole ?? [], "segments that are not the body")
    }

    private mutating func keepExchange() {
        guard let made = twinspeak_result_exchange(result) else { return }
        free(&exchange)
        exchange = made
    }

    private func replacing(_ handle: inout OpaquePointer?, _ make: (inout OpaquePointer?) -> Int32) -> Int32 {
        free(&handle)
        let status = make(&handle)
        expect((status == TWINSPEAK_DONE) == (handle != nil), "a handle where there is none, or none where there is")
        return status
    }

    private func free(_ handle: inout OpaquePointer?) {
        twinspeak_free(UnsafeMutableRawPointer(handle))
        handle = nil
    }

    /// After every call all that a result has can be read, to the last byte.
    @discardableResult
    private func check(_ status: Int32) -> Int32 {
        expect(0...4 ~= status, "no status")
        for lend in [twinspeak_result_body, twinspeak_result_headers, twinspeak_result_target] {
            expect(read(lend) != nil, "nothing lent")
        }
        expect(read(twinspeak_result_envelope)?.first == UInt8(ascii: "{"), "no envelope")
        return status
    }

    private var targetCount: Int { read(twinspeak_result_target)?.count ?? 0 }

    private func read(
        _ lend: (OpaquePointer?, UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
    ) -> [UInt8]? {
        var count = -1
        return lend(result, &count).map { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }

    /// A trap is how libFuzzer is told of a finding; no product of the package links this module.
    private func expect(_ isTrue: Bool, _ law: String) { if !isTrue { fatalError(law) } }
}
