import JSONCore
import Testing

@Suite("Writing members")
struct ObjectWriterTests {
    static let input: Text =
        #"{"s":"a\n\u0041","n":-1.50E+2,"t":true,"f":false,"z":null,"o":{ "k" : [ 1 , {} ] },"a":[ ],"e":{}}"#

    @Test("A value goes out as it came in, without white space")
    func values() throws {
        let written = try write(Self.input) { input, output in
            output["string"] = input["s"]
            output["number"] = input["n"]
            output["true"] = input["t"]
            output["false"] = input["f"]
            output["object"] = input["o"]
            output["array"] = input["a"]
            output["empty"] = input["e"]
        }
        #expect(
            written
                == #"{"string":"a\n\u0041","number":-1.50E+2,"true":true,"false":false,"object":{"k":[1,{}]},"array":[],"empty":{}}"#
        )
    }

    @Test("Assigning nothing writes nothing")
    func nothing() throws {
        let written = try write(Self.input) { input, output in
            output["a"] = input["missing"]
            output["b"] = input["z"]
            output["c"] = input["s"]["deeper"]["still"]
            output["d"] = nil as JSONValue?
            output["e"] = nil as StaticString?
            output["f"] = nil as Int64?
            output["g"] = nil as Bool?
            output["h"] = nil as JSONText?
            output["i"].write(quoted: input["missing"])
            output["j"].write(quoted: input["z"])
            output["k"].write(verbatim: input["missing"])
            output["l"]["m"][.first]["n"].write(input["missing"])
            output["o"]["p"] = input["missing"]
            output["q"][.first]["r"] = input["z"]
            output["s"]["t"] = nil as JSONValue?
            output["u"]["v"] = nil as StaticString?
            output["w"]["x"][.first]["y"] = nil as JSONText?
            output["A"]["B"] = nil as Int64?
            output["C"]["D"] = nil as Bool?
        }
        #expect(written == "{}")
    }

    @Test("Words, numbers, truth values and what has to be said though it is nothing")
    func literals() throws {
        let written = try write { _, output in
            output["word"] = "text"
            output["number"] = 42
            output["true"] = true
            output["false"] = false
            output["null"].writeNull()
            output["object"].writeEmptyObject()
            output["array"].writeEmptyArray()
            output["empty"] = ""
            output["string"].write(string: "")
        }
        let members =
            #""word":"text","number":42,"true":true,"false":false,"null":null,"object":{},"array":[],"empty":"","string":"""#
        #expect(written == "{\(members)}")
    }

    @Test("Verbatim keeps null and empty containers")
    func verbatim() throws {
        let written = try write(Self.input) { input, output in
            for member in input.members { output[member.name].write(verbatim: member.value) }
        }
        #expect(
            written == #"{"s":"a\n\u0041","n":-1.50E+2,"t":true,"f":false,"z":null,"o":{"k":[1,{}]},"a":[],"e":{}}"#)
    }

    @Test("Names from the input keep their escapes, and are written again if there are two")
    func namesFromInput() throws {
        let written = try write(#"{"a\"\u0041":1,"":2,"é":3,"a":4,"a":5}"#) { input, output in
            for member in input.members { output[member.name].object { $0[member.name].write(member.value) } }
        }
        #expect(written == #"{"a\"\u0041":{"a\"\u0041":1},"":{"":2},"é":{"é":3},"a":{"a":4},"a":{"a":5}}"#)
    }

    @Test("Names made at run time are escaped")
    func namesMade() throws {
        let written = try write("[1]") { input, output in
            for name in ["", "a", "\"\\\n", "é", String(repeating: "n", count: 5000)] {
                output.slot(string: name).write(input)
            }
            output.slot(string: "gone").write(input["missing"])
        }
        let long = String(repeating: "n", count: 5000)
        #expect(written == "{\"\":[1],\"a\":[1],\"\\\"\\\\\\n\":[1],\"é\":[1],\"\(long)\":[1]}")
    }

    @Test(
        arguments: [
            (0, "0"), (7, "7"), (-1, "-1"), (10, "10"), (99, "99"), (100, "100"), (-1000, "-1000"),
            (.max, "9223372036854775807"), (.min, "-9223372036854775808"), (.max - 1, "9223372036854775806"),
            (.min + 1, "-9223372036854775807"), (1_000_000_000_000_000_000, "1000000000000000000"),
            (999_999_999_999_999_999, "999999999999999999"),
        ] as [(Int64, String)])
    func numbers(_ number: Int64, _ expected: String) throws {
        #expect(try write { $1["n"] = number } == "{\"n\":\(expected)}")
        #expect(try write { $1["n"].array { $0.element.write(number) } } == "{\"n\":[\(expected)]}")
        #expect(try write { $1["n"] = "\(Int(number))" } == "{\"n\":\"\(expected)\"}")
    }
}

