internal import JSONCore

/// What a streamed answer rests on. Each event brings the sources that are new; some servers bring all of them again.
///
///     { groundingChunks: [{ web }], webSearchQueries },  { groundingChunks: [{ web }], groundingSupports: [{ … }] }
///     { groundingChunks: [{ web }, { web }], groundingSupports: [{ … }], webSearchQueries }
struct StreamedGrounding {
    private var chunks: [[UInt8]] = []
    private var supports: [[UInt8]] = []
    /// The last one as it is, where it says all that those before have said.
    private var only: [UInt8] = []
    /// Other members, as JSON; the last of each counts.
    private var others: [(name: String, json: [UInt8])] = []
    private var places: [JSONKey: Int] = [:]

    var isEmpty: Bool { chunks.isEmpty && supports.isEmpty && others.isEmpty }

    mutating func add(_ metadata: JSONValue) {
        only = says(all: metadata) ? Array(metadata.raw.bytes) : []
        Self.add(metadata["groundingChunks"], to: &chunks)
        Self.add(metadata["groundingSupports"], to: &supports)
        let lists = [metadata["groundingChunks"].node, metadata["groundingSupports"].node]
        for (name, value) in metadata.members where value.exists && !lists.contains(value.node) {
            let key = name.key
            if let place = places[key] {
                others[place].json = Array(value.raw.bytes)
            } else {
                places[key] = others.count
                others.append((key.text, Array(value.raw.bytes)))
            }
        }
        metadata.ignore()
    }

    private func says(all metadata: JSONValue) -> Bool {
        Self.bytes(metadata["groundingChunks"]).starts(with: chunks)
            && Self.bytes(metadata["groundingSupports"]).starts(with: supports)
            && places.count <= metadata.nodeCount
            && places.keys.allSatisfy(Set(metadata.members.map(\.name.key)).contains)
    }

    private static func bytes(_ list: JSONValue) -> [[UInt8]] { list.elements.map { Array($0.raw.bytes) } }

    /// A list that begins with all that is known repeats it.
    private static func add(_ new: JSONValue, to known: inout [[UInt8]]) {
        let new = bytes(new)
        if new.starts(with: known) { known = new } else { known += new }
    }

    func write(to metadata: JSONSlot) {
        guard only.isEmpty else { return metadata.write(written: only) }
        metadata.object { metadata in
            metadata["groundingChunks"].array { list in for chunk in chunks { list.element.write(written: chunk) } }
            metadata["groundingSupports"].array { list in
                for support in supports { list.element.write(written: support) }
            }
            for member in others { metadata.slot(string: member.name).write(written: member.json) }
        }
    }
}
