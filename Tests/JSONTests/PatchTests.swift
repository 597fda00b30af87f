import Testing
import Values

@testable import JSON

@Suite struct PatchTests {
    /// The examples of RFC 7396, appendix A, and below them what decision 0020 adds.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
        (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
        (#"{"a":"foo"}"#, #"null"#, #"null"#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
        (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        (#"[{"id":"y1","n":1},{"id":"y2"}]"#, #"{"y1":{"n":2}}"#, #"[{"id":"y1","n":2},{"id":"y2"}]"#),
        (#"[{"id":"y1"},{"id":"y2"}]"#, #"{"y2":null}"#, #"[{"id":"y1"}]"#),
        (#"[{"id":"\u0079\u0031"}]"#, #"{"y1":{"n":1.50}}"#, #"[{"id":"\u0079\u0031","n":1.50}]"#),
    ])
    func patched(target: String, patch: String, result: String) throws {
        #expect(try Self.patch(target, patch) == result)
    }

    @Test func anElementThatIsNotThereIsAnError() {
        #expect(throws: JSONValue.UnknownElement.self) { try Self.patch(#"[{"id":"y1"},[]]"#, #"{"y9":{}}"#) }
    }

    /// Target and patch stand in one document, as they do in a file with readings.
    static func patch(_ target: String, _ patch: String) throws -> String {
        var parser = JSONParser()
        return try Array("[\(target),\(patch)]".utf8).withUnsafeBufferPointer { bytes in
            try parser.parse(bytes) { root throws(JSONValue.UnknownElement) -> String in
                let pair = Array(root.elements)
                var output = TextOutput()
                try pair[0].write(patchedWith: pair[1], to: &output)
                return output.text
            }.get()
        }
    }
}
