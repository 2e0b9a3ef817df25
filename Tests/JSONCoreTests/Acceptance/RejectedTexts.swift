/// Texts that come close to RFC 8259, by what is wrong with them.
enum RejectedTexts {
    static let nothing: [Text] = ["", " ", "\n", "\r\n\t ", "\u{feff}", "\u{feff} "]

    /// More than one value, or anything else behind it.
    static let trailing: [Text] = [
        "1 2", "1,", "1,2", "[1]]", "[1][1]", "{}}", "{}{}", "{}[]", "[]{}", "null null", "nullnull", "[][",
        #""a" "b""#, #""a""b""#, #""a"b"#, "[1]x", #"{"a":1}x"#, #"{"a":1}#"#, #"{"a":1}/**/"#, #"{"a":1}//"#,
        #"{"a":1}/"#, #"{"a":true} "x""#, "1]", "1}", "2@", "[1],", #"{"a":1},"#, "[] ]", "\u{feff}[]\u{feff}",
        "[]\u{a0}", "1:2", #""a":1"#, "true,",
    ]

    /// Brackets that do not close, or close what was not opened.
    static let brackets: [Text] = [
        "[", "]", "{", "}", "[[", "{{", "[{", "{[", "[}", "{]", "[1", "[1}", "[1,", #"["""#, #"["a""#, #"{"a"}"#,
        #"{"a":1"#, #"{"a":1]"#, #"{"a":[}"#, #"[1,{"a":2]"#, #"[{"a":1]"#, "[[1}", #"{"a":{"b":1}"#, "[[[]]",
        #"["a",\#n4\#n,1,"#, "[{}", #"{"a":[1,2}"#, "[,", "{,", "][", "}{", "[{}]]", #"{"a":1}}"#, "[1\n\n", "[[]",
        "[]]",
    ]

    /// Commas too many or too few, and colons in the wrong place.
    static let separators: [Text] = [
        "[,]", "[1,]", "[,1]", "[1,,2]", "[1,,]", "[,,]", "[1 2]", #"["a" "b"]"#, "[1 true]", #"["a"1]"#, "[3[4]]",
        "[[1][2]]", "[{}{}]", "[1:2]", #"["a":1]"#, #"["":1]"#, "[1;2]", "[1\n2]", "[1,\n]", #"[,""]"#, #"["",]"#, ",",
        ",1", ":", ",null", "{,}", #"{"a":1,}"#, #"{,"a":1}"#, #"{"a":1,,"b":2}"#, #"{"a":1,,}"#, #"{"a":1 "b":2}"#,
        #"{"a":1"b":2}"#, #"{"a" 1}"#, #"{"a"}"#, #"{"a",1}"#, #"{"a"::1}"#, #"{"a":}"#, #"{"a":,}"#, "{:1}",
        #"{"a":1:2}"#, #"{"a":1;"b":2}"#, #"{"a"=1}"#, #"{"a":"b","c"}"#, #"{"a":1,2}"#, #"{"a" "b"}"#, #"{"x"::"b"}"#,
        #"{"x", null}"#, #"{"a":"a" 123}"#, #"{"id":0,,,,,}"#,
    ]

    /// Names that are no strings.
    static let names: [Text] = [
        "{a:1}", #"{a: "b"}"#, "{'a':1}", "{1:1}", "{null:1}", "{true:false}", "{[]:1}", "{{}:1}", #"{"a":1,b:2}"#,
        #"{"a":1,1:1}"#, "{9999E9999:1}", "{null:null,null:null}", "{\u{1f1e8}\u{1f1ed}}", #"{"a":1,'b':2}"#,
        "{`a`:1}", "{*}", "{key: 'value'}", #"{"a":b}"#, #"{"\":1}"#, #"{"a:1}"#, #"{a":1}"#,
    ]

    /// Words that are no literals, in JSON at least.
    static let words: [Text] = [
        "nul", "tru", "fals", "n", "t", "f", "nulll", "truee", "falsee", "nil", "Null", "NULL", "True", "TRUE",
        "False", "FALSE", "none", "None", "undefined", "void", "yes", "NaN", "nan", "-NaN", "Infinity", "-Infinity",
        "+Infinity", "inf", "-inf", "INF", "[tru]", "[nul]", "[fals]", "[True]", "[NaN]", "[Inf]", "[Infinity]",
        "[-Infinity]", "nu ll", "tr\nue", "truefalse", "true1", "null0", "[nulltrue]", #"{"a":truer}"#,
        #"{"a":undefined}"#, "<null>", "<.>", "[<null>]", "abc", "*", "@", "#", "$", "&", "%", "^", "!", "~", "|",
        "(1)", #"\n"#, #"\u0031"#, "å", "€", "\u{2264}", "[a\u{e5}]", #"nu\u006cl"#,
    ]

