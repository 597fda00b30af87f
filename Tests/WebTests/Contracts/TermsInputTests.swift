import Testing

@testable import Web

/// New terms as people paste them.
@Suite struct TermsInputTests {
    @Test(arguments: [
        #"{"number":"A"}"#, "\u{FEFF} \n{\"number\": \"A\"}", #"{"contract":{"number":"A"},"calendar":"CN"}"#,
        "number: A\n", "contract:\n  number: A\n",
    ])
    func areReadFromEveryForm(_ text: String) throws {
        #expect(String(decoding: try TermsInput.json(Array(text.utf8)), as: UTF8.self) == #"{"number":"A"}"#)
    }

    @Test(arguments: [("{\"number\": ", "11", false), ("number: [1\n", "", true), ("{\"a\":1}}", "7", false)])
    func whatIsUnreadableHasAPlace(_ text: String, _ place: String, _ isYAML: Bool) throws {
        do {
            _ = try TermsInput.json(Array(text.utf8))
            Issue.record("\(text) was read")
        } catch {
            #expect(error.place.hasPrefix(place) && error.isYAML == isYAML, "\(error)")
        }
    }
}
