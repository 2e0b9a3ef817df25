internal import JSONCore

/// A value that goes into a Gemini body as it came, in Gemini's own words: only if Gemini's field list takes it.
///
///     OpenAI   message.extra_content.google.safety_ratings, extra_body.google.tools[].file_search.top_k
///     Gemini   candidates[].safetyRatings, tools[].fileSearch.topK
///
/// A request with a value of another kind is refused; of an answer, the value is left out. Members that the list does
/// not know are no matter of this: the list may be older than they are.
enum NativeValue {
    /// The value of a field of an answer, or nothing if the field cannot hold it.
    @inline(__always)
    static func ofAnswer(
        _ value: JSONValue, _ field: StaticString, in message: StaticString, _ options: @autoclosure () -> Options
    ) -> JSONValue {
        value.exists ? kept(value, field, in: message, options(), isRequest: false) : value
    }

    /// The value of a field of a request, or nothing if it is refused.
    @inline(__always)
    static func ofRequest(
        _ value: JSONValue, _ field: StaticString, in message: StaticString, _ context: RequestContext
    ) -> JSONValue {
        value.exists ? kept(value, field, in: message, context.options, isRequest: true) : value
    }

    /// False if the tool is refused.
    static func isTool(_ tool: JSONValue, _ context: RequestContext) -> Bool {
        kept(tool, context.options, isRequest: true) { $0.check(tool, is: "Tool") }.exists
    }

    private static func kept(
        _ value: JSONValue, _ field: StaticString, in message: StaticString, _ options: Options, isRequest: Bool
    ) -> JSONValue {
        kept(value, options, isRequest: isRequest) { $0.check(value, as: "\(field)", of: "\(message)") }
    }

    private static func kept(
        _ value: JSONValue, _ options: Options, isRequest: Bool, _ check: (FieldCheck) -> Void
    ) -> JSONValue {
        let target = ValidationTarget(.gemini, isRequest: isRequest, options, value.missing)
        let fields = FieldCheck(list: FieldList.of(.gemini, options), target: target)
        let isFaulty = value.keepsRemarks {
            check(fields)
        } as: { remark in
            let isError = Diagnostic.Severity(rank: remark.grade) == .error
            guard isError, Diagnostic.Code(remark.code) != .unknownMember else { return nil }
            return isRequest ? remark : remark.graded(Diagnostic.Severity.warning.rank, adding: "; left out")
        }
        guard isFaulty else { return value }
        value.ignore()
        return value.missing
    }
}
