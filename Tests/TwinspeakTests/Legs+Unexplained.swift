@testable import Twinspeak

extension Legs {
    /// The differences between a document and what came back of it that no finding speaks of.
    func unexplained(_ differences: [String], _ format: WireFormat) -> [String] {
        if differences.isEmpty { return [] }
        let findings = outReport.diagnostics.map { NormalForm.pointer($0.pointer, format) }
        let areas = Set(backReport.diagnostics.map { Area(NormalForm.pointer($0.pointer, format.other)) })
        let grown = differences.compactMap(\.listOfElement)
        return differences.filter { difference in
            !findings.contains { difference.isExplained(by: $0) } && !areas.contains(Area(difference))
                && !grown.contains { list in findings.contains { difference.isMoved(in: list, by: $0) } }
        }
    }
}

/// A finding about the way back speaks of another document, so it explains what belongs to the same matter only.
private enum Area {
    case conversation, tools, rest

    init(_ pointer: String) {
        switch pointer.split(separator: "/").first {
        case "messages", "contents", "systemInstruction": self = .conversation
        case "tools", "functions", "tool_choice", "function_call", "toolConfig", "web_search_options", "google.tools":
            self = .tools
        default: self = .rest
        }
    }
}

extension String {
    /// Members that say the same in several vendors' words.
    private static let families: [Set<String>] = [
        [
            "reasoning_effort", "reasoning", "include_reasoning", "thinking", "enable_thinking", "thinking_budget",
            "google.thinking_config",
        ],
        [
            "tools", "tool_choice", "web_search_options", "google.tools", "functions", "function_call", "toolConfig",
        ],
        ["metadata", "google.labels"],
        [
            "response_format", "response_mime_type", "response_schema", "response_json_schema",
            "google.generation_config",
        ],
    ]

    /// The list that the pointer leads into, if it leads to an element: the lists differ in length there.
    fileprivate var listOfElement: String? {
        let names = split(separator: "/")
        guard let last = names.last, Int(last) != nil else { return nil }
        return names.dropLast().map { "/" + $0 }.joined()
    }

    /// What a list gained or lost at the place of a finding moves everything behind it.
    fileprivate func isMoved(in list: String, by finding: String) -> Bool {
        guard let place = place(in: list), let cause = finding.place(in: list) else { return false }
        return place >= cause - 1
    }

    private func place(in list: String) -> Int? {
        guard hasPrefix(list + "/") else { return nil }
        return dropFirst(list.count + 1).split(separator: "/").first.flatMap { Int($0) }
    }

    private func prefix(_ count: Int, isOf other: String) -> Bool {
        split(separator: "/").prefix(count) == other.split(separator: "/").prefix(count)
    }

    private var root: String { split(separator: "/").first.map(String.init) ?? "" }

    /// One pointer leads through the other, or both lead to neighbours: a finding about a member speaks for its object,
    /// one about an element also for the list, whose other elements it may move.
    fileprivate func isExplained(by finding: String) -> Bool {
        if self == finding || hasPrefix(finding + "/") || finding.hasPrefix(self + "/") { return true }
        // One finding speaks for all tokens of a candidate.
        if hasSuffix("/tokenId"), finding.hasSuffix("/tokenId"), prefix(3, isOf: finding) { return true }
        // From a delta's place to the choice's own.
        let native = "/native_finish_reason"
        if hasSuffix(native), finding.hasSuffix(native), prefix(2, isOf: finding) { return true }
        if Self.families.contains(where: { $0.contains(root) && $0.contains(finding.root) }) { return true }
        // Clients keep thoughts and signatures anywhere in a message.
        let places = (split(separator: "/"), finding.split(separator: "/"))
        let isThought = { (text: String) in
            ["extra_content", "reasoning", "thought", "thinking"].contains { text.contains($0) }
        }
        if places.0.prefix(2) == places.1.prefix(2), isThought(self), isThought(finding) || finding.hasSuffix("/id") {
            return true
        }
        // A part of a message may become one of another type.
        let isSignature = hasSuffix("ignature") && !finding.hasSuffix("ignature")
        if !isSignature, places.0.count > 4, ["content", "parts"].contains(places.0[2]),
            places.0.prefix(4) == places.1.prefix(4)
        {
            return true
        }
        let isElement = split(separator: "/").last.flatMap { Int($0) } != nil
        if isElement, let list = finding.split(separator: "/").first, hasPrefix("/\(list)/") { return true }
        var owner = finding.split(separator: "/").dropLast()
        if let last = owner.last, Int(last) != nil { owner = owner.dropLast() }
        return !owner.isEmpty && hasPrefix("/" + owner.joined(separator: "/") + "/")
    }
}