@Suite("Paths and containers")
struct PathTests {
    @Test("A path opens what stands on the way, and closes it again")
    func paths() throws {
        let written = try write("1") { input, output in
            output["a"]["b"].write(input)
            output["c"][.first].write(input)
            output["d"][.first][.first]["e"]["f"][.first].write("deep")
            output["g"]["h"][.first].object { $0["i"] = input }
            output["j"][.first]["k"].array { $0.append(input) }
            output["l"]["m"].write(true)
        }
        let members = [
            #""a":{"b":1}"#, #""c":[1]"#, #""d":[[{"e":{"f":["deep"]}}]]"#, #""g":{"h":[{"i":1}]}"#,
            #""j":[{"k":[1]}]"#, #""l":{"m":true}"#,
        ]
        #expect(written == "{\(members.joined(separator: ","))}")
    }

    @Test("A container in which nothing was written takes itself back, and its path with it")
    func vanishing() throws {
        let written = try write("{}") { input, output in
            output["first"] = 1
            output["object"].object { _ in }
            output["array"].array { _ in }
            output["path"]["to"][.first]["nothing"].object { _ in }
            output["nested"].object { $0["in"].array { $0.object { $0["missing"] = input["missing"] } } }
            output["arrays"].array { array in
                array.array { $0.array { _ in } }
                array.append(input["missing"])
                array.object { _ in }
            }
            output["second"] = 2
            output["some"].array { some in
                some.object { _ in }
                some.append("kept")
                some.array { _ in }
            }
            output["third"] = 3
        }
        #expect(written == #"{"first":1,"second":2,"some":["kept"],"third":3}"#)
        #expect(try write { $1["a"].object { _ in } } == "{}")
    }

    @Test("Discarding takes back everything in an object, and only that")
    func discarding() throws {
        let written = try write("[1,{\"x\":2}]") { input, output in
            output["before"] = input
            output["object"].object { object in
                object["a"] = input
                object["b"].array { $0.append(input) }
                object.discard()
            }
            output["again"].object { object in
                object["lost"] = input
                object.discard()
                object["kept"] = 1
            }
            output["inner"].object { outer in
                outer["kept"] = 1
                outer["lost"].object { inner in
                    inner["a"] = 1
                    inner.discard()
                }
            }
            output["path"]["to"][.first].object { object in
                object["a"] = 1
                object.discard()
            }
        }
        #expect(written == #"{"before":[1,{"x":2}],"again":{"kept":1},"inner":{"kept":1}}"#)
        let nothing = try write { _, output in
            output["a"] = 1
            output.discard()
        }
        #expect(nothing == "{}")
    }

    @Test("A writer knows whether it has written")
    func isEmpty() throws {
        let written = try write { _, output in
            #expect(output.isEmpty && output.written == 0)
            output["a"].array { array in
                #expect(array.isEmpty)
                array.object { _ in }
                #expect(array.isEmpty)
                array.append("x")
                #expect(!array.isEmpty)
            }
            #expect(!output.isEmpty)
            let written = output.written
            output["b"].object { _ in }
            #expect(output.written == written)
            output["b"] = 1
            #expect(output.written > written)
            output.discard()
            #expect(output.isEmpty)
        }
        #expect(written == "{}")
    }

    @Test("Arrays take values, texts and containers; what is missing leaves no gap")
    func arrays() throws {
        let written = try write(#"{"v":[1],"s":"text"}"#) { input, output in
            output["list"].array { list in
                list.append(input["v"])
                list.append(input["missing"])
                list.append("word")
                list.append("\(input["s"])!")
                list.array { $0.append(input["s"]) }
                list.object { $0["k"] = input["v"] }
                list.element.write(7)
                list.element.write(false)
                list.element.writeNull()
                list.element["path"][.first].write(input["s"])
                list.element["path"][.first].write(input["missing"])
            }
        }
        #expect(written == #"{"list":[[1],"word","text!",["text"],{"k":[1]},7,false,null,{"path":["text"]}]}"#)
    }

    @Test("As deep as closures go", arguments: [1, 60, 400])
    func depth(_ depth: Int) throws {
        func nest(_ left: Int, _ slot: JSONSlot) {
            if left == 0 { return slot.write(1) }
            left % 2 == 0 ? slot.object { nest(left - 1, $0["k"]) } : slot.array { nest(left - 1, $0.element) }
        }
        let written = try write { nest(depth, $1["v"]) }
        #expect(fault(Text(written)) == nil)
        #expect(written.utf8.count == 6 + 1 + depth / 2 * 6 + (depth - depth / 2) * 2)
    }
}
