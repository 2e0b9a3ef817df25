internal import JSONCore

/// The calls of one model turn, and which of them have their results.
///
/// The call of a result is found by id, or by name, in constant time: a turn with thousands of calls stays linear.
struct ToolCallLedger {
    struct Entry {
        let call: JSONValue
        /// The id on the side that is read.
        let id: JSONValue
        let name: JSONValue
        /// The id on the chat side.
        let chatID: ToolCallID
        var answer: JSONValue?
    }

    private struct Waiting {
        var places: [Int] = []
        var next = 0
    }

    private(set) var entries: [Entry] = []
    /// By `i` and id, and by `n` and name; filled only for long turns.
    private var waiting: [String: Waiting] = [:]
    private var firstUnanswered = 0
    private var hasAnswers = false
    private var lastAnswered = 0
    private var made = MadeIDs()

    /// Turns of this many calls are searched; longer ones are looked up.
    private static let searched = 16

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
        firstUnanswered = 0
        lastAnswered = 0
        hasAnswers = false
    }

    mutating func add(_ call: JSONValue, id: JSONValue, name: JSONValue, chatID: ToolCallID) {
        entries.append(Entry(call: call, id: id, name: name, chatID: chatID))
        guard entries.count > Self.searched else { return }
        for place in waiting.isEmpty ? entries.indices : entries.count - 1..<entries.count {
            let entry = entries[place]
            if entry.id.exists { waiting["i" + entry.id.decoded.string, default: Waiting()].places.append(place) }
            waiting["n" + entry.name.decoded.string, default: Waiting()].places.append(place)
        }
    }

    /// Results came in another order than their calls.
    private(set) var isOutOfOrder = false

    /// Finds the first call that waits for a result with this id, or, without an id, for one of this name.
    mutating func answer(id: JSONValue, name: JSONValue, with result: JSONValue) -> Entry? {
        guard let place = place(id: id, name: name) else { return nil }
        entries[place].answer = result
        isOutOfOrder = place < lastAnswered
        lastAnswered = place
        hasAnswers = true
        return entries[place]
    }

    private mutating func place(id: JSONValue, name: JSONValue) -> Int? {
        guard entries.count > Self.searched else {
            while firstUnanswered < entries.count, entries[firstUnanswered].answer != nil { firstUnanswered += 1 }
            return (firstUnanswered..<entries.count).first { place in
                let entry = entries[place]
                return entry.answer == nil
                    && (id.exists ? entry.id.isSameString(as: id) : entry.name.isSameString(as: name))
            }
        }
        let key = (id.exists ? "i" : "n") + (id.exists ? id : name).decoded.string
        guard var list = waiting[key] else { return nil }
        defer { waiting[key] = list }
        while list.next < list.places.count {
            list.next += 1
            let place = list.places[list.next - 1]
            if entries[place].answer == nil { return place }
        }
        return nil
    }

    /// The calls without a result that should have one: both APIs answer 400 to those that another turn follows, and to
    /// those among answered ones.
    func unanswered(isFollowed: Bool) -> [Entry] {
        guard isFollowed || hasAnswers, entries.contains(where: { $0.answer == nil }) else { return [] }
        return entries.filter { $0.answer == nil }
    }

    // MARK: Gemini → OpenAI

    /// Says where the whole conversation stands: ids that we make must not meet one that is given in it.
    mutating func avoidIDs(in contents: JSONValue) { made.contents = contents }

    /// Adds a `functionCall` and answers the id that the chat side knows it by.
    mutating func add(functionCall call: JSONValue) -> ToolCallID {
        let id = call["id"]
        let chatID = ToolCallID.isLegal(id) ? ToolCallID(given: id) : ToolCallID(number: made.next())
        if chatID.given == nil { ToolCallID.noteMade(call) }
        add(call, id: id, name: call["name"], chatID: chatID)
        return chatID
    }
}

/// Counts ids of the form `call_1`, past those that the conversation holds already.
private struct MadeIDs {
    var contents: JSONValue?
    private var last = 0
    private var given: Set<Int>?

    mutating func next() -> Int {
        let given = self.given ?? Self.given(in: contents)
        self.given = given
        repeat { last += 1 } while given.contains(last)
        return last
    }

    private static func given(in contents: JSONValue?) -> Set<Int> {
        var numbers: Set<Int> = []
        guard let contents else { return numbers }
        for content in contents.elements {
            for part in content["parts"].elements {
                let id = part["functionCall"]["id"].decoded
                if id.hasExactPrefix("call_"), let number = Int(id.dropFirst(5).string) { numbers.insert(number) }
            }
        }
        return numbers
    }
}
