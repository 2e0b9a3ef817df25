internal import JSONCore

/// One candidate of a stream on its way to a chat client: what has been said, and what waits for the end.
struct StreamedAnswer {
    /// The number of the choice.
    let place: Int
    /// The number of the candidate.
    let index: Int64
    private var hasRole = false
    private var said = AnswerParts.Said()
    private var calls = StreamedCalls()
    private var sentCalls: Int64 = 0
    private var fold = StreamFold()
    private var grounding = StreamedGrounding()
    /// Members of the candidate that are written at its end, as JSON; the last of each counts.
    private var last: [(name: StaticString, json: [UInt8])] = []

    init(place: Int, index: Int64) {
        self.place = place
        self.index = index
    }

    /// The model has said why it stopped.
    var hasEnded: Bool { last.contains { $0.name.isSame(as: "finishReason") } }

    // MARK: Events

    /// The prompt was blocked after the answer had begun: nothing else will say why it stops.
    mutating func block(_ reason: JSONValue) {
        guard !hasEnded else { return }
        reason.note(.saidDifferently, "stops an answer that has begun")
        last.append(
            ("finishReason", FinishReason.isFilter(reason) ? Array(reason.raw.bytes) : Array("\"SAFETY\"".utf8)))
    }

    /// Writes the role, if it has not been said: clients want choices to begin in order.
    mutating func begin(_ choices: JSONArrayWriter, _ dialect: Dialect) {
        guard !hasRole else { return }
        choices.object { choice in
            choice["index"] = Int64(place)
            choice["delta"].object { delta in
                delta["role"] = "assistant"
                if dialect.allowsExtraContent { delta["extra_content"]["google"].object(writeNumber) }
            }
            choice["finish_reason"].writeNull()
        }
        hasRole = true
    }

    /// Writes what an event says at once, if there is any such thing.
    mutating func write(_ candidate: JSONValue, _ choices: JSONArrayWriter, _ services: inout StreamServices) {
        let content = candidate["content"]
        _ = Role(content: content)
        keepEnd(of: candidate, hasPlace: services.dialect.allowsExtraContent)
        choices.object { choice in
            choice["index"] = Int64(place)
            var isWritten = false
            choice["delta"].object(keepingEmpty: true) { delta in
                if !hasRole { delta["role"] = "assistant" }
                let written = delta.written
                if hasRole, calls.isEmpty, !said.isThinking, let text = content["parts"].elements.only?.onlyText {
                    write(text, delta)
                } else {
                    write(PartSequence(content.elements), delta, &services)
                }
                isWritten = delta.written > written
            }
            let logprobs = candidate["logprobsResult"]
            guard isWritten || logprobs.exists else { return choice.discard() }
            if logprobs.exists { Logprobs.toOpenAI(logprobs, choice) }
            choice["finish_reason"].writeNull()
            hasRole = true
        }
    }

    /// What nearly every event says.
    private mutating func write(_ text: JSONValue, _ delta: JSONObjectWriter) {
        fold.append(text: text)
        if text.isEmptyString { return text.ignore() }
        delta["content"] = text
        said.hasContent = true
    }

    /// Clients add numbers, so it is said once.
    private func writeNumber(_ google: JSONObjectWriter) {
        if !hasRole, index != Int64(place) { google["index"] = index }
    }

    private mutating func write(_ parts: PartSequence, _ delta: JSONObjectWriter, _ services: inout StreamServices) {
        let written = delta.written
        sort(parts, &services)
        let sound = parts.first { $0["inlineData"].isAudio }
        let answer = AnswerParts(parts, linksAudio: sound.map { !said.audio.takes($0["inlineData"]) } ?? false)
        answer.writeDelta(delta, services.dialect, &said)
        writeCalls(delta, &services)
        guard services.dialect.allowsExtraContent, delta.written > written else { return }
        delta["extra_content"]["google"].object { google in
            said.writeFlag(google)
            writeNumber(google)
        }
    }

    /// Takes calls and what is kept for the end.
    ///
    /// Behind other parts, no call waits for its result any more.
    private mutating func sort(_ parts: PartSequence, _ services: inout StreamServices) {
        for part in parts {
            if part["functionCall"].exists {
                fold.end()
                do { try calls.add(part) } catch {
                    part["functionCall"]["partialArgs"].refuse(
                        .outOfRange, "expected paths of members and of places in order, up to 512 steps deep")
                }
            } else if part["functionResponse"].exists {
                guard let call = calls.take(resultOf: part["functionResponse"]) else { continue }
                JSONSlice.lending(call) { fold.append($0) }
                fold.append(part.raw)
                if services.dialect.allowsExtraContent {
                    part.ignore()
                } else {
                    part.warn(.noCounterpart, "the dialect has no place for what the server ran")
                }
            } else {
                if !part.partText.isEmptyString { calls.settle() }
                fold.append(part)
                if services.dialect.allowsExtraContent { keep(part) }
            }
        }
    }

