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

    static func noteMade(_ call: JSONValue) {
        let id = call["id"]
        if id.exists {
            id.note(.renamed, "the other side takes ids of 1 to 40 characters")
        } else {
            call.note("id", .renamed, "the other side wants an id, so one was made")
        }
    }

    func write(to slot: JSONSlot) {
        if let given {
            slot.write(given)
        } else if let digest {
            slot.write(string: "call_\(digest.digits(8))_\(number)")
        } else {
            slot.write("call_\(number)" as JSONText)
        }
    }
}
