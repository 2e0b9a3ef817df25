import JSONCore
import Testing

/// What a reader says about values finds its place at the end.
@Suite("Remarks")
struct RemarkTests {
    @Test("In the order of the document, whatever the order of saying; several on one value in the order of saying")
    func order() throws {
        let found = try findings(#"{"a":1,"b":[2,3],"c":{"d":4},"e":5}"#) { root in
            root["c"]["d"].remark("d")
            root["b"].elements.map { $0 }[1].remark("second")
            root["a"].remark("a, once")
            root["b"].elements.map { $0 }[0].remark("first")
            root["a"].remark("a, twice")
        }
        #expect(
            found == [
                Finding("/a", 1, 6, "a, once"), Finding("/a", 1, 6, "a, twice"), Finding("/b/0", 1, 13, "first"),
                Finding("/b/1", 1, 15, "second"), Finding("/c/d", 1, 27, "d"), Finding("/e", 1, 34),
            ])
    }

    @Test("A value that was remarked on counts as used; one whose member is missing does not")
    func use() throws {
        let text: Text = #"{"a":{"b":1},"c":{"d":2}}"#
        #expect(
            try findings(text) { root in root["a"].remark("whole") } == [
                Finding("/a", 1, 6, "whole"), Finding("/c", 1, 18),
            ])
        let missing = try findings(text) { root in
            root["a"]["b"].ignore()
            root["a"].remark("no x", "x")
            root["c"].ignore()
        }
        #expect(missing == [Finding("/a/x", 1, 6, "no x")])
    }

    @Test("The pointer of a missing member ends with its name")
    func missingMembers() throws {
        let found = try findings(#"{"list":[{"a":1},{"a":1}]}"#) { root in
            for element in root["list"].elements {
                element["a"].ignore()
                element.remark("no b", "b")
            }
            root.remark("no model", "model")
        }
        #expect(
            found == [
                Finding("/model", 1, 1, "no model"), Finding("/list/0/b", 1, 10, "no b"),
                Finding("/list/1/b", 1, 18, "no b"),
            ])
    }

    @Test("Remarks and unused values come in one sequence")
    func together() throws {
        let found = try findings(#"{"a":1,"b":2,"c":[{"d":3,"e":4},5],"f":6}"#) { root in
            root["f"].remark("f")
            root["b"].remark("b")
            for element in root["c"].elements where element.kind == .object { element["e"].remark("e") }
        }
        #expect(found.map(\.pointer) == ["/a", "/b", "/c/0/d", "/c/0/e", "/c/1", "/f"])
        #expect(found.map(\.message) == [nil, "b", nil, "e", nil, "f"])
    }

    @Test("A remark keeps a container from being reported as a whole")
    func insideUntouched() throws {
        let found = try findings(#"{"a":{"b":1,"c":{"d":2}}}"#) { root in root["a"]["c"]["d"].remark("d") }
        #expect(found.map(\.pointer) == ["/a/b", "/a/c/d"])
    }

    @Test("A remark inside a value that was used as a whole keeps its own place, and nothing beside it is reported")
    func insideUsed() throws {
        let found = try findings("{\"a\":{\"b\":[1,\n2],\"x\":[],\"y\":{\"z\":9}},\"c\":3,\"d\":4}") { root in
            for element in root["a"]["b"].elements { element.remark("element") }
            root["a"]["y"].remark("no q", "q")
            root["a"].ignore()
            root["c"].remark("c")
        }
        #expect(
            found == [
                Finding("/a/b/0", 1, 12, "element"), Finding("/a/b/1", 2, 1, "element"),
                Finding("/a/y/q", 2, 15, "no q"),
                Finding("/c", 2, 28, "c"), Finding("/d", 2, 34),
            ])
    }

    @Test("Remarks on the root, on a name and on a value that is not there")
    func odd() throws {
        #expect(try findings("[1]") { $0.remark("root") } == [Finding("", 1, 1, "root")])
        let named = try findings(#"{"a":{"b":1}}"#) { root in
            for member in root["a"].members {
                member.name.remark("name")
                member.value.ignore()
            }
        }
        #expect(named == [Finding("/a/b", 1, 7, "name")])
        let missing = try findings(#"{"a":1,"b":2}"#) { root in
            root["b"].remark("b")
            root["x"].remark("nothing")
            root["x"]["y"].remark("nothing in nothing", "z")
        }
        #expect(
            missing == [
                Finding("", 1, 1, "nothing"), Finding("/z", 1, 1, "nothing in nothing"), Finding("/a", 1, 6),
                Finding("/b", 1, 12, "b"),
            ])
    }

    @Test("What a remark says comes back as it was said")
    func content() throws {
        let (said, place) = try read("[1]") { root in
            root.remark(grade: 7, code: "someCode", message: "é \"quoted\"")
            var said: [String] = []
            var places: [JSONPlace] = []
            let more = root.inspect(descend: nowhere) { value, place, remark in
                said += ["\(value.kind)", remark.map { "\($0.grade) \($0.code) \($0.message)" } ?? ""]
                places.append(place)
            }
            return (said + ["\(more)"], places)
        }
        #expect(said == ["array", "7 someCode é \"quoted\"", "0"])
        #expect(place == [.start])
    }

    @Test("The highest grade of all remarks")
    func highestGrade() throws {
        let seen = try read("[1,2,3]") { root in
            var seen: [UInt8?] = []
            for (element, grade) in zip(root.elements, [2, 5, 3] as [UInt8]) {
                seen.append(root.highestGrade)
                element.remark(grade: grade, code: "test", message: "")
            }
            return seen + [root.highestGrade]
        }
        #expect(seen == [nil, 2, 5, 5])
    }

    @Test("The next text starts without the remarks of the last")
    func reuse() throws {
        var document = JSONDocument()
        let text: Text = "[1]"
        try document.read(text.bytes.span) { $0.remark("first") }
        let second = try document.read(text.bytes.span) { root in
            root.ignore()
            return root.findings()
        }
        #expect(second == [])
        let third = try document.read(text.bytes.span) { $0.findings() }
        #expect(third == [Finding("/0", 1, 2)])
    }

    @Test("Very many remarks")
    func many() throws {
        let text = "[" + .repeated("0,\n", 100_000) + "0]"
        let found = try findings(text) { root in for element in root.elements { element.remark("zero") } }
        #expect(found.count == 100_001)
        #expect(found.last == Finding("/100000", 100_001, 1, "zero"))
    }
}
