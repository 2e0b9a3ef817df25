internal import JSONCore

/// A stream of Gemini's for a chat client.
///
///     Gemini   { candidates: [{ content: { parts }, finishReason?, index? }], usageMetadata?, modelVersion, responseId }, …
///     OpenAI   { id, object: "chat.completion.chunk", created, model, choices: [{ index, delta, finish_reason }] }, …,
///              { …, choices: [], usage }, [DONE]
///
/// Each candidate of an event is a chunk. The reason to stop may come early or again and again, so it is written at the end.
struct GeminiToOpenAIStream {
    /// The members that every chunk begins with, as JSON.
    private var head: [UInt8]?
    /// What only the first chunk has, as JSON; empty behind it.
    private var extras: [UInt8] = []
    /// The first event has said what only the first chunk has a place for.
    private var hasFeedback = false
    private var hasStatus = false
    private var choices: [StreamedAnswer] = []
    /// The choice of each candidate.
    private var places: [Int64: Int] = [:]
    /// How many of them have begun: clients want them in order.
    private var begun = 0
    /// The last one, as JSON: it counts as a whole.
    private(set) var usageMetadata: [UInt8] = []
    /// Why the prompt was blocked, as JSON.
    private var promptFeedback: [UInt8] = []
    private(set) var model: String?
    private(set) var sawFirstToken = false

    // MARK: Events

    mutating func read(
        _ response: JSONValue, _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) {
        begin(with: response, &services)
        let usage = response["usageMetadata"]
        if usage.exists {
            usageMetadata.removeAll(keepingCapacity: true)
            usageMetadata.append(contentsOf: usage.raw.bytes)
            usage.ignore()
        }
        let feedback = response["promptFeedback"]
        let candidates = response["candidates"].elements
        if feedback["blockReason"].exists {
            promptFeedback = Array(feedback.raw.bytes)
            for place in choices.indices { choices[place].block(feedback["blockReason"]) }
            // They are what the one choice says.
            if candidates.isEmpty {
                for name: StaticString in ["blockReason", "blockReasonMessage"] { feedback[name].ignore() }
            }
        }
        // A chunk for each: one candidate may come twice, and a chunk must not name a choice twice.
        for candidate in candidates {
            guard let head else { return }
            let place = place(of: candidate)
            let isWritten = Self.writeChunk(head, extras, &json, &output) { choices in
                while begun < place {
                    self.choices[begun].begin(choices, services.dialect)
                    begun += 1
                }
                self.choices[place].write(candidate, choices, &services)
                return services.refusal == nil
            }
            if isWritten { noteSent() }
        }
    }

    private mutating func noteSent() {
        extras = []
        sawFirstToken = true
    }

    /// Names and times of the first event hold for all.
    private mutating func begin(with response: JSONValue, _ services: inout StreamServices) {
        let version = response["modelVersion"]
        if model == nil { model = version.string }
        guard head == nil else {
            for (name, value) in response.members where Self.isSaid(name) { value.ignore() }
            let hasPlace = services.dialect.allowsExtraContent
            Self.look(at: response["promptFeedback"], isKnown: hasFeedback, hasPlace: hasPlace)
            Self.look(at: response["modelStatus"], isKnown: hasStatus, hasPlace: hasPlace)
            return
        }
        services.begin(with: response)
        let id = ResponseID(response["responseId"], services.identity, services.exchange, "chatcmpl-")
        services.digest = id.digest
        let created = CreateTime.toOpenAI(response["createTime"], services.identity)
        if !services.dialect.allowsExtraContent { CreateTime.noteSeconds(response["createTime"]) }
        let (exchange, options) = (services.exchange, services.options)
        head = JSONOutput.object { chunk in
            id.write(to: chunk["id"])
            chunk["object"] = "chat.completion.chunk"
            chunk["created"] = created
            Responses.writeModel(version, to: chunk["model"], exchange, options)
        }
        if services.dialect.allowsExtraContent {
            extras = JSONOutput.value { $0.object { Responses.writeExtras(response, $0) } }
        }
        hasFeedback = response["promptFeedback"].exists
        hasStatus = response["modelStatus"].exists
    }

