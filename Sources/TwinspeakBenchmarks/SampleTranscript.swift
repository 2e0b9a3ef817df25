/// The request of an agent in the middle of its work: forty tools, some sixty messages, about 90 kB.
extension PseudoRandom {
    mutating func transcript() -> SampleJSON {
        let tools = (0..<40).map { tool($0) }
        let rules = (0..<12).map { "* Rule \($0): \(message(words: 45))" }
        var messages: [SampleJSON] = [
            ["role": "system", "content": .string("You work on a repository.\n\n" + rules.joined(separator: "\n"))]
        ]
        while messages.count < 61 { messages += turn(tools.map(\.name)) }
        return [
            "model": "gemini-2.5-pro", "messages": .array(messages), "tools": .array(tools.map(\.json)),
            "tool_choice": "auto", "parallel_tool_calls": true, "temperature": .number("0.3"),
            "max_completion_tokens": 16384, "stream": true, "stream_options": ["include_usage": true],
        ]
    }

    /// A question, some rounds of calls with their results, and an answer.
    private mutating func turn(_ tools: [String]) -> [SampleJSON] {
        var messages: [SampleJSON] = [["role": "user", "content": question()]]
        for _ in 0..<number(1..<4) {
            let ids = (0..<number(1..<3)).map { _ in "call_" + String(next() | 1 << 63, radix: 16) }
            let calls = ids.map { id -> SampleJSON in
                let function: SampleJSON = ["name": .string(pick(tools)), "arguments": .string(arguments())]
                return ["id": .string(id), "type": "function", "function": function]
            }
            let content: SampleJSON = chance(50) ? .null : .string(words(20))
            messages.append(["role": "assistant", "content": content, "tool_calls": .array(calls)])
            messages += ids.map { ["role": "tool", "tool_call_id": .string($0), "content": .string(result())] }
        }
        messages.append(["role": "assistant", "content": .string(message(words: number(60..<190)))])
        return messages
    }

    private mutating func question() -> SampleJSON {
        if chance(70) { return .string(message(words: number(60..<310))) }
        let texts = [message(words: 40), characters(60)]
        return .array(texts.map { ["type": "text", "text": .string($0)] })
    }
}
