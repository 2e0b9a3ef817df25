internal import JSONCore

/// The arguments of a tool call held against the parameters that its tool declares.
extension SchemaCheck {
    /// Remarks on the arguments what their declaration does not allow.
    ///
    ///     OpenAI   arguments: "{…}"      parameters: { type: "object", … }
    ///     Gemini   args: {…}             parameters: { type: "OBJECT", … }   or   parametersJsonSchema: {…}
    ///
    /// About JSON in a string nothing can be remarked but on the string, so the place in it is part of the message. Text
    /// that is no JSON is not this check's concern.
    ///
    /// - Parameters:
    ///   - arguments: An object, or a string with JSON in it.
    ///   - parameters: The declared schema, where references start too. It may be of the same document.
    ///   - severity: Of what is an error of the arguments; notes and warnings keep theirs.
    static func check(
        arguments: JSONValue, against parameters: JSONValue, severity: Diagnostic.Severity = .error
    ) {
        guard arguments.exists, parameters.exists else { return }
        let inner = arguments.kind == .string ? arguments.json : arguments.missing
        guard arguments.kind != .string || inner.kind != .missing else { return }
        check(inner.kind == .missing ? arguments : inner, against: parameters, in: parameters) {
            value, member, given, code, message in
            let severity = min(given, severity)
            guard inner.kind != .missing else {
                return value.remark(member, grade: severity.rank, code: code.name, message: message)
            }
            let way = JSONPointer.way(to: value, from: inner) { true } ?? ""
            let place = way + (member.map { "/" + JSONPointer.escaped($0) } ?? "")
            arguments.remark(
                grade: severity.rank, code: code.name, message: place.isEmpty ? message : "at `\(place)`: \(message)")
        }
    }
}
