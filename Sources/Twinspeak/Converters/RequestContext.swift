internal import JSONCore

/// What a request's converters need to know beyond the member they translate.
struct RequestContext {
    let options: Options
    /// The Gemini model, where one is asked.
    let model: Model
    /// What is translated is an answer, not a history: nothing is given to it or taken from it.
    var isAnswer = false
    /// Function calls that wait for their results.
    var calls = ToolCallLedger()
}
