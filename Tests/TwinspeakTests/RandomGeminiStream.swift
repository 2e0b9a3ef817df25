@testable import Twinspeak

/// Makes streams of `streamGenerateContent`: whole answers, cut into events.
struct RandomGeminiStream {
    private var dice: Dice
    private var calls = 0

    init(seed: UInt64) { dice = Dice(seed: seed) }

    mutating func events() -> [String] {
        let count = dice.once(in: 4) ? 2 : 1
        var candidates = (0..<count).map { index in self.candidate().map { (index, $0) } }
        var events: [String] = []
        while candidates.contains(where: { !$0.isEmpty }) {
            // Each begins after those before it.
            let begun = events.count < count ? min(events.count, count - 1) : dice.below(count)
            guard let (index, body) = candidates[begun].first else { continue }
            candidates[begun].removeFirst()
            var members = "\(body.isEmpty ? "" : body + ",")\"index\":\(index)"
            if index == 0, dice.once(in: 3) { members = body.isEmpty ? "\"index\":0" : body }
            let usage = dice.once(in: 3) ? ",\"usageMetadata\":\(self.usage())" : ""
            events.append(
                #"{"candidates":[{\#(members)}]\#(usage),"modelVersion":"gemini-2.5-pro","responseId":"r1"}"#)
        }
        return events
    }

    private mutating func usage() -> String {
        let (prompt, answer) = (dice.below(100), dice.below(100))
        return
            #"{"promptTokenCount":\#(prompt),"candidatesTokenCount":\#(answer),"totalTokenCount":\#(prompt + answer)}"#
    }

    /// The members of one candidate, event by event.
    private mutating func candidate() -> [String] {
        var parts: [String] = []
        if dice.once(in: 2) { for _ in 0...dice.below(3) { parts.append(thought()) } }
        for _ in 0..<dice.below(6) { parts += part() }
        var events: [String] = []
        while !parts.isEmpty {
            let piece = parts.prefix(1 + dice.below(2))
            parts.removeFirst(piece.count)
            events.append(#""content":{"parts":[\#(piece.joined(separator: ","))],"role":"model"}"#)
        }
        let reason = dice.one(of: ["STOP", "STOP", "MAX_TOKENS", "SAFETY"])
        let end = #""finishReason":"\#(reason)""# + (dice.once(in: 3) ? #","avgLogprobs":-0.5"# : "")
        if dice.once(in: 2), let last = events.popLast() { return events + ["\(last),\(end)"] }
        return events + [end]
    }

    private mutating func thought() -> String {
        #"{"thought":true,"text":"\#(dice.one(of: SampleData.texts))"\#(signature(8))}"#
    }

    private mutating func text() -> String {
        let text = dice.once(in: 8) ? "" : dice.one(of: SampleData.texts)
        return #"{"text":"\#(text)"\#(signature(8))}"#
    }

    private mutating func signature(_ chance: Int) -> String {
        dice.once(in: chance) ? #","thoughtSignature":"\#(dice.one(of: SampleData.signatures))""# : ""
    }

    private mutating func part() -> [String] {
        switch dice.below(12) {
        case 0:
            let (type, data) = dice.one(of: SampleData.images)
            return [#"{"inlineData":{"mimeType":"\#(type)","data":"\#(data)"}\#(signature(4))}"#]
        case 1: return [#"{"inlineData":{"mimeType":"audio/wav","data":"\#(dice.one(of: ["AQ==", "AQI=", "AQID"]))"}}"#]
        case 2:
            return [
                #"{"executableCode":{"language":"PYTHON","code":"print(1)\n"}}"#,
                #"{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1\n"}}"#,
            ]
        case 3: return [#"{"toolCall":{"toolType":"GOOGLE_SEARCH_WEB","id":"t"}}"#]
        case 4: return [call("srv"), #"{"functionResponse":{"name":"srv","response":{"a":1}}}"#]
        case 5, 6: return [call(dice.one(of: SampleData.names))]
        default: return [text()]
        }
    }

    private mutating func call(_ name: String) -> String {
        calls += 1
        let id = dice.once(in: 2) || name == "srv" ? "" : #","id":"c\#(calls)""#
        let arguments = dice.one(of: SampleData.arguments)
        return #"{"functionCall":{"name":"\#(name)","args":\#(arguments)\#(id)}\#(signature(3))}"#
    }
}
