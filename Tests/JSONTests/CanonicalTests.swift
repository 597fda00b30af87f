import Glibc
import JSON
import TestSupport
import Testing
import Values

/// RFC 8785, the form whose bytes are hashed.
struct CanonicalTests {
    @Test(arguments: [
        ("{ \"b\" : 1 , \"a\" : [ true , null ] }", "{\"a\":[true,null],\"b\":1}"),
        ("[-0, 007]".replacing("007", with: "7"), "[0,7]"),
        ("\"\\u20ac\\/\\u000f\\n\\u0041'\\u0042\\\"\\\\\\u007f\"", "\"€/\\u000f\\nA'B\\\"\\\\\u{7F}\""),
        // The order of RFC 8785, section 3.2.3: by UTF-16 units, not by code points.
        (
            "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}"
        ),
        ("{\"aa\":1,\"a\":2,\"\":3}", "{\"\":3,\"a\":2,\"aa\":1}"),
    ])
    func form(_ text: String, _ canonical: String) throws {
        #expect(try Reading.canonical(text).map { Array($0.utf8) } == Array(canonical.utf8))
    }

    @Test(arguments: ["1.0", "1e2", "[9223372036854775808]", "{\"a\":{\"b\":0.1}}"])
    func refusesNumbersThatDossiersDoNotHave(_ text: String) throws {
        #expect(try Reading.canonical(text) == nil)
    }

    @Test(arguments: ["tianfu.json", "hotline.json", "errors/base.json"])
    func isItsOwnCanonicalForm(_ name: String) throws {
        let text = try String(contentsOf: name)
        let canonical = try #require(try Reading.canonical(text))
        #expect(try Reading.canonical(canonical) == canonical)
        #expect(canonical.utf8.count < text.utf8.count)
    }

    /// Every string survives being written and read again.
    @Test func stringsSurvive() throws {
        var random = SeededGenerator(named: "strings")
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            var output = TextOutput()
            output.write(jsonString: text)
            #expect(try Reading.value(output.text) { Array($0.text.utf8) } == Array(text.utf8))
        }
    }
}

extension String {
    /// The text of a file in Tests/Fixtures.
    fileprivate init(contentsOf name: String) throws {
        var bytes: [UInt8] = []
        let file = try #require(fopen(Fixtures.path(name), "r"))
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
        fclose(file)
        self.init(decoding: bytes, as: UTF8.self)
    }
}
