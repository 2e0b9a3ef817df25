internal import JSONCore

/// The body of an answer.
///
///     Gemini   { candidates, promptFeedback?, usageMetadata?, modelVersion?, responseId?, createTime?, modelStatus? }
///     OpenAI   { id, object: "chat.completion", created, model, choices, usage?, extra_content? }
enum Responses {
    static func toOpenAI(
        _ response: JSONValue, _ completion: JSONObjectWriter, _ exchange: Exchange, _ identity: Identity,
        _ context: RequestContext
    ) {
        let dialect = context.options.dialect
        let id = ResponseID(response["responseId"], identity, exchange, "chatcmpl-")
        id.write(to: completion["id"])
        completion["object"] = "chat.completion"
        completion["created"] = CreateTime.toOpenAI(response["createTime"], identity)
        writeModel(response["modelVersion"], to: completion["model"], exchange, context.options)
        if response["candidates"].elements.isEmpty {
            PromptFeedback.toOpenAI(response, completion, dialect)
        } else {
            var ids = MadeIDs(in: response, digest: id.digest)
            let block = response["promptFeedback"]["blockReason"]
            Candidates.toOpenAI(response["candidates"], block: block, completion, context) { ids.id(of: $0) }
        }
        Usage.toOpenAI(response["usageMetadata"], completion, dialect)
        guard dialect.allowsExtraContent else { return CreateTime.noteSeconds(response["createTime"]) }
        completion["extra_content"]["google"].object { writeExtras(response, $0) }
    }

    /// Members of the answer that go along as they are.
    static func writeExtras(_ response: JSONValue, _ google: JSONObjectWriter) {
        if CreateTime.isMoreThanSeconds(response["createTime"]) { google["create_time"] = response["createTime"] }
        google["prompt_feedback"] = response["promptFeedback"]
        google["model_status"] = response["modelStatus"]
    }

    /// The model that answered, or else the one that was asked.
    static func writeModel(_ version: JSONValue, to slot: JSONSlot, _ exchange: Exchange, _ options: Options) {
        if version.kind == .string, !version.isEmptyString { return slot.write(version) }
        if version.isEmptyString {
            version.ignore()
        } else if version.exists {
            version.warn(.wrongKind, "expected a text, found \(version.found)")
        }
        slot.write(string: asked(exchange, options))
    }

    /// The model that was asked, where the answer names none.
    private static func asked(_ exchange: Exchange, _ options: Options) -> String {
        exchange.model.isEmpty ? options.model ?? "" : exchange.model
    }

    /// The model that answered, or else the one that was asked, if any was.
    static func writeVersion(_ model: JSONValue, to slot: JSONSlot, _ exchange: Exchange, _ options: Options) {
        if model.kind == .string, !model.isEmptyString { return slot.write(model) }
        model.ignore()
        let asked = asked(exchange, options)
        if asked.isEmpty { slot.takeBack() } else { slot.write(string: asked) }
    }

    static func toGemini(
        _ completion: JSONValue, _ response: JSONObjectWriter, _ exchange: Exchange, _ identity: Identity,
        _ shared: SharedOptions
    ) {
        let options = shared.options
        let context = RequestContext(
            completion, shared, options.capabilities(of: exchange.model),
            names: FunctionNames(restoring: exchange.renamed, for: .gemini), isAnswer: true)
        let google = completion["extra_content"]["google"]
        let feedback = native("promptFeedback", of: google, options)
        if !PromptFeedback.areOnly(completion["choices"], feedback) {
            Candidates.toGemini(completion["choices"], response, context)
        }
        if completion["choices"].elements.isEmpty, !feedback.exists {
            completion.refuse("choices", .emptyAnswer, "expected at least one choice, found none")
        }
        response["promptFeedback"] = feedback
        Usage.toGemini(completion["usage"], response, options)
        writeVersion(completion["model"], to: response["modelVersion"], exchange, options)
        CreateTime.toGemini(completion, to: response["createTime"])
        ResponseID(completion["id"], identity, exchange, "").write(to: response["responseId"])
        response["modelStatus"] = native("modelStatus", of: google, options)
        completion["object"].ignore()
    }

    /// A member of the whole answer that goes along as it is.
    static func native(_ name: StaticString, of google: JSONValue, _ options: Options) -> JSONValue {
        NativeValue.ofAnswer(google[name], name, in: "GenerateContentResponse", options)
    }
}

extension Responses {
    static let geminiLosses: [Loss] = [
        .note("/promptFeedback/blockReason", because: "the dialect has no place for it"),
        .note("/promptFeedback/blockReasonMessage", because: "the dialect has no place for it"),
        .note("/promptFeedback/safetyRatings", because: "the dialect has no place for it"),
        .note("/modelStatus", because: "the dialect has no place for it"),
    ]
}

/// A prompt that was refused before any answer.
///
///     Gemini   { promptFeedback: { blockReason, blockReasonMessage?, safetyRatings? } }, no candidates, HTTP 200
///     OpenAI   choices: [{ index: 0, message: { role, content: null, refusal: "…" }, finish_reason: "content_filter" }]
enum PromptFeedback {
    /// - Parameter name: `delta`, in a stream.
    static func toOpenAI(
        _ response: JSONValue, _ completion: JSONObjectWriter, _ dialect: Dialect, as name: StaticString = "message"
    ) {
        let feedback = response["promptFeedback"]
        let reason = feedback["blockReason"]
        let candidates = response["candidates"]
        if candidates.exists { candidates.note(.emptyOmitted, "an empty list says nothing") }
        guard reason.exists else {
            return response.refuse(.emptyAnswer, "expected candidates or a block reason, found neither")
        }
        completion["choices"].array { choices in
            choices.object { choice in
                choice["index"] = 0
                choice[name].object { message in
                    message["role"] = "assistant"
                    message["content"].writeNull()
                    let text = feedback["blockReasonMessage"]
                    message["refusal"] = text.exists ? text : reason
                }
                choice["logprobs"].writeNull()
                choice["finish_reason"] = "content_filter"
                if dialect.allowsNativeFinishReason { choice["native_finish_reason"] = reason }
            }
        }
    }
}

extension PromptFeedback {
    /// The choice says what the feedback does, as it was made of it.
    static func areOnly(_ choices: JSONValue, _ feedback: JSONValue) -> Bool {
        let reason = feedback["blockReason"]
        let text = feedback["blockReasonMessage"].exists ? feedback["blockReasonMessage"] : reason
        guard reason.exists, let choice = choices.elements.only, !choice["message"]["content"].exists,
            choice["message"]["refusal"].isSameString(as: text)
        else { return false }
        choices.ignore()
        return true
    }
}

/// The name of an answer: its own, or the caller's, or one made of the request that it answers.
struct ResponseID {
    private let own: JSONValue?
    private let made: String
    /// Names the calls of this answer.
    let digest: Digest

    init(_ id: JSONValue, _ identity: Identity, _ exchange: Exchange, _ prefix: String) {
        own = id.kind == .string && !id.isEmptyString ? id : nil
        if id.isEmptyString { id.ignore() }
        made = identity.id ?? prefix + exchange.digest.digits(16)
        if let own {
            digest = Digest(own.decoded.string.utf8)
        } else {
            digest = identity.id.map { Digest($0.utf8) } ?? exchange.digest
        }
    }

    func write(to slot: JSONSlot) {
        if let own { slot.write(own) } else { slot.write(string: made) }
    }
}
