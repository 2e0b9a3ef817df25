internal import JSONCore

/// How likely each token of an answer was, and what else the model had in mind.
///
///     Gemini   logprobsResult: { chosenCandidates: [{ token, tokenId?, logProbability? }, …],
///                                topCandidates?: [{ candidates: [{ token, tokenId?, logProbability? }, …] }, …],
///                                logProbabilitySum? }
///     OpenAI   logprobs: { content: [{ token, logprob, bytes: [72, …], top_logprobs: [{ token, logprob, bytes }, …] },
///                                    …], refusal: null }
///
/// Depends on nothing but its value, so that each chunk of a stream may bring its own.
enum Logprobs {
    // MARK: Gemini → OpenAI

    /// `null` where there are none: the chat API always has the member.
    static func toOpenAI(_ result: JSONValue, _ choice: JSONObjectWriter) {
        let chosen = result["chosenCandidates"]
        guard !chosen.elements.isEmpty else { return choice["logprobs"].writeNull() }
        let top = result["topCandidates"]
        noteWithoutCounterpart(result, chosen, top)
        choice["logprobs"].object { logprobs in
            var tops = top.elements
            logprobs["content"].array { content in
                for candidate in chosen.elements {
                    content.object { token in
                        write(candidate, token)
                        let others = (tops.next() ?? candidate.missing)["candidates"].elements
                        guard !others.isEmpty else { return token["top_logprobs"].writeEmptyArray() }
                        token["top_logprobs"].array { list in
                            for other in others { list.object { write(other, $0) } }
                        }
                    }
                }
            }
            if !tops.isEmpty { top.warn(.cutToLimit, "more of them than tokens") }
            logprobs["refusal"].writeNull()
        }
    }

    /// Thousands of tokens have one finding.
    private static func noteWithoutCounterpart(_ result: JSONValue, _ chosen: JSONValue, _ top: JSONValue) {
        let candidates = [chosen.elements] + top.elements.map { $0["candidates"].elements }
        var isNoted = false
        for id in candidates.joined().map({ $0["tokenId"] }) where id.exists {
            if isNoted {
                id.ignore()
            } else {
                id.note(.noCounterpart, "the numbers of tokens have no place in chat completions")
                isNoted = true
            }
        }
        let sum = result["logProbabilitySum"]
        if sum.exists { sum.note(.noCounterpart, "whoever wants the sum can add") }
    }

    private static func write(_ candidate: JSONValue, _ entry: JSONObjectWriter) {
        let token = candidate["token"]
        if token.kind == .string { entry["token"] = token } else { entry["token"] = "" }
        write(candidate["logProbability"], entry["logprob"])
        let bytes = token.decoded
        guard !bytes.isEmpty else { return entry["bytes"].writeEmptyArray() }
        entry["bytes"].array { list in
            for index in 0..<bytes.count { list.element.write(Int64(bytes[index])) }
        }
    }

    /// An absent number is a zero; the JSON of protocol buffers has a word for what no number says.
    private static func write(_ probability: JSONValue, _ logprob: JSONSlot) {
        if probability.kind == .number { return logprob.write(probability) }
        if probability == "-Infinity" {
            probability.note(.saidDifferently, "JSON has no such number; OpenAI's word for it is -9999")
            return logprob.literal("-9999.0")
        }
        if probability.exists {
            probability.warn(.wrongKind, "expected a number, found \(probability.found); taken for 0")
        }
        logprob.write(0)
    }

    // MARK: OpenAI → Gemini

    static func toGemini(_ logprobs: JSONValue, _ candidate: JSONObjectWriter) {
        let content = logprobs["content"]
        let hasTop = content.elements.contains { !$0["top_logprobs"].elements.isEmpty }
        var hasForeignBytes = false
        candidate["logprobsResult"].object { result in
            result["chosenCandidates"].array { chosen in
                for token in content.elements {
                    chosen.element.object(keepingEmpty: true) { write(token, $0, &hasForeignBytes) }
                }
            }
            guard hasTop else { return }
            result["topCandidates"].array { top in
                for token in content.elements {
                    top.element.object(keepingEmpty: true) { step in
                        step["candidates"].array { candidates in
                            for other in token["top_logprobs"].elements {
                                candidates.element.object(keepingEmpty: true) { write(other, $0, &hasForeignBytes) }
                            }
                        }
                    }
                }
            }
        }
        let refusal = logprobs["refusal"]
        if !refusal.elements.isEmpty { refusal.note(.noCounterpart, "Gemini has no refusals, and no tokens of them") }
    }

    private static func write(_ token: JSONValue, _ candidate: JSONObjectWriter, _ hasForeignBytes: inout Bool) {
        let text = token["token"]
        if text.kind == .string { candidate["token"] = text } else { warn(text, expected: "a string") }
        let probability = token["logprob"]
        if probability.kind == .number {
            candidate["logProbability"] = probability
        } else {
            warn(probability, expected: "a number")
        }
        let bytes = token["bytes"]
        if !bytes.exists || isText(text, bytes) || hasForeignBytes { return bytes.ignore() }
        hasForeignBytes = true
        bytes.warn(.noCounterpart, "a token that is a piece of a character: Gemini's tokens are text")
    }

    private static func warn(_ value: JSONValue, expected: StaticString) {
        if value.exists { value.warn(.wrongKind, "expected \(expected), found \(value.found); left out") }
    }

    private static func isText(_ token: JSONValue, _ bytes: JSONValue) -> Bool {
        let text = token.decoded
        var length = 0
        for byte in bytes.elements {
            guard length < text.count, byte.int == Int64(text[length]) else { return false }
            length += 1
        }
        return length == text.count
    }

    static let geminiLosses: [Loss] = [
        .warning("/candidates/*/logprobsResult/topCandidates", because: "no chosen token that they stand beside"),
        .note("/candidates/*/logprobsResult/logProbabilitySum", because: "whoever wants the sum can add"),
    ]
}
