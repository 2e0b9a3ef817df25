import Foundation
import Testing

@testable import Twinspeak

/// The fields of one API, as `Fixtures/fields` lists them: of one surface of Gemini, or of chat completions with every
/// extension.
struct FieldList: Sendable {
    struct Field: Sendable {
        let name: String
        /// What it may hold; an enumeration is a shape for each of its words.
        var shapes: [Shape]
        let isRequired: Bool
        /// The group of members of which a message holds one.
        let choice: String?
    }

    indirect enum Shape: Sendable {
        case word(String)
        case primitive(String)
        case message(String)
        case array(Shape)
        case map(Shape)

        /// What stands in the lists and maps.
        var innermost: Shape {
            switch self {
            case .array(let shape), .map(let shape): shape.innermost
            default: self
            }
        }
    }

    /// By name; fields in the order of their names.
    private(set) var messages: [String: [Field]] = [:]
    /// The messages that bodies are: `request`, `response`, `chunk`, `error`.
    let roots: [String: String]

    static func gemini(_ surface: Surface) throws -> FieldList { try FieldList("gemini", surface: surface.name) }

    static func chat() throws -> FieldList { try FieldList("openai", surface: "") }

    private init(_ file: String, surface: String) throws {
        let url = Fixture.root.appending(path: "fields/\(file).json")
        let list = try #require(Tree([UInt8](try Data(contentsOf: url))))
        roots = ["request", "response", "chunk", "error"].reduce(into: [:]) { $0[$1] = list[$1]?.text }
        let names = Names(list, surface)
        for message in list.members("messages") { add(message, names) }
        for message in list["extensions"]?.members("messages") ?? [] { add(message, names) }
        // The list gives details no type, since they are told apart by their `@type`.
        guard let status = messages["Status"]?.firstIndex(where: { $0.name == "details" }) else { return }
        let details = messages.keys.filter { $0.hasPrefix("ErrorDetail.") }.sorted()
        messages["Status"]?[status].shapes = details.map { .array(.message($0)) }
    }

    private mutating func add(_ message: (name: String, value: Tree), _ names: Names) {
        for (name, field) in message.value.members {
            let surfaces = field["surface"]?.text ?? "both"
            guard surfaces == "both" || surfaces == names.surface else { continue }
            let type = field["type"].flatMap { $0.text ?? $0[names.surface]?.text } ?? ""
            let required = field["required"]
            let isRequired = required == .leaf("true") || ["both", names.surface].contains(required?.text)
            let shapes = names.shapes(type)
            if let known = messages[message.name]?.firstIndex(where: { $0.name == name }) {
                messages[message.name]?[known].shapes += shapes
            } else {
                messages[message.name, default: []].append(
                    Field(name: name, shapes: shapes, isRequired: isRequired, choice: field["oneof"]?.text))
            }
        }
    }
}

/// What the names in a type stand for.
private struct Names {
    let surface: String
    private let list: Tree

    init(_ list: Tree, _ surface: String) { (self.list, self.surface) = (list, surface) }

    /// Of `string`, `Part[]`, `map<string>`, `'auto'`, or several of those between bars.
    func shapes(_ type: String) -> [FieldList.Shape] {
        type.components(separatedBy: " | ").flatMap { name -> [FieldList.Shape] in
            if name.hasSuffix("[]") { return shapes(String(name.dropLast(2))).map { .array($0) } }
            if name.hasPrefix("map<") { return shapes(String(name.dropFirst(4).dropLast())).map { .map($0) } }
            if name.hasPrefix("'") { return [.word(String(name.dropFirst().dropLast()))] }
            if name == "null" { return [] }
            let unions = [list["unions"]?[name], list["extensions"]?["unions"]?[name]]
            let types = unions.compactMap { $0.flatMap { $0.text ?? $0["type"]?.text } }
            if !types.isEmpty { return types.flatMap(shapes) }
            if let words = words(name) { return words.map { .word($0) } }
            let isMessage = (list["messages"]?[name] ?? list["extensions"]?["messages"]?[name]) != nil
            return [isMessage ? .message(name) : .primitive(name)]
        }
    }

    /// The words that the surface has; all where the list knows them of the other one only.
    private func words(_ name: String) -> [String]? {
        guard let words = list["enums"]?[name] else { return nil }
        let own = ["both", surface].flatMap { words[$0]?.texts ?? [] }
        return own.isEmpty ? words.members.flatMap(\.value.texts) : own
    }
}

extension Tree {
    /// In the order of their names.
    var members: [(name: String, value: Tree)] {
        guard case .object(let members) = self else { return [] }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    fileprivate func members(_ name: String) -> [(name: String, value: Tree)] { self[name]?.members ?? [] }

    fileprivate var texts: [String] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap(\.text)
    }
}