    /// What the end of the choice says of the part counts as said.
    private func keep(_ part: JSONValue) {
        part["thoughtSignature"].ignore()
        if CodeParts.isCode(part) || part["toolCall"].exists || part["toolResponse"].exists { part.ignore() }
    }

    private mutating func keepEnd(of candidate: JSONValue, hasPlace: Bool) {
        for (name, value) in candidate.members
        where value.exists && !(name == "content" || name == "index" || name == "logprobsResult") {
            guard let member = Self.ends.first(where: { candidate[$0].node == value.node }) else { continue }
            if member.isSame(as: "groundingMetadata") {
                grounding.add(value)
                continue
            }
            last.removeAll { $0.name.isSame(as: member) }
            last.append((member, Array(value.raw.bytes)))
            if member.isSame(as: "finishReason") || hasPlace { value.ignore() }
        }
    }

    private static let ends: [StaticString] = ["finishReason", "groundingMetadata"] + Candidates.extras.map(\.gemini)

    /// Calls that nothing is waited for any more.
    private mutating func writeCalls(_ delta: JSONObjectWriter, _ services: inout StreamServices) {
        guard let waiting = calls.takeSettled() else { return }
        let places = (call: sentCalls, detail: said.details)
        let signed = services.writeCalls(waiting.json, delta, places: places)
        sentCalls += Int64(waiting.count)
        if services.dialect.thoughts == .reasoning { said.details += Int64(signed) }
    }

    // MARK: The end

    /// Writes the calls whose results nobody waits for any more.
    mutating func writeRest(_ choices: JSONArrayWriter, _ services: inout StreamServices) {
        calls.close()
        calls.settle()
        guard !calls.isEmpty else { return }
        choices.object { choice in
            choice["index"] = Int64(place)
            choice["delta"].object { delta in
                if !hasRole { delta["role"] = "assistant" }
                writeCalls(delta, &services)
                if services.dialect.allowsExtraContent { delta["extra_content"]["google"].object(writeNumber) }
            }
            choice["finish_reason"].writeNull()
        }
        hasRole = true
    }

    /// Writes the end of the choice, with everything that could not be said before.
    mutating func writeEnd(_ choices: JSONArrayWriter, _ services: inout StreamServices) {
        let dialect = services.dialect
        services.read(whole) { response in
            let candidate = response["candidates"].elements.only ?? response.missing
            let answer = AnswerParts(PartSequence(candidate["content"].elements))
            choices.object { choice in
                choice["index"] = Int64(place)
                choice["delta"].object(keepingEmpty: true) { delta in
                    if !hasRole { delta["role"] = "assistant" }
                    said.writeEnd(delta, hasCalls: sentCalls > 0)
                    writeSources(candidate["groundingMetadata"], answer, delta, dialect)
                    guard dialect.allowsExtraContent else { return }
                    delta["extra_content"]["google"].object { google in
                        answer.writeExtras(google, dialect, isStream: true)
                        Candidates.writeExtras(candidate, place: place, google)
                        writeNumber(google)
                        if dialect.allowsNativeFinishReason {
                            google["native_finish_reason"] = candidate["finishReason"]
                        }
                    }
                }
                FinishReason.toOpenAI(candidate["finishReason"], choice, hasCalls: sentCalls > 0, dialect)
            }
            candidate["content"].ignore()
        }
    }

    private func writeSources(
        _ metadata: JSONValue, _ answer: AnswerParts, _ delta: JSONObjectWriter, _ dialect: Dialect
    ) {
        guard !fold.isCut || !metadata.exists else {
            return metadata.warn(.cutToLimit, "the text is too long for its citations to find their places")
        }
        Grounding.toOpenAI(metadata, delta, dialect, isStream: true) { answer.places(dialect) }
    }

    /// The candidate as it would stand in an answer without a stream, but for its calls.
    private var whole: [UInt8] {
        JSONOutput.object { response in
            response["candidates"][.first].object { candidate in
                candidate["content"]["parts"].write(written: fold.parts)
                if !grounding.isEmpty { grounding.write(to: candidate["groundingMetadata"]) }
                for member in last { candidate.slot(member.name).write(written: member.json) }
            }
        }
    }
}

extension JSONValue {
    /// The text of a part that has nothing else.
    fileprivate var onlyText: JSONValue? {
        var members = members
        guard let member = members.next(), member.name == "text", member.value.kind == .string, members.next() == nil
        else { return nil }
        return member.value
    }
}
