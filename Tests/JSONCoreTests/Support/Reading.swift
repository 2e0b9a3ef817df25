import JSONCore

/// Scans `text` and hands its root to `body`.
@discardableResult
func read<Result>(
    _ text: Text, limits: JSONLimits = JSONLimits(), _ body: (JSONValue) -> Result
) throws(JSONError) -> Result {
    var document = JSONDocument()
    return try document.read(text.bytes.span, limits: limits, body)
}

/// Why `text` is refused; nil if it is accepted.
func fault(_ text: Text, limits: JSONLimits = JSONLimits()) -> JSONError? {
    do {
        try read(text, limits: limits) { _ in }
        return nil
    } catch {
        return error
    }
}

/// Why the first `length` bytes of `text` are refused while the others stand behind them.
func fault(_ text: Text, prefix length: Int) -> JSONError? {
    var document = JSONDocument()
    do {
        try document.read(text.bytes.span.extracting(0..<length)) { _ in }
        return nil
    } catch {
        return error
    }
}

/// What `body` writes into an object, given the root of `text`.
func write(_ text: Text = "null", _ body: (JSONValue, JSONObjectWriter) -> Void) throws(JSONError) -> String {
    try read(text) { root in
        var output = JSONOutput()
        output.object { body(root, $0) }
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

extension JSONSlice {
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
