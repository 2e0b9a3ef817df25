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
    /// For each result of ``pair(_:id:name:)`` the place of its call; -1 without one.
    private var places: [Int] = []
    /// By `i` and id, and by `n` and name; filled only for long turns.
    private var waiting: [JSONKey: Waiting] = [:]
    private var firstUnanswered = 0
    private var hasAnswers = false
    private var made: MadeIDs

    /// Turns of this many calls are searched; longer ones are looked up.
    private static let searched = 16

    init(_ request: JSONValue) { made = MadeIDs(in: request) }

    /// Not much memory is held.
    var isSmall: Bool { entries.capacity <= 256 && places.capacity <= 256 && waiting.capacity <= 256 }

    mutating func begin(_ request: JSONValue) {
        removeAll()
        made = MadeIDs(in: request)
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
        firstUnanswered = 0
        hasAnswers = false
    }

    mutating func add(_ call: JSONValue, id: JSONValue, name: JSONValue, chatID: ToolCallID) {
        if entries.isEmpty { entries.reserveCapacity(Self.searched) }
        entries.append(Entry(call: call, id: id, name: name, chatID: chatID))
        guard entries.count > Self.searched else { return }
        for place in waiting.isEmpty ? entries.indices : entries.count - 1..<entries.count {
            let entry = entries[place]
            if entry.id.isID {
                waiting[JSONKey("i" + entry.id.decoded.string), default: Waiting()].places.append(place)
            }
            waiting[JSONKey("n" + entry.name.decoded.string), default: Waiting()].places.append(place)
        }
    }

    /// Finds the call of each result: first by id for those that have one, then for the rest the first that still
    /// waits: of its name, if the result has one.
    ///
    /// - Parameter byNameToo: A result whose id no call has may go by its name.
    mutating func pair(
        _ results: some Sequence<JSONValue>, byNameToo: Bool, id: (JSONValue) -> JSONValue,
        name: (JSONValue) -> JSONValue
    ) {
        places.removeAll(keepingCapacity: true)
        for result in results {
            if places.isEmpty { places.reserveCapacity(Self.searched) }
            let id = id(result)
            places.append(id.isID ? take(result, id: id, name: nil) : -1)
        }
        guard places.contains(-1) else { return }
        var number = 0
        for result in results {
            if places[number] < 0, byNameToo || !id(result).isID {
                places[number] = take(result, id: nil, name: name(result))
            }
            number += 1
        }
    }

    /// The call of a result that was paired, by the number of the result; nil if it has none.
    func call(ofResult number: Int) -> Entry? { places[number] < 0 ? nil : entries[places[number]] }

    /// The result stands before one that was paired with an earlier call.
    func isOutOfOrder(result number: Int) -> Bool {
        number > 0 && places[number] >= 0 && places[number] < places[number - 1]
    }

    private mutating func take(_ result: JSONValue, id: JSONValue?, name: JSONValue?) -> Int {
        guard let place = place(id: id, name: name) else { return -1 }
        entries[place].answer = result
        hasAnswers = true
        return place
    }

    private mutating func place(id: JSONValue?, name: JSONValue?) -> Int? {
        while firstUnanswered < entries.count, entries[firstUnanswered].answer != nil { firstUnanswered += 1 }
        guard let sought = id ?? name, sought.exists else {
            return firstUnanswered < entries.count ? firstUnanswered : nil
        }
        guard entries.count > Self.searched else {
            return (firstUnanswered..<entries.count).first { place in
                let entry = entries[place]
                return entry.answer == nil && (id == nil ? entry.name : entry.id).isSameString(as: sought)
            }
        }
        let key = JSONKey((id == nil ? "n" : "i") + sought.decoded.string)
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

    /// Adds a `functionCall` and answers the id that the chat side knows it by.
    mutating func add(functionCall call: JSONValue) -> ToolCallID {
        let chatID = made.id(of: call)
        add(call, id: call["id"], name: call["name"], chatID: chatID)
        return chatID
    }
}

extension JSONValue {
    /// The string names a call; Google gives empty ones, which name nothing.
    fileprivate var isID: Bool { kind == .string && !isEmptyString }
}
