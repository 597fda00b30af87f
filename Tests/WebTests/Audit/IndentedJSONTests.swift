import Testing

@testable import Web

@Suite struct IndentedJSONTests {
    @Test(arguments: [
        ("{}", "{}"), ("[]", "[]"), ("1", "1"), (#"{"a":[]}"#, "{\n  \"a\": []\n}"),
        (#"{"a":{"b":[1,2]}}"#, "{\n  \"a\": {\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}"),
        (#"{"a":"{\"x\":[1,2]}"}"#, "{\n  \"a\": \"{\\\"x\\\":[1,2]}\"\n}"),
        (#"["\\",":"]"#, "[\n  \"\\\\\",\n  \":\"\n]"),
        (#"{"合同":"一、二"}"#, "{\n  \"合同\": \"一、二\"\n}"),
    ])
    func onlyBlanksAreAdded(_ json: String, _ text: String) {
        #expect(indented(json: Array(json.utf8)) == text)
    }
}
