import JSONCore
import Testing

@Suite("Looking up members")
struct MemberTests {
    @Test(
        "The last of several members counts, and only it",
        arguments: [
            (#"{"a":1}"#, 1), (#"{"a":1,"a":2}"#, 2), (#"{"a":1,"b":9,"a":2,"b":8,"a":3}"#, 3),
            (#"{"a":[9,[]],"a":{"a":7},"a":4}"#, 4), (#"{"a":1,"\u0061":2}"#, 2), (#"{"\u0061":1,"a":2}"#, 2),
            (#"{"b":{"a":1}}"#, nil), ("{}", nil), (#"{"A":1}"#, nil), (#"{"aa":1}"#, nil), (#"{"":1}"#, nil),
            (#"{"a ":1}"#, nil),
        ] as [(String, Int64?)])
    func last(_ text: String, _ expected: Int64?) throws {
        #expect(try read(Text(text)) { $0["a"].int } == expected)
    }

    @Test(
        "A null member reads as missing, the last one too",
        arguments: [
            #"{"a":null}"#, #"{"a":1,"a":null}"#, "{}", "[]", "null", "1", #""a""#, "true", #"["a",1]"#,
        ] as [Text])
    func missing(_ text: Text) throws {
        try read(text) { root in
            let value = root["a"]
            #expect(value.kind == .missing)
            #expect(!value.exists && !value.isEmpty && !value.isEmptyString)
            #expect(value["b"]["c"]["d"].kind == .missing)
            #expect(value.int == nil && value.double == nil && value.bool == nil && value.string == nil)
            #expect(value.content.isEmpty && value.decoded.isEmpty && value.plain.isEmpty && value.raw.isEmpty)
            #expect(value.elements.isEmpty && Array(value.members).isEmpty)
            #expect(value.json.kind == .missing)
            #expect(!(value == "a") && !value.equalsIgnoringCase("") && !value.hasMember("a"))
        }
    }

    @Test(
        "A camelCase name finds its snake_case spelling; where both exist, camelCase counts",
        arguments: [
            (#"{"mimeType":1}"#, 1), (#"{"mime_type":2}"#, 2), (#"{"mime_type":2,"mimeType":1}"#, 1),
            (#"{"mimeType":1,"mime_type":2}"#, 1), (#"{"mimeType":null,"mime_type":2}"#, 2),
            (#"{"mime_type":2,"mime_type":3}"#, 3), (#"{"mime_type":null}"#, nil), (#"{"mime_Type":1}"#, nil),
            (#"{"mimetype":1}"#, nil), (#"{"mime-type":1}"#, nil), (#"{"mime__type":1}"#, nil),
            (#"{"_mimetype":1}"#, nil), (#"{"mimeTypes":1}"#, nil), (#"{"mime_typ":1}"#, nil),
            (#"{"MIME_TYPE":1}"#, nil), (#"{"mime\u0054ype":4}"#, 4), (#"{"mime":{"type":1}}"#, nil),
            (#"{"":1}"#, nil),
        ] as [(String, Int64?)])
    func snakeCase(_ text: String, _ expected: Int64?) throws {
        #expect(try read(Text(text)) { $0["mimeType"].int } == expected)
    }

    @Test("A snake_case name finds itself only")
    func noCamelCase() throws {
        try read(#"{"mimeType":1,"aBC":2,"a_b_c":3,"a_bc":4}"#) { root in
            #expect(root["mime_type"].kind == .missing)
            #expect(root["aBC"].int == 2)
            #expect(root["aBc"].int == 4)
            #expect(root["a_b_c"].int == 3)
        }
        #expect(try read(#"{"a_b_c":3}"#) { $0["aBC"].int } == 3)
    }

    @Test("Names are compared without their escapes, at every length around a machine word", arguments: 0...40)
    func escapedNames(_ length: Int) throws {
        let lead = String(repeating: "n", count: length)
        try read("{\"\(lead)\\u006dodel\":1,\"\(lead)model2\":2}") { root in
            #expect(root["model"].int == (length == 0 ? 1 : nil))
            #expect(root["nnnnnnnnmodel"].int == (length == 8 ? 1 : nil))
            #expect(root["nnnnnnnnnnnmodel2"].int == (length == 11 ? 2 : nil))
        }
        #expect(try read("{\"\(lead)\":1}") { $0["nnnnnnnnnnnnnnnn"].exists } == (length == 16))
    }

    @Test("Members are found behind members of every kind")
    func hops() throws {
        try read(
            #"{"a":{"z":[{"z":0}]},"b":[[],{},[{"z":1}]],"c":"z","d":-1.5,"e":null,"f":true,"z":{"y":{"x":"found"}}}"#
        ) {
            #expect($0["z"]["y"]["x"] == "found")
            #expect($0["b"]["z"].kind == .missing)
            #expect($0.hasMember("x") && $0.hasMember("z") && !$0.hasMember("found") && !$0["c"].hasMember("z"))
            #expect($0["a"].hasMember("z") && !$0["a"].hasMember("y") && $0["z"].hasMember("x"))
        }
    }

    private static let names: [StaticString] = [
        "model", "mimeType", "mime_type", "topP", "top_p", "a", "aB", "a_b", "aXb", "b", "stop", "seed", "stream", "n",
        "top_k", "topK", "tools", "toolChoice", "tool_choice", "role", "text", "id", "name", "type",
    ]

    @Test(
        "Asked once or often, in turns or not, an object gives what going through its members gives", arguments: 0..<8)
    func repeatedly(_ seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<500 {
            let text = Text("[\(Self.object(&numbers)),\(Self.object(&numbers))]")
            try read(text) { root in
                let objects = Array(root.elements)
                var object = objects[0]
                for _ in 0..<60 {
                    if numbers.below(12) == 0 { object = objects[numbers.below(2)] }
                    let name = numbers.pick(Self.names)
                    #expect(object[name].raw.string == Self.member(name, of: object), "\(name) in \(text)")
                }
            }
        }
    }

    private static func object(_ numbers: inout SeededNumbers) -> String {
        let members = (0..<numbers.below(16)).map { place in
            let name = numbers.pick(names).description
            let spelling = numbers.below(40) == 0 ? name.replacing("o", with: "\\u006f") : name
            return "\"\(spelling)\":\(numbers.below(5) == 0 ? "null" : "\(place)")"
        }
        return "{\(members.joined(separator: ","))}"
    }

    /// The last of the name counts, `null` is none, and then the last of its snake_case spelling.
    private static func member(_ name: StaticString, of object: JSONValue) -> String {
        let snakeCase = name.description.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
        for spelling in [name.description, snakeCase] {
            let last = object.members.reversed().first { $0.name.decoded.string == spelling }
            if let last, last.value.exists { return last.value.raw.string }
        }
        return ""
    }
}

@Suite("Elements and members")
struct IterationTests {
    @Test(
        "A single value is an array of one",
        arguments: [
            ("[]", []), ("[1]", ["1"]), ("[1,[2,3],{\"a\":[4]},\"5\"]", ["1", "[2,3]", "{\"a\":[4]}", "\"5\""]),
            ("[null]", ["null"]), ("1", ["1"]), ("\"a\"", ["\"a\""]), ("true", ["true"]), ("{}", ["{}"]),
            ("{\"a\":[1,2]}", ["{\"a\":[1,2]}"]), ("null", []),
        ] as [(String, [String])])
    func elements(_ text: String, _ expected: [String]) throws {
        for (lead, tail) in [("", ""), ("[0,", "]"), ("[0,", ",9]")] {
            try read(Text(lead + text + tail)) { root in
                let value = lead.isEmpty ? root : Array(root.elements)[1]
                #expect(value.elements.map(\.raw.string) == expected)
                #expect(value.elements.isEmpty == expected.isEmpty)
                #expect(value.elements.only?.raw.string == (expected.count == 1 ? expected[0] : nil))
            }
        }
    }

    @Test(
        arguments: [
            ("{}", []), (#"{"a":1}"#, ["a=1"]),
            (#"{"b":[1,{"x":2}],"a":{"y":3},"b":null}"#, ["b=[1,{\"x\":2}]", "a={\"y\":3}", "b=null"]),
            (#"{"\u0061\n":""}"#, ["a\n=\"\""]), ("[]", []), ("[[1]]", []), ("1", []), ("\"a\"", []), ("null", []),
        ] as [(String, [String])])
    func members(_ text: String, _ expected: [String]) throws {
        let members = try read(Text(text)) { root in
            root.members.map { "\($0.name.decoded.string)=\($0.value.raw.string)" }
        }
        #expect(members == expected)
    }

    @Test(
        "Empty is a container with nothing in it, wherever it stands",
        arguments: [
            ("[]", true), ("{}", true), ("[ ]", true), ("{\n}", true), ("[[]]", false), ("[null]", false),
            (#"{"a":null}"#, false), ("\"\"", false), ("0", false), ("null", false), ("false", false),
        ])
    func isEmpty(_ text: String, _ isEmpty: Bool) throws {
        #expect(try read(Text(text), \.isEmpty) == isEmpty)
        for (lead, tail) in [("[", "]"), ("[", ",1]"), ("[[0],", "]")] {
            let found = try read(Text(lead + text + tail)) { root in root.elements.map(\.isEmpty) }
            #expect(found[lead == "[" ? 0 : 1] == isEmpty)
        }
    }

    @Test func isEmptyString() throws {
        try read(#"["","a","\u0000",[],{},null,0]"#) { root in
            #expect(root.elements.map(\.isEmptyString) == [true, false, false, false, false, false, false])
        }
    }
}
