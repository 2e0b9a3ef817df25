import JSONCore
import Testing

@Suite("Numbers and truth values")
struct NumberTests {
    static let whole: [(String, Int64)] = [
        ("0", 0), ("-0", 0), ("0.0", 0), ("-0.0e-5", 0), ("0e999999999999999999999", 0),
        ("0e-999999999999999999999", 0), ("1", 1), ("-1", -1), ("1.0", 1), ("1e0", 1), ("1E+0", 1), ("1e-0", 1),
        ("1.000", 1), ("10e-1", 1), ("0.0001e4", 1), ("100e-2", 1), ("-1.5e1", -15), ("2e+3", 2000), ("120", 120),
        ("1.20e2", 120), ("1e18", 1_000_000_000_000_000_000), ("9007199254740993", 9_007_199_254_740_993),
        ("9007199254740993.0", 9_007_199_254_740_993), ("9223372036854775807", .max),
        ("9223372036854775807.000", .max), ("9.223372036854775807e18", .max), ("92233720368547758070e-1", .max),
        ("-9223372036854775808", .min), ("-9223372036854775808e0", .min), ("-9.223372036854775808E+18", .min),
        ("0." + String(repeating: "0", count: 400) + "1e401", 1),
        ("1" + String(repeating: "0", count: 400) + "e-400", 1),
    ]

    @Test("A whole number may be spelled in any way", arguments: whole)
    func int(_ text: String, _ expected: Int64) throws {
        #expect(try read(Text(text), \.int) == expected)
        #expect(try unused("[\(text)]") { _ = $0.elements.first { $0.int != nil } } == [])
    }

    @Test(
        "What is not whole, or has no place in 64 bits, is no integer, and stays unused",
        arguments: [
            "0.5", "-0.5", "1.5", "1e-1", "15e-1", "0.1", "1.00000000000000000000001", "0.99999999999999999999999",
            "4503599627370497.5", "9007199254740992.5", "-9007199254047993.5", "1e-400", "1e-99999999999999999999",
            "9223372036854775808", "-9223372036854775809", "9223372036854775807.5", "9.223372036854775808e18", "1e19",
            "-1e19", "1e400", "-1e400", "1e99999999999999999999", "123456789012345678901234567890",
            "18446744073709551616", "100000000000000000000",
        ])
    func noInt(_ text: String) throws {
        #expect(try read(Text(text), \.int) == nil)
        #expect(try unused("[\(text)]") { _ = $0.elements.first { $0.int != nil } } == ["/0"])
    }

    @Test(
        arguments: [
            ("0", 0), ("1", 1), ("-1.5", -1.5), ("0.1", 0.1), ("1e308", 1e308), ("2.5e-308", 2.5e-308), ("1e-400", 0),
            ("9007199254740993", 9_007_199_254_740_992), ("0.30000000000000004", 0.30000000000000004),
            ("1e400", .infinity), ("-1e400", -.infinity),
        ] as [(String, Double)])
    func double(_ text: String, _ expected: Double) throws {
        #expect(try read(Text(text), \.double) == expected)
    }

    @Test("The sign of zero is kept")
    func negativeZero() throws {
        #expect(try read("-0", \.double)?.sign == .minus)
        #expect(try read("-0.0", \.double)?.sign == .minus)
        #expect(try write("[-0,-0.0,0]") { $1["v"] = $0 } == #"{"v":[-0,-0.0,0]}"#)
    }

    @Test(
        "Digits are carried as they were written",
        arguments: [
            "1.0", "1E+2", "1e2", "-0", "0.10", "123456789012345678901234567890.123456789012345678901234567890",
            "1e999999", "-1.50E-07",
        ])
    func digits(_ text: String) throws {
        #expect(try write(Text(text)) { $1["n"] = $0 } == "{\"n\":\(text)}")
        #expect(try write("[ \(text) ]") { $1["n"] = $0 } == "{\"n\":[\(text)]}")
    }

    @Test(
        "Each decoding refuses the other kinds",
        arguments: ["null", "true", "\"1\"", "\"\"", "[1]", "{\"a\":1}", "[]", "{}"] as [Text])
    func otherKinds(_ text: Text) throws {
        try read(text) { root in
            #expect(root.int == nil && root.double == nil)
            #expect((root.bool == nil) == (root.kind != .bool))
            #expect((root.string == nil) == (root.kind != .string))
        }
    }

    @Test func bool() throws {
        #expect(try read("true", \.bool) == true)
        #expect(try read("false", \.bool) == false)
        #expect(try read("1", \.bool) == nil)
        #expect(try read("\"true\"", \.bool) == nil)
    }
}
