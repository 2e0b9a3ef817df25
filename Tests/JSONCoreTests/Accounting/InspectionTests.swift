import JSONCore
import Testing

/// A value counts as used once it is written, decoded or found equal; all else is reported.
@Suite("Unused values")
struct InspectionTests {
    static let text: Text = #"{"a":1,"b":"x","c":[true,{"d":2.5}],"e":{"f":[],"g":{}},"h":null}"#

    @Test("A document that was used in full reports nothing")
    func everything() throws {
        #expect(try unused(Self.text) { $0.ignore() } == [])
        #expect(try unused(Self.text) { root in _ = Rewriting.whole.output { $0["v"] = root } } == [])
        #expect(
            try unused(Self.text) { root in _ = Rewriting.pieces.output { Rewriting.pieces.write(root, $0["v"]) } }
                == [])
        let leaves = try unused(Self.text) { root in
            _ = (root["a"].int, root["b"].string, root["c"].elements.map { ($0.bool, $0["d"].double) })
            _ = (root["e"]["f"].elements.isEmpty, root["e"]["g"]["anything"])
        }
        #expect(leaves == [])
    }

    @Test("What was not touched is reported once, containers as a whole")
    func nothing() throws {
        #expect(try unused(Self.text) == ["/a", "/b", "/c", "/e"])
        #expect(
            try unused(Self.text, descend: everywhere) == ["/a", "/b", "/c/0", "/c/1/d", "/e/f", "/e/g"])
        #expect(
            try unused(Self.text, descend: { $0 == "/c" }) == ["/a", "/b", "/c/0", "/c/1", "/e"])
    }

    @Test(
        "Where something was used, the rest is reported one by one",
        arguments: [
            ("a", ["/b", "/c", "/e"]), ("b", ["/a", "/c", "/e"]), ("c", ["/a", "/b", "/e"]), ("e", ["/a", "/b", "/c"]),
            ("h", ["/a", "/b", "/c", "/e"]),
        ])
    func oneMember(_ name: String, _ expected: [String]) throws {
        let rest = try unused(Self.text) { root in
            for member in root.members where member.name.decoded.string == name { member.value.ignore() }
        }
        #expect(rest == expected)
    }

    @Test("A leaf that is used deep inside breaks its containers open")
    func deep() throws {
        let text: Text = #"{"a":{"b":[{"c":{"d":1,"e":2,"f":{"g":3}}},[4]],"h":5},"i":[]}"#
        let rest = try unused(text) { root in _ = root["a"]["b"].elements.map { $0["c"]["d"].int } }
        #expect(rest == ["/a/b/0/c/e", "/a/b/0/c/f", "/a/b/1", "/a/h", "/i"])
    }

    @Test("The root is never reported as a whole, unless it is a leaf or empty")
    func roots() throws {
        for (text, expected) in [
            ("1", [""]), ("\"a\"", [""]), ("true", [""]), ("null", []), ("{}", [""]), ("[]", [""]),
            ("[1,[2]]", ["/0", "/1"]), (#"{"a":{}}"#, ["/a"]),
        ] as [(Text, [String])] {
            #expect(try unused(text) == expected)
            #expect(try unused(text) { $0.ignore() } == [])
        }
    }

    @Test("Null says nothing, used or not")
    func nulls() throws {
        #expect(try unused(#"{"a":null,"b":[null,null],"c":{"d":null}}"#) == [])
        #expect(
            try unused(#"{"a":null,"b":[null,1]}"#, descend: everywhere) == ["/b/1"])
    }

    @Test("An empty container counts as soon as somebody looked into it")
    func empties() throws {
        let text: Text = #"{"a":[],"b":{}}"#
        #expect(try unused(text) == ["/a", "/b"])
        #expect(try unused(text) { root in _ = root["a"].elements } == ["/b"])
        #expect(try unused(text) { root in _ = root["b"]["x"] } == ["/a"])
        #expect(try unused(text) { root in _ = root["b"].members } == ["/a"])
        #expect(try unused(text) { root in _ = (root["a"].isEmpty, root["b"].exists, root["a"].kind) } == ["/a", "/b"])
    }

    @Test("Of members with the same name one is used; the others are reported, and known as passed over")
    func duplicates() throws {
        let text: Text = #"{"a":1,"b":0,"a":[2],"a":3,"mime_type":4,"mimeType":5}"#
        let found = try read(text) { root in
            _ = (root["a"].int, root["b"].int, root["mimeType"].int)
            var found: [String] = []
            let more = root.inspect(descend: nowhere) { value, place, _ in
                found.append(place.pointer + " " + value.raw.string + (value.isShadowed ? " shadowed" : ""))
            }
            return more == 0 ? found : []
        }
        #expect(found == ["/a 1 shadowed", "/a [2] shadowed", "/mime_type 4 shadowed"])
    }

    @Test("To use a name is not to use what it names")
    func names() throws {
        #expect(try unused(#"{"a":1}"#) { root in for member in root.members { member.name.markUsed() } } == ["/a"])
        let text: Text = #"{"a":{"b":1,"c":2}}"#
        let rest = try unused(text) { root in for member in root["a"].members { _ = member.name.string } }
        #expect(rest == ["/a"])
    }

    @Test("Looking up, counting and copying bytes is no use")
    func looking() throws {
        let rest = try unused(#"{"a":"x","b":[1],"c":"{}","d":1.5}"#) { root in
            _ = (
                root["a"].exists, root["a"].kind, root["a"].raw.string, root["a"].decoded.string,
                root["a"].isEmptyString
            )
            _ = (root["b"].elements.only, root["b"].isEmpty, root["b"].hasMember("x"), root["d"].int)
            _ = (root["c"].isSameString(as: root["a"]), root["d"].plain.isEmpty, root["d"].content.isEmpty)
        }
        #expect(rest == ["/a", "/b", "/c", "/d"])
    }

    @Test("A comparison uses what it finds equal, and nothing else")
    func comparing() throws {
        let text: Text = #"["user","model","tool","MODEL",1]"#
        #expect(try unused(text) { root in _ = root.elements.map { $0 == "model" } } == ["/0", "/2", "/3", "/4"])
        #expect(
            try unused(text) { root in _ = root.elements.map { $0.equalsIgnoringCase("model") } } == ["/0", "/2", "/4"])
        let rest = try unused(text) { root in
            for element in root.elements {
                switch element {
                case "user", "tool": continue
                default: continue
                }
            }
        }
        #expect(rest == ["/1", "/3", "/4"])
    }
}