    /// Numbers as other languages write them.
    static let numbers: [Text] = [
        "-", "+", ".", "e", "+1", "+0", "++1", "--1", "-+1", "+-1", "- 1", "-a", "-.", ".5", "-.5", "+.5", ".e1",
        "1.", "-1.", "0.", "-0.", "1.e1", "1.e", "0.e1", "-2.", "1..2", "1.2.3", "1.2.", "00", "01", "-00", "-01",
        "000", "010", "-012", "0123", "1e", "1E", "1e+", "1e-", "1E+", "0e", "0E+", "0.3e", "0.3e+", "1.0e", "1.0e-",
        "1ee2", "1e1e1", "1e1.5", "1e+-1", "1e++1", "9.e+", "0x1", "0x42", "0X1", "0b1", "0o7", "1a", "1_000", "1,000",
        "1 000", "1f", "1L", "1n", "1/2", "1%", "2.e3", "2.e-3", "2.e+3", "1eE2", "-1.0.", "0.1.2", "0e+-1", "1+2",
        "1-2", "-1-", "1-", "$1", "１", "-１", "1\u{ff0e}5", "1e１", "½", "∞", "Ⅳ", "[+1]", "[1.]", "[.5]", "[01]", "[-]",
        "[- 1]", "[1e]", "[1ea]", "[-1x]", "[0x1]", "[1.5.5]", #"{"a":01}"#, "[1 000.0]",
    ]

    static let strings: [Text] = [
        "\"", #""a"#, #"a""#, "'a'", "''", "`a`", "“a”", #""a'"#, #"'a""#, "\"\"\"", #""a"b""#, #"["a]"#, #"["a","b]"#,
        #"{"a":"b}"#, #""\"#, #""\""#, #""\\\""#, #"["\"]"#, #""a\"#, #""abcdefghijklmno"#, #""abcdefghijklmnop"#,
        #""abcdefghijklmnop\""#,
    ]

    /// U+0000 to U+001F have to be escaped in strings, and are no white space but for four.
    static let controls: [Text] =
        (0..<0x20).map { Text([0x22, 0x61, $0, 0x61, 0x22]) }
        + (0..<0x20).filter { ![9, 10, 13].contains($0) }.map { Text([0x5b, 0x31, $0, 0x5d]) }
        + [
            .bytes(0x5b, 0x31, 0x7f, 0x5d), .bytes(0x5b, 0x31, 0), .bytes(0x5b, 0x5d, 0), .bytes(0x5b, 0x0c, 0x5d),
            .bytes(0),
        ]
        + [
            "[\u{a0}]", "[\u{85}]", "[\u{2028}]", "[\u{2060}]", "[\u{feff}]", "\u{3000}1", "\u{2003}1", "[1\u{200b}]",
            " \u{feff}1",
        ]

    static let escapes: [Text] = [
        #""\a""#, #""\v""#, #""\0""#, #""\1""#, #""\x41""#, #""\'""#, #""\`""#, #""\e""#, #""\N""#, #""\T""#,
        #""\U0041""#, #""\ ""#, #""\\#n""#, #""\\#t""#, #""\é""#, #""\😀""#, #""\{""#, #""\(1)""#, #""\101""#, #""\%""#,
        #""\u""#, #""\u0""#, #""\u00""#, #""\u004""#, #""\u00G0""#, #""\u004g""#, #""\uqqqq""#, #""\u{41}""#,
        #""\u+041""#, #""\u-041""#, #""\u 041""#, #""\u0x41""#, #""\u12\u0034""#, #""\ud83d\ude0""#, #""\uD800\u""#,
        #""\uD800\u1""#, #""\uD800\u1x""#, #""\uD800\""#, #""\uD834\Dd""#, #""\u00\#u{e9}0""#, #""\u００４１""#, #""\u"#,
        #""\u0041"#, #""\u004"#, #"["\u"]"#, #"["\u00A"]"#, #"["\x00"]"#, #""\u00/0""#, #""\u00:0""#, #""\u00@0""#,
        #""\u00`0""#, .bytes(0x22, 0x5c, 0, 0x22), .bytes(0x22, 0x5c, 0x80, 0x22),
        .bytes(0x22, 0x5c, 0x75, 0xe5, 0x22),
    ]

    /// What other parsers read and call an extension.
    static let extensions: [Text] = [
        "// a\n1", "1 // a", "/* a */ 1", "[1 /* a */]", #"{"a":/*b*/1}"#, "{/**/}", "# a\n1", "-- a", "<!-- a -->1",
        #"{"a":0x10}"#, "['a']", #"{"a":1;}"#, "a = 1", "var a = 1", "callback({})", "({})", #"{"a":1}\#n{"a":2}"#,
        "1\n2", "\u{1e}1", #"{"a"=>1}"#, "[1...2]", #"["a",...]"#, #"b"a""#, #"@"a""#, #""a" + "b""#, "new Date(0)",
        #"{"a": &1}"#, "<html></html>", "data: {}", "%PDF-1.7", "{{}}",
    ]

    static let nested: [Text] = [
        .repeated("[", 513) + .repeated("]", 513), .repeated(#"{"a":"#, 513) + "1" + .repeated("}", 513),
        .repeated("[", 512) + "{}" + .repeated("]", 512), .repeated("[", 100_000), .repeated(#"[{"":"#, 50_000) + "\n",
        .repeated("]", 1000), .repeated("[", 512) + .repeated("]", 511), .repeated("[", 512) + .repeated("]", 513),
    ]

    static let all =
        nothing + trailing + brackets + separators + names + words + numbers + strings + controls + escapes + extensions
        + nested
}
