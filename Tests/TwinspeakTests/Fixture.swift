import Foundation
import Testing

@testable import Twinspeak

/// One case of the golden suite: a folder with one input, and what was recorded for it.
struct Fixture: Sendable, CustomTestStringConvertible {
    /// What the input is.
    enum Kind: String, Sendable {
        case request, response, error, stream, chunk
    }

    let folder: URL
    let kind: Kind
    /// The format of the input.
    let format: WireFormat
    private(set) var input: [UInt8]
    let options: Options
    let identity: Identity
    /// The HTTP status and headers that an answer came with.
    let status: Int
    let headers: [Header]
    /// The client's request that a stream answers.
    private let request: [UInt8]?

    var testDescription: String { folder.pathComponents.suffix(2).joined(separator: "/") }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    init(_ folder: URL, _ kind: Kind) throws {
        self.folder = folder
        self.kind = kind
        let inputs = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("in.") }
        let name = try #require(
            inputs.count == 1 ? inputs.first : nil, "\(folder.path): expected one in.*, found \(inputs)")
        format = try #require(WireFormat(rawValue: String(name.split(separator: ".")[1])), "\(name): no format")
        input = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        request = (try? Data(contentsOf: folder.appending(path: "request.json"))).map { [UInt8]($0) }
        let given = try? Data(contentsOf: folder.appending(path: "options.json"))
        (options, identity, status, headers) = try Self.options([UInt8](given ?? Data("{}".utf8)))
    }

    /// Between the client that the answer is for, and the upstream that gave it.
    var translator: Translator { Translator(client: format.other, upstream: format, options: options) }

    /// What the client's request left behind.
    func exchange() throws -> Exchange { try request.map { try translator.request($0).exchange } ?? Exchange() }

    /// The same case with what came back as its input. The model is named by options, as a path names it.
    func replacingInput(with input: [UInt8]) -> Fixture {
        var fixture = self
        fixture.input = input
        return fixture
    }

    /// `id`, `created`, `status` and `headers` stand beside the options, as they do on the command line.
    private static func options(_ json: [UInt8]) throws -> (Options, Identity, Int, [Header]) {
        var members = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let identity = Identity(
            id: members.removeValue(forKey: "id") as? String,
            created: members.removeValue(forKey: "created") as? Int64 ?? 0)
        let status = members.removeValue(forKey: "status") as? Int ?? 200
        let headers = members.removeValue(forKey: "headers") as? [String: String] ?? [:]
        let rest = try JSONSerialization.data(withJSONObject: members)
        return (
            try Options(json: [UInt8](rest)), identity, status,
            headers.sorted { $0.key < $1.key }.map { Header(name: $0.key, value: $0.value) }
        )
    }

    /// The folders right below `path`, in order; an empty or missing one is a fault of the suite.
    static func folders(_ path: String) throws -> [URL] {
        let parent = root.appending(path: path)
        let names = try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted()
        return names.map { parent.appending(path: $0) }.filter {
            $0.hasDirectoryPath || (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) != nil
        }
    }

    static func requests() throws -> [Fixture] {
        try folders("requests").map { try Fixture($0, .request) }
            + relays().map { try Fixture($0.appending(path: "request"), .request) }
    }

    static func responses() throws -> [Fixture] {
        try folders("responses").map { try Fixture($0, .response) }
            + relays().map { try Fixture($0.appending(path: "response"), .response) }
    }

    static func errors() throws -> [Fixture] { try folders("errors").map { try Fixture($0, .error) } }

    static func streams() throws -> [Fixture] { try folders("streams").map { try Fixture($0, .stream) } }

    /// Requests, but for those whose name says what else they are.
    static func invalid() throws -> [Fixture] {
        try folders("invalid").map { folder in
            let name = folder.lastPathComponent
            let kind = [Kind.response, .error, .chunk].first { name.hasPrefix($0.rawValue + "-") } ?? .request
            return try Fixture(folder, kind)
        }
    }

    /// Files of many bodies; the name of the folder says whether they are requests or results.
    static func batches() throws -> [Fixture] {
        try folders("batches").map { folder in
            try Fixture(folder, folder.lastPathComponent.hasPrefix("requests") ? .request : .response)
        }
    }

    static func relays() throws -> [URL] { try folders("relays") }
}
