internal import JSONCore

/// What a request's converters need to know beyond the member they translate.
struct RequestContext {
    let options: Options
    /// The Gemini model, where one is asked.
    let model: Model
    /// Function calls that wait for their results.
    var calls = ToolCallLedger()
}
