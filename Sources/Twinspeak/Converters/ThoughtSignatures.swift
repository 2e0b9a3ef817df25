internal import JSONCore

/// The model's sealed thoughts, which must come back on the same part.
///
///     Gemini   { functionCall | text | inlineData, thoughtSignature: "base64" }
///     OpenAI   tool_calls[].extra_content.google.thought_signature, message.extra_content.google.thought_signature
///
/// Vendors carry them in other places too; all of those are read.
enum ThoughtSignatures {
    /// What stands between an id and a signature that was hidden in it. An ordinary id may hold the short word, but is
    /// not as long as one with a signature.
    private static let separators: [(word: StaticString, longestPlainID: Int)] = [("__thought__", 0), ("_ts_", 40)]

    /// The signature of a tool call, from wherever its client keeps it.
    static func ofCall(_ call: JSONValue, _ details: [JSONKey: JSONValue]) -> JSONSlice? {
        guard mayBeSigned(call, details) else { return nil }
        if let signature = first(of: places(of: call, details)) {
            if split(call["id"]) != nil {
                call["id"].note(.superseded, "the signature in the id is taken out; another place has one too")
            }
            return signature.content
        }
        guard let hidden = split(call["id"])?.signature else { return nil }
        call["id"].note(.saidDifferently, "the signature is taken out of the id")
        return hidden
    }

    static func isSigned(_ call: JSONValue, _ details: [JSONKey: JSONValue]) -> Bool {
        guard mayBeSigned(call, details) else { return false }
        return places(of: call, details).contains { $0.isSignature }
            || split(call["id"]) != nil
    }

    /// Something stands beside the members that every call has, or the id hides one.
    private static func mayBeSigned(_ call: JSONValue, _ details: [JSONKey: JSONValue]) -> Bool {
        let isPlain = call.members.allSatisfy { $0.name == "id" || $0.name == "type" || $0.name == "function" }
        let function = call["function"].members.allSatisfy { $0.name == "name" || $0.name == "arguments" }
        return !isPlain || !function || split(call["id"]) != nil || !details.isEmpty
    }

    private static func places(of call: JSONValue, _ details: [JSONKey: JSONValue]) -> [JSONValue] {
        let function = call["function"]
        let detail = details.isEmpty ? nil : details[call["id"].key]
        return [
            call["extra_content"]["google"]["thoughtSignature"], call["extra_content"]["vertex"]["thoughtSignature"],
            function["extra_content"]["google"]["thoughtSignature"], call["thoughtSignature"],
            call["provider_specific_fields"]["thought_signature"],
            detail.map(signature) ?? call.missing,
        ]
    }

    /// The signature of a message that has no call to put it on.
    static func ofMessage(_ message: JSONValue) -> JSONValue? {
        for detail in message["reasoning_details"].elements where isForeign(detail) {
            for name: StaticString in ["data", "signature"] where detail[name].exists {
                detail[name].note(.noCounterpart, "sealed by another vendor, whose seal Gemini refuses")
            }
            for name: StaticString in ["type", "format", "id", "index"] { detail[name].ignore() }
        }
        let places = [
            message["extra_content"]["google"]["thoughtSignature"],
            message["extra_content"]["vertex"]["thoughtSignature"], message["thought_signature"],
            message["provider_specific_fields"]["thought_signature"],
            message["thinking_blocks"].elements.lazy.map { $0["signature"] }.first { $0.exists } ?? message.missing,
            message["reasoning_details"].elements.first { isSealed($0) && !$0["id"].exists }.map(signature)
                ?? message.missing,
        ]
        return first(of: places)
    }

    /// The first place is where we write it; the others are other vendors', and may repeat it.
    private static func first(of places: [JSONValue]) -> JSONValue? {
        var found: JSONValue?
        for (index, place) in places.enumerated() where place.isUsableSignature {
            if let found {
                if place.isSameString(as: found) {
                    place.ignore()
                } else {
                    place.warn(.superseded, "another place has another signature; that one counts")
                }
            } else {
                found = place
                if index > 0 { place.note(.saidDifferently, "one vendor's place for a thought signature") }
            }
        }
        return found
    }

    /// OpenRouter's list: an encrypted entry belongs to the call of its id, or to the message if it has none.
    static func details(of message: JSONValue) -> [JSONKey: JSONValue] {
        var details: [JSONKey: JSONValue] = [:]
        for detail in message["reasoning_details"].elements where isSealed(detail) && detail["id"].kind == .string {
            let id = detail["id"].key
            if details[id] == nil { details[id] = detail }
        }
        return details
    }

    private static func isSealed(_ detail: JSONValue) -> Bool {
        (detail["data"].exists || detail["signature"].exists) && !isForeign(detail)
    }

    /// OpenRouter names who sealed an entry; in a stream on each piece, and clients put strings together.
    private static func isForeign(_ detail: JSONValue) -> Bool {
        let format = detail["format"].decoded
        return !format.isEmpty && !format.hasPrefix("google-gemini-v1") && !format.hasPrefix("unknown")
    }

    private static func signature(_ detail: JSONValue) -> JSONValue {
        for name: StaticString in ["type", "format", "id", "index"] { detail[name].ignore() }
        return detail["data"].exists ? detail["data"] : detail["signature"]
    }

    /// The id without a signature that was hidden in it.
    static func plainID(_ id: JSONValue) -> JSONSlice { split(id)?.id ?? id.content }

    private static func split(_ id: JSONValue) -> (id: JSONSlice, signature: JSONSlice)? {
        let text = id.content
        for (word, longestPlainID) in separators where text.count > longestPlainID {
            guard let place = text.firstRange(of: word) else { continue }
            let signature = text.dropFirst(place + word.utf8CodeUnitCount)
            if Base64.isAll(of: signature) { return (text.prefix(place), signature) }
        }
        return nil
    }
}

extension JSONValue {
    fileprivate var isSignature: Bool { kind == .string && Base64.isAll(of: between) }

    /// The same; a text that is none is told of, since it is left out.
    var isUsableSignature: Bool {
        if isSignature { return true }
        if kind == .string, !isEmptyString { warn(.unusableMedia, "expected base64, found \(found); left out") }
        return false
    }
}
