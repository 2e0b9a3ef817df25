/// Texts of the grammar in RFC 8259, production by production.
enum AcceptedTexts {
    /// Section 2: any value is a text; white space is allowed around the six structural characters.
    static let structure: [Text] = [
        "null", "true", "false", "0", "\"\"", "[]", "{}", " null", "null ", "\tnull", "null\t", "\nnull", "null\n",
        "\rnull", "null\r", "\r\n\t null \t\n\r", "[ ]", "{ }", "[\n]", "{\n}", "[\t]", "{\r\n}", " [ 1 , 2 ] ",
        #"\#t{ "a"\#n:\#r1\#t, "b" : 2 }\#n"#, "[\n\n\n1\n\n\n]", "  []  ", "  {}  ", "[[] ]", "[ []]", "[{} , {}]",
    ]

    /// Section 3: three literal names, in lower case.
    static let literals: [Text] = [
        "[true]", "[false]", "[null]", "[true,false,null]", #"{"a":true}"#, #"{"a":false}"#, #"{"a":null}"#,
        "[null,null,null]", #"[null, 1, "1", {}]"#,
    ]

    /// Section 4: names are strings of any content, and should be unique, but need not.
    static let objects: [Text] = [
        #"{"a":1}"#, #"{"a":1,"b":2}"#, #"{"":0}"#, #"{"":{"":{"":null}}}"#, #"{"a":1,"a":2}"#, #"{"a":1,"a":1}"#,
        #"{"a":[]}"#, #"{"a":{}}"#, #"{"a":"b"}"#, #"{"\u0000":1}"#, #"{"foo\u0000bar":42}"#, #"{"\"":1}"#,
        #"{"😀":1}"#, #"{"true":true,"null":null}"#, #"{"min":-1.0e+28,"max":1.0e+28}"#, #"{"a":"\u0041"}"#,
        #"{"x":[{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}],"id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}"#,
        #"{"a":{"b":{"c":[1,{"d":[]}]}},"e":0}"#, #"{\#n"a":\#n"b"\#n}"#,
    ]

    /// Section 5: elements of any kinds, mixed.
    static let arrays: [Text] = [
        "[1]", "[1,2,3]", "[[]]", "[[],[]]", "[[[[]]]]", "[{}]", "[{},[]]", #"["a"]"#, #"["a","b"]"#,
        #"[1,"a",null,{"b":[]}]"#, "[[1],[2,[3,[4]]]]", "[1\n]", "[\n1]", "[1 ]", "[ 1]", "[2] ",
        "[1,null,null,null,2]", #"[[],[[]],[[],[[]]],{"a":[[]]}]"#,
    ]

    /// Section 6: minus, int, frac and exp, alone and together; no value is too large or too exact.
    static let numbers: [Text] = [
        "1", "9", "10", "1234567890", "-0", "-1", "-10", "-123", "0.0", "0.5", "-0.5", "1.0", "1.50", "123.456",
        "-0.0", "0.000000000000000000000000000000000000000000001", "0e0", "0E0", "0e1", "0e+1", "0e-1", "0E+1", "0E-1",
        "1e0", "1e1", "1E1", "1e+1", "1e-1", "1E+22", "1E-2", "1e00", "1e01", "1e+00", "-1e-1", "20e1", "1.5e1",
        "123e45", "123.456e78", "123e65", "-237462374673276894279832749832423479823246327846", "100000000000000000000",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551616", "0.1234567890123456789012345678901234567890", "1e400", "-1e400", "1e-400", "1.5e+9999",
        "123123e100000", "-123123e100000", "123e-10000000",
        "0.4e00669999999999999999999999999999999999999999999969999", "[-0]", "[0e+1]", "[1,-1,1.5,1e5]",
        #"{"a":-0.1e-7}"#, " 4 ", "[123.456789]",
    ]

