@testable import Twinspeak

/// Makes streams of chat completions: whole answers, cut into deltas.
struct RandomChatStream {
    private var dice: Dice

    init(seed: UInt64) { dice = Dice(seed: seed) }

    mutating func events() -> [String] {
        let count = dice.once(in: 4) ? 2 : 1
        var choices = (0..<count).map { _ in choice() }
        var events: [String] = []
        while choices.contains(where: { !$0.isEmpty }) {
            // Each begins after those before it.
            let index = events.count < count ? events.count : dice.below(count)
            guard !choices[index].isEmpty else { continue }
            events.append(chunk(#""choices":[{"index":\#(index),\#(choices[index].removeFirst())}]"#))
        }
        if dice.once(in: 2) {
            events.append(chunk(#""choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}"#))
        }
        return events
    }

    private func chunk(_ members: String) -> String {
        #"{"id":"c1","object":"chat.completion.chunk","created":1700000000,"model":"gpt-5",\#(members)}"#
    }

    /// The members of one choice, chunk by chunk.
    private mutating func choice() -> [String] {
        var deltas = [#""role":"assistant","content":"""#]
        let carrier = dice.one(of: ["reasoning_content", "reasoning"])
        if dice.once(in: 3) { for _ in 0...dice.below(3) { deltas.append(#""\#(carrier)":"\#(text())""#) } }
        for _ in 0..<dice.below(5) { deltas.append(#""content":"\#(text())""#) }
        let hasImages = dice.once(in: 6)
        if hasImages { deltas.append(images()) }
        if dice.once(in: 8) { deltas.append(#""refusal":"\#(text())""#) }
        // The signature of an image that has been sent has an empty text of its own.
        if !hasImages, dice.once(in: 8) { deltas.append(#""extra_content":{"google":{"thought_signature":"c2ln"}}"#) }
        let calls = dice.once(in: 2) ? self.calls() : []
        deltas += calls
        let reason = dice.one(of: ["stop", "length", "content_filter", calls.isEmpty ? "stop" : "tool_calls"])
        return deltas.map { #""delta":{\#($0)},"finish_reason":null"# } + [#""delta":{},"finish_reason":"\#(reason)""#]
    }

    private mutating func text() -> String { dice.one(of: SampleData.texts) }

    private mutating func images() -> String {
        let images = (0...dice.below(2)).map { index in
            let (type, data) = dice.one(of: SampleData.images)
            return #"{"type":"image_url","image_url":{"url":"data:\#(type);base64,\#(data)"},"index":\#(index)}"#
        }
        return #""images":[\#(images.joined(separator: ","))]"#
    }

    private mutating func calls() -> [String] {
        let count = 1 + dice.below(3)
        var fragments = (0..<count).map { index in
            let head =
                #""id":"call_\#(index)","type":"function","function":{"name":"\#(dice.one(of: SampleData.names))","arguments":"""#
            return ["\(head)}\(signature())"] + pieces(dice.one(of: SampleData.arguments))
        }
        let interleaves = dice.once(in: 3)
        var deltas: [String] = []
        var begun = 0
        while let next = fragments.firstIndex(where: { !$0.isEmpty }) {
            var index = next
            if interleaves, begun < count, dice.once(in: 2) { index = begun }
            if fragments[index].isEmpty { continue }
            begun = max(begun, index + 1)
            deltas.append(#""tool_calls":[{"index":\#(index),\#(fragments[index].removeFirst())}]"#)
        }
        return deltas
    }

    private mutating func signature() -> String {
        dice.once(in: 4) ? #","extra_content":{"google":{"thought_signature":"c2lnMQ=="}}"# : ""
    }

    /// Arguments in pieces, cut anywhere between characters of the escaped text.
    private mutating func pieces(_ arguments: String) -> [String] {
        var rest = Substring(arguments)
        var pieces: [String] = []
        while !rest.isEmpty {
            let piece = rest.prefix(1 + dice.below(12))
            rest = rest.dropFirst(piece.count)
            let quoted = String(decoding: Sample.quoted(String(piece)).json, as: UTF8.self)
            pieces.append(#""function":{"arguments":\#(quoted)}"#)
        }
        return pieces
    }
}
