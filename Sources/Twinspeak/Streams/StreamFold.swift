internal import JSONCore

/// The parts of an answer, put together from the events of its stream: texts that follow each other are one part.
///
/// Kept for what can be said only at the end: which part a signature belongs to, where in the text a citation stands,
/// which parts the server's tools had.
struct StreamFold {
    private enum Run {
        case none, text, thought
    }

    private(set) var json: [UInt8] = []
    private var run = Run.none
    private var texts = 0
    /// The answer was longer than what is kept of it.
    private(set) var isCut = false

    /// Bytes of text that are kept: no model answers at greater length.
    private static let mostText = 1 << 20
    /// Bytes of all parts that are kept.
    private static let most = 64 << 20

    mutating func append(_ part: JSONValue) {
        let text = part.partText
        guard text.kind == .string else { return append(part.raw) }
        let signature = part["thoughtSignature"]
        if text.isEmptyString {
            text.ignore()
            guard signature.exists else { return }
        }
        append(text, Thoughts.isThought(part) ? .thought : .text)
        if signature.exists { close(signature) }
    }

    /// A part that is nothing but a text.
    mutating func append(text: JSONValue) {
        if !text.isEmptyString { append(text, .text) }
    }

    private mutating func append(_ text: JSONValue, _ wanted: Run) {
        texts += text.between.count
        if texts > Self.mostText { isCut = true }
        open(wanted)
        if !isCut { json.append(contentsOf: text.between.bytes) }
    }

    private mutating func open(_ wanted: Run) {
        guard run != wanted else { return }
        end()
        json += (wanted == .thought ? "{\"thought\":true,\"text\":\"" : "{\"text\":\"").utf8
        run = wanted
    }

    /// A signature is of the text before it, too: pieces of one part come one behind the other, the last one signed.
    private mutating func close(_ signature: JSONValue) {
        json += "\",\"thoughtSignature\":".utf8
        json.append(contentsOf: signature.raw.bytes)
        json += "},".utf8
        run = .none
    }

    /// A part that stands for itself.
    mutating func append(_ part: JSONSlice) {
        end()
        guard json.count + part.count <= Self.most else {
            isCut = true
            return
        }
        json.append(contentsOf: part.bytes)
        json.append(UInt8(ascii: ","))
    }

    /// What follows is no part of the text before it.
    mutating func end() {
        if run != .none { json += "\"},".utf8 }
        run = .none
    }

    /// The list of parts, as JSON.
    var parts: [UInt8] {
        var fold = self
        fold.end()
        if !fold.json.isEmpty { fold.json.removeLast() }
        return [UInt8(ascii: "[")] + fold.json + [UInt8(ascii: "]")]
    }
}
