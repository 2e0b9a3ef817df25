extension RandomChat {
    /// A conversation that ends with the user or with results; calls are always answered.
    mutating func messages(allowSystem: Bool) -> Sample {
        var messages: [Sample] = []
        if allowSystem, dice.once(in: 2) { messages.append(system()) }
        messages.append(user())
        for _ in 0..<dice.below(4) {
            if allowSystem, dice.once(in: 8) { messages.append(system()) }
            switch dice.below(4) {
            case 0: messages.append(user())
            case 1:
                messages.append(assistant())
                if dice.once(in: 4) { messages.append(assistant()) }
                messages.append(user())
            default: callTurn(&messages, allowSystem)
            }
        }
        return .list(messages)
    }

    private mutating func message(_ role: String, _ content: Sample?) -> Sample {
        var message = Sample.object(.message, [])
        message["role"] = .string(role)
        message["content"] = content
        return message
    }

    mutating func text() -> Sample { .string(dice.one(of: SampleData.texts)) }

    private mutating func system() -> Sample {
        let role = dice.one(of: ["system", "developer"])
        let isParts = dice.once(in: 4)
        let first = text()
        return message(role, isParts ? [["type": "text", "text": first], ["type": "text", "text": text()]] : first)
    }

    private mutating func user() -> Sample {
        var user: Sample
        if dice.once(in: 2) {
            user = message("user", dice.once(in: 20) ? "" : text())
        } else {
            var parts: [Sample] = (0..<(1 + dice.below(3))).map { _ in userPart() }
            if dice.once(in: 10) { parts.append(["type": "text", "text": ""]) }
            user = message("user", .list(parts))
        }
        if dice.once(in: 15) { user["name"] = "bob" }
        return user
    }

    // MARK: The assistant

    private mutating func assistant() -> Sample {
        var message = message("assistant", content())
        thoughts(&message)
        if dice.once(in: 6) { sign(&message) }
        if dice.once(in: 15) { message["refusal"] = text() }
        if dice.once(in: 12) {
            let (type, data) = dice.one(of: SampleData.images)
            message["images"] = [
                [
                    "type": "image_url", "image_url": ["url": .string("data:\(type);base64,\(data)")],
                    "index": .data("0"),
                ]
            ]
        }
        return message
    }

    private mutating func content() -> Sample {
        let (type, data) = dice.one(of: SampleData.images)
        switch dice.below(8) {
        case 0: return .string("Here: ![image](data:\(type);base64,\(data)) and after")
        case 1: return .string("![a](data:\(type);base64,\(data))![b](data:image/png;base64,AAAA)")
        case 2: return .string("broken ![image](data:\(type);base64,\(data)")
        case 3: return [["type": "text", "text": text()], ["type": "text", "text": text()]]
        case 4: return [["type": "text", "text": text()], ["type": "refusal", "refusal": text()]]
        default: return text()
        }
    }

    private mutating func thoughts(_ message: inout Sample) {
        guard dice.once(in: 3) else { return }
        switch dice.below(5) {
        case 0: message["reasoning_content"] = text()
        case 1: message["reasoning"] = text()
        case 2:
            message["reasoning_details"] = [
                ["type": "reasoning.text", "text": text(), "format": "google-gemini-v1", "index": .data("0")]
            ]
        case 3:
            message["thinking_blocks"] = [["type": "thinking", "thinking": text()]]
        default:
            message["content"] = "<thought>hm</thought>So"
            message["extra_content"] = ["google": ["thought": .data("true")]]
        }
    }

    private mutating func sign(_ message: inout Sample) {
        let signature = Sample.string(dice.one(of: SampleData.signatures))
        switch dice.below(4) {
        case 0: message["thought_signature"] = signature
        case 1: message["provider_specific_fields"] = ["thought_signature": signature]
        case 2 where message["reasoning_details"] == nil:
            message["reasoning_details"] = [["type": "reasoning.encrypted", "data": signature]]
        default:
            var google = message["extra_content"]?["google"] ?? [:]
            google["thought_signature"] = signature
            message["extra_content"] = ["google": google]
        }
    }

    // MARK: Calls and results

    private mutating func callTurn(_ messages: inout [Sample], _ allowSystem: Bool) {
        if dice.once(in: 12) {
            let name = dice.one(of: names)
            var message = message("assistant", .data("null"))
            message["function_call"] = [
                "name": .string(name), "arguments": .quoted(dice.one(of: SampleData.arguments)),
            ]
            var result = self.message("function", result())
            result["name"] = .string(name)
            messages += [message, result]
            return
        }
        let repeats = dice.once(in: 4)
        var message = message("assistant", dice.once(in: 2) ? .data("null") : text())
        thoughts(&message)
        let ids = (0..<(1 + dice.below(3))).map { place -> String in
            calls += 1
            if dice.once(in: 15) {
                return "call_\(calls)__thought__c2lnbmF0dXJlLXRoYXQtaXMtbG9uZy1lbm91Z2gtdG8taGlkZQ=="
            }
            return repeats ? "call_\(place)" : "call_\(calls)"
        }
        message["tool_calls"] = .list(ids.map { call($0) })
        if dice.once(in: 8) { sign(&message) }
        messages.append(message)
        if allowSystem, dice.once(in: 20) { messages.append(system()) }
        let results = ids.map { id in
            var result = self.message("tool", result())
            result["tool_call_id"] = .string(id)
            return result
        }
        messages += dice.once(in: 3) ? dice.shuffled(results) : results
        if dice.once(in: 4) { messages.append(user()) }
    }

    private mutating func call(_ id: String) -> Sample {
        var call = Sample.object(.chatCall, [])
        call["id"] = .string(id)
        if dice.once(in: 15) {
            call["type"] = "custom"
            call["custom"] = ["name": .string(names[0]), "input": text()]
        } else {
            call["type"] = "function"
            let arguments = dice.once(in: 8) ? dice.one(of: ["", " ", "null"]) : dice.one(of: SampleData.arguments)
            call["function"] = ["name": .string(dice.one(of: names)), "arguments": .quoted(arguments)]
        }
        let signature = Sample.string(dice.one(of: SampleData.signatures))
        switch dice.below(12) {
        case 0...2: call["extra_content"] = ["google": ["thought_signature": signature]]
        case 3: call["thoughtSignature"] = signature
        case 4: call["thought_signature"] = signature
        case 5: call["provider_specific_fields"] = ["thought_signature": signature]
        default: break
        }
        return call
    }

    private mutating func result() -> Sample {
        switch dice.below(8) {
        case 0: return .quoted(dice.one(of: SampleData.arguments))
        case 1: return .quoted(dice.one(of: ["[1,2]", "[]", #"{"output":"x"}"#, #"{"output":1}"#, #"{"$ref":"a"}"#]))
        case 2: return .quoted(dice.one(of: ["{broken", "7", "true", #""quoted""#, "", #"{"output":["a"]}"#]))
        case 3: return [["type": "text", "text": text()]]
        case 4: return [["type": "text", "text": text()], ["type": "text", "text": text()]]
        case 5: return [["type": "text", "text": text()], image()]
        default: return text()
        }
    }
}