    /// Behind the first chunk there is no place for it; in other dialects there never is, and it is left unread.
    private static func look(at value: JSONValue, isKnown: Bool, hasPlace: Bool) {
        guard value.exists else { return }
        if isKnown {
            value.ignore()
        } else if hasPlace {
            value.note(.noCounterpart, "only the first chunk has a place for it")
        }
    }

    /// What the first event has told for all.
    private static func isSaid(_ name: JSONValue) -> Bool {
        name.isName("responseId") || name.isName("modelVersion") || name.isName("createTime")
            || name.isName("response_id") || name.isName("model_version") || name.isName("create_time")
    }

    /// Candidates come in any order; choices are numbered as they appear.
    private mutating func place(of candidate: JSONValue) -> Int {
        let index = candidate["index"].int ?? 0
        // Nearly every stream has one.
        if !choices.isEmpty, choices[0].index == index { return 0 }
        if let place = places[index] { return place }
        if index != Int64(choices.count) { Candidates.note(index: candidate["index"]) }
        places[index] = choices.count
        choices.append(StreamedAnswer(place: choices.count, index: index))
        return choices.count - 1
    }

    // MARK: Chunks

    /// - Parameter body: Returns whether what it has written may be sent.
    /// - Returns: False if there is no chunk, because `body` has written nothing.
    private static func writeChunk(
        _ head: [UInt8], _ extras: [UInt8], _ json: inout JSONOutput, _ output: inout StreamOutput,
        _ body: (JSONArrayWriter) -> Bool
    ) -> Bool {
        var isWritten = false
        json.reset()
        json.object { chunk in
            chunk.write(membersOf: head)
            chunk["choices"].array { choices in
                isWritten = body(choices) && !choices.isEmpty
            }
            if !extras.isEmpty { chunk["extra_content"]["google"].write(written: extras) }
        }
        if isWritten { output.append(json) }
        return isWritten
    }

    // MARK: The end

    /// - Returns: False if the answer is not whole.
    mutating func finish(
        _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) -> Bool {
        guard let head else { return false }
        if choices.isEmpty { return finishBlocked(&services, &json, &output) }
        for place in choices.indices where choices[place].hasEnded {
            let hasRest = Self.writeChunk(head, extras, &json, &output) {
                choices[place].writeRest($0, &services)
                return services.refusal == nil
            }
            if hasRest { noteSent() }
            let hasEnd = Self.writeChunk(head, extras, &json, &output) {
                choices[place].writeEnd($0, &services)
                return services.refusal == nil
            }
            guard hasEnd else { return false }
            noteSent()
        }
        guard choices.allSatisfy(\.hasEnded) else { return false }
        writeUsage(&services, &json, &output)
        output.appendDone()
        return true
    }

    private mutating func finishBlocked(
        _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) -> Bool {
        guard let head, !promptFeedback.isEmpty else { return false }
        let dialect = services.dialect
        let response = JSONOutput.object { $0["promptFeedback"].write(written: promptFeedback) }
        json.reset()
        services.read(response) { response in
            json.object { chunk in
                chunk.write(membersOf: head)
                PromptFeedback.toOpenAI(response, chunk, dialect, as: "delta")
                chunk["extra_content"]["google"].write(written: extras)
            }
            response.ignore()
        }
        output.append(json)
        writeUsage(&services, &json, &output)
        output.appendDone()
        return true
    }

    private func writeUsage(
        _ services: inout StreamServices, _ json: inout JSONOutput, _ output: inout StreamOutput
    ) {
        guard let head, !usageMetadata.isEmpty else { return }
        let dialect = services.dialect
        var isKnown = false
        json.reset()
        services.read(JSONOutput.object { $0["usageMetadata"].write(written: usageMetadata) }) { response in
            json.object { chunk in
                chunk.write(membersOf: head)
                chunk["choices"].writeEmptyArray()
                let written = chunk.written
                Usage.toOpenAI(response["usageMetadata"], chunk, dialect)
                isKnown = chunk.written > written
            }
        }
        if isKnown, services.exchange.includeUsage { output.append(json) }
    }
}
