import Testing

@testable import JSON

/// Documents that are changed place by place.
@Suite struct DocumentTests {
    private static func document(_ text: String) throws -> JSONDocument { try JSONDocument(parsing: Array(text.utf8)) }

    private static func text(_ document: JSONDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

    /// A document, a place, the JSON put there (empty: taken away), and what becomes of it.
    @Test(arguments: [
        (#"{"a":1}"#, "/b", #""x""#, #"{"a":1,"b":"x"}"#),
        (#"{"a":{"b":[1,2]}}"#, "/a/b/1", "3", #"{"a":{"b":[1,3]}}"#),
        (#"{"a":[]}"#, "/a/0/c", "true", #"{"a":[{"c":true}]}"#),
        (#"{}"#, "/a/b/c", "1", #"{"a":{"b":{"c":1}}}"#),
        (#"{"a~b":{"c/d":1}}"#, "/a~0b/c~1d", "2", #"{"a~b":{"c/d":2}}"#),
        (#"{"a":[1,2,3]}"#, "/a/1", "", #"{"a":[1,3]}"#),
        (#"{"a":1}"#, "/a", "", "{}"),
        (#"{"a":1}"#, "/b/c", "", #"{"a":1}"#),
        (#"{"a":[1]}"#, "/a/7", "2", #"{"a":[1]}"#),
    ])
    func onePlaceChanges(_ before: String, _ pointer: String, _ value: String, _ after: String) throws {
        var document = try Self.document(before)
        document[pointer] = value.isEmpty ? nil : try Self.document(value)
        #expect(Self.text(document) == after)
    }

    @Test func numbersStayAsTheyAreSpelled() throws {
        let text = #"{"a":1.50,"b":[-0e1,null],"c":"价\"款\""}"#
        #expect(Self.text(try Self.document(text)) == text)
        #expect(try Self.document(text)["/a"]?.text == "1.50")
        #expect(try Self.document(text)["/b/2"] == nil)
    }
}
