import Testing

@testable import YAML

/// One row a text: YAML on the left, the JSON of the same structure on the right.
@Suite struct ConvertTests {
    @Test(arguments: [
        ("a: 1.50", #"{"a":1.50}"#),
        ("a: 718880", #"{"a":718880}"#),
        ("a: '718880.00'", #"{"a":"718880.00"}"#),
        ("a: -3e2", #"{"a":-3e2}"#),
        ("a: +5", #"{"a":5}"#),
        ("a: .5", #"{"a":0.5}"#),
        ("a: 5.", #"{"a":5}"#),
        ("a: 1_000", #"{"a":"1_000"}"#),
        ("a: 1.2.3", #"{"a":"1.2.3"}"#),
        ("on: 2021-01-04", #"{"on":"2021-01-04"}"#),
        ("recordedAt: 2022-01-31T09:30:00+08:00", #"{"recordedAt":"2022-01-31T09:30:00+08:00"}"#),
        ("a: true", #"{"a":true}"#),
        ("a: False", #"{"a":false}"#),
        ("a: yes", #"{"a":"yes"}"#),
        ("a: 'true'", #"{"a":"true"}"#),
        ("a:", #"{"a":null}"#),
        ("a: ~", #"{"a":null}"#),
        ("true: 1", #"{"true":1}"#),
        ("a: !!str 5", #"{"a":"5"}"#),
        ("- 1\n- - x\n  - []\n- {}", #"[1,["x",[]],{}]"#),
        ("label: 首年预付款 # 20 %", #"{"label":"首年预付款"}"#),
        ("a: |\n  第一行\n  第\"二\"行\n", #"{"a":"第一行\n第\"二\"行\n"}"#),
        ("--- x\n...", #""x""#),
        ("{\"contract\": {\"price\": \"1.00\"}}", #"{"contract":{"price":"1.00"}}"#),
        ("\u{FEFF}a: 1", #"{"a":1}"#),
        ("a: R&D *重要*", #"{"a":"R&D *重要*"}"#),
    ])
    func structure(yaml: String, json: String) throws {
        #expect(String(decoding: try JSONFromYAML.convert(Array(yaml.utf8)), as: UTF8.self) == json)
    }

    @Test(arguments: [
        ("a: 1\na: 2", "2:1 the key “a” is here a second time"),
        ("a: &x 1", "1:4 anchors are not allowed"),
        ("a: [1]\nb: *x", "2:4 aliases are not allowed"),
        ("? *x : 1", "1:3 a key must be a scalar"),
        ("a: 1\n---\nb: 2", "2:1 there is a second document"),
        ("", "1:1 there is no document"),
        ("# 只有注释", "2:1 there is no document"),
        ("[1, 2]: x", "1:1 a key must be a scalar"),
        ("a: 0x1F", "1:4 write “0x1F” in quotes: YAML readers differ on what it is"),
        ("number: 0001", "1:9 write “0001” in quotes: YAML readers differ on what it is"),
        ("a: .inf", "1:4 write “.inf” in quotes: YAML readers differ on what it is"),
        ("a: !!binary aGk=", "1:4 the tag tag:yaml.org,2002:binary is not allowed"),
        ("a: [1, 2", "2:1 did not find expected ',' or ']'"),
        ("a:\n\t- 1", "2:1 found character that cannot start any token"),
        ("a: \"\\ud800\"", "1:7 found invalid Unicode character escape code"),
    ])
    func refused(yaml: String, place: String) {
        #expect(throws: YAMLError.self) { try JSONFromYAML.convert(Array(yaml.utf8)) }
        #expect(error(of: Array(yaml.utf8)) == place)
    }

    @Test func badEncodingHasAPlace() {
        #expect(error(of: Array("a: 1\n合同: ".utf8) + [0xFF, 0xFE]) == "2:5 this is not valid UTF-8")
    }

    private func error(of bytes: [UInt8]) -> String? {
        do throws(YAMLError) { _ = try JSONFromYAML.convert(bytes) } catch { return error.description }
        return nil
    }

    /// Names and values in the order in which the JSON parser counts them.
    @Test func everyPlaceHasItsLine() throws {
        let yaml = "a: 1\nb:\n  - x\n  - c: 2\n    d: |\n      two\n      lines\ne: 3\n"
        let lined = try JSONFromYAML.convertWithLines(Array(yaml.utf8))
        #expect(String(decoding: lined.json, as: UTF8.self) == #"{"a":1,"b":["x",{"c":2,"d":"two\nlines\n"}],"e":3}"#)
        #expect(lined.lines == [1, 1, 1, 2, 3, 3, 4, 4, 4, 5, 5, 8, 8])
    }
}
