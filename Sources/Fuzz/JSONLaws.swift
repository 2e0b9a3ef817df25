import JSONCore

/// Reading and writing of JSON, whatever the text is.
enum JSONLaws {
    /// Room for the containers that `rewrite` puts around a value.
    private static let limits = JSONLimits(depth: 500)

    static func check(_ text: Span<UInt8>) {
        guard let whole = rewrite(text, { $0.write(verbatim: $1) }) else { return }
        expect(rewrite(text, pieces) == whole, "taken apart and put together gives another text")
        let again = rewrite(whole.span) { slot, root in
            for member in root.members { slot.write(verbatim: member.value) }
        }
        expect(again == whole, "what was written is written otherwise")
        checkQuoted(text, whole)
        checkAccounting(text)
        look(text)
    }

    /// `text` as the member `v` of an object; nil if it is refused.
    private static func rewrite(_ text: Span<UInt8>, _ write: (JSONSlot, JSONValue) -> Void) -> [UInt8]? {
        var document = JSONDocument()
        do {
            return try document.read(text, limits: limits) { root in
                var output = JSONOutput(capacity: 0)
                output.object { write($0["v"], root) }
                return output.bytes
            }
        } catch {
            expect(error.offset <= text.count && error.line > 0 && error.column > 0, "an error outside of the text")
            expect(!error.description.isEmpty, "an error without words")
            return nil
        }
    }

    /// Writes `value` container by container and leaf by leaf.
    private static func pieces(_ slot: JSONSlot, _ value: JSONValue) {
        switch value.kind {
        case .object where !value.isEmpty:
            slot.object { object in for (name, value) in value.members { pieces(object[name], value) } }
        case .array where !value.isEmpty:
            slot.array { array in for element in value.elements { pieces(array.element, element) } }
        default:
            slot.write(verbatim: value)
        }
    }

    /// What is written as a string says the same as what is written as JSON.
    private static func checkQuoted(_ text: Span<UInt8>, _ whole: [UInt8]) {
        guard let quoted = rewrite(text, { $0.write(quoted: $1) }), quoted.count > 2 else { return }
        let spliced = rewrite(quoted.span) { slot, root in slot.write(verbatim: root["v"].json) }
        expect(spliced == whole, "quoted JSON is other JSON")
        let string = rewrite(quoted.span) { slot, root in slot.write(string: root["v"].string ?? "") }
        expect(string == rewrite(quoted.span) { $0.write(text: $1["v"].decoded) }, "two ways to decode differ")
    }

    /// All is reported of what nobody used, in the order of the text; nothing of what was used.
    private static func checkAccounting(_ text: Span<UInt8>) {
        var document = JSONDocument()
        try? document.read(text, limits: limits) { root in
            var last = (line: 1, column: 0)
            _ = root.inspect(descend: everywhere) { value, place, _ in
                expect(last < (place.line, place.column), "reports out of order")
                expect(place.pointer.isEmpty || place.pointer.utf8.first == 0x2f, "no pointer")
                expect(!value.raw.isEmpty, "a report about nothing")
                last = (place.line, place.column)
            }
            var reports = 0
            _ = root.inspect(descend: nowhere) { _, _, _ in reports += 1 }
            let more = root.inspect(limit: 1, descend: nowhere) { _, _, _ in }
            expect(more == max(0, reports - 1), "a limit changes what is found")
            root.ignore()
            _ = root.inspect(descend: everywhere) { _, _, _ in broken("a report about what was used") }
        }
    }

    private static func everywhere(_ pointer: String) -> Bool { true }
    private static func nowhere(_ pointer: String) -> Bool { false }

    /// Every way to look at a value, for all of them.
    private static func look(_ text: Span<UInt8>) {
        var document = JSONDocument()
        try? document.read(text, limits: limits) { root in look(root) }
    }

    private static func look(_ value: JSONValue) {
        _ = (value["a"].exists, value["mimeType"].exists, value.hasMember("b"), value == "a", value.bool, value.double)
        if let int = value.int { expect(value.double.map { $0 == Double(int) } ?? false, "an integer that is none") }
        let content = value.content
        let decoded = value.decoded
        expect(decoded.count <= content.count, "decoding makes a string longer")
        expect(
            value.string.map { $0.utf8.elementsEqual(decoded.string.utf8) } ?? (value.kind != .string), "two decodings")
        _ = (content.string, content.hasPrefix("data:"), content.hasSuffix("a"), content.firstRange(of: ";base64,"))
        let middle = content.count / 2
        _ = (
            content.prefix(middle).string, content.dropFirst(middle).string, content.firstIndex(of: 0x2c, from: middle)
        )
        let json = value.json
        _ = (json["a"].string, json.elements.isEmpty, json.raw.count)
        for (name, member) in value.members {
            _ = name.string
            look(member)
        }
        guard value.kind == .array else { return }
        for element in value.elements { look(element) }
    }
}
