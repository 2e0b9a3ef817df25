internal import JSONCore

/// How the chat side knows a tool call: by the id that Gemini gave it, or by one that we make.
///
/// Made ids are the same on every run: `call_2` is the second in a request's history, `call_9f8e7d6c_1` the first in
/// the answer whose name has that digest.
struct ToolCallID {
    let given: JSONValue?
    /// Of the answer's name; nil in requests.
    let digest: Digest?
    /// Counted from 1.
    let number: Int

    init(given id: JSONValue) {
        given = id
        digest = nil
        number = 0
    }

    init(number: Int, digest: Digest? = nil) {
        given = nil
        self.digest = digest
        self.number = number
    }

    /// OpenAI answers 400 to ids of more than 40 characters.
    static func isLegal(_ id: JSONValue) -> Bool {
        guard id.kind == .string, !id.isEmptyString else { return false }
        let text = id.decoded
        return text.count <= 40 || text.string.unicodeScalars.count <= 40
    }

    static func prefix(_ digest: Digest?) -> String { digest.map { "call_\($0.digits(8))_" } ?? "call_" }

    func write(to slot: JSONSlot) {
        if let given {
            slot.write(given)
        } else if let digest {
            slot.write(string: Self.prefix(digest) + String(number))
        } else {
            slot.write("call_\(number)" as JSONText)
        }
    }
}

/// The ids of the calls of one document: given ones, and made ones past those that are given in it.
struct MadeIDs {
    private let root: JSONValue
    private let digest: Digest?
    private(set) var last: Int
    private var given: Set<Int>?

    /// - Parameters:
    ///   - root: A Gemini request or answer.
    ///   - last: The number of the last one that was made before.
    init(in root: JSONValue, digest: Digest? = nil, after last: Int = 0) {
        self.root = root
        self.digest = digest
        self.last = last
    }

    mutating func id(of call: JSONValue) -> ToolCallID {
        let id = call["id"]
        if ToolCallID.isLegal(id) { return ToolCallID(given: id) }
        if id.exists {
            id.note(.renamed, "the other side takes ids of 1 to 40 characters")
        } else {
            call.note("id", .renamed, "the other side wants an id, so one was made")
        }
        return ToolCallID(number: next(), digest: digest)
    }

    private mutating func next() -> Int {
        let given = self.given ?? givenNumbers
        self.given = given
        repeat { last += 1 } while given.contains(last)
        return last
    }

    private var givenNumbers: Set<Int> {
        var numbers: Set<Int> = []
        let prefix = ToolCallID.prefix(digest)
        for content in root["contents"].elements { add(content, prefix, to: &numbers) }
        for candidate in root["candidates"].elements { add(candidate["content"], prefix, to: &numbers) }
        return numbers
    }

    private func add(_ content: JSONValue, _ prefix: String, to numbers: inout Set<Int>) {
        for part in content["parts"].elements {
            let id = part["functionCall"]["id"].decoded
            guard id.hasExactPrefix("call_") else { continue }
            let text = id.string
            if text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)) { numbers.insert(number) }
        }
    }
}
