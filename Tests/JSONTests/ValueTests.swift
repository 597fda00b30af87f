import JSON
import Testing
import Values

/// What a parsed value shows of itself.
struct ValueTests {
    @Test(arguments: [
        ("\"\"", ""), ("\"abc\"", "abc"), ("\"眉山\"", "眉山"), ("\"\\u7709\\u5c71\"", "眉山"), ("\"\\uD834\\uDD1E\"", "𝄞"),
        ("\"\\ud83c\\udc04!\"", "🀄!"), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u0000\"", "\u{0}"),
        ("\"e\\u0301\"", "e\u{301}"), ("-12.50e+3", "-12.50e+3"), ("true", ""), ("[]", ""),
    ])
    func text(_ json: String, _ text: String) throws {
        #expect(try Reading.value(json) { Array($0.text.utf8) } == Array(text.utf8))
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
        ("9223372036854775808", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("true", nil),
    ] as [(String, Int?)])
    func integer(_ json: String, _ integer: Int?) throws {
        #expect(try Reading.value(json) { $0.integer } == integer)
    }

    @Test func kindsAndBooleans() throws {
        try Reading.value("[{}, [], \"\", 0, true, false, null]") { value in
            #expect(value.elements.map(\.kind) == [.object, .array, .string, .number, .boolean, .boolean, .null])
            #expect(value.elements.map(\.boolean) == [nil, nil, nil, nil, true, false, nil])
            #expect(value.count == 7)
        }
    }

    @Test func membersInTheirOrder() throws {
        try Reading.value("{\"b\": 1, \"a\": [2, {\"c\": 3}], \"\\u0064\": 4}") { value in
            #expect(value.members.map(\.name.text) == ["b", "a", "d"])
            #expect(value.member("d")?.integer == 4)
            #expect(value.member("a")?.elements.map(\.kind) == [.number, .object])
            #expect(value.member("c") == nil)
            #expect(value.descendant(["a", "1", "c"]).integer == 3)
            #expect(value.descendant(["a", "9", "c"]).kind == .array)
        }
    }

    @Test(arguments: [
        (["a"], "/a"), (["a", "1"], "/a/1"), (["a", "1", "b/c~d"], "/a/1/b~1c~0d"), ([""], "/"), (["", ""], "//"), ([], ""),
    ])
    func pointer(_ path: [String], _ pointer: String) throws {
        try Reading.value("{\"a\": [0, {\"b/c~d\": true}], \"\": {\"\": 1}}") { root in
            #expect(root.pointer(to: root.descendant(path).position) == pointer)
        }
    }

    /// A parser keeps its memory from one document to the next, and nothing else.
    @Test func aParserIsUsedAgain() throws {
        var parser = JSONParser()
        for (text, count): (String, Int?) in [("[1,2,3]", 3), ("{\"a\"", nil), ("[[]]", 1), ("", nil), ("[]", 0)] {
            let found = Array(text.utf8).withUnsafeBufferPointer { try? parser.parse($0) { $0.count }.get() }
            #expect(found == count)
        }
    }
}
