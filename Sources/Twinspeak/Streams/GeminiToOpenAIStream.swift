internal import JSONCore

/// A stream of Gemini's for a chat client.
///
///     Gemini   { candidates: [{ content: { parts }, finishReason?, index? }], usageMetadata?, modelVersion, responseId }, …
///     OpenAI   { id, object: "chat.completion.chunk", created, model, choices: [{ index, delta, finish_reason }] }, …,
///              { …, choices: [], usage }, [DONE]
///
/// Each candidate of an event is a chunk. The reason to stop may come early or again and again, so it is written at the end.
struct GeminiToOpenAIStream {
    private var head: Head?
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

    /// What every chunk begins with, as JSON, and what only the first has.
    private struct Head {
        let id: [UInt8]
        let created: Int64
        let model: [UInt8]
        let extras: [UInt8]
        /// Which of what only the first chunk has a place for the first event has said.
        let hasFeedback: Bool
        let hasStatus: Bool
        var isFirst = true

        func write(_ chunk: JSONObjectWriter) {
            chunk["id"].write(written: id)
            chunk["object"] = "chat.completion.chunk"
            chunk["created"] = created
            chunk["model"].write(written: model)
        }
    }

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
            let isWritten = Self.writeChunk(head, &json, &output) { choices in
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
        head?.isFirst = false
        sawFirstToken = true
    }

    /// Names and times of the first event hold for all.
    private mutating func begin(with response: JSONValue, _ services: inout StreamServices) {
        let version = response["modelVersion"]
        if model == nil { model = version.string }
        if let head {
            for (name, value) in response.members where Self.isSaid(name) { value.ignore() }
            Self.look(at: response["promptFeedback"], isKnown: head.hasFeedback, services.dialect)
            Self.look(at: response["modelStatus"], isKnown: head.hasStatus, services.dialect)
            return
        }
        services.begin(with: response)
        let id = ResponseID(response["responseId"], services.identity, services.exchange, "chatcmpl-")
        services.digest = id.digest
        let created = CreateTime.toOpenAI(response["createTime"], services.identity)
        if !services.dialect.allowsExtraContent { CreateTime.noteSeconds(response["createTime"]) }
        let (exchange, options) = (services.exchange, services.options)
        head = Head(
            id: JSONOutput.value({ id.write(to: $0) }), created: created,
            model: JSONOutput.value({ Responses.writeModel(version, to: $0, exchange, options) }),
            extras: services.dialect.allowsExtraContent
                ? JSONOutput.value({ $0.object { Responses.writeExtras(response, $0) } }) : [],
            hasFeedback: response["promptFeedback"].exists, hasStatus: response["modelStatus"].exists)
    }

    /// Behind the first chunk there is no place for it; in other dialects there never is, and it is left unread.
    private static func look(at value: JSONValue, isKnown: Bool, _ dialect: Dialect) {
        guard value.exists else { return }
        if isKnown {
            value.ignore()
        } else if dialect.allowsExtraContent {
            value.note(.noCounterpart, "only the first chunk has a place for it")
        }
    }

    /// What the first event has told for all.
    private static func isSaid(_ name: JSONValue) -> Bool {
        name == "responseId" || name == "modelVersion" || name == "createTime"
            || name == "response_id" || name == "model_version" || name == "create_time"
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
        _ head: Head, _ json: inout JSONOutput, _ output: inout StreamOutput, _ body: (JSONArrayWriter) -> Bool
    ) -> Bool {
        var isWritten = false
        json.reset()
        json.object { chunk in
            head.write(chunk)
            chunk["choices"].array { choices in
                isWritten = body(choices) && !choices.isEmpty
            }
            if head.isFirst { chunk["extra_content"]["google"].write(written: head.extras) }
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
            let hasRest = Self.writeChunk(head, &json, &output) {
                choices[place].writeRest($0, &services)
                return services.refusal == nil
            }
            if hasRest { noteSent() }
            let hasEnd = Self.writeChunk(self.head ?? head, &json, &output) {
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
                head.write(chunk)
                PromptFeedback.toOpenAI(response, chunk, dialect, as: "delta")
                chunk["extra_content"]["google"].write(written: head.extras)
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
                head.write(chunk)
                chunk["choices"].writeEmptyArray()
                let written = chunk.written
                Usage.toOpenAI(response["usageMetadata"], chunk, dialect)
                isKnown = chunk.written > written
            }
        }
        if isKnown, services.exchange.includeUsage { output.append(json) }
    }
}
