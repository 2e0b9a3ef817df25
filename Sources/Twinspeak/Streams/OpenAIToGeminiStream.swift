internal import JSONCore

/// A stream of chat completions for a Gemini client.
///
///     OpenAI   { id, created, model, choices: [{ index, delta, finish_reason }] }, …, { …, choices: [], usage }, [DONE]
///     Gemini   { candidates: [{ content: { parts, role }, index }], modelVersion, createTime, responseId }, …,
///              { candidates: [{ content: { parts: [{ text: "" }], role }, finishReason, index }], usageMetadata, … }
///
/// Texts and thoughts are events at once; calls, reasons to stop and usage are written at the end.
struct OpenAIToGeminiStream {
    /// The members that every event ends with, as JSON.
    private var head: [UInt8]?
    private var choices: [StreamedChoice] = []
    /// The place of each choice.
    private var places: [Int64: Int] = [:]
    /// The last one, as JSON.
    private(set) var usage: [UInt8] = []
    /// The completion's own extensions, as JSON.
    private var promptFeedback: [UInt8] = []
    private var modelStatus: [UInt8] = []
    /// What has no counterpart is in every chunk: the first that says it has the finding.
    private var hasTier = false
    private var hasFingerprint = false
    private(set) var model: String?
    private(set) var sawFirstToken = false

    // MARK: Events

    mutating func read(
        _ chunk: JSONValue, _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) {
        begin(with: chunk, &services)
        let counts = chunk["usage"]
        if counts.exists {
            usage = Array(counts.raw.bytes)
            counts.ignore()
        }
        let google = chunk["extra_content"]["google"]
        if google.exists { keep(google, services.options) }
        let list = chunk["choices"].elements
        guard let head, !list.isEmpty else { return }
        guard promptFeedback.isEmpty else { return chunk["choices"].ignore() }
        var isWritten = false
        json.reset()
        json.object { response in
            response["candidates"].array { candidates in
                for choice in list {
                    let place = place(of: choice)
                    choices[place].write(choice, candidates, &services)
                }
                isWritten = !candidates.isEmpty
            }
            response.write(membersOf: head)
        }
        guard isWritten else { return }
        output.append(json)
        sawFirstToken = true
    }

    /// Names and time of the first chunk with a choice hold for all: some servers send others before.
    private mutating func begin(with chunk: JSONValue, _ services: inout StreamServices) {
        guard head == nil else {
            for (name, value) in chunk.members where Self.isSaid(name) { value.ignore() }
            Self.look(at: chunk["service_tier"], &hasTier)
            Self.look(at: chunk["system_fingerprint"], &hasFingerprint)
            return
        }
        for name: StaticString in ["object", "obfuscation"] { chunk[name].ignore() }
        let name = chunk["model"]
        if chunk["choices"].elements.isEmpty, !chunk["usage"].exists {
            for name: StaticString in ["id", "model", "created"] { chunk[name].ignore() }
            return
        }
        services.begin(with: chunk)
        model = name.string.flatMap { $0.isEmpty ? nil : $0 }
        let id = ResponseID(chunk["id"], services.identity, services.exchange, "")
        let (exchange, options) = (services.exchange, services.options)
        head = JSONOutput.object { response in
            Responses.writeVersion(name, to: response["modelVersion"], exchange, options)
            CreateTime.toGemini(chunk, to: response["createTime"])
            id.write(to: response["responseId"])
        }
        hasTier = chunk["service_tier"].exists
        hasFingerprint = chunk["system_fingerprint"].exists
    }

    private static func look(at value: JSONValue, _ isKnown: inout Bool) {
        guard value.exists else { return }
        if isKnown { value.ignore() }
        isKnown = true
    }

    /// What the first chunk has told for all, and padding.
    private static func isSaid(_ name: JSONValue) -> Bool {
        name.isName("id") || name.isName("object") || name.isName("created") || name.isName("model")
            || name.isName("obfuscation")
    }

    private mutating func keep(_ google: JSONValue, _ options: Options) {
        let feedback = Responses.native("promptFeedback", of: google, options)
        if feedback["blockReason"].exists {
            promptFeedback = Array(feedback.raw.bytes)
            feedback.ignore()
        }
        let status = Responses.native("modelStatus", of: google, options)
        if status.exists { modelStatus = Array(status.raw.bytes) }
        status.ignore()
    }

    private mutating func place(of choice: JSONValue) -> Int {
        let index = choice["index"].int ?? 0
        // Nearly every stream has one.
        if !choices.isEmpty, choices[0].index == index { return 0 }
        if let place = places[index] { return place }
        places[index] = choices.count
        let number = Candidates.number(choice["index"]) ?? (choice["index"].exists ? Int64(choices.count) : 0)
        choices.append(StreamedChoice(index: index, number: number))
        return choices.count - 1
    }

    // MARK: The end

    /// - Returns: False if the answer is not whole.
    mutating func finish(
        _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) -> Bool {
        guard let head else { return false }
        let isBlocked = !promptFeedback.isEmpty
        guard isBlocked || (!choices.isEmpty && choices.allSatisfy(\.hasEnded)) else { return false }
        json.reset()
        json.object { response in
            if isBlocked {
                response["promptFeedback"].write(written: promptFeedback)
            } else {
                response["candidates"].array { candidates in
                    for choice in choices { choice.writeEnd(candidates, &services) }
                }
            }
            if !usage.isEmpty {
                let options = services.options
                services.read(JSONOutput.object { $0["usage"].write(written: usage) }) { completion in
                    Usage.toGemini(completion["usage"], response, options)
                }
            }
            response.write(membersOf: head)
            response["modelStatus"].write(written: modelStatus)
        }
        guard services.refusal == nil else { return false }
        output.append(json)
        return true
    }
}
