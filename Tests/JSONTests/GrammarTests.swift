@testable import JSON
import Testing

/// RFC 8259: what is JSON and what is not.
struct GrammarTests {
    @Test(arguments: [
        "0", "-0", "1", "-1", "10", "0.5", "-0.5", "1.50", "1e5", "1E5", "1e+5", "1e-5", "-1.25E-10",
        "123456789012345678901234567890",
        "1e999999", "true", "false", "null", "\"\"", "\"a\"", "[]", "{}", "[1]", "[1,2]", "[[],{}]", "{\"\":0}",
        "{\"a\":{\"b\":[]}}",
        " 1", "1 ", "\t1\n", "\r\n[ 1 , 2 ]\r\n", "{ \"a\" : 1 , \"b\" : 2 }", "\u{FEFF}{}", "\"\u{7F}\"",
        "\"\u{2028}\"",
        "\"é\"", "\"\u{10FFFF}\"", "\"\u{FFFF}\"", "\"\\u0000\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD834\\uDD1E\"",
        "\"\\uFFFE\"", "\"\\uDBFF\\uDFFF\"", "{\"a\":1,\"A\":2}", "{\"a\":1,\"a \":2}",
    ])
    func accepts(_ text: String) {
        #expect(Reading.error(of: text) == nil)
    }

    @Test(arguments: [
        "", " ", "\u{FEFF}", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", "[1]]",
        "[]{}", "1 2", "{}{}",
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\" 1}", "{\"a\",1}", "{\"a\":1 \"b\":2}", "{a:1}",
        "{1:1}", "{null:1}",
        "{'a':1}", "'a'", "\"a", "a\"", "\"\\", "\"\\\"", "\"\\x41\"", "\"\\a\"", "\"\\u12\"", "\"\\u12G4\"",
        "\"\\U1234\"",
        "\"\n\"", "\"\t\"", "\"\u{0}\"", "\"\u{1F}\"", "00", "01", "-", "--1", "+1", ".5", "1.", "-.5", "1.e5", "1e",
        "1e+", "1e5.5",
        "0x10", "1_000", "１", "Infinity", "-Infinity", "NaN", "nan", "True", "TRUE", "tru", "truee", "nul", "nulll",
        "undefined",
        "/* */ 1", "1 // one", "# 1", "\u{A0}1", "\u{0B}1", "\u{0C}1", "[1]\u{0}", "\\u0031", "<a/>", "a: 1", "- 1",
    ])
    func refuses(_ text: String) {
        #expect(Reading.error(of: text)?.code == .syntax)
    }

    /// The Unicode standard, table 3-7: overlong forms, surrogates, beyond U+10FFFF, cut and stray bytes.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC2], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF],
            [0xE4, 0xB8], [0xE4, 0xB8, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x80], [0xF0, 0x9F, 0x80, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xFE], [0xFF],
        ] as [[UInt8]])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(Reading.error(of: [quote] + bytes + [quote])?.code == .encoding)
        #expect(Reading.error(of: [quote] + bytes) != nil)
        #expect(Reading.error(of: bytes) != nil)
    }

    @Test(arguments: [
        "\\uD800", "\\uDBFF", "\\uDC00", "\\uD800x", "\\uD800\\n", "\\uD800\\uD800", "\\uDC00\\uD800", "\\uD834\\u0041",
    ])
    func refusesLoneSurrogates(_ escape: String) {
        #expect(Reading.error(of: "\"\(escape)\"")?.code == .encoding)
        #expect(Reading.error(of: "{\"\(escape)\":1}")?.code == .encoding)
    }

    @Test func boundsTheDepth() {
        func nested(_ depth: Int, _ open: String, _ close: String) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        #expect(Reading.error(of: nested(JSONParser.deepest, "[", "]")) == nil)
        #expect(Reading.error(of: nested(JSONParser.deepest, "{\"a\":", "}")) == nil)
        #expect(Reading.error(of: nested(JSONParser.deepest + 1, "[", "]"))?.code == .depth)
        #expect(Reading.error(of: nested(JSONParser.deepest + 1, "{\"a\":", "}"))?.code == .depth)
        #expect(Reading.error(of: String(repeating: "[", count: 1_000_000))?.code == .depth)
    }

    @Test(arguments: [
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":2}",
        "[{\"x\":{\"é\":1,\"\\u00e9\":2}}]", "{\"\":1,\"\":2}",
        "{" + (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",") + ",\"n7\":0}",
    ])
    func refusesAMemberTwice(_ text: String) {
        #expect(Reading.error(of: text)?.code == .repeatedName)
    }

    /// Swift's strings are equal where Unicode calls them equivalent; names are compared as they are written.
    @Test func comparesNamesByTheirBytes() {
        #expect(Reading.error(of: "{\"\u{E9}\":1,\"e\u{301}\":2}") == nil)
        let many = (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(Reading.error(of: "{\(many),\"\u{E9}\":1,\"e\u{301}\":2}") == nil)
    }

    @Test(arguments: [("{\"a\": tru}", 9), ("[1, 2", 5), ("\"ab\u{1}", 3), ("[1] x", 4)])
    func tellsTheByte(_ text: String, _ offset: Int) {
        #expect(Reading.error(of: text) == JSONError(code: .syntax, offset: offset))
    }
}
