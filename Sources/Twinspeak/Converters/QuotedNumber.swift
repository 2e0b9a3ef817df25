internal import JSONCore

extension JSONValue {
    /// The number in a string that holds nothing else, as the JSON form of protocol buffers allows; else the value
    /// itself. What is found wrong with it must be said of the string.
    var unquoted: JSONValue { kind == .string && json.kind == .number ? json : self }
}
