/// Another input that is still JSON, or a stream of it.
enum Mutation {
    /// Nil if the text is neither, or grows beyond the limit.
    static func of(_ input: some Collection<UInt8>, _ limit: Int, _ dice: inout Dice) -> [UInt8]? {
        of(input, limit, &dice) { tree, dice in
            for _ in 0...dice.below(3) { change(&tree, &dice) }
        }
    }

    /// As ``of(_:_:_:)``, with a piece of another input.
    static func of(
        _ input: some Collection<UInt8>, with other: some Collection<UInt8>, _ limit: Int, _ dice: inout Dice
    ) -> [UInt8]? {
        let lines = Lines(other.dropFirst(Choices.count))
        guard let source = Tree(lines[dice.below(max(lines.count, 1))]) else { return nil }
        let piece = source[dice.below(source.count)]
        return of(input, limit, &dice) { tree, dice in
            tree.change(at: dice.below(tree.count)) { put(piece, into: &$0, &dice) }
        }
    }

    private static func of(
        _ input: some Collection<UInt8>, _ limit: Int, _ dice: inout Dice, _ body: (inout Tree, inout Dice) -> Void
    ) -> [UInt8]? {
        var choices = Array(input.prefix(Choices.count))
        var lines = Lines(input.dropFirst(Choices.count))
        guard lines.count > 0 else { return nil }
        let place = dice.below(lines.count)
        if choices.count == Choices.count, dice.once(in: 10) {
            choices[dice.below(Choices.count)] = UInt8(dice.below(256))
        } else if lines.count > 1, dice.once(in: 6) {
            lines.rearrange(place, &dice)
        } else {
            guard var tree = Tree(lines[place]) else { return nil }
            body(&tree, &dice)
            lines[place] = tree.json
        }
        let changed = choices + lines.text
        return changed.count <= limit ? changed : nil
    }

    // MARK: One change

    private static func change(_ tree: inout Tree, _ dice: inout Dice) {
        let piece = tree[dice.below(tree.count)]
        tree.change(at: dice.below(tree.count)) { value in
            switch dice.below(8) {
            case 0: value = .leaf(dice.one(of: Words.values))
            case 1: put(piece, into: &value, &dice)
            case 2:
                value =
                    dice.once(in: 2) ? .array([value]) : .object([.init(name: dice.one(of: Words.names), value: value)])
            default:
                switch value {
                case .leaf(let text): value = .leaf(changed(text, &dice))
                case .array(var elements):
                    change(&elements, .leaf(dice.one(of: Words.values)), &dice)
                    value = .array(elements)
                case .object(var members):
                    if !members.isEmpty, dice.once(in: 3) {
                        members[dice.below(members.count)].name = dice.one(of: Words.names)
                    } else {
                        let new = Tree.leaf(dice.one(of: Words.values))
                        change(&members, .init(name: dice.one(of: Words.names), value: new), &dice)
                    }
                    value = .object(members)
                }
            }
        }
    }

    /// In its place, or into it.
    private static func put(_ piece: Tree, into value: inout Tree, _ dice: inout Dice) {
        switch value {
        case .array(var elements) where dice.once(in: 2):
            elements.insert(piece, at: dice.below(elements.count + 1))
            value = .array(elements)
        case .object(var members) where dice.once(in: 2):
            members.insert(
                .init(name: dice.one(of: Words.names), value: piece), at: dice.below(members.count + 1))
            value = .object(members)
        default: value = piece
        }
    }

    /// Adds, doubles, removes or moves an item.
    private static func change<Item>(_ items: inout [Item], _ new: Item, _ dice: inout Dice) {
        guard !items.isEmpty, !dice.once(in: 4) else { return items.insert(new, at: dice.below(items.count + 1)) }
        let place = dice.below(items.count)
        switch dice.below(3) {
        case 0: items.insert(items[place], at: dice.below(items.count + 1))
        case 1: items.remove(at: place)
        default: items.swapAt(place, dice.below(items.count))
        }
    }

    /// Another token: what stands in a string becomes more, less, or escaped.
    private static func changed(_ token: [UInt8], _ dice: inout Dice) -> [UInt8] {
        guard token.first == UInt8(ascii: "\""), !dice.once(in: 4) else { return dice.one(of: Words.values) }
        let text = String(decoding: token.dropFirst().dropLast(), as: UTF8.self)
        let escape = dice.one(of: [#"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u0041"#, #"\ud83d\ude00"#, #"\ud83d"#, " ", "é"])
        switch dice.below(5) {
        case 0: return Array("\"\(text)\(escape)\"".utf8)
        case 1: return Array("\"\(escape)\(text)\"".utf8)
        case 2: return Array("\"\(text.uppercased().filter { $0 != "\\" })\"".utf8)
        case 3: return Array("\"\(text.prefix(dice.below(text.count + 1)).filter { $0 != "\\" })\"".utf8)
        default:
            let word = dice.one(of: Words.values.filter { $0.first == UInt8(ascii: "\"") })
            return Array("\"\(text)".utf8) + word.dropFirst()
        }
    }
}
