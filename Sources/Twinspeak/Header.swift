/// A header of an HTTP message; names in lower case.
public struct Header: Sendable, Hashable {
    /// In lower case, as HTTP/2 wants it.
    public let name: String
    /// As it goes on the wire.
    public let value: String

    /// A header, with its name in any case.
    public init(name: String, value: String) {
        self.name = name.lowercased()
        self.value = value
    }

    static let json = Header(name: "content-type", value: "application/json")
    static let eventStream = Header(name: "content-type", value: "text/event-stream")
    /// Clients of chat completions try again after 429, unless they are told not to.
    static let doNotRetry = Header(name: "x-should-retry", value: "false")
    /// Those of the incoming message that speak of its body or its key.
    static let dropped = ["authorization", "content-encoding", "content-length", "x-goog-api-key"]
}

/// How the other side wants to be shown the key, which the host moves: the library takes none and returns none.
public enum Authorization: String, Sendable, Hashable, CaseIterable {
    /// `authorization: Bearer KEY`.
    case bearer
    /// `x-goog-api-key: KEY`.
    case googAPIKey
}
