import ServerSentEvents

/// Framing: whatever is found in a stream, is found however it is cut.
struct EventLaws {
    private let choices: Choices

    init(_ choices: Choices) { self.choices = choices }

    func check(_ stream: [UInt8]) {
        var dice = choices.dice
        let limit = dice.once(in: 2) ? 64 << 20 : dice.below(100)
        let enough = dice.once(in: 2) ? Int.max : 1 + dice.below(10)
        let ways = [dice.cuts(of: stream.count), Array(0..<min(stream.count, 2000))]
        for cuts in ways {
            expect(events(stream, cuts, limit, enough) == events(stream, [], limit, enough), "a cut changes the events")
            expect(split(stream, cuts, limit, enough) == split(stream, [], limit, enough), "a cut changes the values")
            expect(framing(stream, cuts) == framing(stream, []), "a cut changes the framing")
        }
        if limit == 64 << 20, enough == .max { checkReference(stream) }
    }

    /// What a parser found, and how it ended.
    private struct Found: Equatable {
        var data: [[UInt8]] = []
        var types: [[UInt8]] = []
        var lines: [[UInt8]] = []
        var error: FramingError?
        var isComplete = true
        var count: Int { data.count + lines.count }
    }

    private func pieces(_ stream: [UInt8], _ cuts: [Int]) -> [[UInt8]] {
        zip([0] + cuts, cuts + [stream.count]).map { Array(stream[$0..<$1]) }
    }

    private func events(_ stream: [UInt8], _ cuts: [Int], _ limit: Int, _ enough: Int) -> Found {
        var parser = EventParser(limit: limit)
        var found = Found()
        func add(_ event: Event) -> Demand {
            switch event {
            case .data(let data, let type):
                found.data.append(data.array)
                found.types.append(type.array)
            case .line(let line): found.lines.append(line.array)
            }
            return found.count < enough ? .more : .enough
        }
        do throws(FramingError) {
            for piece in pieces(stream, cuts) { try parser.push(piece.span, add) }
            try parser.finish(add)
        } catch {
            found.error = error
        }
        return found
    }

    /// The offset of an error counts from the start of the stream here.
    private func split(_ stream: [UInt8], _ cuts: [Int], _ limit: Int, _ enough: Int) -> Found {
        var splitter = JSONSplitter(limit: limit)
        var found = Found()
        var pushed = 0
        do throws(FramingError) {
            for piece in pieces(stream, cuts) {
                try splitter.push(piece.span) { value in
                    found.data.append(value.array)
                    return found.count < enough ? .more : .enough
                }
                pushed += piece.count
            }
        } catch .notJSON(let offset) {
            found.error = .notJSON(offset: pushed + offset)
        } catch {
            found.error = error
        }
        found.isComplete = splitter.isComplete
        found.lines = [splitter.remainder]
        return found
    }

    private func framing(_ stream: [UInt8], _ cuts: [Int]) -> [Int] {
        var detector = FramingDetector()
        var pushed = 0
        for piece in pieces(stream, cuts) {
            if let (framing, offset) = detector.push(piece.span) { return [framing == .json ? 1 : 0, pushed + offset] }
            pushed += piece.count
        }
        return []
    }

    /// Section 9.2.6 of the HTML standard in its plainest form: data of all events, from lines.
    private func checkReference(_ stream: [UInt8]) {
        var text = stream.starts(with: [0xef, 0xbb, 0xbf]) ? stream.dropFirst(3) : stream[...]
        var expected: [[UInt8]] = []
        var data: [UInt8]?
        while !text.isEmpty {
            let line = text.prefix { $0 != 0x0a && $0 != 0x0d }
            let end = text.dropFirst(line.count)
            text = end.dropFirst(end.starts(with: [0x0d, 0x0a]) ? 2 : 1)
            if line.isEmpty {
                if let event = data { expected.append(event) }
                data = nil
            } else if line.prefix(while: { $0 != UInt8(ascii: ":") }).elementsEqual("data".utf8) {
                let value = line.dropFirst(5)
                data = (data.map { $0 + [0x0a] } ?? []) + (value.first == UInt8(ascii: " ") ? value.dropFirst() : value)
            }
        }
        if let event = data { expected.append(event) }
        expect(events(stream, [], 64 << 20, .max).data == expected, "other events than the standard says")
    }
}

extension Span<UInt8> {
    fileprivate var array: [UInt8] { indices.map { self[$0] } }
}
