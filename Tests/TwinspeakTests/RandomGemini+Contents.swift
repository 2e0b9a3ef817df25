extension RandomGemini {
    /// A conversation that ends with the user; calls are always answered.
    mutating func contents() -> Sample {
        var contents: [Sample] = [user()]
        for _ in 0..<dice.below(4) {
            switch dice.below(3) {
            case 0:
                contents.append(content("model", modelParts()))
                if dice.once(in: 6) { contents.append(content("model", modelParts())) }
                contents.append(user())
            case 1: contents.append(user())
            default: callTurn(&contents)
            }
        }
        return contents.count == 1 && dice.once(in: 4) ? contents[0] : .list(contents)
    }

    private mutating func content(_ role: String?, _ parts: [Sample]) -> Sample {
        var content: Sample = [:]
        if let role { content["role"] = .string(dice.recased(role)) }
        content["parts"] = list(parts)
        return content
    }

    private mutating func part(_ name: String, _ value: Sample) -> Sample {
        var part = Sample.object(.geminiPart, [])
        part[name] = value
        return part
    }

    private mutating func sign(_ part: Sample, oneIn count: Int) -> Sample {
        var part = part
        if dice.once(in: count) { part["thoughtSignature"] = .string(dice.one(of: SampleData.signatures)) }
        return part
    }

    // MARK: The user

    private mutating func user() -> Sample {
        let role = dice.one(of: ["user", "user", nil])
        return content(role, (0..<(1 + dice.below(3))).map { _ in userPart() })
    }

    private mutating func userPart() -> Sample {
        switch dice.below(8) {
        case 0...3: return part("text", dice.once(in: 20) ? "" : text())
        case 4, 5:
            var image = inlineImage()
            if dice.once(in: 5) { image["mediaResolution"] = ["level": "MEDIA_RESOLUTION_HIGH"] }
            return image
        case 6:
            let type = dice.one(of: [
                "audio/wav", "audio/mp3", "audio/mpeg", "audio/ogg", "audio/L16;rate=24000", "application/pdf",
                "video/mp4", "audio/x-wav", "text/plain",
            ])
            var inline: Sample = ["mimeType": .string(type), "data": "UklGRg=="]
            if dice.once(in: 4) { inline["displayName"] = "clip" }
            return part("inlineData", inline)
        default:
            var file: Sample = [
                "fileUri": .string(
                    dice.one(of: [
                        "https://example.com/a.png", "https://www.youtube.com/watch?v=x", "gs://bucket/v.mp4",
                        "https://generativelanguage.googleapis.com/v1beta/files/abc",
                    ]))
            ]
            if dice.once(in: 2) {
                file["mimeType"] = .string(dice.one(of: ["image/png", "video/mp4", "application/pdf"]))
            }
            var part = part("fileData", file)
            if dice.once(in: 4) { part["videoMetadata"] = ["startOffset": "1s", "endOffset": "2.5s"] }
            return part
        }
    }

    private mutating func inlineImage() -> Sample {
        let (type, data) = dice.one(of: SampleData.images)
        return part("inlineData", ["mimeType": .string(type), "data": .string(data)])
    }

    // MARK: The model

    private mutating func modelParts() -> [Sample] {
        var parts: [Sample] = []
        if dice.once(in: 3) {
            var thought = part("text", text())
            thought["thought"] = .data("true")
            parts.append(thought)
        }
        for _ in 0..<(1 + dice.below(3)) {
            switch dice.below(6) {
            case 0: parts.append(sign(inlineImage(), oneIn: 4))
            case 1 where dice.once(in: 2):
                parts.append(
                    .object(.geminiPart, [("executableCode", .data(#"{"language":"PYTHON","code":"print(1)"}"#))]))
                parts.append(
                    .object(
                        .geminiPart, [("codeExecutionResult", .data(#"{"outcome":"OUTCOME_OK","output":"1\n"}"#))]))
            default: parts.append(sign(part("text", text()), oneIn: 5))
            }
        }
        // Some models sign an empty text at the end.
        if dice.once(in: 12) { parts.append(sign(part("text", ""), oneIn: 1)) }
        // Beside code, every part goes along as it is.
        return parts.contains { $0["executableCode"] != nil } ? parts.map(\.frozen) : parts
    }

    private mutating func callTurn(_ contents: inout [Sample]) {
        var parts = dice.once(in: 2) ? [] : modelParts()
        var results: [Sample] = []
        let hasIDs = dice.once(in: 2)
        for place in 0..<(1 + dice.below(3)) {
            calls += 1
            let name = dice.one(of: names)
            var call = Sample.object(.functionCall, [("name", .string(name))])
            let id = dice.once(in: 15) ? String(repeating: "i", count: 50) + "\(calls)" : "call_\(calls)"
            if hasIDs { call["id"] = .string(id) }
            if !dice.once(in: 8) { call["args"] = .data(dice.one(of: SampleData.arguments)) }
            parts.append(sign(part("functionCall", call), oneIn: place == 0 ? 2 : 8))
            var response: Sample = ["name": .string(name), "response": result()]
            if hasIDs { response["id"] = .string(id) }
            if dice.once(in: 8) { response["parts"] = [inlineImage()] }
            results.append(part("functionResponse", response))
        }
        contents.append(content("model", parts))
        if hasIDs, dice.once(in: 4) { results = dice.shuffled(results) }
        if dice.once(in: 8) { results.append(part("text", text())) }
        contents.append(content(dice.one(of: ["user", "function", nil]), results))
    }

    private mutating func result() -> Sample {
        .data(
            dice.one(
                of: SampleData.arguments + [
                    #"{"output":"fine"}"#, #"{"output":[1,2]}"#, #"{"output":{"a":1}}"#, #"{"output":"{\"a\":1}"}"#,
                    #"{"error":"no"}"#, #"{"output":""}"#,
                ]))
    }
}
