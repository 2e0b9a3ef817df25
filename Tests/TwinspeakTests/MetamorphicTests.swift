import Testing

@testable import Twinspeak

/// What a request may be changed in without another translation.
@Suite struct MetamorphicTests {
    private static let blocks = 0..<20
    private static let blockSize = 25

    /// Calls `check` with requests of both sides that no other block has.
    private func forEachRequest(_ block: Int, _ check: (RandomRequest, inout Dice) throws -> Void) rethrows {
        for place in 0..<Self.blockSize {
            let seed = UInt64(1_000_000 + block * Self.blockSize + place)
            var dice = Dice(seed: seed + 1)
            for format in [WireFormat.openAI, .gemini] { try check(RandomRequest(format, seed: seed), &dice) }
        }
    }

    /// White space between tokens.
    @Test(arguments: blocks)
    func layout(_ block: Int) throws {
        try forEachRequest(block) { request, _ in
            let plain = try request.translated()
            let pretty = try request.translated(JSONLayout.pretty(request.sample.json))
            #expect(pretty.body == plain.body, "\(request)")
            let isSame = pretty.report.words == plain.report.words
            #expect(isSame, "\(request)")
        }
    }

    /// The order of members, which the output follows at most.
    @Test(arguments: blocks)
    func order(_ block: Int) throws {
        try forEachRequest(block) { request, dice in
            let shuffled = request.sample.changed { _, _, members in members = dice.shuffled(members) }
            let plain = try request.translated()
            let other = try request.translated(shuffled)
            let differences = Tree(plain.body)?.differences(Tree(other.body)) ?? ["no JSON"]
            #expect(differences.isEmpty, "\(request)")
            let isSame = other.report.words.sorted() == plain.report.words.sorted()
            #expect(isSame, "\(request)")
        }
    }

    /// Members that nobody knows: one warning each, and nothing else.
    @Test(arguments: blocks)
    func unknownMembers(_ block: Int) throws {
        try forEachRequest(block) { request, dice in
            var expected: [String] = []
            let extended = request.sample.changed { pointer, _, members in
                guard dice.once(in: 4) else { return }
                members.insert(("x_unknown", .data(#"{"text":[1]}"#)), at: dice.below(members.count + 1))
                expected.append("warning unknownMember \(pointer)/x_unknown: not known, and not translated")
            }
            let plain = try request.translated()
            let other = try request.translated(extended)
            #expect(other.body == plain.body, "\(request)")
            // What is left out as a whole is reported as a whole.
            let reported = plain.report.diagnostics.map { $0.pointer + "/" }
            let missing = Set(expected).subtracting(other.report.words).filter { finding in
                !reported.contains { finding.contains(" " + $0) }
            }
            #expect(missing.isEmpty, "\(request): \(String(decoding: extended.json, as: UTF8.self))")
            let rest = other.report.words.filter { !expected.contains($0) }
            #expect(rest == plain.report.words, "\(request): \(String(decoding: extended.json, as: UTF8.self))")
        }
    }

    /// Optional members that are null.
    @Test(arguments: blocks)
    func nullMembers(_ block: Int) throws {
        try forEachRequest(block) { request, dice in
            let extended = request.sample.changed { _, shape, members in
                for name in shape.optionalMembers
                where dice.once(in: 3) && !members.contains(where: { $0.name == name }) {
                    members.insert((name, .data("null")), at: dice.below(members.count + 1))
                }
            }
            let plain = try request.translated()
            let other = try request.translated(extended)
            #expect(other.body == plain.body, "\(request): \(String(decoding: extended.json, as: UTF8.self))")
            let difference = other.report.words.difference(from: plain.report.words)
            #expect(difference.isEmpty, "\(request): \(String(decoding: extended.json, as: UTF8.self))")
        }
    }

    /// Gemini's two spellings.
    @Test(arguments: blocks)
    func spelling(_ block: Int) throws {
        try forEachRequest(block) { request, dice in
            guard request.format == .gemini else { return }
            let isMixed = dice.once(in: 2)
            let respelled = request.sample.changed { _, _, members in
                members = members.map { member in
                    (name: isMixed && dice.once(in: 2) ? member.name : member.name.snakeCase, value: member.value)
                }
            }
            let plain = try request.translated()
            let other = try request.translated(respelled)
            #expect(other.body == plain.body, "\(request): \(String(decoding: respelled.json, as: UTF8.self))")
            let difference = other.report.words.map(\.snakeCase).difference(from: plain.report.words.map(\.snakeCase))
            #expect(difference.isEmpty, "\(request): \(String(decoding: respelled.json, as: UTF8.self))")
        }
    }
}

extension Report {
    /// The findings without line and column, and with pointers in one spelling.
    fileprivate var words: [String] {
        diagnostics.map { "\($0.severity.rawValue) \($0.code) \($0.pointer): \($0.message)" }
    }
}

extension String {
    fileprivate var snakeCase: String {
        reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
