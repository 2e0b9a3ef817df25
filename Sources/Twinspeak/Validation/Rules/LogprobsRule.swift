internal import JSONCore

/// How many alternatives to list is asked only together with the list itself.
enum LogprobsRule: RequestRule {
    static func check(chat: JSONValue, _ target: ValidationTarget) {
        let count = chat["top_logprobs"]
        if count.exists, chat["logprobs"].bool != true {
            count.refuse(.requiresMember, "expected `logprobs: true` beside it, found \(chat["logprobs"].found)")
        }
    }

    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let config = request["generationConfig"]
        let count = config["logprobs"]
        if count.exists, config["responseLogprobs"].bool != true {
            let found = config["responseLogprobs"].found
            count.refuse(.requiresMember, "expected `responseLogprobs: true` beside it, found \(found)")
        }
    }
}