    /// Section 7: unescaped characters are all but quote, backslash and U+0000 to U+001F.
    static let unescaped: [Text] = [
        #"" ""#, #""a""#, #""!#[]^~""#, #""a/b""#, #""'""#, #""{[,:]}""#, #""// no /* comment""#, #""\#u{7f}""#,
        #""a\#u{7f}a""#, #""\#u{80}""#, #""\#u{85}""#, #""\#u{a0}""#, #""é""#, #""\#u{7ff}""#, #""\#u{800}""#, #""€""#,
        #""\#u{2028}""#, #""\#u{2029}""#, #""\#u{2060}""#, #""\#u{d7ff}""#, #""\#u{e000}""#, #""\#u{feff}""#,
        #""\#u{fffd}""#, #""\#u{fffe}""#, #""\#u{ffff}""#, #""\#u{10000}""#, #""\#u{1fffe}""#, #""😀""#,
        #""\#u{10ffff}""#, #""⍂㈴⍂""#, #"["\#u{36d}"]"#, #"["new\#u{a0}line"]"#, #""true""#, #""null""#, #""1""#,
    ]

    /// Section 7: two-character escapes and `\uXXXX` in any case; surrogates need not come in pairs (section 8.2).
    static let escaped: [Text] = [
        #""\"""#, #""\\""#, #""\/""#, #""\b""#, #""\f""#, #""\n""#, #""\r""#, #""\t""#, #""\"\\\/\b\f\n\r\t""#,
        #""\\n""#, #""\\u0041""#, #""\\\"""#, #""a\\""#, #""\u0000""#, #""\u001f""#, #""\u0012""#, #""\u0020""#,
        #""\u0022""#, #""\u005C""#, #""\u005c""#, #""\u0041""#, #""\u00e9""#, #""\u00E9""#, #""\u20ac""#, #""\uaBcD""#,
        #""\u2028""#, #""\uFEFF""#, #""\uFFFE""#, #""\uFFFF""#, #""\uFDD0""#, #""\u0041b""#, #""\ud83d\ude00""#,
        #""\uD834\uDD1E""#, #""\uDBFF\uDFFF""#, #""\ud83d\ude39\ud83d\udc8d""#, #""\uD800""#, #""\uDBFF""#,
        #""\uDC00""#, #""\uDFFF""#, #""\uDD1E\uD834""#, #""\uD800\uD800\uDC00""#, #""\uD800\n""#, #""\uD800abc""#,
        #""\uD800\u0041""#, #""\uDADA""#, #""\uD888\u1234""#, #""\uDd1ea""#, #""\ud800\\udc00""#,
    ]

    /// Section 8.1: UTF-8; a byte-order mark may be ignored.
    static let encoded: [Text] = [
        "\u{feff}{}", "\u{feff}null", "\u{feff} [1]", #"\#u{feff}"a""#, #"\#u{feff}"\#u{feff}""#,
        #"\#u{feff}\#n{"a":1}\#n"#, "\u{feff}0", .bytes(0x22, 0xc2, 0x80, 0x22), .bytes(0x22, 0xdf, 0xbf, 0x22),
        .bytes(0x22, 0xe0, 0xa0, 0x80, 0x22), .bytes(0x22, 0xed, 0x9f, 0xbf, 0x22),
        .bytes(0x22, 0xee, 0x80, 0x80, 0x22), .bytes(0x22, 0xef, 0xbf, 0xbf, 0x22),
        .bytes(0x22, 0xf0, 0x90, 0x80, 0x80, 0x22), .bytes(0x22, 0xf4, 0x8f, 0xbf, 0xbf, 0x22),
    ]

    /// Section 9: depth and size are the parser's business; ours ends at 512 containers.
    static let nested: [Text] = [
        .repeated("[", 512) + .repeated("]", 512), .repeated("[", 500) + .repeated("]", 500),
        .repeated(#"{"a":"#, 512) + "1" + .repeated("}", 512),
        .repeated(#"[{"a":"#, 255) + "[[]]" + .repeated("}]", 255), .repeated("[ ", 511) + "{}" + .repeated(" ]", 511),
        "[" + .repeated("[],", 5000) + "[]]",
    ]

    static let shallow = structure + literals + objects + arrays + numbers + unescaped + escaped + encoded
    static let all = shallow + nested
}
